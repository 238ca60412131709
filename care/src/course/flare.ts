import type { Content } from '../content.ts'
import { dosageFor, type Person, unfit } from '../plan/fit.ts'
import type { Intake } from '../intake/intake.ts'
import { personIn } from '../plan/person.ts'
import { exerciseItem } from '../plan/item.ts'
import type { Plan, PlanItem } from '../plan/plan.ts'
import type { FlareStep } from '../plan/programme.ts'
import type { SessionReport } from '../session/session.ts'
import type { DayReport } from './day-report.ts'

const DAY = 86_400_000

/** A flare-up: when it began and, once it has settled, when it ended. */
export type Flare = { began: string; ended: string | null }

/** From this day of a flare-up on a calm session ends it, without being asked; before, only the person's own word does. */
const SETTLES_FROM_DAY = 2

const days = (from: string, to: string) => Math.floor((Date.parse(to) - Date.parse(from)) / DAY)

function settles(report: SessionReport, began: string, calmUpTo: number): boolean {
  const { pain, sinceLast } = report.before
  return (
    days(began, report.startedAt) >= SETTLES_FROM_DAY &&
    report.stop === null &&
    pain !== null &&
    pain <= calmUpTo &&
    (sinceLast === 'better' || sinceLast === 'same')
  )
}

/** Pain (0..10) that is usual for this person and so ends a flare-up: the green limit, or their own usual pain where that is more. */
export function calmUpTo(intake: Intake, content: Content): number {
  return Math.max(content.programme.trafficLight.greenUpTo, intake.measures.nprs?.average ?? 0)
}

/**
 * The flare-ups of a course, oldest first. One begins when the person says so and ends when they say that it has settled, or with a
 * session from its third day on that starts with no more pain than usual (`calmUpTo`). Missing data: pain that was not asked ends nothing.
 */
export function flaresOf(
  told: readonly DayReport[],
  reports: readonly SessionReport[],
  calmUpTo: number,
): Flare[] {
  const events = [
    ...told.map((day) => ({ at: day.at, day, report: null })),
    ...reports.map((report) => ({ at: report.startedAt, day: null, report })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const flares: Flare[] = []
  for (const { at, day, report } of events) {
    const running = flares.at(-1)
    const on = running !== undefined && running.ended === null
    if (day?.kind === 'flare-up' && !on) flares.push({ began: at, ended: null })
    if (!on) continue
    const over = day?.kind === 'settled' || (report !== null && settles(report, running.began, calmUpTo))
    if (over) flares[flares.length - 1] = { ...running, ended: at }
  }
  return flares
}

/** The step of the flare-up plan for a day of it, 0 the day that it began. */
export function flareStep(content: Content, day: number): FlareStep | null {
  return (
    content.programme.flare.steps.find(({ days: [from, to] }) => day >= from && (to === null || day <= to)) ??
    null
  )
}

function lighter(item: PlanItem, share: number): PlanItem {
  if (item.dosage === null) return item
  const less = (value: number | null) => (value === null ? null : Math.max(1, Math.floor(value * share)))
  const { reps, durationSeconds, sets } = item.dosage
  const dosage = {
    ...item.dosage,
    reps: less(reps),
    durationSeconds: durationSeconds === null ? null : Math.max(15, Math.floor(durationSeconds * share)),
    sets: share <= 0.5 ? 1 : sets,
  }
  return { ...item, dosage, because: [...item.because, { id: 'flare.lighter' }] }
}

/** Only what may be done now: in the phase that the step asks for, calm ones of the step itself on the first day. */
function itemsFor(step: FlareStep, plan: Plan, content: Content, person: Person): PlanItem[] {
  const library = new Map(content.exercises.map((exercise) => [exercise.id, exercise]))
  if (step.exercises.length > 0) {
    const input = { content, person, facts: {}, days: 7 }
    return step.exercises.flatMap((id) => {
      const exercise = library.get(id)
      if (exercise === undefined || unfit(exercise, person) !== null) return []
      const row = { exercise, component: 'pain-management' as const, because: 'menu.ease', instead: null }
      return exerciseItem(row, input)
    })
  }
  return plan.items.filter((item) => {
    const exercise = library.get(item.exerciseId ?? '')
    if (item.kind !== 'exercise' || exercise === undefined) return true
    return step.phase === null || dosageFor(exercise, step.phase) !== null
  })
}

/**
 * The plan as it is meant on a day of a flare-up: less of it, never more, calm exercises on the first day; nothing is changed for good.
 * Where a step leaves no guided exercise, those of the first day take their place. `day`: 0 is the day that it began.
 */
export function flarePlan(plan: Plan, content: Content, day: number): Plan {
  const step = flareStep(content, day)
  const [first] = content.programme.flare.steps
  if (step === null || first === undefined) return plan
  const person: Person = {
    ...(personIn(plan) ?? { equipment: [], positions: null, floor: false, tags: plan.precautionTags }),
    phase: 'early',
  }
  const share = step.doseShare ?? 1
  const guided = itemsFor(step, plan, content, person).map((item) =>
    item.kind === 'exercise' ? lighter(item, share) : item,
  )
  const some = guided.some((item) => item.kind === 'exercise' && item.state === 'active')
  const items = some ? guided : itemsFor(first, plan, content, person)
  const rest = plan.items.filter(
    (item) => item.kind !== 'exercise' && !items.some(({ id }) => id === item.id),
  )
  return { ...plan, items: [...items, ...rest] }
}
