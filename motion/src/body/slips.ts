import { LANDMARKS } from '../pose.ts'
import { unknown } from './points.ts'

/**
 * Fastest that a landmark can travel, trunk lengths (half a metre) a second: hands and feet 7 m/s, elbows 5, the trunk and head 3.5.
 * Exercise is far slower; what is faster is a slip of the model.
 */
const FASTEST: readonly number[] = LANDMARKS.map((name) =>
  /^(shoulder|hip|ear|nose|eye|mouth)/.test(name) ? 7 : /^(elbow|knee)/.test(name) ? 10 : 14,
)
/** Trembling of the model between two frames, in trunk lengths. */
const TREMBLE = 0.15
/** Longest step in seconds over which a landmark is followed. */
const FOLLOW = 0.2
/** Seconds for which a landmark that slips stays where it was seen last; after them it is not seen. */
const KEPT = 0.2

/** What to do with a sample: take it, pass it over and stay where the landmark was, or take the landmark for lost. */
export type Verdict = 'take' | 'stay' | 'lost'

/**
 * Outliers landmark by landmark: a sample further from the last good one than the landmark can travel is passed over. Two such samples
 * in a row that agree with one another are believed: the hand did go there. Source: speeds of human movement, not of any recording.
 */
export class Slips {
  private readonly x = unknown()
  private readonly y = unknown()
  private readonly time = unknown()
  private readonly slipX = unknown()
  private readonly slipY = unknown()
  private readonly slipTime = unknown()

  /** Forgets all landmarks. */
  reset(): void {
    this.time.fill(Number.NaN)
    this.slipTime.fill(Number.NaN)
  }

  /** Forgets one landmark: it was not seen. */
  forget(i: number): void {
    this.time[i] = Number.NaN
    this.slipTime[i] = Number.NaN
  }

  /** Judges the sample (`x`, `y`) of landmark `i`; `trunk` in the same unit. */
  judge(i: number, x: number, y: number, t: number, trunk: number): Verdict {
    const good = t - (this.time[i] ?? Number.NaN)
    const slipped = t - (this.slipTime[i] ?? Number.NaN)
    const far = Math.hypot(x - (this.x[i] ?? x), y - (this.y[i] ?? y))
    const fromSlip = Math.hypot(x - (this.slipX[i] ?? x), y - (this.slipY[i] ?? y))
    const stays = good <= FOLLOW && far > this.reach(i, good, trunk)
    if (!stays || (slipped <= FOLLOW && fromSlip <= this.reach(i, slipped, trunk))) {
      this.x[i] = x
      this.y[i] = y
      this.time[i] = t
      this.slipTime[i] = Number.NaN
      return 'take'
    }
    this.slipX[i] = x
    this.slipY[i] = y
    this.slipTime[i] = t
    return good <= KEPT ? 'stay' : 'lost'
  }

  private reach(i: number, dt: number, trunk: number): number {
    return trunk * ((FASTEST[i] ?? 14) * dt + TREMBLE)
  }
}
