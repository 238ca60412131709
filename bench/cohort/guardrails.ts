import {
  type Adapted,
  type Content,
  type CourseReview,
  forbiddenBy,
  type Plan,
  type Prescription,
  type TriageResult,
  workOf,
} from '@dorsal/care'

/** What the rules must never do, whoever comes. One count each, over all people and days. */
export const GUARDRAILS = [
  'an exercise that a tag forbids is in the plan',
  'an exercise that a tag forbids is in a session or its easier neighbour',
  'an exercise asks for something that the person does not have',
  'a danger sign does not stop everything',
  'a session is given while a danger is open',
  'the dose of an exercise rises right after red',
  'more than two exercises get harder at once',
  'more than one variable of an exercise changes at once',
  'the week grows by more than its share',
  'something gets harder while a flare-up runs',
  'a look at the course makes something harder',
  'the phase goes up without a clinician',
  'a dose is beyond the bounds of the therapist',
  'an unstable or unfinished decision: the same again gives something else',
  'a session without anything to do',
  'TENS is in a plan without a clinician',
] as const
export type Guardrail = (typeof GUARDRAILS)[number]
export type Violations = Map<Guardrail, number>

export function broken(violations: Violations, rail: Guardrail, count = 1): void {
  if (count > 0) violations.set(rail, (violations.get(rail) ?? 0) + count)
}

const guided = (plan: Plan) =>
  plan.items.filter(({ kind, state }) => kind === 'exercise' && state === 'active')
export const planWork = (plan: Plan) =>
  guided(plan).reduce((sum, { dosage }) => sum + (dosage === null ? 0 : workOf(dosage)), 0)

export function checkPlan(plan: Plan, content: Content, violations: Violations): void {
  const library = new Map(content.exercises.map((exercise) => [exercise.id, exercise]))
  for (const { exerciseId, kind } of plan.items) {
    const exercise = library.get(exerciseId ?? '')
    if (exercise === undefined) continue
    if (forbiddenBy(exercise, plan.precautionTags) !== null) broken(violations, GUARDRAILS[0])
    if (exercise.id === 'tens-education') broken(violations, GUARDRAILS[15])
    const missing = exercise.equipment.some((thing) => plan.fits?.equipment.includes(thing) === false)
    if (kind === 'exercise' && missing) broken(violations, GUARDRAILS[2])
  }
  for (const { dosage } of guided(plan))
    if (dosage !== null && dosage.sets > Math.max(plan.bounds.maxSets, 4)) broken(violations, GUARDRAILS[12])
}

export function checkSession(
  session: Prescription | null,
  plan: Plan,
  triage: TriageResult,
  violations: Violations,
): void {
  if (session === null) return
  if (session.items.length === 0) broken(violations, GUARDRAILS[14])
  const open = !['none', 'caution'].includes(triage.disposition)
  if (open) broken(violations, GUARDRAILS[4])
  for (const { exercise, easier } of session.items)
    for (const one of [exercise, easier])
      if (one !== null && forbiddenBy(one, plan.precautionTags) !== null) broken(violations, GUARDRAILS[1])
}

export function checkAdapted(
  before: Plan,
  adapted: Adapted,
  { flare, weekWork }: { flare: boolean; weekWork: number },
  violations: Violations,
): void {
  const harder = adapted.changes.filter(
    ({ direction, status }) => direction === 'harder' && status !== 'waiting',
  )
  if (harder.length > 2) broken(violations, GUARDRAILS[6])
  if (flare) broken(violations, GUARDRAILS[9], harder.length)
  const items = adapted.changes.map(({ planItemId }) => planItemId)
  if (new Set(items).size !== items.length) broken(violations, GUARDRAILS[7])
  const rules = adapted.decision.outcome as { rules?: Record<string, string> }
  for (const change of harder)
    if (['red', 'worse-day', 'stopped-here', 'guarded'].includes(rules.rules?.[change.planItemId] ?? ''))
      broken(violations, GUARDRAILS[5])
  const limit = Math.max(weekWork, planWork(before)) * (1 + before.bounds.weeklyVolumeShare)
  if (harder.length > 0 && planWork(adapted.plan) > limit + 1e-6) broken(violations, GUARDRAILS[8])
  if (adapted.plan.phase !== before.phase) broken(violations, GUARDRAILS[11])
}

export function checkReview(before: Plan, review: CourseReview, violations: Violations): void {
  if (planWork(review.plan) > planWork(before) + 1e-6) broken(violations, GUARDRAILS[10])
  if (review.changes.some(({ direction }) => direction === 'harder')) broken(violations, GUARDRAILS[10])
  if (review.plan.phase !== before.phase) broken(violations, GUARDRAILS[11])
}
