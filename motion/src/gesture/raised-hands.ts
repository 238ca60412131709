import type { Movement } from '../movement.ts'
import { postureAt } from '../person/posture.ts'
import { skeletonOf } from '../person/skeleton.ts'
import type { Frame, Landmark } from '../pose.ts'
import { INDEX } from '../skeleton/landmarks.ts'

/** Seconds for which both hands are held still above the head. Long enough that reaching for something is not meant. */
const HELD = 1
/** A gap in seeing longer than this, seconds, begins anew. */
const GAP = 0.5
/** Visibility from which a landmark is believed; the model guesses hands that left the picture. */
const SEEN = 0.65
/** Of the height of the nose above the shoulders (about 0.25 m): how far above the nose the hands are, and how far they may stir. */
const ABOVE = 0.3
const STIR = 0.5
/** The nose stands above the shoulders by at least this share of the breadth between them: somebody who lies or bends says nothing. */
const UPRIGHT = 0.35

type Point = { x: number; y: number }
type Hands = { left: Point; right: Point; unit: number }

/** What is known of the hands so far. Opaque; its size does not grow. */
export type HandsState = {
  readonly lastT: number
  /** Where and since when both hands have been held up; null while they are not. */
  readonly up: (Hands & { since: number }) | null
  /** Told already: the hands must come down before it is told again. */
  readonly told: boolean
}

/** Begins to look for raised hands. */
export const startHands = (): HandsState => ({ lastT: Number.NaN, up: null, told: false })

function pointOf(frame: Frame, name: Landmark): Point | null {
  const { image, width, height } = frame
  const at = INDEX[name] * 4
  const [x, y, seen] = [image?.[at] ?? -1, image?.[at + 1] ?? -1, image?.[at + 3] ?? 0]
  const inside = x >= 0 && x <= 1 && y >= 0 && y <= 1
  return inside && seen >= SEEN ? { x: x * width, y: y * height } : null
}

/** Both hands above the head of one person who is upright; 'down' where they are seen elsewhere, null where that cannot be told. */
function handsOf(frame: Frame): Hands | 'down' | null {
  if ((frame.people ?? 1) > 1) return null
  const [nose, shoulderL, shoulderR] = [
    pointOf(frame, 'nose'),
    pointOf(frame, 'shoulderL'),
    pointOf(frame, 'shoulderR'),
  ]
  const [left, right] = [pointOf(frame, 'wristL'), pointOf(frame, 'wristR')]
  if (nose === null || shoulderL === null || shoulderR === null || left === null || right === null)
    return null
  const unit = (shoulderL.y + shoulderR.y) / 2 - nose.y
  const breadth = Math.hypot(shoulderL.x - shoulderR.x, shoulderL.y - shoulderR.y)
  if (!(unit > 0) || unit < UPRIGHT * breadth) return 'down'
  const high = nose.y - ABOVE * unit
  return left.y < high && right.y < high ? { left, right, unit } : 'down'
}

const apart = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

/**
 * Takes one frame in and tells whether the person has just asked for something: both hands held still above the head for a second, by
 * one person, upright, seen without a gap. Told once until the hands come down. The same for any frame rate, mirrored or not; a frame that
 * repeats or goes back in time is passed over. Missing data: nothing is told. Whether it counts (an exercise may raise the arms itself,
 * see `raisesArms`) is for the caller to say.
 */
export function watchHands(state: HandsState, frame: Frame): { state: HandsState; raised: boolean } {
  const { t } = frame
  if (!Number.isFinite(t) || t <= state.lastT) return { state, raised: false }
  const hands = handsOf(frame)
  const told = hands === 'down' ? false : state.told
  if (hands === null || hands === 'down') return { state: { lastT: t, up: null, told }, raised: false }
  const { up } = state
  const still =
    up !== null &&
    t - state.lastT <= GAP &&
    Math.max(apart(up.left, hands.left), apart(up.right, hands.right)) <= STIR * up.unit
  const held = still ? up : { ...hands, since: t }
  const raised = !told && t - held.since >= HELD
  return { state: { lastT: t, up: held, told: told || raised }, raised }
}

/** Shares of the way at which a figure is looked at. */
const ALONG = [0, 0.25, 0.5, 0.75, 1]
/** So far below the nose, metres, a hand already counts as raised by the exercise. */
const MARGIN = 0.12

/**
 * Whether an exercise itself brings a hand to the height of the face or above it, or may do so: raised hands then say nothing while it is
 * being done. Judged by its figure; without one nothing is known, and it may.
 */
export function raisesArms({ figure }: Pick<Movement, 'figure'>): boolean {
  if (figure === undefined) return true
  return ALONG.some((out) => {
    const { joints } = skeletonOf(figure.stance, postureAt(figure, out))
    return Math.max(joints.wristL[1], joints.wristR[1]) > joints.nose[1] - MARGIN
  })
}
