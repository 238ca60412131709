import type { FaultCount } from '../events.ts'
import { clamp } from '../geometry.ts'
import type { FaultRule } from '../movement.ts'
import type { Verdict } from './evidence.ts'
import { GAPS } from '../repetition/gaps.ts'

/** Seconds for which a fault that was said must stay away in a hold or a timed exercise before that is worth a word. */
const CLEAR = 4
/** Share of a repetition in which the rule must have been judged for "gone" to be known. */
const JUDGED = 0.5

/** What a whole repetition says about a rule: broken or kept, and how far beyond the limit, as a share of it. */
export type Whole = { over: number; broken: boolean }

/** What is known of one fault rule in the running set. Its size does not grow with time. */
export class RuleState {
  readonly rule: FaultRule
  /** The rule has been broken for long enough and still is. */
  present = false
  /** Repetitions (or times, in a hold) with this fault. */
  count = 0
  /** Seconds for which it was present in this set. */
  seconds = 0
  /** How far beyond the limit it is, and at the most was. */
  magnitude = 0
  confidence = 0
  /** It was said and has not been mended since. */
  said = false
  saidAt = Number.NEGATIVE_INFINITY
  /** It was present in the running repetition. */
  hit = false
  private worst = 0
  private since = Number.NaN
  private judgedAt = Number.NaN
  private judged = 0
  private passed = 0
  private clean = 0

  constructor(rule: FaultRule) {
    this.rule = rule
  }

  /** Takes one frame in that suits the rule. `verdict`: null where nothing can be said. */
  take(t: number, dt: number, verdict: Verdict | null, repeats: boolean): void {
    this.passed += dt
    if (verdict === null) {
      if (t - this.judgedAt > GAPS.fault) this.drop()
      return
    }
    this.judgedAt = t
    this.judged += dt
    if (verdict.is === 'kept') {
      this.drop()
      this.clean += dt
      return
    }
    if (verdict.is === 'between' && !this.present) {
      this.since = Number.NaN
      return
    }
    this.clean = 0
    this.magnitude = verdict.magnitude
    this.confidence = verdict.confidence
    if (Number.isNaN(this.since)) this.since = t
    if (this.present) this.seconds += dt
    else if (t - this.since >= this.rule.seconds) this.begin(t - this.since, repeats)
    if (this.present) this.mark(repeats)
  }

  /** Takes in what a whole repetition says about the rule. */
  takeWhole({ over, broken }: Whole, sight: number): void {
    this.passed += 1
    this.judged += 1
    this.present = broken
    this.magnitude = clamp(over, 0, 1)
    this.confidence = sight
    if (broken) this.mark(true)
  }

  /** Running evidence ends here: the fault is not present, as far as anybody knows. */
  drop(): void {
    this.since = Number.NaN
    this.present = false
  }

  /** Nothing could be seen: evidence ends, and this repetition can show nothing to be mended. */
  hide(): void {
    this.drop()
    this.hit = false
    this.judged = 0
    this.passed = 0
    this.clean = 0
  }

  /** The running repetition is over; true when a fault that was said has stayed away in it. */
  closeRepetition(): boolean {
    const gone = this.said && !this.hit && this.judged > 0 && this.judged >= JUDGED * this.passed
    this.hit = false
    this.judged = 0
    this.passed = 0
    return gone
  }

  /** True when a fault that was said has stayed away for some seconds of a hold. */
  cleared(): boolean {
    return this.said && this.clean >= CLEAR
  }

  /** What it came to in the set. */
  total(share: number | null): FaultCount {
    const { rule, count, seconds, worst } = this
    return { id: rule.id, count, seconds, share, magnitude: worst }
  }

  private begin(seconds: number, repeats: boolean): void {
    this.present = true
    this.seconds += seconds
    if (!repeats) this.count += 1
  }

  private mark(repeats: boolean): void {
    if (repeats && !this.hit) this.count += 1
    this.hit = true
    this.worst = Math.max(this.worst, this.magnitude)
  }
}
