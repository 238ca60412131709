import { type Facts, holds } from '../condition.ts'
import type { Content, PatternRule, PlanNote } from '../content.ts'
import type { Because, Decision } from '../decision.ts'
import { evaluationFacts } from '../evaluation/evaluate.ts'
import type { Evaluation } from '../evaluation/evaluation.ts'
import { reason } from '../evaluation/reason.ts'
import { VISITS } from '../evaluation/severity.ts'
import type { Dosage, Exercise } from '../exercise/exercise.ts'
import type { Intake } from '../intake/intake.ts'
import type { TriageResult } from '../triage/red-flag.ts'
import { type Chosen, choose } from './choose.ts'
import { careTags, dosageFor, type Person } from './fit.ts'
import { PLAN_SENTENCES } from './plan.because.ts'
import type { Bounds, Plan, PlanItem } from './plan.ts'

/** How far the rules may go by themselves until a therapist says otherwise. Author default. */
export const DEFAULT_BOUNDS: Bounds = {
  maxSets: 3,
  maxRepsShare: 1.5,
  maxEffort: 6,
  weeklyVolumeShare: 0.2,
  allowHarderExercise: false,
}

/** Share of the person's own range to work in: usual, and where a tag asks for care or the pain is easily stirred up. */
const RANGE_SHARE = 0.8
const CAREFUL_RANGE_SHARE = 0.5
const CAREFUL_DOSE_SHARE = 0.7

/** From this age on floor exercises wait until the person offers a mat. Author default. */
const FLOOR_ASK_FROM_AGE = 65

export type ComposeInput = {
  intake: Intake
  evaluation: Evaluation
  triage: TriageResult
  content: Content
  now: string
  /** True while a clinician must accept the first plan before the first session. */
  hold: boolean
}

function personOf(input: ComposeInput, tags: readonly string[], facts: Facts): Person {
  const { intake, content } = input
  const age = typeof facts.age === 'number' ? facts.age : FLOOR_ASK_FROM_AGE
  // Somebody who brings a mat says that the floor is fine.
  const floor = age < FLOOR_ASK_FROM_AGE || intake.equipment.includes('mat')
  return {
    tags,
    equipment: intake.equipment,
    floor: floor && !tags.includes('balance_risk'),
    phase: content.programme.defaultPhase,
  }
}

/** The dose to begin with: the library's for the phase, and less of it where care is asked for. */
export function startingDose(dosage: Dosage, careful: boolean, days: number): Dosage {
  const less = (value: number) => Math.max(1, Math.floor(value * CAREFUL_DOSE_SHARE))
  return {
    ...dosage,
    reps: dosage.reps === null || !careful ? dosage.reps : less(dosage.reps),
    durationSeconds:
      dosage.durationSeconds === null || !careful ? dosage.durationSeconds : less(dosage.durationSeconds),
    daysPerWeek: Math.min(dosage.daysPerWeek, days),
  }
}

function exerciseItem(entry: Chosen, input: ComposeInput, person: Person, facts: Facts): PlanItem[] {
  const { exercise } = entry
  const dosage = dosageFor(exercise, person.phase)
  if (dosage === null) return []
  const care = careTags(exercise, person.tags)
  const careful = care.length > 0 || person.tags.includes('high_irritability')
  const because: Because[] = [reason(entry.because, facts, PLAN_SENTENCES)]
  if (entry.instead !== null)
    because.push({
      id: 'item.instead',
      values: { exercise: exercise.name, instead: entry.instead.name },
    })
  for (const tag of care) because.push({ id: `care.${tag}` })
  const habit = exercise.components.includes('habit')
  return [
    {
      id: `ex-${exercise.id}`,
      kind: habit ? 'habit' : 'exercise',
      component: entry.component,
      exerciseId: exercise.id,
      exerciseVersion: exercise.version,
      title: exercise.name,
      dosage: startingDose(dosage, careful, habit ? 7 : input.intake.daysPerWeek),
      rangeShare: careful ? CAREFUL_RANGE_SHARE : RANGE_SHARE,
      state: 'active',
      because,
      wouldChange: habit ? [{ id: 'change.habit' }] : wouldChange(exercise, input.content),
    },
  ]
}

function wouldChange(exercise: Exercise, content: Content): Because[] {
  const named = (id: string | null) => content.exercises.find((candidate) => candidate.id === id)?.name
  const easier = named(exercise.progression.easierId)
  const harder = named(exercise.progression.harderId)
  const { amberUpTo } = content.programme.trafficLight
  return [
    { id: 'change.pain', values: { ceiling: amberUpTo } },
    easier === undefined ? { id: 'change.less' } : { id: 'change.easier', values: { easier } },
    harder === undefined ? { id: 'change.more' } : { id: 'change.harder', values: { harder } },
  ]
}

function noteItem(note: PlanNote, facts: Facts): PlanItem {
  return {
    id: `note-${note.id}`,
    kind: note.kind,
    component: note.component,
    exerciseId: null,
    exerciseVersion: null,
    title: note.title,
    dosage: null,
    rangeShare: 1,
    state: 'active',
    because: [reason(note.because, facts, PLAN_SENTENCES)],
    wouldChange: [{ id: note.kind === 'clinic' ? 'change.clinic' : 'change.habit' }],
  }
}

function bestPattern(input: ComposeInput): PatternRule {
  const { content, evaluation } = input
  const rule =
    content.patterns.find((candidate) => candidate.id === evaluation.pattern) ??
    content.patterns.find((candidate) => candidate.id === 'P8')
  if (rule === undefined) throw new Error(`content ${content.version} has no pattern ${evaluation.pattern}`)
  return rule
}

/**
 * The first plan of care over all seven components, from intake, evaluation and triage. Fits the person's equipment,
 * days, minutes, floor and precaution tags; leaves out what a tag forbids and says why; every item says why it is there
 * and what would change it. `hold`: the plan waits for a clinician. Never called on a disposition that forbids a plan.
 * Missing data: no equipment means none, unknown age counts as older. Throws only when the content has no patterns.
 */
export function composePlan(input: ComposeInput): { result: Plan; decision: Decision } {
  const { intake, evaluation, triage, content, now, hold } = input
  const tags = [
    ...new Set([...triage.precautionTags, ...(evaluation.pattern === 'P6' ? ['high_irritability'] : [])]),
  ].sort()
  const facts = evaluationFacts(intake, content, tags, now)
  const person = personOf(input, tags, facts)
  const phase = content.programme.phases.find((candidate) => candidate.id === person.phase)
  const choice = choose(bestPattern(input), content, person, phase?.itemCount[1] ?? 7)
  const notes = content.notes.filter(
    (note) =>
      (note.when === null || holds(note.when, facts)) && !note.excludedBy.some((tag) => tags.includes(tag)),
  )
  const items = [
    ...choice.guided.flatMap((entry) => exerciseItem(entry, input, person, facts)),
    ...choice.habits.flatMap((entry) => exerciseItem(entry, input, person, facts)),
    ...notes.map((note) => noteItem(note, facts)),
  ]
  const result: Plan = {
    version: 1,
    contentVersion: content.version,
    pattern: evaluation.pattern,
    findings: evaluation.findings,
    evaluation,
    phase: person.phase,
    phases: content.programme.phases.map(({ id, label, weeks, goals, entry, exit }) => ({
      id,
      label,
      weeks,
      goals,
      entry,
      exit,
    })),
    cadence: {
      clinicVisitsPerWeek: VISITS[evaluation.severity],
      homeSessionsPerWeek: intake.daysPerWeek,
      minutesPerSession: intake.minutesPerDay,
    },
    goals: intake.goals,
    items,
    excluded: choice.excluded.filter(
      ({ exerciseId }) => !items.some((item) => item.exerciseId === exerciseId),
    ),
    precautionTags: tags,
    bounds: DEFAULT_BOUNDS,
    status: hold ? 'waiting-for-clinician' : 'active',
    unsigned: usesUnsigned(items, content),
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

function usesUnsigned(items: readonly PlanItem[], content: Content): boolean {
  const used = new Set(items.map((item) => item.exerciseId))
  return (
    content.exercises.some((exercise) => used.has(exercise.id) && exercise.signOff.state === 'draft') ||
    content.patterns.some((pattern) => pattern.signOff.state === 'draft')
  )
}
