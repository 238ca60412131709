import { type Body, middleX, px } from '../body/body.ts'
import { OneEuroBank } from '../body/one-euro.ts'
import type { Neutral } from '../calibration/neutral.ts'
import { clamp } from '../geometry.ts'
import type { Signal } from '../movement.ts'
import { faceTurn, headTurn } from './head-lines.ts'
import { trunkSeen } from './bearing.ts'
import { has } from './plane.ts'
import { atRest, fromRest } from './resting.ts'
import type { Reading, SignalRow } from './row.ts'
import { single } from './row.ts'
import { INDEX } from '../skeleton/landmarks.ts'

const { elbowL, elbowR, wristL, wristR } = INDEX

/** Face, shoulders and arms, and how many of them must be known. */
const POINTERS = 3
const ENOUGH = 2
/** Degrees by which hands that hold something at rest may be off the middle. */
const OFF = 20
/** Hz of the filter of each pointer at rest, and what a whole turn a second adds to it: depth trembles by more than the picture. */
const CUTOFF = 1.2
const PER_SPEED = 3
/** Seconds for which a pointer that is out of sight goes on saying what it said last: so long somebody who has turned far stays there. */
const OUT_OF_SIGHT = 3
/** A camera that stands 20 degrees aside sees a person at rest turned by as much. */
const CAMERA_ASIDE = 25
/** What one of the three pointers may say at most, degrees: beyond it landmarks are hidden and guessed. */
const MOST = 60
/** A model shows about half of the depth that a turn of the shoulders has (see `rotation/`). */
const SQUEEZED = 2
/** Degrees of turn by trunk length that the middle of the hands, and of the elbows, goes aside: arms held ahead, bent or crossed. */
const BY_HANDS = 55
const BY_ELBOWS = 100

/**
 * Rows of the angle table that count and do not measure: to which side somebody has turned against the camera, whatever they turned
 * with. Who takes the pelvis along, or leans, has done a repetition with a fault, and is to be told so, not passed over.
 */
export const TURN = {
  upper_body_turn: {
    definition:
      'Turn of the upper body to one side against the camera: the middle one of the directions of face, shoulders and arms from rest, wherever in the body the turn comes from',
    plane: 'transverse',
    views: ['front'],
    landmarks: [
      'nose',
      'eyeL',
      'eyeR',
      'mouthL',
      'mouthR',
      'earL',
      'earR',
      'shoulderL',
      'shoulderR',
      'elbowL',
      'elbowR',
      'wristL',
      'wristR',
      'hipL',
      'hipR',
    ],
    unit: 'deg',
    sign: 'positive = to the own left',
    kind: 'trend',
    paired: false,
    signed: true,
    rest: 0,
    parts: ['shoulders', 'hips'],
    error: {},
    change: 8,
    gate: 'fewer than two of face, shoulders and arms seen; of two the lesser is taken',
    source:
      'follows a turn and does not measure it: face 6 degrees of landmark error, depth of the shoulders 10, arms 2, the middle one 5; its scale is that of how the arms are held',
    read: (body, neutral) => single(turnNow(body, neutral)),
    open: () => {
      const reader = new TurnReader()
      return (body, neutral) => reader.read(body, neutral)
    },
    readSpace: (body, neutral): Reading | null => single(turnInSpace(body, neutral)),
    spaceError: 6,
  },
  face_turn: {
    definition:
      'Direction of the face against the camera, from rest: turn of the head on the shoulders and what the body adds to it',
    plane: 'transverse',
    views: ['front'],
    landmarks: [
      'nose',
      'eyeL',
      'eyeR',
      'mouthL',
      'mouthR',
      'earL',
      'earR',
      'shoulderL',
      'shoulderR',
      'hipL',
      'hipR',
    ],
    unit: 'deg',
    sign: 'positive = to the own left',
    kind: 'trend',
    paired: false,
    signed: true,
    rest: 0,
    parts: ['head'],
    error: {},
    change: 12,
    gate: 'face turned away from the camera',
    source:
      'as rotation of the neck; that of the shoulders is in it, which is why it counts and is not shown',
    read: (body, neutral) => single(moved(body, neutral, faceTurn(body))),
    readSpace: (body, neutral): Reading | null =>
      single(moved(body, neutral, headTurn(body)) + turnInSpace(body, neutral)),
    spaceError: 10,
  },
} satisfies Partial<Record<Signal, SignalRow>>

const moved = (body: Body, neutral: Neutral | null, value: number): number =>
  fromRest(value, atRest(body, neutral, 'neck_rotation'), CAMERA_ASIDE)

/** What face, shoulders and arms say of a turn, degrees from rest; NaN where it is not seen. `arms`: what those said at rest. */
const pointersOf = (body: Body, rest: Neutral | null, arms: number): readonly [number, number, number] => [
  moved(body, rest, faceTurn(body)),
  SQUEEZED * turnInSpace(body, rest),
  byArms(body) - arms,
]

/**
 * Follows to which side somebody has turned, degrees, own left positive: the middle one of what face, shoulders and arms say, so that no
 * one of them is a turn by itself: who looks about, waves or leans has not turned. From the first rest that was seen on: who stays at the end of range has not come to
 * another rest. A pointer that the turn itself hides keeps for three seconds what it said; null while fewer than two are known.
 */
export class TurnReader {
  private readonly said = new Float64Array(POINTERS)
  private readonly smooth = new OneEuroBank(POINTERS, CUTOFF, PER_SPEED)
  private readonly at = new Float64Array(POINTERS).fill(Number.NEGATIVE_INFINITY)
  private rest: Neutral | null = null
  private restless = false
  /** What the arms said at rest: hands that hold something are off the middle. */
  private arms = 0

  /** The reading of one frame. */
  read(body: Body, neutral: Neutral | null): Reading | null {
    this.know(body, neutral)
    let known = 0
    let seen = 0
    for (const [i, value] of pointersOf(body, this.rest ?? neutral, this.arms).entries()) {
      if (Number.isFinite(value)) {
        this.said[i] = this.smooth.next(i, saidBy(value), body.t, MOST)
        this.at[i] = body.t
        seen += 1
      } else if (!(body.t - (this.at[i] ?? 0) < OUT_OF_SIGHT)) {
        this.said[i] = 0
        continue
      }
      known += 1
    }
    const [face = 0, shoulders = 0, arms = 0] = this.said
    return seen === 0 || known < ENOUGH ? null : single(middleOf(face, shoulders, arms))
  }

  /** The first rest, and how the arms were held then; of one that was known beforehand nobody knows that. */
  private know(body: Body, neutral: Neutral | null): void {
    if (neutral === null) this.restless = true
    if (this.rest !== null || neutral === null || neutral.view !== body.view) return
    this.rest = neutral
    const arms = byArms(body)
    if (this.restless && Number.isFinite(arms)) this.arms = clamp(arms, -OFF, OFF)
  }
}

/** The reading of a single frame, without the past. */
function turnNow(body: Body, neutral: Neutral | null): number {
  const pointers = pointersOf(body, neutral, 0)
  if (pointers.filter(Number.isFinite).length < ENOUGH) return Number.NaN
  const [face, shoulders, arms] = pointers
  return middleOf(saidBy(face), saidBy(shoulders), saidBy(arms))
}

/** What a pointer says within its limits; 0 where it is not seen: the two others must then agree. */
const saidBy = (degrees: number): number => (Number.isFinite(degrees) ? clamp(degrees, -MOST, MOST) : 0)

/** The middle one of three. */
const middleOf = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))

/** How far hands and elbows are to one side of the shoulders, as a turn; both of a pair, for one arm alone goes where it likes. */
function byArms(body: Body): number {
  const across = middleX(body, 'shoulder')
  const hands =
    has(body, wristL) && has(body, wristR)
      ? ((px(body, 'wristL') + px(body, 'wristR')) / 2 - across) * BY_HANDS
      : Number.NaN
  const elbows =
    has(body, elbowL) && has(body, elbowR)
      ? ((px(body, 'elbowL') + px(body, 'elbowR')) / 2 - across) * BY_ELBOWS
      : Number.NaN
  const mean = Number.isNaN(hands) ? elbows : Number.isNaN(elbows) ? hands : (hands + elbows) / 2
  return mean / body.trunk
}

/** Direction of the shoulders from rest by depth, degrees; the way that a model gives it is squeezed. */
function turnInSpace(body: Body, neutral: Neutral | null): number {
  if (!trunkSeen(body)) return Number.NaN
  const rest = neutral?.shoulderYaw ?? 0
  const turn = body.shoulderYaw - (Number.isFinite(rest) ? rest : 0)
  return turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn
}
