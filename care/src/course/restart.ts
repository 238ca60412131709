import type { PlanChange } from '../adaptation/adaptation.ts'
import { easier } from '../adaptation/steps.ts'
import type { Content } from '../content.ts'
import { evaluationFacts } from '../evaluation/evaluate.ts'
import type { Intake } from '../intake/intake.ts'
import { workOf } from '../plan/estimate.ts'
import { dosageFor } from '../plan/fit.ts'
import { exerciseItem } from '../plan/item.ts'
import { personIn, personOf } from '../plan/person.ts'
import type { Plan, PlanItem } from '../plan/plan.ts'

/** What is left of a dose that already is at or below the start of its phase. */
const ANYWAY = 0.8

/**
 * The plan as at the start of its phase, after a long gap: each exercise back to the dose that the phase begins with, where that is less
 * than now, and one step down where it is not. Exercises stay. Never more than now.
 */
export function restarted(
  plan: Plan,
  intake: Intake,
  content: Content,
  now: string,
): { plan: Plan; changes: PlanChange[] } {
  const facts = evaluationFacts(intake, content, plan.precautionTags, now)
  const person = personIn(plan) ?? personOf(intake, plan.precautionTags, facts, plan.phase)
  const making = { content, person, facts, days: plan.cadence.homeSessionsPerWeek }
  const changes: PlanChange[] = []
  const items = plan.items.map((item): PlanItem => {
    const exercise = content.exercises.find(({ id }) => id === item.exerciseId)
    const guided = item.kind === 'exercise' && item.state === 'active'
    if (exercise === undefined || !guided || item.dosage === null) return item
    const row = { exercise, component: item.component, because: 'menu.carried-on', instead: null }
    const [start] = dosageFor(exercise, plan.phase) === null ? [] : exerciseItem(row, making)
    const dose = start?.dosage ?? null
    if (dose === null || workOf(dose) >= workOf(item.dosage)) {
      const step = easier(item, exercise, ANYWAY, 'adapt.gap', plan, content)
      changes.push(step.change)
      return step.item
    }
    const bySets = dose.sets !== item.dosage.sets
    const from = bySets ? item.dosage.sets : (item.dosage.reps ?? item.dosage.durationSeconds ?? 0)
    const to = bySets ? dose.sets : (dose.reps ?? dose.durationSeconds ?? 0)
    const variable = bySets ? 'sets' : dose.reps === null ? 'hold' : 'reps'
    changes.push({
      planItemId: item.id,
      variable,
      from,
      to,
      direction: 'easier',
      status: 'applied',
      because: [{ id: `adapt.gap.${variable}`, values: { exercise: item.title, from, to } }],
    })
    return { ...item, dosage: dose }
  })
  return { plan: { ...plan, items }, changes }
}
