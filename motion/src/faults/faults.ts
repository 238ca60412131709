import type { FaultCount } from '../events.ts'
import { clamp } from '../geometry.ts'
import type { FaultPhase, FaultRule, Signal } from '../movement.ts'
import type { View } from '../pose.ts'
import { type FaultInput, ofRepetition, SIGHT, verdict } from './evidence.ts'
import { PhaseReader } from './phase.ts'
import { RuleState, type Whole } from './rule-state.ts'
import { SpeedReader } from './speed.ts'
import { TempoReader, type Way } from './tempo.ts'
import { GAPS } from '../repetition/gaps.ts'

export type { FaultInput } from './evidence.ts'

/** Seconds of silence after one correction before the next, and before the same one again. */
const PAUSE = 4
const REPEAT = 10
/** Seconds at rest after which a repetition is over: a halt at the edge of moving is none. */
const AT_REST = 0.2

/** When and whence one frame is judged. `anyView`: measured depth, by which the angle in space holds from anywhere. */
export type Moment = {
  t: number
  view: View | null
  phase: FaultPhase
  /** True when the movement is counted in repetitions: each fault then counts once in each. */
  repeats: boolean
  anyView?: (signal: Signal) => boolean
}

/** When, whence and how well (0..1) a whole repetition was seen. `anyView`: its signal holds from anywhere (measured depth). */
export type Seen = { t: number; view: View | null; sight: number; anyView?: boolean }

/**
 * A correction to say now. `magnitude`: how far beyond its limit, as a share of the way from rest to it. `seconds`: how long the fault
 * has been there in this set; `share`: of the repetitions so far those that had it, null where none are counted.
 */
export type Correction = {
  fault: string
  cue: string
  magnitude: number
  seconds: number
  share: number | null
  confidence: number
}

/** A fault that was said and has stayed away since. */
export type Mended = { fault: string; cue: string }

/**
 * Judges the fault rules of one movement. A fault is present when its rule has been broken for its number of seconds without
 * a gap; it is counted once in a repetition, or once each time where nothing is counted. At most one correction is given at a time:
 * the first in the order of the rules; of rules with the same cue the one that is broken most.
 *
 * Missing data: a signal that abstains, is badly seen, or is within its own error breaks nothing and mends nothing.
 */
export class FaultWatch {
  readonly phases = new PhaseReader()
  readonly speeds = new SpeedReader()
  readonly tempo = new TempoReader()
  private readonly states: readonly RuleState[]
  private readonly ranks: readonly number[]
  private mendedNow: Mended[] = []
  private saidAt = Number.NEGATIVE_INFINITY
  private last = Number.NaN
  private restSince = Number.NaN
  /** Repetitions that were closed, and whether the running one has been counted already. */
  private repetitions = 0
  private counted = false
  private repeats = false

  constructor(rules: readonly FaultRule[]) {
    this.states = rules.map((rule) => new RuleState(rule))
    this.ranks = rules.map(({ cue }) => rules.findIndex((one) => one.cue === cue))
  }

  /** How often each fault was present, in the order of the rules. */
  get counts(): FaultCount[] {
    return this.states.filter((one) => one.count > 0).map((one) => one.total(this.share(one)))
  }

  /** Nothing may be judged now (hidden, wrong view): running evidence is dropped, and this repetition mends nothing. */
  silence(): void {
    this.tempo.forget()
    this.hide()
  }

  /** The person is at rest: running evidence is dropped, and what they did before is over, counted or not. */
  rest(t: number): void {
    for (const one of this.states) one.drop()
    if (Number.isNaN(this.restSince)) this.restSince = t
    if (t - this.restSince < AT_REST) return
    if (this.counted || this.states.some((one) => one.hit)) this.close()
  }

  /** Judges one frame; the one correction to say, or null. */
  next(moment: Moment, input: (signal: Signal) => FaultInput): Correction | null {
    const { t, view, phase, repeats } = moment
    const step = t - this.last
    if (step > GAPS.fault) this.hide()
    const dt = step > 0 && step <= GAPS.fault ? step : 0
    this.last = t
    this.restSince = Number.NaN
    this.repeats = repeats
    for (const one of this.states) {
      const { rule } = one
      if (ofRepetition(rule)) continue
      const looked = view !== null && (rule.views.includes(view) || moment.anyView?.(rule.signal) === true)
      if (!looked) one.hide()
      else if (suits(rule, phase)) one.take(t, dt, verdict(rule, input(rule.signal)), repeats)
      else one.drop()
      if (!repeats && one.cleared()) this.mend(one)
    }
    return this.pick(t)
  }

  /**
   * A repetition has been counted: the faults of the one before it are settled, and the `shortRange` rules are judged. `share`: how
   * much of the aimed range it reached, NaN when no range is known; `moment.sight`: how well it was seen, 0..1.
   */
  repetition(moment: Seen, share: number): Correction | null {
    this.repeats = true
    if (this.counted) this.close()
    this.counted = true
    return this.whole(moment, (rule) =>
      rule.when === 'shortRange' && Number.isFinite(share)
        ? { over: 1 - share / rule.threshold, broken: share < rule.threshold }
        : null,
    )
  }

  /** A way of a repetition is over: the `quickerThan` rules of that way are judged. */
  way(moment: Seen, way: Way): Correction | null {
    return this.whole(moment, (rule) =>
      rule.when === 'quickerThan' && suits(rule, way.phase)
        ? { over: 1 - way.seconds / rule.threshold, broken: way.seconds < rule.threshold }
        : null,
    )
  }

  /** Judges the rules about whole repetitions, where it was well seen from one of their views. */
  private whole(seen: Seen, judge: (rule: FaultRule) => Whole | null): Correction | null {
    const { t, view, sight } = seen
    const judged: RuleState[] = []
    for (const one of this.states) {
      const looked = view !== null && (one.rule.views.includes(view) || seen.anyView === true)
      const whole = looked && sight >= SIGHT ? judge(one.rule) : null
      if (whole === null) continue
      one.takeWhole(whole, sight)
      judged.push(one)
    }
    const correction = judged.length > 0 ? this.pick(t) : null
    for (const one of judged) one.drop()
    return correction
  }

  /** The faults that have been mended since this was asked last. */
  mended(): Mended[] {
    const told = this.mendedNow
    if (told.length > 0) this.mendedNow = []
    return told
  }

  /** Running evidence is dropped: nothing was judged for a while. */
  private hide(): void {
    for (const one of this.states) one.hide()
    this.counted = false
  }

  private close(): void {
    this.repetitions += 1
    this.counted = false
    for (const one of this.states) if (one.closeRepetition()) this.mend(one)
  }

  private mend(one: RuleState): void {
    one.said = false
    this.mendedNow.push({ fault: one.rule.id, cue: one.rule.cue })
  }

  private share(one: RuleState): number | null {
    if (!this.repeats) return null
    const running = this.counted || this.states.some((state) => state.hit) ? 1 : 0
    const all = this.repetitions + running
    return all > 0 ? clamp(one.count / all, 0, 1) : null
  }

  private pick(t: number): Correction | null {
    if (t - this.saidAt < PAUSE) return null
    let best: RuleState | null = null
    let bestRank = Number.POSITIVE_INFINITY
    for (const [i, one] of this.states.entries()) {
      const rank = this.ranks[i] ?? i
      if (!one.present || t - one.saidAt < REPEAT) continue
      if (rank < bestRank || (rank === bestRank && one.magnitude > (best?.magnitude ?? 0))) {
        best = one
        bestRank = rank
      }
    }
    if (best === null) return null
    for (const [i, one] of this.states.entries()) if (this.ranks[i] === bestRank) one.saidAt = t
    best.said = true
    this.saidAt = t
    const { rule, magnitude, seconds, confidence } = best
    return { fault: rule.id, cue: rule.cue, magnitude, seconds, share: this.share(best), confidence }
  }
}

/** True when a rule makes sense in this part of the repetition; where no part is known it does not, unless it suits all. */
function suits(rule: FaultRule, phase: FaultPhase): boolean {
  const wanted = rule.phase ?? 'any'
  return wanted === 'any' || wanted === phase
}
