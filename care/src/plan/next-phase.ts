import type { Content } from '../content.ts'
import type { Decision } from '../decision.ts'
import { evaluationFacts } from '../evaluation/evaluate.ts'
import type { Exercise, PhaseId } from '../exercise/exercise.ts'
import type { Intake } from '../intake/intake.ts'
import { type Chosen, choose, type MenuRow, TRAINED } from './choose.ts'
import { usesUnsigned } from './compose.ts'
import { dosageFor, type Person, unfit } from './fit.ts'
import { goalRows, goalsIn } from './goals.ts'
import { moreHabits } from './habits.ts'
import { exerciseItem } from './item.ts'
import { personIn, personOf } from './person.ts'
import type { Component, Plan, PlanItem } from './plan.ts'

export type NextPhaseInput = { plan: Plan; intake: Intake; content: Content; phase: PhaseId; now: string }

/** The component of a session that an exercise of a template trains. */
export function componentOf(exercise: Exercise): Component {
  return TRAINED.find((component) => exercise.components.includes(component)) ?? 'stretching'
}

/** The exercise, or the next one up its chain that this phase doses and that fits; null where the chain has none. */
function carriedOn(start: Exercise, person: Person, library: ReadonlyMap<string, Exercise>): Exercise | null {
  const seen = new Set<string>()
  let candidate: Exercise | undefined = start
  while (candidate !== undefined && !seen.has(candidate.id)) {
    if (dosageFor(candidate, person.phase) !== null && unfit(candidate, person) === null) return candidate
    seen.add(candidate.id)
    candidate = library.get(candidate.progression.harderId ?? '')
  }
  return null
}

/** What the person does now as rows of the next phase, so that a new phase goes on from where they are. */
function carriedRows(plan: Plan, person: Person, library: ReadonlyMap<string, Exercise>): MenuRow[] {
  return plan.items.flatMap(({ exerciseId, component, state }) => {
    const now = library.get(exerciseId ?? '')
    const then = now === undefined || state === 'paused' ? null : carriedOn(now, person, library)
    return then === null ? [] : [{ exerciseId: then.id, component, because: 'menu.carried-on' }]
  })
}

/** The template sessions of the phase; with more than one of them, each exercise belongs to its own. */
function templateRows(content: Content, phase: PhaseId, library: ReadonlyMap<string, Exercise>): MenuRow[] {
  const sessions = content.programme.phases.find(({ id }) => id === phase)?.sessions ?? []
  return sessions.flatMap(({ id, exercises }) =>
    exercises.flatMap((exerciseId) => {
      const exercise = library.get(exerciseId)
      if (exercise === undefined) return []
      const group = sessions.length > 1 ? { group: id } : {}
      return [{ exerciseId, component: componentOf(exercise), because: 'menu.phase', ...group }]
    }),
  )
}

/** Guided exercises for one alternating session each: the template's, then what is carried on, up to what a session holds. */
function chosenFor(rows: readonly MenuRow[], input: NextPhaseInput, person: Person): Chosen[] {
  const most = input.content.programme.phases.find(({ id }) => id === input.phase)?.itemCount[1] ?? 7
  const groups = [...new Set(rows.flatMap(({ group }) => group ?? []))]
  if (groups.length === 0) return choose(rows, input.content, person, most).guided
  const byGroup = groups.map((group) =>
    choose(
      rows.filter((row) => row.group === undefined || row.group === group),
      input.content,
      person,
      most,
    ).guided.map((entry) => ({ ...entry, group })),
  )
  const all = byGroup.flat()
  return all
    .filter((entry, index) => all.findIndex(({ exercise }) => exercise.id === entry.exercise.id) === index)
    .map((entry) => {
      const every = byGroup.every((one) => one.some(({ exercise }) => exercise.id === entry.exercise.id))
      if (!every) return entry
      const { group: _every, ...rest } = entry
      return rest
    })
}

/**
 * The plan of the next phase (or of an earlier one, on the way back): what the person does is carried on, one step up its chain where
 * this phase no longer doses it; the phase's template sessions fill the rest, fitted like the first plan; ladders move on. Paused
 * items stay paused, habits and visits stay, and habits that waited join in a later phase. Doses begin at the library's for the phase. The result waits for a clinician: a phase
 * is never changed upward without one. Missing data: plans that did not keep what they fit are fitted by the intake again.
 */
export function nextPhase(input: NextPhaseInput): { result: Plan; decision: Decision } {
  const { plan, intake, content, phase, now } = input
  const library = new Map(content.exercises.map((exercise) => [exercise.id, exercise]))
  const facts = evaluationFacts(intake, content, plan.precautionTags, now)
  const fitted = personIn(plan) ?? personOf(intake, plan.precautionTags, facts, phase)
  const person: Person = { ...fitted, phase }
  const goals = goalsIn(plan.goals, content, phase)
  const paused = plan.items.filter(({ kind, state }) => kind === 'exercise' && state === 'paused')
  const rows = [
    ...goalRows(goals),
    ...templateRows(content, phase, library),
    ...carriedRows(plan, person, library),
  ].filter(({ exerciseId }) => !paused.some((item) => item.exerciseId === exerciseId))
  const making = { content, person, facts, days: plan.cadence.homeSessionsPerWeek }
  const taken = new Set(paused.map(({ id }) => id))
  // A paused item may carry the id of an exercise that it has replaced: ids stay the item's own.
  const guided = chosenFor(rows, input, person)
    .flatMap((entry) => exerciseItem(entry, making))
    .map((item) => (taken.has(item.id) ? { ...item, id: `${item.id}-${phase}` } : item))
  const daily = plan.items.filter(({ kind }) => kind !== 'exercise')
  const place = (id: PhaseId) => content.programme.phases.findIndex((one) => one.id === id)
  const waiting = plan.later ?? []
  const habits =
    place(phase) > place(plan.phase) ? moreHabits(daily, waiting) : { items: daily, later: waiting }
  const items: PlanItem[] = [...guided, ...paused, ...habits.items]
  const { volume: _lastPhase, later: _waited, ...before } = plan
  const result: Plan = {
    ...before,
    version: plan.version + 1,
    contentVersion: content.version,
    phase,
    goals,
    items,
    ...(habits.later.length === 0 ? {} : { later: habits.later }),
    status: 'waiting-for-clinician',
    unsigned: usesUnsigned(items, content),
    decidedBy: 'rules',
    at: now,
  }
  return {
    result,
    decision: {
      kind: 'plan',
      rule: `phase-${phase}`,
      contentVersion: content.version,
      inputs: { planVersion: plan.version, from: plan.phase, to: phase, intake },
      outcome: { phase, items: items.map(({ id, dosage, rangeShare }) => ({ id, dosage, rangeShare })) },
      because: [{ id: 'plan.next-phase', values: { phase: labelOf(content, phase) } }],
      at: now,
      by: 'rules',
    },
  }
}

const labelOf = (content: Content, phase: PhaseId) =>
  content.programme.phases.find(({ id }) => id === phase)?.label ?? phase
