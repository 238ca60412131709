import { median } from './geometry.ts'

/** One excursion that the segmenter has closed. Values are along the working direction (larger = further out). */
export type Excursion = {
  start: number
  peak: number
  end: number
  height: number
  holdSeconds: number
  partial: boolean
}

/** Share of the excursion that the signal must come back for the peak to count as left. */
const LEFT_PEAK = 0.15
/** Share of the excursion that it must come back before another may begin: a bounce at the end of range is one repetition. */
const REARM = 0.5
/** Within this share of the top the person is holding the end of the range. */
const AT_TOP = 0.15
/** A full repetition reaches this share of the person's own range; below it and above `PARTIAL` it is partial. */
const FULL = 0.6
const PARTIAL = 0.35
/** Shorter than this is no movement of a person but a slip of the model; longer than this is a change of position. */
const MIN_SECONDS = 0.3
const MAX_SECONDS = 30
/** How many repetitions make the personal range. */
const MEMORY = 5

/**
 * Finds repetitions in one signal as it comes in: out from rest to a peak and back. A repetition is reported when its peak is
 * left, not when the person is back, and never at the end of the set. All thresholds are shares of the person's own range
 * once that is known, and of `minRange` (in the signal's unit) until then. Memory does not grow with time.
 */
export class Segmenter {
  private readonly minRange: number
  private readonly heights: number[] = []
  private phase: 'rest' | 'out' | 'back' = 'rest'
  private low = Number.NaN
  private lowTime = Number.NaN
  private high = Number.NaN
  private highTime = Number.NaN
  private topSince = Number.NaN
  private leftRest = Number.NaN
  private valley = Number.NaN
  private last = Number.NaN

  constructor(minRange: number) {
    this.minRange = Math.max(minRange, 1e-6)
  }

  /** The person's own range: the median of the last repetitions; null before the first. */
  get range(): number | null {
    return this.heights.length > 0 ? median(this.heights) : null
  }

  /** How far out the signal is now, as a share of the own range (or of `minRange` before one is known). */
  get out(): number {
    return this.phase === 'rest' || Number.isNaN(this.low)
      ? 0
      : (this.last - this.low) / (this.range ?? this.minRange)
  }

  /** How far the running excursion has come, in the signal's unit; 0 at rest. */
  get height(): number {
    return this.phase === 'rest' ? 0 : this.high - this.low
  }

  /** Forgets an unfinished excursion (the camera was blind): it can never be counted. The own range is kept. */
  interrupt(): void {
    this.phase = 'rest'
    this.low = Number.NaN
  }

  /** Takes one value at `t` seconds; the excursion whose peak has just been left, or null. A missing value changes nothing. */
  next(value: number, t: number): Excursion | null {
    if (!Number.isFinite(value)) return null
    this.last = value
    if (Number.isNaN(this.low)) this.rest(value, t)
    if (this.phase === 'rest') this.atRest(value, t)
    else if (this.phase === 'out') return this.goingOut(value, t)
    else this.comingBack(value, t)
    return null
  }

  private rest(value: number, t: number): void {
    this.phase = 'rest'
    this.low = value
    this.lowTime = t
    this.leftRest = t
  }

  private atRest(value: number, t: number): void {
    if (value <= this.low) return this.rest(value, t)
    const threshold = this.starts()
    // Resting posture drifts: follow it slowly while nothing has begun.
    if (value - this.low < threshold * 0.4) this.leftRest = t
    if (t - this.leftRest > 4 && value - this.low < threshold) return this.rest(value, t)
    if (value - this.low >= threshold) {
      this.phase = 'out'
      this.lowTime = this.leftRest
      this.high = value
      this.highTime = t
      this.topSince = t
    }
  }

  private goingOut(value: number, t: number): Excursion | null {
    if (value > this.high) {
      if (value - this.high > AT_TOP * (value - this.low) * 0.25) this.topSince = t
      this.high = value
      this.highTime = t
      return null
    }
    const height = this.high - this.low
    if (this.high - value < LEFT_PEAK * height) return null
    this.phase = 'back'
    this.valley = value
    const seconds = t - this.lowTime
    if (seconds < MIN_SECONDS || seconds > MAX_SECONDS) return null
    return this.judge(height, t)
  }

  private comingBack(value: number, t: number): void {
    const height = this.high - this.low
    if (value > this.high + LEFT_PEAK * height) {
      // Further out than before without having come back: the same excursion goes on.
      this.high = value
      this.highTime = t
    }
    if (value < this.valley) this.valley = value
    if (this.high - value >= REARM * height) this.rest(value, t)
  }

  private judge(height: number, t: number): Excursion | null {
    const own = this.range
    const full = Math.max(this.minRange, FULL * (own ?? 0))
    const least = Math.max(FULL * this.minRange, PARTIAL * (own ?? 0))
    if (height < least) return null
    this.heights.push(height)
    if (this.heights.length > MEMORY) this.heights.shift()
    return {
      start: this.lowTime,
      peak: this.highTime,
      end: t,
      height,
      holdSeconds: Math.max(0, t - this.topSince),
      partial: height < full,
    }
  }

  private starts(): number {
    return Math.max(0.4 * this.minRange, 0.25 * (this.range ?? 0))
  }
}
