import type { PlanChange, Proposal } from '../adaptation/adaptation.ts'
import type { TaskNeeded } from '../adaptation/session-rules.ts'
import { easier } from '../adaptation/steps.ts'
import { type Facts, holds } from '../condition.ts'
import type { Content } from '../content.ts'
import type { Because, Decision } from '../decision.ts'
import { listed } from '../listed.ts'
import type { PhaseId } from '../exercise/exercise.ts'
import { gateState } from '../plan/gate.ts'
import type { Plan } from '../plan/plan.ts'
import type { DecisionRow, PhaseGate, ReviewRule } from '../plan/programme.ts'
import { type Course, courseFacts } from './course-facts.ts'
import { restarted } from './restart.ts'
import { smallOf } from './smaller.ts'

const DAY = 86_400_000
/** The same thing is not said again within so many days. Author default. */
const QUIET = 7 * DAY
/** What is left of a dose at one step back. Source: programme, gap of 7 to 13 days; author default. */
const STEP_BACK = 0.8
/** Share of sessions, percent, from which on a smaller programme grows back to the whole one. Source: early exit of the programme. */
const BACK_TO_WHOLE = 60

/** Something a review wants a clinician to decide: the next phase, or the end of the programme. */
export type CourseProposal = {
  kind: Extract<Proposal['kind'], 'next-phase' | 'discharge'>
  phase: PhaseId
  because: Because[]
}

/** Work for the clinic, and within how many working days. */
export type CourseTask = TaskNeeded & { workingDays: number }

export type ReviewInput = {
  course: Course
  content: Content
  /** Rules that earlier reviews fired, and when: nothing is said twice. */
  fired: readonly { rule: string; at: string }[]
  /** Proposals that wait for an answer. */
  pending: readonly Proposal['kind'][]
}

export type CourseReview = {
  facts: Facts
  /** The next version; the same object when nothing changed. */
  plan: Plan
  changes: PlanChange[]
  tasks: CourseTask[]
  proposals: CourseProposal[]
  /** The warning-sign questions are due before the next session. */
  rescreen: boolean
  /** Null when no rule had anything to say. */
  decision: Decision | null
}

type Effect = Partial<Pick<CourseReview, 'changes' | 'tasks' | 'proposals' | 'rescreen'>> & {
  rule: string
  plan?: Plan
  because: Because[]
}

const said = (id: string, values?: Because['values']): Because =>
  values === undefined ? { id } : { id, values }

function task(rule: string, workingDays: number, because: Because[]): Effect {
  return { rule, tasks: [{ kind: 'review', level: 'caution', because, workingDays }], because }
}

function stepBack({ course, content }: ReviewInput, rule: string): Effect {
  const { plan } = course
  const steps = plan.items.flatMap((item) => {
    const exercise = content.exercises.find(({ id }) => id === item.exerciseId)
    const guided = item.kind === 'exercise' && item.state === 'active' && item.dosage !== null
    return exercise === undefined || !guided
      ? []
      : [easier(item, exercise, STEP_BACK, 'adapt.gap', plan, content)]
  })
  const after = new Map(steps.map(({ item }) => [item.id, item]))
  return {
    rule,
    plan: { ...plan, items: plan.items.map((item) => after.get(item.id) ?? item) },
    changes: steps.map(({ change }) => change),
    because: [said('course.gap')],
  }
}

type Act = (row: DecisionRow, input: ReviewInput, facts: Facts) => Effect | Effect[]

/** What each action of the decision table about the whole plan does. Actions about one exercise belong to `adapt`. */
const ACTIONS: Partial<Readonly<Record<DecisionRow['action'], Act>>> = {
  'step-back': (row, input) => stepBack(input, row.id),
  'restart-week': (row, { course, content }) => ({
    rule: row.id,
    ...restarted(course.plan, course.intake, content, course.now),
    rescreen: true,
    because: [said('course.long-gap')],
  }),
  shrink: (row, { course }, facts) => {
    const small = smallOf(row, course.now)
    const { exercises, minutes } = small
    const because = [said('course.smaller', { exercises, minutes })]
    const { messageAfterDays = 10 } = row.values
    const quiet = typeof facts['gap.days'] === 'number' && facts['gap.days'] >= messageAfterDays
    return [
      ...(course.plan.small === undefined
        ? [{ rule: row.id, plan: { ...course.plan, small }, because }]
        : []),
      ...(quiet ? [task(`${row.id}-quiet`, row.values['workingDays'] ?? 2, [said('course.quiet')])] : []),
    ]
  },
  'therapist-review': (row) => task(row.id, row.values['workingDays'] ?? 2, [said(`course.${row.id}`)]),
}

/** Rules that speak once for each gap, however long it is. */
const ONCE_A_GAP: readonly string[] = ['gap', 'long-gap']

/** Whether this rule has had its say already. */
function saidBefore(rule: string, { fired, course }: ReviewInput): boolean {
  const before = fired.findLast((one) => one.rule === rule)
  if (before === undefined) return false
  if (!ONCE_A_GAP.includes(rule)) return Date.parse(course.now) - Date.parse(before.at) < QUIET
  const newest = course.reports.findLast(({ sets }) => sets.length > 0)?.startedAt ?? course.startedAt
  return Date.parse(before.at) >= Date.parse(newest)
}

function planRules(input: ReviewInput, facts: Facts): Effect[] {
  const rows = input.content.programme.decisions.filter(
    ({ about, when, id }) => about === 'plan' && holds(when, facts) && !saidBefore(id, input),
  )
  // Of the two gaps only the longer speaks.
  const long = rows.some(({ action }) => action === 'restart-week')
  return rows
    .filter(({ action }) => !(long && action === 'step-back'))
    .flatMap((row) => ACTIONS[row.action]?.(row, input, facts) ?? [])
    .filter(({ rule }) => !saidBefore(rule, input))
}

function reviews(rules: readonly ReviewRule[], input: ReviewInput, facts: Facts): Effect[] {
  return rules
    .filter(({ id, when }) => holds(when, facts) && !saidBefore(id, input))
    .map(({ id, workingDays }) => task(id, workingDays, [said(`course.${id}`)]))
}

function metWords(gate: PhaseGate, met: readonly string[]): string {
  return listed(gate.criteria.filter(({ id }) => met.includes(id)).map(({ text }) => text.toLowerCase()))
}

/** The next phase or the end of the programme, once the exit is met: always for a clinician to decide. */
function onward(input: ReviewInput, facts: Facts): Effect[] {
  const { course, content, pending } = input
  const { programme } = content
  const at = programme.phases.findIndex(({ id }) => id === course.plan.phase)
  const [here, next] = [programme.phases[at], programme.phases[at + 1]]
  if (here === undefined || next === undefined || course.endedAt !== null) return []
  const ending = next.id === 'maintenance'
  const gate = ending ? programme.discharge.gate : here.exit
  const state = gateState(gate, facts)
  const kind = ending ? 'discharge' : 'next-phase'
  const calm = facts['flare.on'] !== true && facts['screen.clear'] === true
  if (!state.passed || !calm || pending.includes(kind) || saidBefore(kind, input)) return []
  const because = [said(`course.${kind}`, { phase: next.label, met: metWords(gate, state.met) })]
  return [{ rule: kind, proposals: [{ kind, phase: next.id, because }], because }]
}

/** A smaller programme grows back when most of it is done again. */
function grownBack({ course }: ReviewInput, facts: Facts): Effect[] {
  const share = facts['adherence.week-percent']
  const { small, ...whole } = course.plan
  if (small === undefined || typeof share !== 'number' || share < BACK_TO_WHOLE) return []
  return [{ rule: 'whole-again', plan: whole, because: [said('course.whole')] }]
}

/**
 * Looks at a whole course between sessions: gaps, few sessions, flare-ups, getting worse, no change, plateau, the next phase, the end.
 * Only easier and smaller takes effect by itself; the next phase and the end are proposals that a clinician decides. While a warning sign
 * holds the plan nothing in it moves. Nothing is said twice. Pure and deterministic; missing facts meet nothing.
 * Source: decision table, flare-up, discharge and restart of the programme; author defaults, unsigned.
 */
export function reviewCourse(input: ReviewInput): CourseReview {
  const { course, content } = input
  const facts = courseFacts(course, content)
  const effects = [
    ...grownBack(input, facts),
    ...planRules(input, facts),
    ...reviews([...content.programme.flare.reviews, content.programme.discharge.plateau], input, facts),
    ...onward(input, facts),
  ]
  const held =
    !course.screenClear || course.plan.status === 'waiting-for-clinician' || course.endedAt !== null
  // Of several that would change the plan the first does; the others come another day.
  const changing = held ? undefined : effects.find(({ plan }) => plan !== undefined)
  const speaking = effects.filter((effect) => effect.plan === undefined || effect === changing)
  const plan =
    changing?.plan === undefined
      ? course.plan
      : { ...freshWeek(changing.plan), version: course.plan.version + 1, decidedBy: 'rules', at: course.now }
  return {
    facts,
    plan,
    changes: changing?.changes ?? [],
    tasks: speaking.flatMap(({ tasks }) => tasks ?? []),
    proposals: speaking.flatMap(({ proposals }) => proposals ?? []),
    rescreen: speaking.some(({ rescreen }) => rescreen === true),
    decision: speaking.length === 0 ? null : decided(input, facts, speaking),
  }
}

/** What a review is repeated from: the records by their ids, everything else as it was. */
function inputsOf({ course, fired, pending }: ReviewInput, facts: Facts): Decision['inputs'] {
  const { plan, reports, told, values, startedAt, phaseSince, endedAt, screenClear } = course
  return {
    planVersion: plan.version,
    reports: reports.map(({ id }) => id),
    told: told.map(({ id }) => id),
    values,
    startedAt,
    phaseSince,
    endedAt,
    screenClear,
    fired,
    pending,
    facts,
  }
}

function decided(input: ReviewInput, facts: Facts, effects: readonly Effect[]): Decision {
  const { course, content } = input
  return {
    kind: 'course',
    rule: effects.map(({ rule }) => rule).join('+'),
    contentVersion: content.version,
    inputs: inputsOf(input, facts),
    outcome: {
      rules: effects.map(({ rule }) => rule),
      changes: effects.flatMap(({ changes }) => changes ?? []),
      proposals: effects.flatMap(({ proposals }) => proposals ?? []),
    },
    because: effects.flatMap(({ because }) => because),
    at: course.now,
    by: 'rules',
  }
}

/** What was eased is where the week grows from again, not what it was before. */
function freshWeek({ volume: _before, ...plan }: Plan): Plan {
  return plan
}
