import type { PlanChange } from '../adaptation/adaptation.ts'
import type { Content } from '../content.ts'
import type { Because, Decision } from '../decision.ts'
import { flarePlan } from '../course/flare.ts'
import { listed } from '../listed.ts'
import type { Exercise } from '../exercise/exercise.ts'
import { secondsOf } from '../plan/estimate.ts'
import { forbiddenBy, unfit } from '../plan/fit.ts'
import { personIn } from '../plan/person.ts'
import type { Plan, PlanItem } from '../plan/plan.ts'
import { barredBy } from '../plan/release.ts'
import type { PrescribedItem, Prescription, SessionVersion } from './session.ts'

export type PrescribeInput = {
  plan: Plan
  content: Content
  sessionNumber: number
  minutes: number
  /** What the last adaptation changed or kept; said at the start of the session. */
  changes: readonly PlanChange[]
  now: string
}

function prescribed(item: PlanItem, plan: Plan, library: ReadonlyMap<string, Exercise>): PrescribedItem[] {
  const exercise = library.get(item.exerciseId ?? '')
  if (exercise === undefined || item.dosage === null) return []
  if (barredBy(item, exercise, plan.precautionTags) !== null) return []
  const neighbour = library.get(exercise.progression.easierId ?? '')
  const person = personIn(plan)
  const fits =
    neighbour !== undefined &&
    forbiddenBy(neighbour, plan.precautionTags) === null &&
    (person === null || unfit(neighbour, person) === null)
  const easier = fits ? neighbour : null
  return [
    {
      planItemId: item.id,
      exercise,
      easier,
      dosage: item.dosage,
      rangeShare: item.rangeShare,
      because: item.because,
      component: item.component,
    },
  ]
}

/** Of alternating sessions only today's; what belongs to none of them is done in each. */
function todays(items: readonly PlanItem[], sessionNumber: number): PlanItem[] {
  const groups = [...new Set(items.flatMap(({ group }) => group ?? []))].sort()
  const today = groups[(sessionNumber - 1) % Math.max(1, groups.length)]
  return items.filter(({ group }) => group === undefined || group === today)
}

const secondsIn = (items: readonly PrescribedItem[]) =>
  items.reduce((sum, item) => sum + secondsOf(item.dosage), 0)

/** How long a session really takes, set-up and rests included, in whole minutes: at least one. */
export function minutesOf(items: readonly Pick<PrescribedItem, 'dosage'>[]): number {
  return Math.max(1, Math.round(items.reduce((sum, { dosage }) => sum + secondsOf(dosage), 0) / 60))
}

/** One set less of whatever takes longest, until it fits or nothing has a second set. */
function fewerSets(all: readonly PrescribedItem[], seconds: number): PrescribedItem[] {
  let items = [...all]
  while (secondsIn(items) > seconds) {
    const several = items.filter((item) => item.dosage.sets > 1)
    const [longest] = several.sort((a, b) => secondsOf(b.dosage) - secondsOf(a.dosage))
    if (longest === undefined) return items
    const dosage = { ...longest.dosage, sets: longest.dosage.sets - 1 }
    items = items.map((item) => (item === longest ? { ...item, dosage } : item))
  }
  return items
}

/**
 * The items of one session: all of them with fewer sets where that fits, else as many as fit from a starting point that
 * moves on with each session, one of each component before a second one, so that a short session is a whole one and what does not
 * fit today comes next time. Always at least one.
 */
function fitted(
  all: readonly PrescribedItem[],
  sessionNumber: number,
  minutes: number,
  most: number,
): PrescribedItem[] {
  const seconds = minutes * 60
  const items = fewerSets(all, seconds)
  if (secondsIn(items) <= seconds && items.length <= most) return items
  const turned = items.map((_item, step) => items[(sessionNumber - 1 + step) % items.length])
  const waiting = turned.filter((item) => item !== undefined)
  const chosen = new Set<PrescribedItem>()
  let left = seconds
  while (waiting.length > 0) {
    const had = new Set([...chosen].map(({ component }) => component))
    const next = waiting.find(({ component }) => !had.has(component)) ?? waiting[0]
    if (next === undefined) break
    waiting.splice(waiting.indexOf(next), 1)
    const needed = secondsOf(next.dosage)
    if (chosen.size >= most) break
    if (needed > left && chosen.size > 0) continue
    chosen.add(next)
    left -= needed
  }
  return items.filter((item) => chosen.has(item))
}

/** Lengths that a person can choose from at the start of a session, in minutes. */
const LENGTHS = [5, 10, 20] as const

/** The lengths of today's session, shortest first: what is left out of each, and how many sets of the rest. */
function versionsOf(all: readonly PrescribedItem[], sessionNumber: number, most: number): SessionVersion[] {
  return LENGTHS.map((minutes) => ({
    minutes,
    items: fitted(all, sessionNumber, minutes, most).map(({ planItemId, dosage }) => ({
      planItemId,
      sets: dosage.sets,
    })),
  }))
}

/** One sentence a reason: the same reason for several exercises is said once, with their names together. */
export function toldOnce(changes: readonly PlanChange[]): Because[] {
  const groups = new Map<string, Because[]>()
  for (const because of changes.flatMap((change) => change.because)) {
    const { exercise: _name, ...rest } = because.values ?? {}
    const key = `${because.id} ${JSON.stringify(rest)}`
    groups.set(key, [...(groups.get(key) ?? []), because])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const names = [...new Set(group.map((because) => String(because.values?.exercise ?? '')))].filter(Boolean)
    if (names.length < 2) return [first]
    const shown =
      names.length > 3 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : listed(names)
    return [{ id: first.id, values: { ...first.values, exercise: shown } }]
  })
}

/**
 * Today's guided session from the plan: what fits in the minutes, in the plan's order, each with its easier neighbour
 * ready on the device. Doses are the plan's; a short session has fewer sets, never more. The same session in 5, 10 and 20 minutes
 * comes along. A contraindicated exercise is dropped even if a plan held one, unless a clinician has released it. Missing exercises in the content are dropped.
 * Deterministic in its inputs.
 */
export function prescribe(input: PrescribeInput): { result: Prescription; decision: Decision } {
  const { plan, content, sessionNumber, changes, now } = input
  const minutes = Math.min(input.minutes, plan.small?.minutes ?? Number.POSITIVE_INFINITY)
  const most = plan.small?.exercises ?? Number.POSITIVE_INFINITY
  const library = new Map(content.exercises.map((exercise) => [exercise.id, exercise]))
  const own = plan.items.filter((item) => item.kind === 'exercise' && item.state === 'active')
  // Where everything rests, what calms a flare-up is left to do, until a therapist has looked.
  const guided =
    own.length > 0
      ? own
      : flarePlan(plan, content, 0).items.filter(
          (item) => item.kind === 'exercise' && item.state === 'active',
        )
  const active = todays(guided, sessionNumber).flatMap((item) => prescribed(item, plan, library))
  const items = fitted(active, sessionNumber, minutes, most)
  const phase = content.programme.phases.find((candidate) => candidate.id === plan.phase)
  const harderFirst = [...changes].sort(
    (a, b) => Number(a.direction === 'same') - Number(b.direction === 'same'),
  )
  const result: Prescription = {
    sessionNumber,
    planVersion: plan.version,
    contentVersion: content.version,
    minutes,
    painCeiling: phase?.painCeiling ?? content.programme.trafficLight.amberUpTo,
    preSession: content.redFlags.preSession,
    stopRules: content.redFlags.stopRules,
    items,
    versions: versionsOf(active, sessionNumber, most),
    more: active.filter(({ planItemId }) => !items.some((item) => item.planItemId === planItemId)),
    changes: toldOnce(harderFirst),
  }
  const decision: Decision = {
    kind: 'prescription',
    rule: items.length < active.length ? 'prescribe-part' : 'prescribe-all',
    contentVersion: content.version,
    inputs: { planVersion: plan.version, sessionNumber, minutes },
    outcome: items.map(({ planItemId, dosage, rangeShare }) => ({ planItemId, dosage, rangeShare })),
    because: result.changes,
    at: now,
    by: 'rules',
  }
  return { result, decision }
}
