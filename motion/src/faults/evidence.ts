import { SIGNALS } from '../angles/angles.ts'
import { clamp } from '../geometry.ts'
import type { FaultRule, Signal } from '../movement.ts'

/**
 * What a fault rule is judged on in one frame. `value`: of the signal, NaN where it abstains; `speed`: its change a second.
 * `sight`: how well its landmarks are seen and how honest this view is for it, 0..1. `error`: expected error of this very reading;
 * `allowed`: the error that the table states for this view, which the threshold already leaves room for; both in the unit, NaN where
 * nobody knows.
 */
export type FaultInput = { value: number; speed: number; sight: number; error: number; allowed: number }

/** Sight below which nothing is judged: a correction to somebody who was not seen well costs more trust than a missed one. */
export const SIGHT = 0.5
/** Share of the way from rest to the limit by which the signal must come back for a fault to be over. */
const BACK = 0.1
/** Where no error is known, as for speeds: share of that way over which doubt becomes certainty. */
const DOUBT = 0.5

/**
 * What one frame says about one rule: broken, kept, or between (over the limit but within the error, or not yet back: it begins no
 * fault and ends none). null: nothing can be said.
 */
export type Verdict = { is: 'broken' | 'kept' | 'between'; magnitude: number; confidence: number }

/** By how much a rule of each kind is broken, in the signal's unit (a second for `fasterThan`): negative = kept, NaN = unknown. */
const EXCESS: Readonly<Record<FaultRule['when'], (input: FaultInput, threshold: number) => number>> = {
  above: (input, threshold) => input.value - threshold,
  below: (input, threshold) => threshold - input.value,
  aboveAbs: (input, threshold) => Math.abs(input.value) - threshold,
  fasterThan: (input, threshold) => Math.abs(input.speed) - threshold,
  // Judged on whole repetitions instead.
  shortRange: () => Number.NaN,
  quickerThan: () => Number.NaN,
}

/** True for the rules that are judged once a repetition, not picture by picture. */
export const ofRepetition = ({ when }: FaultRule): boolean => when === 'shortRange' || when === 'quickerThan'

/** The way from rest to the limit in the signal's unit: what magnitudes are shares of. */
function wayTo(rule: FaultRule): number {
  const rest = rule.when === 'above' || rule.when === 'below' ? SIGNALS[rule.signal].rest : 0
  return Math.max(Math.abs(rule.threshold - rest), 1e-6)
}

/**
 * Judges one rule in one frame. A threshold lies one stated error outside what is normal; where this reading is less sure than
 * stated, the excess must make up for that first. So a fault within the error of its signal is never one. Confidence runs from
 * half the sight at the limit to the whole of it one error beyond.
 */
export function verdict(rule: FaultRule, input: FaultInput): Verdict | null {
  const over = EXCESS[rule.when](input, rule.threshold)
  if (!Number.isFinite(over) || !(input.sight >= SIGHT)) return null
  const way = wayTo(rule)
  const still = rule.when !== 'fasterThan'
  const doubt = still && input.error > input.allowed ? input.error - input.allowed : 0
  const sure = over - doubt
  const span = still && input.error > 0 ? input.error : DOUBT * way
  const is = sure > 0 ? 'broken' : over <= -BACK * way ? 'kept' : 'between'
  return {
    is,
    magnitude: clamp(over / way, 0, 9),
    confidence: input.sight * (0.5 + 0.5 * clamp(sure / span, 0, 1)),
  }
}

/**
 * Signals that are told from the person's own rest: without a neutral pose they have a number, but none that a limit could be held
 * against.
 */
const FROM_OWN_REST: ReadonlySet<Signal> = new Set<Signal>([
  'trunk_lateral_flexion',
  'trunk_axial_rotation',
  'trunk_inclination',
  'head_pitch',
  'pelvis_rotation',
  'upper_body_turn',
  'hip_drift',
  'shrug_index',
  'thoracic_extension_proxy',
  'quad_trunk_curve',
  'scapular_retraction_proxy',
  'rounded_shoulder_offset',
])

/** True when a rule on this signal must be silent until the person has been seen at rest. */
export const needsRest = (signal: Signal): boolean => FROM_OWN_REST.has(signal)
