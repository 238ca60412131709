import * as z from 'zod/mini'
import { Dosage, type Exercise, PhaseId } from '../exercise/exercise.ts'
import { careTags, dosageFor } from './fit.ts'
import { CAREFUL_RANGE_SHARE, RANGE_SHARE, startingDose } from './item.ts'
import { Bounds, type Plan, TemplateRef } from './plan.ts'

const shortText = z.string().check(z.minLength(1), z.maxLength(120))

/**
 * One line of a plan as a clinician is setting it. `words`: for the person, such as which band or which side; `override`: why it may be done
 * although a rule keeps it out. A line keeps its exercise for ever: another exercise is another line.
 */
export const DraftItem = z.object({
  id: shortText,
  exerciseId: z.nullable(shortText),
  dosage: z.nullable(Dosage),
  rangeShare: z.number(),
  state: z.enum(['active', 'paused']),
  words: z.nullable(z.string().check(z.maxLength(120))),
  override: z.nullable(z.string().check(z.maxLength(1000))),
})
export type DraftItem = z.infer<typeof DraftItem>

/**
 * A plan on its way to its next version: `base` is the version that it began from, the order of `items` is that of the plan. `templates`: what it
 * came from; left out: as the plan says.
 */
export const PlanDraft = z.object({
  base: z.int().check(z.gte(0), z.lte(1_000_000)),
  phase: PhaseId,
  cadence: z.object({
    clinicVisitsPerWeek: z.number(),
    homeSessionsPerWeek: z.number(),
    minutesPerSession: z.number(),
  }),
  bounds: Bounds,
  items: z.array(DraftItem).check(z.maxLength(60)),
  templates: z.optional(z.array(TemplateRef).check(z.maxLength(5))),
})
export type PlanDraft = z.infer<typeof PlanDraft>

/** The draft that changes nothing yet. */
export function draftOf(plan: Plan): PlanDraft {
  return {
    base: plan.version,
    phase: plan.phase,
    cadence: plan.cadence,
    bounds: plan.bounds,
    ...(plan.templates === undefined ? {} : { templates: plan.templates }),
    items: plan.items.map(({ id, exerciseId, dosage, rangeShare, state, words, released }) => ({
      id,
      exerciseId,
      dosage,
      rangeShare,
      state,
      words: words ?? null,
      override: released?.reason ?? null,
    })),
  }
}

const PHASES = ['early', 'middle', 'late'] as const

/** The dose to begin a line with: that of the phase, else that of the nearest phase which has one, the easier first. */
export function doseToBegin(exercise: Pick<Exercise, 'dosage'>, phase: PhaseId): Dosage | null {
  const at = phase === 'maintenance' ? 2 : PHASES.indexOf(phase)
  const nearest = [...PHASES].sort(
    (a, b) =>
      Math.abs(PHASES.indexOf(a) - at) - Math.abs(PHASES.indexOf(b) - at) ||
      PHASES.indexOf(a) - PHASES.indexOf(b),
  )
  return (
    dosageFor(exercise, phase) ??
    nearest.map((one) => exercise.dosage[one]).find((dose) => dose !== null) ??
    null
  )
}

type Addable = Pick<Exercise, 'id' | 'components' | 'dosage' | 'precautionTags' | 'contraindicationTags'>

/** Whether something of the person asks for care with this exercise, so that it begins smaller and in less range. `tags`: of the plan. */
export const asksForCare = (exercise: Addable, tags: readonly string[]): boolean =>
  careTags(exercise, tags).length > 0 || tags.includes('high_irritability')

/**
 * A new line for an exercise, begun as the rules would begin it: smaller and in less range where something asks for care, on as many days
 * as there are sessions. `tags`: of the plan.
 */
export function newDraftItem(exercise: Addable, draft: PlanDraft, tags: readonly string[]): DraftItem {
  const careful = asksForCare(exercise, tags)
  const dose = doseToBegin(exercise, draft.phase)
  const days = exercise.components.includes('habit') ? 7 : draft.cadence.homeSessionsPerWeek
  const own = `ex-${exercise.id}`
  const taken = new Set(draft.items.map(({ id }) => id))
  const free = Array.from({ length: taken.size + 1 }, (_, index) =>
    index === 0 ? own : `${own}-${index + 1}`,
  )
  return {
    id: free.find((id) => !taken.has(id)) ?? own,
    exerciseId: exercise.id,
    dosage: dose === null ? null : startingDose(dose, careful, days),
    rangeShare: careful ? CAREFUL_RANGE_SHARE : RANGE_SHARE,
    state: 'active',
    words: null,
    override: null,
  }
}
