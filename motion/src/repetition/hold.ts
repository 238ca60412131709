import { GAPS } from './gaps.ts'

/**
 * Share of the band by which the signal may leave it before the clock stops, so that a tremble does not stop it; and the most, as a share of
 * the signal's error, little of which trembles: a wide band would otherwise take in the position in which people rest.
 */
const SLACK = 0.15
const OF_ERROR = 0.5

/**
 * Clock that runs only while a signal (its unit) is inside its band: what holds and movement tests are timed by. Missing data: a value
 * that is not a number changes nothing; time in a gap longer than a slow camera's step (`GAPS`) was seen by nobody and is not counted.
 */
export class HoldClock {
  private readonly min: number
  private readonly max: number
  private readonly slack: number
  private last = Number.NaN
  private lastSaid = 0
  inside = false
  seconds = 0

  /** `min`, `max`: the band, and `error` of the signal, in its unit. */
  constructor(min: number, max: number, error = Number.POSITIVE_INFINITY) {
    this.min = min
    this.max = max
    this.slack = Math.min(Math.abs(max - min) * SLACK, error * OF_ERROR)
  }

  /** The position was lost from sight: the clock stands and begins anew only when it is seen again. */
  stop(): void {
    this.inside = false
    this.last = Number.NaN
  }

  /** Takes one value; true when there is something new to tell: in, out, or another half second held. */
  next(value: number, t: number): boolean {
    if (!Number.isFinite(value)) return false
    const was = this.inside
    const slack = was ? this.slack : 0
    this.inside = value >= this.min - slack && value <= this.max + slack
    const step = t - this.last
    this.last = t
    if (was && this.inside && step > 0 && step <= GAPS.slow) this.seconds += step
    const tell = was !== this.inside || this.seconds - this.lastSaid >= 0.5
    if (tell) this.lastSaid = this.seconds
    return tell
  }
}
