import type { Reading } from '../row.ts'
import { restingLean, trunkLean } from '../bearing.ts'
import { type Body, can, trunkNow } from '../../body/body.ts'
import { OneEuroBank, share } from '../../body/one-euro.ts'
import type { Neutral } from '../../calibration/neutral.ts'
import { clamp, DEG } from '../../geometry.ts'
import { INDEX } from '../../skeleton/landmarks.ts'
import { type Arms, armsOf, breadthOf } from './arms.ts'
import { FullBreadth } from './breadth.ts'
import { DepthScale } from './depth-scale.ts'
import { Legs } from './legs.ts'
import { type Swing, swingOfHands } from './hands.ts'
import { turnOfPelvis } from './pelvis.ts'
import { SideMemory } from './side-memory.ts'

/** By what a trunk rotation was judged: all that counted for something, the most telling first. */
export type RotationEvidence = 'hands-forward' | 'shoulder-width' | 'depth' | 'pelvis'

/** A reading of trunk rotation with the evidence behind it; `error`: nine of ten are within, degrees. */
export type RotationReading = Reading & {
  error: number
  tremble: number
  evidence: readonly RotationEvidence[]
}

/** Side bend, degrees from the own rest, beyond which the picture cannot tell bending from turning, and below which it can again. */
const BEND_LIMIT = 11
const BEND_AGAIN = 9
/** What each degree of side bend takes from the certainty of breadth (a share) and depth (a sine). */
const BEND_BREADTH = 0.008
const BEND_DEPTH = 0.02
/** Standard error of a breadth, as a share: trembling landmarks; besides, what raised and reaching arms do to the shoulder points. */
const BREADTH_ERROR = 0.02
const RAISED_ERROR = 0.08
const REACHING_ERROR = 0.3
/** Standard error of the depth, as a sine, apart from its scale (two landmarks 8 millimetres off on a line of 350, stretched, and the bends). */
const DEPTH_ERROR = 0.09
const UNEVEN_ERROR = 0.1
/** Besides: of a turn of 15-20 degrees the model's depth may show nothing at all (rendered people); with free arms more often. */
const BLIND_FREE = 0.2
const BLIND_HELD = 0.15
/**
 * With free arms: shares of a turn that girdle and clothes leave open, and what a stiff model adds. A model that shows the depth of
 * the shoulders in full has seen the turn; one whose depth must be stretched by half has taken chest and pelvis for one piece
 * (rendered people with arms hanging or out to the sides: half of a turn of 50 is missing).
 */
const FREE_ERROR = 0.1
const STIFF_ERROR = 0.4
const STIFF = 0.5
/** Breadth of the legs, as a share, below which somebody steps round, over how much that becomes sure, and what it leaves open. */
const STEPS = 0.95
const STEPS_SURE = 0.1
const STEPPING_ERROR = 0.4
/** Depth of the pelvis, as a share of that of the shoulders, that no leak explains (see `pelvis`), and over how much that becomes sure. */
const LEAKS = 0.48
const LEAKS_SURE = 0.15
/** Errors are stated so that nine of ten readings lie within them: standard deviations for that. */
const NINE_OF_TEN = 1.64
/** Standard deviations of what comes and goes by which counting judges: somebody who walks in must stay below (synthetic people). */
const TREMBLE = 1.3
/**
 * Roundness of the chest (see `direction`), where the arms leave the girdle still (hanging, crossed, stretched forward): rendered people
 * have 0.18-0.32, points in the middle of the joints would have none.
 *
 * Arms that swing along carry the girdle, and with it the shoulder points, further than the chest. A clavicle of 15 cm turns forward and
 * back by 10 degrees (cadavers, Peeters 2023) to 15 (textbooks); one shoulder forward and the other back turn a line of 36 cm by 8 to 12.
 * Between none and all of that: 5 at the end of a turn of 50, 0.08-0.18 of it with the spread between people: GIRDLE. The same way
 * brings the ends together by up to 3 %, which looks like a chest less round by 0.04; with that and points between the surface and the
 * joint, ROUND_FREE is between none and 0.1. Either open end moves the end of range by two degrees; FREE_ERROR has room for them.
 */
const ROUND_STILL = 0.2
const ROUND_FREE = 0.05
const GIRDLE = 0.12
/** Hz with which hands that are held forward come to count, and cease: hands that only pass by before the chest say nothing. */
const HANDS_SETTLE = 0.4
const HANDS_LEAVE = 2
/** Hz with which a way of holding the arms as in a test is believed, and with which the length of the trunk is followed. */
const HELD_SETTLE = 0.8
const TRUNK_SETTLE = 0.15
/** Hz with which a resting direction that has just become known is taken over. */
const REST_SETTLE = 0.5
/**
 * By how much arms raised to the level lengthen the trunk in the picture: the clavicle goes up by 32 degrees as far as the arm goes
 * (Rettig 2015), by a third of that and more half way, and takes the shoulder up by 3 of the 50 cm from the hip.
 */
const RAISED_TRUNK = 1.06
/** A resting direction by depth beyond this, degrees, is no rest facing the camera. */
const REST_LIMIT = 30
/** An error so large that it says "not known", in sines. */
const UNKNOWN = 10
/** Standard errors of the pelvis: its line is half as long as that of the shoulders, so that the same landmark errors weigh double. */
const PELVIS_BREADTH = 0.035
const PELVIS_DEPTH = 0.07
/** How far the stretch of the depth differs between shoulders and pelvis, as a share, and the depth from which the stretch of this very frame outweighs that of the past, squared. */
const STRETCH_ERROR = 0.12
const STRETCH_WEIGHT = 0.01

type Line = { breadth: number; depth: number }

/**
 * Turn of the upper trunk on the pelvis, degrees, positive to the own left, seen from the front by one camera: the turn of the shoulders
 * minus that of the pelvis, each the most probable one of all evidence at hand.
 *
 * - Arms held forward: sideways swing of the hands against the own arm (MAE 3 degrees on rendered people of known angle).
 * - Breadth of shoulders and pelvis against the own full breadth: blind near 0, good from 25 degrees on (MAE 6 with the arms crossed).
 * - The model's depth, stretched by the person's own factor (`DepthScale`): gives the side and the small turns; weak by itself.
 *
 * Each counts by the inverse of its variance at that angle, so that nothing jumps when evidence comes or goes. Never the raw direction
 * of the shoulders: a turn of the whole body is taken out. The head is not looked at, for it turns by itself.
 *
 * null (withheld) without both shoulders and hips, and beyond a side bend of 11 degrees. Without depth the side of a turn is unknown,
 * and the error says so. Without a neutral pose the own breadth is the widest seen, and the errors are larger.
 */
export class RotationReader {
  private readonly smooth = new OneEuroBank(2, 1.5, 4)
  private readonly scale = new DepthScale()
  private readonly side = new SideMemory()
  private readonly legs = new Legs()
  private shoulders: FullBreadth | null = null
  private pelvis: FullBreadth | null = null
  private readonly deepShoulders = new FullBreadth(Number.NaN)
  private readonly deepPelvis = new FullBreadth(Number.NaN)
  private neutral: Neutral | null = null
  /** Pixels of a trunk length while the arms are down: raised arms lift the shoulder points. */
  private unit = Number.NaN
  /** 0..1: how far hands held forward count, the arms are held as in a test, and the girdle keeps still on the chest. */
  private trust = 0
  private held = 0
  private still = 0
  private swing: Swing | null = null
  private readonly tilts = { shoulder: Number.NaN, hip: Number.NaN }
  private bent = false
  private t = Number.NaN

  /** The reading of one frame; null when it is withheld. */
  read(body: Body, neutral: Neutral | null): RotationReading | null {
    const since = body.t - this.t
    if (!(since < 1)) this.forgetMotion()
    const dt = clamp(since || 0, 0, 0.2)
    this.t = body.t
    this.know(neutral)
    if (!can(body, 'shoulderL', 'shoulderR', 'hipL', 'hipR') || !(trunkNow(body) > 0)) return null
    const bend = Math.abs(trunkLean(body) - restingLean(neutral))
    this.bent = !(bend <= (this.bent ? BEND_AGAIN : BEND_LIMIT))
    const arms = armsOf(body, Number.isNaN(this.unit) ? trunkNow(body) : this.unit)
    this.measure(body, arms, dt)
    if (this.bent) return null
    const now = swingOfHands(body, neutral, this.unit)
    // Hands that sink fade out with what they said last.
    const swing = now ?? this.swing
    this.swing = swing
    const aim = (now?.trust ?? 0) * arms.forward
    this.trust += anew(dt, aim < this.trust ? HANDS_LEAVE : HANDS_SETTLE) * (aim - this.trust)
    const held = Math.max(aim, arms.crossed)
    this.held += anew(dt, HELD_SETTLE) * (held - this.held)
    this.still += anew(dt, HELD_SETTLE) * (Math.max(held, arms.hanging) - this.still)
    return this.fuse(body, neutral, swing, arms, bend, dt)
  }

  private forgetMotion(): void {
    this.smooth.reset()
    this.side.reset()
    this.swing = null
    this.trust = 0
    this.held = 0
    this.still = 0
  }

  private know(neutral: Neutral | null): void {
    if (neutral === this.neutral && this.shoulders !== null) return
    this.neutral = neutral
    this.shoulders ??= new FullBreadth(neutral?.shoulderWidth ?? Number.NaN)
    this.pelvis ??= new FullBreadth(neutral?.hipWidth ?? Number.NaN)
    this.shoulders.told(neutral?.shoulderWidth ?? Number.NaN)
    this.pelvis.told(neutral?.hipWidth ?? Number.NaN)
  }

  /** Learns the own lengths. */
  private measure(body: Body, arms: Arms, dt: number): void {
    const { t } = body
    const now = trunkNow(body)
    if (Number.isNaN(this.unit)) this.unit = arms.raised > 0.5 ? now / RAISED_TRUNK : now
    else if (arms.raised < 0.1) this.unit += share(TRUNK_SETTLE, dt) * (now - this.unit)
    this.shoulders?.learn(breadthOf(body, 'shoulder') / this.unit, t)
    this.pelvis?.learn(breadthOf(body, 'hip') / this.unit, t)
    this.deepShoulders.learn(breadthInSpace(body, INDEX.shoulderL, INDEX.shoulderR), t)
    this.deepPelvis.learn(breadthInSpace(body, INDEX.hipL, INDEX.hipR), t)
  }

  /** What is seen of the shoulders or the pelvis, as shares of the full breadth; depth from the resting direction on. */
  private line(body: Body, pair: 'shoulder' | 'hip', rest: number, dt: number): Line {
    const own = pair === 'shoulder' ? this.shoulders : this.pelvis
    const deep = pair === 'shoulder' ? this.deepShoulders : this.deepPelvis
    const { z } = body.space
    const ends = (z[INDEX[`${pair}L`]] ?? Number.NaN) - (z[INDEX[`${pair}R`]] ?? Number.NaN)
    const aim = Math.abs(rest) < REST_LIMIT ? Math.tan(rest / DEG) : 0
    const before = this.tilts[pair]
    const tilt = Number.isNaN(before) ? aim : before + share(REST_SETTLE, dt) * (aim - before)
    this.tilts[pair] = tilt
    const depth = this.smooth.next(pair === 'shoulder' ? 0 : 1, ends / deep.value, body.t)
    const breadth = breadthOf(body, pair) / this.unit / (own?.value ?? Number.NaN)
    return { breadth: clamp(breadth, -1, 1), depth: depth - tilt }
  }

  private fuse(
    body: Body,
    neutral: Neutral | null,
    swing: Swing | null,
    arms: Arms,
    bend: number,
    dt: number,
  ): RotationReading | null {
    const { scale, held, still } = this
    const shoulders = this.line(body, 'shoulder', neutral?.shoulderYaw ?? 0, dt)
    const pelvis = this.line(body, 'hip', neutral?.hipYaw ?? 0, dt)
    const reaching = Math.max(arms.reaching, this.trust)
    const round = ROUND_FREE + still * (ROUND_STILL - ROUND_FREE)
    if (reaching < 0.2 && bend < BEND_LIMIT / 2)
      scale.learn(Math.abs(shoulders.breadth), shoulders.depth, round, body.t)
    const depthError = Math.hypot(
      DEPTH_ERROR,
      BEND_DEPTH * bend,
      UNEVEN_ERROR * arms.uneven,
      BLIND_HELD + (BLIND_FREE - BLIND_HELD) * (1 - held),
    )
    const breadthError = Math.hypot(
      BREADTH_ERROR,
      this.shoulders?.error ?? 1,
      RAISED_ERROR * arms.raised,
      REACHING_ERROR * reaching,
      BEND_BREADTH * bend,
    )
    const known = Number.isFinite(shoulders.depth)
    const deep = known ? scale.scale * shoulders.depth : 0
    const byDepth = 1 / (known ? Math.hypot(depthError, scale.error * deep) : UNKNOWN) ** 2
    const byHands = swing === null ? 0 : this.trust / swing.error ** 2
    const weight = byHands + byDepth
    const upper = this.side.next(
      {
        breadth: shoulders.breadth,
        breadthError,
        round,
        sine: ((swing?.sine ?? 0) * byHands + deep * byDepth) / weight,
        sineError: 1 / Math.sqrt(weight),
      },
      body.t,
    )
    const { depth } = shoulders
    const stretch =
      (STRETCH_WEIGHT * scale.scale + Math.sin(upper.turn) * depth) / (STRETCH_WEIGHT + depth * depth)
    const sine = stretch * pelvis.depth
    const stiff = known ? clamp((stretch - 1) / STIFF, 0, 1) : 1
    const below = this.legs.read(body, this.unit, upper.turn, dt)
    const lower = turnOfPelvis(
      {
        breadth: pelvis.breadth,
        breadthError: Math.hypot(PELVIS_BREADTH, this.pelvis?.error ?? 1),
        sine,
        sineError: Math.hypot(PELVIS_DEPTH, STRETCH_ERROR * sine),
        held,
        stiff,
        ...below,
      },
      upper.turn,
    )
    const chest = upper.turn * (1 - GIRDLE * (1 - still))
    const value = (chest - lower.turn) * DEG
    if (!Number.isFinite(value)) return null
    const evidence = named(
      byHands * Math.cos(upper.turn) ** 2,
      (Math.sin(upper.turn) / breadthError) ** 2,
      byDepth * Math.cos(upper.turn) ** 2,
    )
    // Legs that narrow, or a pelvis deeper than any leak: somebody steps round, and nobody knows how much of it the pelvis takes along.
    const narrowed = Number.isFinite(below.legs) ? clamp((STEPS - below.legs) / STEPS_SURE, 0, 1) : 0
    const deeper = known ? Math.abs(sine) / Math.max(Math.abs(Math.sin(upper.turn)), DEPTH_ERROR) : 0
    const stepping = Math.max(narrowed, clamp((deeper - LEAKS) / LEAKS_SURE, 0, 1))
    const open = (FREE_ERROR + STIFF_ERROR * stiff) * (1 - held) + STEPPING_ERROR * stepping
    const error = NINE_OF_TEN * Math.hypot(upper.error, lower.error, open * upper.turn) * DEG
    return {
      value,
      left: Number.NaN,
      right: Number.NaN,
      error,
      tremble: Math.hypot(upper.error, lower.error, stepping * upper.turn) * TREMBLE * DEG,
      evidence,
    }
  }
}

/** Share of a step that is taken: all of it in a first frame, which has no past. */
const anew = (dt: number, cutoff: number): number => (dt > 0 ? share(cutoff, dt) : 1)

/** The reading of a single frame, without the person's past: larger error, and the side by this frame's depth alone. */
export const trunkRotation = (body: Body, neutral: Neutral | null): RotationReading | null =>
  new RotationReader().read(body, neutral)

/** Breadth across the picture by the model's own metres; NaN without them. */
function breadthInSpace(body: Body, l: number, r: number): number {
  const { x, y } = body.space
  return Math.hypot((x[l] ?? Number.NaN) - (x[r] ?? Number.NaN), (y[l] ?? Number.NaN) - (y[r] ?? Number.NaN))
}

/** Names of the evidence that makes out at least a tenth of what is known of the shoulders, and the pelvis that is taken off. */
function named(hands: number, breadth: number, depth: number): RotationEvidence[] {
  const all: [RotationEvidence, number][] = [
    ['hands-forward', hands],
    ['shoulder-width', breadth],
    ['depth', depth],
  ]
  const least = 0.1 * (hands + breadth + depth)
  const told = all.filter(([, weight]) => weight >= least).toSorted((a, b) => b[1] - a[1])
  return [...told.map(([name]) => name), 'pelvis']
}
