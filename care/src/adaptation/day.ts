import type { Content } from '../content.ts'
import type { Exercise } from '../exercise/exercise.ts'
import type { Plan, PlanItem } from '../plan/plan.ts'
import type { SessionReport, SetReport } from '../session/session.ts'
import type { Light } from './adaptation.ts'
import { lightOf, nextDayLight, peakOf, worse } from './light.ts'

/** Share of a set in which the camera must have judged before its faults count for anything. */
const SEEN_ENOUGH = 0.7

/** How one plan item went in one session: what the rules look at. */
export type ItemDay = {
  item: PlanItem
  exercise: Exercise
  /** Of its pain; at least amber where the session itself eased it because it hurt. */
  light: Light
  /** What was made easier within the session and not taken back: another exercise, the same one with less, or nothing. */
  eased: 'exercise' | 'dose' | null
  /** Highest pain, 0..10; null when not asked. */
  peak: number | null
  /** Highest effort, 0..10; null when not asked. */
  effort: number | null
  /** Repetitions done as a share of those prescribed, 0..1; 1 for timed work. */
  completed: number
  /** Share of repetitions without a fault, 0..1; null when the camera did not judge. */
  form: number | null
  /** The light of the last session before this one that held the item, next-day response included; null when none. */
  before: Light | null
}

function completedShare(sets: readonly SetReport[]): number {
  const counted = sets.filter((set) => (set.prescribedReps ?? 0) > 0)
  const asked = counted.reduce((sum, set) => sum + (set.prescribedReps ?? 0), 0)
  const done = counted.reduce((sum, set) => sum + Math.min(set.doneReps, set.prescribedReps ?? 0), 0)
  return asked === 0 ? 1 : done / asked
}

/** Share of repetitions without a fault, 0..1, over the sets that the camera judged; null when it judged none. */
export function formShare(sets: readonly SetReport[]): number | null {
  const seen = sets.flatMap((set) =>
    set.summary !== null && set.summary.seenShare >= SEEN_ENOUGH ? [set.summary] : [],
  )
  const reps = seen.reduce((sum, summary) => sum + summary.reps.total, 0)
  if (reps === 0) return null
  const faults = seen.flatMap((summary) => summary.faults).reduce((sum, fault) => sum + fault.count, 0)
  return Math.max(0, 1 - faults / reps)
}

function greatest(values: readonly (number | null)[]): number | null {
  const given = values.filter((value) => value !== null)
  return given.length > 0 ? Math.max(...given) : null
}

/** Whether the session itself made this item easier, and the person left it so. */
function easedIn(report: SessionReport, item: PlanItem): ItemDay['eased'] {
  const sets = report.sets.filter((set) => set.planItemId === item.id)
  const changes = report.changes.filter((change) => change.planItemId === item.id && !change.undone)
  const exchanged = changes.some((change) => change.variable === 'exercise')
  if (exchanged && sets.some((set) => set.exerciseId !== item.exerciseId)) return 'exercise'
  return changes.some((change) => change.variable !== 'end' && change.variable !== 'exercise') ? 'dose' : null
}

/** Reasons by which a session eases an exercise because it hurt. */
const SORE = /^within\.(sore|pain-rose)\./

/** Whether the session eased this item because it hurt, also after its last set, and the person left it so. */
const soreIn = (report: SessionReport, itemId: string): boolean =>
  report.changes.some(
    ({ planItemId, undone, because }) => planItemId === itemId && !undone && SORE.test(because.id),
  )

function lightOn(report: SessionReport, itemId: string, content: Content): Light | null {
  const sets = report.sets.filter((set) => set.planItemId === itemId)
  if (sets.length === 0) return null
  const light = lightOf(report.before.pain, peakOf(sets, report.painAfter), content.programme.trafficLight)
  return soreIn(report, itemId) ? worse(light, 'amber') : light
}

/** The same item the last time that it was done, judged with what the next day said. */
function lightBefore(
  item: PlanItem,
  report: SessionReport,
  history: readonly SessionReport[],
  content: Content,
): Light | null {
  const index = history.findLastIndex((past) => past.sets.some((set) => set.planItemId === item.id))
  const past = history[index]
  if (past === undefined) return null
  const after = history[index + 1] ?? report
  const light = worse(lightOn(past, item.id, content) ?? 'amber', nextDayLight(after.before.sinceLast))
  return easedIn(past, item) === null ? light : worse(light, 'amber')
}

/** Every plan item that was trained in this session, in the order of the plan. `history`: earlier reports, oldest first. */
export function daysOf(
  plan: Plan,
  report: SessionReport,
  history: readonly SessionReport[],
  content: Content,
): ItemDay[] {
  const library = new Map(content.exercises.map((exercise) => [exercise.id, exercise]))
  return plan.items.flatMap((item) => {
    const exercise = library.get(item.exerciseId ?? '')
    const sets = report.sets.filter((set) => set.planItemId === item.id)
    if (item.kind !== 'exercise' || item.dosage === null || exercise === undefined || sets.length === 0)
      return []
    return [
      {
        item,
        exercise,
        light: lightOn(report, item.id, content) ?? 'amber',
        eased: easedIn(report, item),
        peak: peakOf(sets, report.painAfter),
        effort: greatest(sets.map((set) => set.effort)) ?? report.effort,
        completed: completedShare(sets),
        form: formShare(sets),
        before: lightBefore(item, report, history, content),
      },
    ]
  })
}
