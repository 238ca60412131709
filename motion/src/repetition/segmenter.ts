import { clamp } from '../geometry.ts'
import { GAPS } from './gaps.ts'
import { FULL, OwnRange } from './own-range.ts'
import { JUST, Regular } from './regular.ts'
import { Stillness } from './stillness.ts'

/**
 * One excursion out from rest to a peak and back. Times in seconds; `height` in the signal's unit. When it is told, the person is still
 * on the way back: `end` is then the moment of telling and `backSeconds` null; both are set to what they came to when the person has
 * arrived at rest. `low`: the level that was left.
 */
export type Excursion = {
  start: number
  peak: number
  end: number
  height: number
  low: number
  holdSeconds: number
  outSeconds: number
  backSeconds: number | null
  partial: boolean
}

/** Share of the excursion, and of the smallest range, by which the signal must come back for the peak to count as left. */
const LEFT_PEAK = 0.08
const LEFT_FLOOR = 0.12
/**
 * After holding, people shift a little before they leave: so much more is asked for then (share), between these seconds of holding.
 * What was held for longer than `POSTURE` may be a new posture (sat down, leant back): it counts only with the way back.
 */
const SHIFTS = 0.08
const SHIFTS_FROM = 1.5
const SHIFTS_TO = 3
const POSTURE = 6
/** Share of the excursion a second by which the peak is forgotten: sinking slowly at the end of range is holding, not leaving. */
const SINKING = 0.03
/** Share of the excursion that it must come back before another may begin: a bounce at the end of range is one repetition. */
const REARM = 0.5
/** Within this share of the top the person is holding the end of the range; within it of rest the person has arrived. */
const AT_TOP = 0.12
const AT_REST = 0.15
/** Shares of the excursion a second: still going out faster than this, the person has not arrived at the top. */
const ARRIVES = 0.25
/** Share of the person's own range from which what is no whole repetition is a partial one. */
export const PARTIAL = 0.35
/** Times the smallest range from which the first repetition is believed at once; a smaller first one waits for others like it. */
const SURE = 1.25
/**
 * The same for one that began out of unrest: who sets out to exercise was still before, fidgeting never is.
 */
const SURE_RESTLESS = 2
/** Share of the smallest range below which nothing is a repetition, however regular: the tremble of a model is as large. */
const SMALL = 0.28
/** Share of the smallest range, and of the own range, beyond which something has begun; and how near to rest it was left. */
const BEGINS = 0.2
const BEGINS_OWN = 0.25
const LEAVES = 0.16
const LEAVES_OWN = 0.1
/** A change of no more than this share of the smallest range that stays is a changed posture. */
const CHANGED = 0.4
/** So many times its expected error an excursion must come to: much of the error is one of scale, which moves nobody. */
const STANDS_OUT = 1.2
/** Shorter than this is no movement of a person but a slip of the model; longer than this is a change of position. */
const MIN_SECONDS = 0.3
/** Share of its height that a second sample must reach: what a single frame shows is a slip of the model. */
const TWICE = 0.5
/**
 * Seconds that the way out takes at least: a jump within a frame or two is the model's; it is believed only when the person stays
 * there and the whole lasts as long as a quick repetition does.
 */
const MIN_OUT = 0.12
const QUICK = 0.8
/** Share of the height that a single step may bring: at a slow camera a jump of the model takes as long as a step. */
const LEAP = 0.8
const MAX_SECONDS = 30
/** Share of the exercise's smallest range below which even a known small range is not followed: it would be tremble. */
const SMALLEST = 0.3
/** From this share of its height on, an excursion that was something else there is something else altogether (a hand at the mouth). */
const ELSE = 0.7
/** Seconds after which a changed resting posture is taken for the new rest; and after which somebody has stopped going back. */
const RESETTLE = 4
const STOPPED = 0.6

const NONE: readonly Excursion[] = []
/** An excursion that was over by a single sample, from the top: how it stood, when that sample came, and whether it `fell` nearly all the way. */
type Over = {
  at: number
  low: number
  high: number
  highTime: number
  leftRest: number
  topSince: number
  told: Excursion | null
  fell: boolean
}
/** Share of the height within which the signal is back at the top a moment after it fell: nobody turns that fast, what lies between was a slip. */
const BACK_AT_TOP = 0.4

/**
 * Finds repetitions in one signal as it comes in: out from rest to a peak and back, for every kind of template. A full repetition is
 * told when its peak is left, not when the person is back, and never at the end of the set; a partial one when the person has turned
 * back for good. All thresholds are shares of the person's own range once that is known, and of `minRange` (in the signal's unit)
 * until then. Excursions smaller than that are told, as partial, only once several alike show that they are no fidgeting. Missing
 * data: a value that is not a number changes nothing; what had begun before a longer gap is dropped. Memory does not grow with time.
 */
export class Segmenter {
  private readonly minRange: number
  private readonly regular: Regular
  private readonly personal = new OwnRange()
  private phase: 'rest' | 'out' | 'back' = 'rest'
  private reported = false
  private low = Number.NaN
  private lowTime = Number.NaN
  private leftRest = Number.NaN
  private high = Number.NaN
  private highTime = Number.NaN
  private second = Number.NaN
  private over: Over | null = null
  private edge = Number.NaN
  private leap = 0
  private lastTime = Number.NaN
  private topSince = Number.NaN
  private leftTop = Number.NaN
  private last = Number.NaN
  private told: Excursion | null = null
  private error = 0
  private stated = 0
  private elsewhere = 0
  private home = Number.NaN
  private backFrom = Number.NaN
  private goingHome = false
  private readonly calm: Stillness
  private still = false

  /** `personalRange`: how far the person went when the movement was tried before; small painful movement is then counted, too. */
  constructor(minRange: number, personalRange: number | null = null) {
    const own = personalRange !== null && personalRange > 0 ? personalRange : null
    const least = own === null ? minRange : Math.min(minRange, Math.max(SMALLEST * minRange, FULL * own))
    this.minRange = Math.max(least, 1e-6)
    this.regular = new Regular(this.minRange)
    this.calm = new Stillness(this.minRange)
    if (own !== null) this.personal.learn(own)
  }

  /** The person's own range: the median of the last repetitions; null before the first. */
  get range(): number | null {
    return this.personal.range
  }

  /** How far out the signal is now, as a share of the own range (or of `minRange` before one is known). */
  get out(): number {
    return this.phase === 'rest' ? 0 : (this.last - this.low) / (this.range ?? this.minRange)
  }

  /** How far the running excursion has come, in the signal's unit; 0 at rest. */
  get height(): number {
    return this.phase === 'rest' ? 0 : this.high - this.low
  }

  /** When the running excursion began, and when it was furthest so far. */
  get setOutAt(): number {
    return this.leftRest
  }

  get furthestAt(): number {
    return this.highTime
  }

  /** True while the way back of an excursion that was told is not over. */
  get comingHome(): boolean {
    return this.goingHome
  }

  /** The level from which the person set out, or rests now; NaN before anything was seen. */
  get level(): number {
    return this.low
  }

  /** True when a small excursion, not told, reached at least `height` in this time. */
  wentAlong(from: number, to: number, height: number): boolean {
    return this.regular.has(from, to, height)
  }

  /** Forgets an unfinished excursion (the camera was blind): it can never be counted. The own range is kept. */
  interrupt(): void {
    this.phase = 'rest'
    this.low = Number.NaN
    this.goingHome = false
    this.regular.forget()
  }

  /** So far out the limb is doing something else (the hand is at the mouth): an excursion that goes hardly further never counts. */
  doubt(): void {
    if (this.phase !== 'rest') this.elsewhere = Math.max(this.elsewhere, this.last - this.low)
  }

  /**
   * Takes one value at `t` seconds; the excursions that are known to be repetitions now, none in nearly every frame. `error`: expected
   * error of this value where the reading knows it: an excursion must stand out from the largest on its way. `stated`: what a height
   * may be off by as the signal is seen now: by it half a repetition is told from a whole one.
   */
  next(value: number, t: number, error = 0, stated = error): readonly Excursion[] {
    if (!Number.isFinite(value)) return NONE
    this.stated = stated
    const since = t - this.lastTime
    if (since > GAPS.limb) this.interrupt()
    const before = this.last
    this.last = value
    this.lastTime = t
    if (Number.isNaN(this.low)) this.rest(value, t)
    if (this.goingHome) this.comeHome(value, t)
    if (error > this.error) this.error = error
    if (this.over !== null) this.undo(value, t)
    return this.phase === 'rest' ? this.atRest(value, t, before) : this.away(value, t, since, before)
  }

  private rest(value: number, t: number): readonly Excursion[] {
    if (this.phase !== 'rest' || Number.isNaN(this.low)) this.calm.begin(value, t)
    this.phase = 'rest'
    this.reported = false
    this.error = 0
    this.elsewhere = 0
    this.low = value
    this.lowTime = t
    this.leftRest = t
    return NONE
  }

  private atRest(value: number, t: number, before: number): readonly Excursion[] {
    const still = this.calm.next(value, t)
    if (value <= this.low) return this.rest(value, t)
    const own = this.range ?? 0
    const gone = value - this.low
    if (gone < Math.max(LEAVES * this.minRange, LEAVES_OWN * own)) this.leftRest = t
    if (gone < Math.max(BEGINS * this.minRange, BEGINS_OWN * own))
      return t - this.leftRest > RESETTLE ? this.rest(value, t) : NONE
    this.still = still
    this.phase = 'out'
    this.leap = value - before
    this.high = value
    this.highTime = t
    this.second = this.low
    this.edge = value
    this.topSince = t
    this.leftTop = t
    return NONE
  }

  private away(value: number, t: number, since: number, before: number): readonly Excursion[] {
    if (value - before > this.leap) this.leap = value - before
    if (value > this.high) this.rise(value, t)
    else if (value > this.second) this.second = value
    const height = this.high - this.low
    const back = this.high - value
    const seconds = t - this.leftRest
    if (
      seconds > MAX_SECONDS ||
      (seconds > RESETTLE && height < CHANGED * this.minRange && back < AT_TOP * height)
    )
      return this.rest(value, t)
    this.edge = Math.max(value, this.edge - SINKING * height * since)
    if (this.phase === 'out' && this.edge - value >= this.leaves(height)) this.phase = 'back'
    if (back <= AT_TOP * height) this.leftTop = t
    if (this.phase !== 'back') return NONE
    const over = back >= REARM * height
    const already = this.reported
    const told = !already && seconds >= MIN_SECONDS ? this.judge(height, t, over) : NONE
    if (over) {
      const { low, high, highTime, leftRest, topSince } = this
      // What only waits for others like it has not been told: it may begin anew.
      const counted = already || told.length > 0
      if (high - before <= BACK_AT_TOP * height && counted && height >= this.minRange)
        this.over = {
          at: t,
          low,
          high,
          highTime,
          leftRest,
          topSince,
          told: this.told,
          fell: before - value >= LEAP * height,
        }
      const level = this.low
      this.rest(value, t)
      this.home = level + AT_REST * height
      this.backFrom = this.leftTop
      this.goingHome = this.told !== null
    }
    return told
  }

  /** What made it seem over was a slip, of one sample or of a few (left and right taken for each other): the excursion that seemed over goes on, and is not told twice. */
  private undo(value: number, t: number): void {
    const { over } = this
    if (over === null || over.at === t) return
    const height = over.high - over.low
    const back = over.high - value <= BACK_AT_TOP * height
    if (back || !over.fell || t - over.at > GAPS.slip) this.over = null
    if (!back || t - over.at > GAPS.slip) return
    this.phase = 'back'
    this.reported = true
    this.low = over.low
    this.high = over.high
    this.highTime = over.highTime
    this.leftRest = over.leftRest
    this.topSince = over.topSince
    this.leftTop = t
    this.edge = value
    this.second = over.high
    this.told = over.told
    this.goingHome = false
  }

  /** By how much the signal must have come back for the peak to have been left. */
  private leaves(height: number): number {
    const held = this.leftTop - this.topSince
    if (held > POSTURE) return REARM * height
    const shifts = SHIFTS * clamp((held - SHIFTS_FROM) / (SHIFTS_TO - SHIFTS_FROM), 0, 1)
    return Math.max((LEFT_PEAK + shifts) * height, LEFT_FLOOR * Math.min(this.minRange, height))
  }

  /** Further out than before, perhaps after a halt on the way: the same excursion goes on. */
  private rise(value: number, t: number): void {
    const speed = (value - this.high) / Math.max(t - this.highTime, 1e-3)
    if (speed > ARRIVES * (value - this.low)) this.topSince = t
    this.second = this.high
    this.high = value
    this.highTime = t
    if (!this.reported) this.phase = 'out'
  }

  /** A full excursion is told at once; a smaller one only when the person has turned back for good. */
  private judge(height: number, t: number, over: boolean): readonly Excursion[] {
    const own = this.range ?? 0
    if (this.second - this.low < TWICE * height) return NONE
    if (height < STANDS_OUT * this.error || this.elsewhere >= ELSE * height) return NONE
    const full =
      this.range === null
        ? this.minRange
        : Math.max(JUST * this.minRange, this.personal.leastWhole(this.stated))
    const sure = this.range === null ? (this.still ? SURE : SURE_RESTLESS) * this.minRange : full
    if ((this.highTime - this.leftRest < MIN_OUT || this.leap > LEAP * height) && t - this.leftRest < QUICK)
      return NONE
    if (height >= sure) {
      const told = this.tell(height, t, false)
      const before = this.regular.vouched(told)
      for (const one of before) this.personal.learn(one.height)
      this.personal.learn(height)
      return before.length === 0 ? [told] : [...before, told]
    }
    if (!over) return NONE
    // Once the person's own range is known, one that falls short of it is a partial one; before that, nobody knows what it is.
    if (this.range !== null && height >= Math.max(FULL * this.minRange, PARTIAL * own)) {
      this.personal.learnShort(height)
      return [this.tell(height, t, true)]
    }
    if (height < SMALL * this.minRange) return NONE
    const proven = this.regular.next(this.tell(height, t, height < full), this.still)
    for (const one of proven) if (!one.partial) this.personal.learn(one.height)
    return proven
  }

  private tell(height: number, t: number, partial: boolean): Excursion {
    this.reported = true
    const holdSeconds = Math.max(0, this.leftTop - this.topSince)
    const outSeconds = Math.max(0, Math.min(this.topSince, this.highTime) - this.leftRest)
    this.told = {
      start: this.leftRest,
      peak: this.highTime,
      end: t,
      height,
      low: this.low,
      holdSeconds,
      outSeconds,
      backSeconds: null,
      partial,
    }
    return this.told
  }

  /** Follows the way back of what was told until the person is at rest, stops, or sets out again. */
  private comeHome(value: number, t: number): void {
    const { told } = this
    if (told === null) return
    const arrived = value <= this.home
    const turned = this.phase === 'out' || t - this.lowTime > STOPPED
    if (!arrived && !turned) return
    told.end = arrived ? t : this.lowTime
    told.backSeconds = Math.max(0, told.end - this.backFrom)
    this.told = null
    this.goingHome = false
  }
}
