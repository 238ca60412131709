import { median } from '../geometry.ts'

/** One excursion that the segmenter has closed. Values are along the working direction (larger = further out). */
export type Excursion = {
  start: number
  peak: number
  end: number
  height: number
  holdSeconds: number
  partial: boolean
}

/** Share of the excursion, and of the smallest range, by which the signal must come back for the peak to count as left. */
const LEFT_PEAK = 0.08
const LEFT_FLOOR = 0.12
/** Share of the excursion a second by which the peak is forgotten: sinking slowly at the end of range is holding, not leaving. */
const SINKING = 0.03
/** Share of the excursion that it must come back before another may begin: a bounce at the end of range is one repetition. */
const REARM = 0.5
/** Within this share of the top the person is holding the end of the range. */
const AT_TOP = 0.12
/** Shares of the excursion a second: still going out faster than this, the person has not arrived at the top. */
const ARRIVES = 0.25
/** A full repetition reaches this share of the person's own range; below it and above `PARTIAL` it is partial. */
const FULL = 0.6
const PARTIAL = 0.35
/** Share of the smallest range, and of the own range, beyond which something has begun. */
const BEGINS = 0.4
const BEGINS_OWN = 0.25
/** Shorter than this is no movement of a person but a slip of the model; longer than this is a change of position. */
const MIN_SECONDS = 0.3
const MAX_SECONDS = 30
/** How many repetitions make the personal range. */
const MEMORY = 5
/** Share of the exercise's smallest range below which even a known small range is not followed: it would be tremble. */
const SMALLEST = 0.5
/** Seconds after which a changed resting posture is taken for the new rest. */
const RESETTLE = 4

/**
 * Finds repetitions in one signal as it comes in: out from rest to a peak and back. A full repetition is reported when its
 * peak is left, not when the person is back, and never at the end of the set; a partial one when the person has turned back
 * for good. All thresholds are shares of the person's own range once that is known, and of `minRange` (in the signal's unit)
 * until then. Memory does not grow with time.
 */
export class Segmenter {
  private readonly minRange: number
  private readonly heights: number[] = []
  private phase: 'rest' | 'out' | 'back' = 'rest'
  private reported = false
  private low = Number.NaN
  private leftRest = Number.NaN
  private high = Number.NaN
  private highTime = Number.NaN
  private edge = Number.NaN
  private lastTime = Number.NaN
  private topSince = Number.NaN
  private leftTop = Number.NaN
  private last = Number.NaN

  /** `personalRange`: how far the person went when the movement was tried before; small painful movement is then counted, too. */
  constructor(minRange: number, personalRange: number | null = null) {
    const own = personalRange !== null && personalRange > 0 ? personalRange : null
    const least = own === null ? minRange : Math.min(minRange, Math.max(SMALLEST * minRange, FULL * own))
    this.minRange = Math.max(least, 1e-6)
    if (own !== null) this.heights.push(own)
  }

  /** The person's own range: the median of the last repetitions; null before the first. */
  get range(): number | null {
    return this.heights.length > 0 ? median(this.heights) : null
  }

  /** How far out the signal is now, as a share of the own range (or of `minRange` before one is known). */
  get out(): number {
    return this.phase === 'rest' ? 0 : (this.last - this.low) / (this.range ?? this.minRange)
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

  /** Takes one value at `t` seconds; the excursion that has just been closed, or null. A missing value changes nothing. */
  next(value: number, t: number): Excursion | null {
    if (!Number.isFinite(value)) return null
    const since = t - this.lastTime
    this.last = value
    this.lastTime = t
    if (Number.isNaN(this.low)) this.rest(value, t)
    return this.phase === 'rest' ? this.atRest(value, t) : this.away(value, t, since)
  }

  private rest(value: number, t: number): null {
    this.phase = 'rest'
    this.reported = false
    this.low = value
    this.leftRest = t
    return null
  }

  private atRest(value: number, t: number): null {
    if (value <= this.low) return this.rest(value, t)
    const begins = Math.max(BEGINS * this.minRange, BEGINS_OWN * (this.range ?? 0))
    if (value - this.low < begins * 0.4) this.leftRest = t
    if (value - this.low < begins) return t - this.leftRest > RESETTLE ? this.rest(value, t) : null
    this.phase = 'out'
    this.high = value
    this.highTime = t
    this.edge = value
    this.topSince = t
    return null
  }

  private away(value: number, t: number, since: number): Excursion | null {
    if (value > this.high) this.rise(value, t)
    const height = this.high - this.low
    const back = this.high - value
    this.edge = Math.max(value, this.edge - SINKING * height * since)
    if (back <= AT_TOP * height) this.leftTop = t
    if (
      this.phase === 'out' &&
      this.edge - value >= Math.max(LEFT_PEAK * height, LEFT_FLOOR * this.minRange)
    ) {
      this.phase = 'back'
    }
    if (this.phase !== 'back') return null
    const over = back >= REARM * height
    const seconds = t - this.leftRest
    const plausible = seconds >= MIN_SECONDS && seconds <= MAX_SECONDS
    const closed = !this.reported && plausible ? this.judge(height, t, over) : null
    if (closed !== null) this.reported = true
    if (over) this.rest(value, t)
    return closed
  }

  /** Further out than before, perhaps after a halt on the way: the same excursion goes on. */
  private rise(value: number, t: number): void {
    const speed = (value - this.high) / Math.max(t - this.highTime, 1e-3)
    if (speed > ARRIVES * (value - this.low)) this.topSince = t
    this.high = value
    this.highTime = t
    if (!this.reported) this.phase = 'out'
  }

  /** A full excursion is closed at once; a smaller one only when the person has turned back for good. */
  private judge(height: number, t: number, over: boolean): Excursion | null {
    const own = this.range ?? 0
    const full = Math.max(this.minRange, FULL * own)
    const least = Math.max(FULL * this.minRange, PARTIAL * own)
    if (height < full && !(over && height >= least)) return null
    this.heights.push(height)
    if (this.heights.length > MEMORY) this.heights.shift()
    const holdSeconds = Math.max(0, this.leftTop - this.topSince)
    return {
      start: this.leftRest,
      peak: this.highTime,
      end: t,
      height,
      holdSeconds,
      partial: height < full,
    }
  }
}
