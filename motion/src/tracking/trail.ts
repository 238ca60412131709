import { type Body, can, middleX, middleY, px, py } from '../body/body.ts'
import { tiltOf } from './figure-demands.ts'

/** Seconds between two samples, and samples kept: twelve seconds, longer than the way out of nearly every repetition. */
const EVERY = 0.1
const KEPT = 120
/** Each limb by the point at its end and the joint that it hangs from. */
const LIMBS = [
  ['wristL', 'shoulderL'],
  ['wristR', 'shoulderR'],
  ['ankleL', 'hipL'],
  ['ankleR', 'hipR'],
] as const
/** Numbers of one sample: time, height of the hips, tilt of the trunk, the way from hand to hand (x, y), and two (x, y) a limb. */
const HIPS = 1
const TILT = 2
const HANDS = 3
const LIMB = 5
const WIDTH = LIMB + 2 * LIMBS.length
/** Share of the samples in which a point must have been seen for anything to be said about it. */
const SEEN = 0.6
/** Samples from the beginning in which rest may first be seen. */
const REST = 5

/** How far a limb went is what it reached in so many samples at least: what a single one shows was a slip of the model. */
const TWICE = 2
/** The hands are away from one another as they were for so much of the time at least: a hand that slips for a moment is none. */
const STAYS = 0.25

/**
 * How far hands, feet and hips came, in trunk lengths, and the median tilt in degrees; NaN for what was hardly seen. `between`: how far
 * the one hand came, as seen from the other, and stayed for a while.
 */
export type Travel = {
  handL: number
  handR: number
  between: number
  footL: number
  footR: number
  hips: number
  tilt: number
}

/**
 * Remembers hands, feet, hips and trunk over the last seconds, to be asked how far each went during an excursion. Unit: the person's own
 * trunk length in the picture, as it is known when asked; tilt in degrees from the upright. Missing data: a joint that is hidden leaves
 * a gap, and one that was hidden for most of the span, or at its beginning, has gone nobody knows how far. Memory does not grow.
 */
export class Trail {
  private readonly samples = new Float64Array(KEPT * WIDTH).fill(Number.NaN)
  private next = 0
  private last = Number.NEGATIVE_INFINITY
  private trunk = Number.NaN

  /** Takes one frame in; most are passed over. */
  add(body: Body): void {
    const { t } = body
    this.trunk = body.trunk
    if (!(t - this.last >= EVERY)) return
    this.last = t
    const { samples } = this
    const at = this.next * WIDTH
    this.next = (this.next + 1) % KEPT
    const [x, y] = [middleX(body, 'hip'), middleY(body, 'hip')]
    samples[at] = t
    samples[at + HIPS] = y
    samples[at + TILT] = tiltOf(middleX(body, 'shoulder') - x, middleY(body, 'shoulder') - y)
    const hands = can(body, 'wristL', 'wristR')
    samples[at + HANDS] = hands ? px(body, 'wristL') - px(body, 'wristR') : Number.NaN
    samples[at + HANDS + 1] = hands ? py(body, 'wristL') - py(body, 'wristR') : Number.NaN
    for (const [i, [end, joint]] of LIMBS.entries()) {
      const seen = can(body, end, joint)
      samples[at + LIMB + 2 * i] = seen ? px(body, end) - px(body, joint) : Number.NaN
      samples[at + LIMB + 2 * i + 1] = seen ? py(body, end) - py(body, joint) : Number.NaN
    }
  }

  /** How far everything came from where it was at `from` (seconds), until now. */
  since(from: number): Travel {
    const rows: number[] = []
    for (let i = 0; i < KEPT; i++) {
      const row = ((this.next + i) % KEPT) * WIDTH
      if ((this.samples[row] ?? Number.NaN) >= from - EVERY) rows.push(row)
    }
    const limb = (i: number): number => this.wayOf(rows, [LIMB + 2 * i, LIMB + 2 * i + 1])
    return {
      handL: limb(0),
      handR: limb(1),
      between: this.wayOf(rows, [HANDS, HANDS + 1], STAYS),
      footL: limb(2),
      footR: limb(3),
      hips: this.wayOf(rows, [HIPS]),
      tilt: this.middleOf(rows, TILT),
    }
  }

  private at(row: number, k: number): number {
    return this.samples[row + k] ?? Number.NaN
  }

  private wayOf(rows: readonly number[], axes: readonly number[], stays = 0): number {
    const first = axes[0] ?? 0
    const seen = rows.filter((row) => Number.isFinite(this.at(row, first)))
    const rest = rows.slice(0, REST).find((row) => Number.isFinite(this.at(row, first)))
    if (rest === undefined || seen.length < SEEN * rows.length) return Number.NaN
    const ways = seen.map((row) => Math.hypot(...axes.map((k) => this.at(row, k) - this.at(rest, k))))
    const furthest = ways.toSorted((a, b) => b - a)
    const times = axes.length > 1 ? TWICE : 1
    const nth = Math.max(times - 1, Math.floor(stays * furthest.length))
    return (furthest[Math.min(nth, furthest.length - 1)] ?? Number.NaN) / this.trunk
  }

  private middleOf(rows: readonly number[], k: number): number {
    const values = rows.map((row) => this.at(row, k)).filter(Number.isFinite)
    return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
  }
}
