import { holds } from '../condition.ts'
import type { Content } from '../content.ts'
import type { Decision } from '../decision.ts'
import { evaluationFacts } from '../evaluation/evaluate.ts'
import type { Evaluation } from '../evaluation/evaluation.ts'
import { VISITS } from '../evaluation/severity.ts'
import type { Intake } from '../intake/intake.ts'
import type { TriageResult } from '../triage/red-flag.ts'
import { choose } from './choose.ts'
import { DAILY } from './daily.ts'
import { foundRows } from './found.ts'
import { goalRows, goalsIn } from './goals.ts'
import { fewHabits } from './habits.ts'
import { exerciseItem, noteItem } from './item.ts'
import { menuFor } from './menu.ts'
import { personOf } from './person.ts'
import type { Bounds, Plan, PlanItem } from './plan.ts'

/** How far the rules may go by themselves until a therapist says otherwise. Author default. */
export const DEFAULT_BOUNDS: Bounds = {
  maxSets: 3,
  maxRepsShare: 1.5,
  maxEffort: 6,
  weeklyVolumeShare: 0.2,
  allowHarderExercise: false,
}

export type ComposeInput = {
  intake: Intake
  evaluation: Evaluation
  triage: TriageResult
  content: Content
  now: string
  /** True while a clinician must accept the first plan before the first session. */
  hold: boolean
}

/** The four phases as the plan shows them. */
export function phasesOf(content: Content): Plan['phases'] {
  return content.programme.phases.map(({ id, label, weeks, goals, entry, exit }) => ({
    id,
    label,
    weeks,
    goals,
    entry: entry.criteria.map(({ text }) => text),
    exit: exit.criteria.map(({ text }) => text),
  }))
}

/**
 * The first plan of care over all seven components, from intake, evaluation and triage. Fits the person's equipment,
 * positions, days, minutes, fitness and precaution tags; leaves out what a tag forbids and says why; every item says why it is
 * there and what would change it, and each goal has its ladder. `hold`: the plan waits for a clinician. Never called on a disposition
 * that forbids a plan. Missing data: no equipment means none, unknown age counts as older.
 */
export function composePlan(input: ComposeInput): { result: Plan; decision: Decision } {
  const { intake, evaluation, triage, content, now, hold } = input
  const tags = [
    ...new Set([...triage.precautionTags, ...(evaluation.pattern === 'P6' ? ['high_irritability'] : [])]),
  ].sort()
  const facts = evaluationFacts(intake, content, tags, now)
  const person = personOf(intake, tags, facts, content.programme.defaultPhase)
  const phase = content.programme.phases.find((candidate) => candidate.id === person.phase)
  const goals = goalsIn(intake.goals, content, person.phase)
  const daily = DAILY.filter((row) => holds(row.when, facts))
  const menu = menuFor(evaluation, content)
  const found = foundRows(evaluation.findings, content, menu, person)
  const rows = [...goalRows(goals), ...found, ...menu, ...daily]
  const choice = choose(rows, content, person, phase?.itemCount[1] ?? 7)
  const notes = content.notes.filter(
    (note) =>
      (note.when === null || holds(note.when, facts)) && !note.excludedBy.some((tag) => tags.includes(tag)),
  )
  const making = { content, person, facts, days: intake.daysPerWeek }
  const exercises = [...choice.guided, ...choice.habits].flatMap((entry) => exerciseItem(entry, making))
  const counterpart = exercises.find(({ component }) => component === 'manual-therapy')
  const all = [...exercises, ...notes.map((note) => noteItem(note, facts, counterpart))]
  const { items, later } = fewHabits(all, evaluation.findings)
  const result: Plan = {
    version: 1,
    contentVersion: content.version,
    pattern: evaluation.pattern,
    findings: evaluation.findings,
    evaluation,
    phase: person.phase,
    phases: phasesOf(content),
    cadence: {
      clinicVisitsPerWeek: VISITS[evaluation.severity],
      homeSessionsPerWeek: intake.daysPerWeek,
      minutesPerSession: intake.minutesPerDay,
    },
    goals,
    items,
    ...(later.length === 0 ? {} : { later }),
    excluded: choice.excluded.filter(({ exerciseId }) => !all.some((item) => item.exerciseId === exerciseId)),
    precautionTags: tags,
    fits: {
      equipment: [...person.equipment],
      positions: person.positions === null ? null : [...person.positions],
      floor: person.floor,
    },
    bounds: DEFAULT_BOUNDS,
    status: hold ? 'waiting-for-clinician' : 'active',
    unsigned: usesUnsigned(all, content),
    decidedBy: 'rules',
    at: now,
  }
  const decision: Decision = {
    kind: 'plan',
    rule: `compose-${evaluation.pattern}`,
    contentVersion: content.version,
    inputs: { intake, evaluation, triage, hold },
    outcome: {
      phase: result.phase,
      cadence: result.cadence,
      items: items.map(({ id, dosage, rangeShare }) => ({ id, dosage, rangeShare })),
      later: later.map(({ id }) => id),
      excluded: result.excluded,
      status: result.status,
    },
    because: [
      ...evaluation.because,
      { id: `cadence.${evaluation.severity}`, values: { visits: VISITS[evaluation.severity] } },
      ...(hold ? [{ id: 'plan.held' }] : []),
    ],
    at: now,
    by: 'rules',
  }
  return { result, decision }
}

/** Whether anything in the plan rests on content that no clinician has signed off. */
export function usesUnsigned(items: readonly PlanItem[], content: Content): boolean {
  const used = new Set(items.map((item) => item.exerciseId))
  return (
    content.exercises.some((exercise) => used.has(exercise.id) && exercise.signOff.state === 'draft') ||
    content.patterns.some((pattern) => pattern.signOff.state === 'draft')
  )
}
