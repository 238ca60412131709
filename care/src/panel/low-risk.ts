import type { PlanChange, Proposal } from '../adaptation/adaptation.ts'
import type { ReasonChip } from './panel.ts'

/** While any of these stands, nothing of the person is accepted without a look at their record. */
const BARS: ReadonlySet<ReasonChip> = new Set([
  'red-flag',
  'stopped-session',
  'first-plan-waiting',
  'flare',
  'pain-trend',
  'review',
  'appointment-request',
  'message-waiting',
])

/** Another exercise, or one more or less, is never only a dose. */
const DOSE: ReadonlySet<PlanChange['variable']> = new Set(['reps', 'sets', 'hold', 'range', 'tempo', 'rest'])

type Rule = (change: PlanChange) => boolean
const easier: Rule = ({ direction }) => direction !== 'harder'
const withinBounds: Rule = ({ status }) => status !== 'waiting'

/** By kind, what each change must be. A first plan, a next phase and an end are judged one by one, always. */
const KINDS: Readonly<Record<Proposal['kind'], Rule | null>> = {
  'first-plan': null,
  'co-sign': withinBounds,
  'beyond-bounds': easier,
  'next-phase': null,
  discharge: null,
}

/** What about a person keeps their proposals from being accepted in bulk; empty: nothing. */
export const barsOf = (reasons: readonly ReasonChip[]): ReasonChip[] =>
  reasons.filter((reason) => BARS.has(reason))

/**
 * Whether a therapist may accept this in bulk, by its list alone: only changes of a dose that ease or hold, or that stay within the bounds
 * that they set before; and never while a warning sign, a stopped session, a flare-up, rising pain or unanswered words stand open.
 */
export function isLowRisk(
  { kind, changes }: Pick<Proposal, 'kind' | 'changes'>,
  reasons: readonly ReasonChip[],
): boolean {
  const rule = KINDS[kind]
  if (rule === null || changes.length === 0 || barsOf(reasons).length > 0) return false
  return changes.every((change) => DOSE.has(change.variable) && rule(change))
}
