import * as z from 'zod/mini'
import type { Plan, PlanItem } from './plan.ts'

const value = z.union([z.string(), z.number(), z.null()])

/**
 * One difference between two plans. `added`, `removed`, `moved`: a line of the plan; `changed`: one thing of a line, or of the whole plan where
 * `title` is null. Values as they are stored: shares 0..1, seconds, exercises by name.
 */
export const PlanDifference = z.object({
  what: z.enum(['added', 'removed', 'moved', 'changed']),
  itemId: z.nullable(z.string()),
  title: z.nullable(z.string()),
  field: z.nullable(z.string()),
  from: value,
  to: value,
})
export type PlanDifference = z.infer<typeof PlanDifference>

/** What a clinician's edit of a plan keeps: which version came of it, why in their words, and each change. */
export const PlanEdited = z.object({
  version: z.number(),
  why: z.string(),
  changes: z.array(PlanDifference),
})
export type PlanEdited = z.infer<typeof PlanEdited>

type Value = PlanDifference['from']

/** What of a line can differ, in the order in which it is said. */
const OF_ITEM: Readonly<Record<string, (item: PlanItem) => Value | undefined>> = {
  exercise: ({ exerciseId, title }) => (exerciseId === null ? undefined : title),
  state: ({ state }) => state,
  sets: ({ dosage }) => dosage?.sets,
  reps: ({ dosage }) => dosage?.reps,
  duration: ({ dosage }) => dosage?.durationSeconds,
  hold: ({ dosage }) => dosage?.holdSeconds,
  tempo: ({ dosage }) => dosage?.tempo,
  rest: ({ dosage }) => dosage?.restSeconds,
  side: ({ dosage }) => (dosage === null ? undefined : Number(dosage.perSide)),
  times: ({ dosage }) => dosage?.timesPerDay,
  days: ({ dosage }) => dosage?.daysPerWeek,
  range: ({ rangeShare }) => rangeShare,
  words: ({ words }) => words,
  released: ({ released }) => released?.reason,
}

const OF_PLAN: Readonly<Record<string, (plan: Plan) => Value | undefined>> = {
  phase: ({ phase }) => phase,
  visits: ({ cadence }) => cadence.clinicVisitsPerWeek,
  sessions: ({ cadence }) => cadence.homeSessionsPerWeek,
  minutes: ({ cadence }) => cadence.minutesPerSession,
  maxSets: ({ bounds }) => bounds.maxSets,
  maxRepsShare: ({ bounds }) => bounds.maxRepsShare,
  maxEffort: ({ bounds }) => bounds.maxEffort,
  weeklyVolumeShare: ({ bounds }) => bounds.weeklyVolumeShare,
  allowHarderExercise: ({ bounds }) => Number(bounds.allowHarderExercise),
  templates: ({ templates }) =>
    templates?.map(({ name, version }) => `${name} (${version})`).join(', ') || undefined,
  status: ({ status }) => status,
}

function changed<T>(
  table: Readonly<Record<string, (of: T) => Value | undefined>>,
  [before, after]: readonly [T, T],
  { itemId, title }: Pick<PlanDifference, 'itemId' | 'title'>,
): PlanDifference[] {
  return Object.entries(table).flatMap(([field, read]) => {
    const [from, to] = [read(before) ?? null, read(after) ?? null]
    return from === to ? [] : [{ what: 'changed' as const, itemId, title, field, from, to }]
  })
}

/** Lines that stand in another order among those which both plans have: as few as tell it. */
function moved(before: readonly string[], after: readonly string[]): string[] {
  const both = after.filter((id) => before.includes(id))
  // The longest run of lines that kept their order stays; the others have moved.
  const runs: string[][] = []
  for (const id of both) {
    const place = before.indexOf(id)
    const longest = runs
      .filter((run) => before.indexOf(run.at(-1) ?? '') < place)
      .reduce<string[]>((best, run) => (run.length > best.length ? run : best), [])
    runs.push([...longest, id])
  }
  const stays = runs.reduce<string[]>((best, run) => (run.length > best.length ? run : best), [])
  return both.filter((id) => !stays.includes(id))
}

/** What differs between two versions of a plan: the whole plan first, then its lines in the order of the later one, then what is gone. */
export function diffPlans(before: Plan, after: Plan): PlanDifference[] {
  const old = new Map(before.items.map((item) => [item.id, item]))
  const ids = (plan: Plan) => plan.items.map(({ id }) => id)
  const places = new Set(moved(ids(before), ids(after)))
  const whole = (what: 'added' | 'removed' | 'moved', { id, title }: PlanItem): PlanDifference => ({
    what,
    itemId: id,
    title,
    field: null,
    from: null,
    to: null,
  })
  const lines = after.items.flatMap((item) => {
    const was = old.get(item.id)
    if (was === undefined) return [whole('added', item)]
    return [
      ...changed(OF_ITEM, [was, item], { itemId: item.id, title: was.title }),
      ...(places.has(item.id) ? [whole('moved', item)] : []),
    ]
  })
  const gone = before.items.filter(({ id }) => !ids(after).includes(id)).map((item) => whole('removed', item))
  return [...changed(OF_PLAN, [before, after], { itemId: null, title: null }), ...lines, ...gone]
}
