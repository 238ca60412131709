import { BestRange } from '../repetition/best-range.ts'

/** Share of the last excursion that must be undone before a new one is measured: the way back is not the next attempt. */
const UNDONE = 0.5

/**
 * The furthest value that was held in the attempt at hand, along the working direction. Begins anew once the person has come half way back from the
 * attempt before. Missing values break what was being held.
 */
export class Furthest {
  private best = new BestRange(1)
  private low = Number.NaN
  private tail: { peak: number; height: number } | null = null

  /** How far out the running attempt has come from its lowest value; 0 before it began. */
  get height(): number {
    const height = this.best.best - this.low
    return this.tail === null && Number.isFinite(height) ? height : 0
  }

  /** Takes one value in, along the working direction. */
  next(value: number, t: number): void {
    if (!Number.isFinite(value)) return this.best.next(value, t)
    this.low = Number.isNaN(this.low) ? value : Math.min(this.low, value)
    if (this.tail !== null) {
      if (this.tail.peak - value < UNDONE * this.tail.height) return
      this.drop()
      this.low = value
    }
    this.best.next(value, t)
  }

  /** The furthest of the attempt that is over now, NaN when nothing was held. */
  take(): number {
    const { best } = this.best
    if (Number.isFinite(best)) this.tail = { peak: best, height: best - this.low }
    return best
  }

  /** Forgets the attempt at hand. */
  drop(): void {
    this.best = new BestRange(1)
    this.tail = null
    this.low = Number.NaN
  }
}
