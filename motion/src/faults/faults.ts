import { clamp } from '../geometry.ts'
import type { FaultRule, Signal } from '../movement.ts'
import type { View } from '../pose.ts'

/** Seconds of silence after one correction before the next, and before the same one again. */
const PAUSE = 4
const REPEAT = 10
/** Share of the threshold by which the signal must come back for the fault to be over. */
const BACK = 0.1
/** Longest step between two frames over which a fault is taken to last. */
const BRIDGE = 0.6

/** What a fault rule is judged on in one frame. `value`: NaN where the signal abstains. */
export type FaultInput = { value: number; speed: number; confidence: number }

/** A correction to say now. `magnitude`: by how much the threshold is exceeded, as a share of it. */
export type Correction = { fault: string; cue: string; magnitude: number; confidence: number }

type RuleState = {
  rule: FaultRule
  since: number
  present: boolean
  count: number
  saidAt: number
  magnitude: number
  confidence: number
}

/**
 * Judges the fault rules of one movement. A fault is present when its rule has been broken for its number of seconds without
 * a gap; each presence is counted once. At most one correction is given at a time, in the order of the rules.
 */
export class FaultWatch {
  private readonly states: RuleState[]
  private saidAt = Number.NEGATIVE_INFINITY
  private last = Number.NaN

  constructor(rules: readonly FaultRule[]) {
    this.states = rules.map((rule) => ({
      rule,
      since: Number.NaN,
      present: false,
      count: 0,
      saidAt: Number.NEGATIVE_INFINITY,
      magnitude: 0,
      confidence: 0,
    }))
  }

  /** How often each fault was present, in the order of the rules. */
  get counts(): { id: string; count: number }[] {
    return this.states.filter((one) => one.count > 0).map((one) => ({ id: one.rule.id, count: one.count }))
  }

  /** Nothing may be judged now (hidden, wrong view, at rest): running evidence is dropped. */
  silence(): void {
    for (const one of this.states) {
      one.since = Number.NaN
      one.present = false
    }
  }

  /** Judges one frame; the one correction to say, or null. */
  next(t: number, view: View | null, input: (signal: Signal) => FaultInput): Correction | null {
    if (t - this.last > BRIDGE) this.silence()
    this.last = t
    for (const one of this.states)
      if (one.rule.when !== 'shortRange') judge(one, t, view, input(one.rule.signal))
    return this.pick(t)
  }

  /** Judges a finished repetition against the `shortRange` rules: `share` is how much of the aimed range it reached. */
  repetition(t: number, view: View | null, share: number, confidence: number): Correction | null {
    for (const one of this.states) {
      if (one.rule.when !== 'shortRange' || view === null || !one.rule.views.includes(view)) continue
      one.present = share < one.rule.threshold
      one.magnitude = clamp(1 - share / one.rule.threshold, 0, 1)
      one.confidence = confidence
      if (one.present) one.count += 1
    }
    const correction = this.pick(t)
    for (const one of this.states) if (one.rule.when === 'shortRange') one.present = false
    return correction
  }

  private pick(t: number): Correction | null {
    if (t - this.saidAt < PAUSE) return null
    const one = this.states.find((state) => state.present && t - state.saidAt >= REPEAT)
    if (one === undefined) return null
    one.saidAt = t
    this.saidAt = t
    return { fault: one.rule.id, cue: one.rule.cue, magnitude: one.magnitude, confidence: one.confidence }
  }
}

function judge(one: RuleState, t: number, view: View | null, input: FaultInput): void {
  const { rule } = one
  if (view === null || !rule.views.includes(view)) {
    one.since = Number.NaN
    one.present = false
    return
  }
  const over = EXCESS[rule.when](input, rule.threshold)
  if (Number.isNaN(over)) return
  const scale = Math.max(Math.abs(rule.threshold), 1e-6)
  if (over <= (one.present ? -BACK * scale : 0)) {
    one.since = Number.NaN
    one.present = false
    return
  }
  if (Number.isNaN(one.since)) one.since = t
  one.magnitude = clamp(over / scale, 0, 9)
  one.confidence = input.confidence
  if (!one.present && t - one.since >= rule.seconds) {
    one.present = true
    one.count += 1
  }
}

/**
 * By how much a rule of each kind is broken, in the signal's unit (a second for `fasterThan`): negative = kept, NaN = unknown.
 * `shortRange` is judged on whole repetitions instead.
 */
const EXCESS: Readonly<Record<FaultRule['when'], (input: FaultInput, threshold: number) => number>> = {
  above: (input, threshold) => input.value - threshold,
  below: (input, threshold) => threshold - input.value,
  aboveAbs: (input, threshold) => Math.abs(input.value) - threshold,
  fasterThan: (input, threshold) => Math.abs(input.speed) - threshold,
  shortRange: () => Number.NaN,
}
