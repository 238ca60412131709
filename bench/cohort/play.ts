import {
  adapt,
  calmUpTo,
  composePlan,
  type Content,
  type Course,
  type DayReport,
  editPlan,
  evaluate,
  flarePlan,
  flaresOf,
  lightOf,
  type MeasureValue,
  nextPhase,
  type Plan,
  type PhaseId,
  type PlanChange,
  prescribe,
  reviewCourse,
  type SessionReport,
  stillStands,
  triage,
} from '@dorsal/care'
import { type Body, dayPasses, sessionDone } from './body.ts'
import { chanceOf } from './chance.ts'
import {
  broken,
  checkAdapted,
  checkPlan,
  checkReview,
  checkSession,
  GUARDRAILS,
  planWork,
  type Violations,
} from './guardrails.ts'
import type { Person } from './person.ts'

const START = Date.parse('2026-03-02T09:00:00.000Z')
const DAY = 86_400_000
export const DAYS = 84
const on = (day: number) => new Date(START + day * DAY).toISOString()
const idOf = (kind: number, day: number) =>
  `00000000-0000-7000-8${String(kind).padStart(3, '0')}-${String(day).padStart(12, '0')}`

/** What came of one person in twelve weeks. */
export type Outcome = {
  ended: 'held' | 'danger' | 'gave-up' | 'through'
  disposition: string
  pain: { first: number; last: number }
  sessions: number
  redSessions: number
  /** Work of a session at the end of each week; null where there was none. */
  weekly: (number | null)[]
  /** Day on which each phase began. */
  phases: Partial<Record<PhaseId, number>>
  /** Decisions that a clinician had to take, and how many were urgent. */
  clinician: { proposals: number; tasks: number; coSigns: number; why: Record<string, number> }
}

/** How the plan is treated: by the rules, or left as it was at the start, on the very same people. */
export type Way = 'adaptive' | 'fixed'

type Run = {
  plan: Plan
  body: Body
  reports: SessionReport[]
  told: DayReport[]
  values: MeasureValue[]
  fired: { rule: string; at: string }[]
  pending: { kind: 'next-phase' | 'discharge'; phase: PhaseId; due: number }[]
  waiting: { change: PlanChange; due: number }[]
  /** Tasks of one kind are one task for a week. */
  asked: Map<string, number>
  phaseSince: string
  outcome: Outcome
  week: { since: number; work: number }
}

function isRed(report: SessionReport, content: Content): boolean {
  const pains = [...report.sets.map(({ pain }) => pain), report.painAfter].filter((pain) => pain !== null)
  const peak = pains.length === 0 ? null : Math.max(...pains)
  return lightOf(report.before.pain, peak, content.programme.trafficLight) === 'red'
}

function courseAt(run: Run, person: Person, now: string): Course {
  return {
    plan: run.plan,
    intake: person.intake,
    startedAt: on(0),
    phaseSince: run.phaseSince,
    endedAt: run.plan.phase === 'maintenance' ? run.phaseSince : null,
    reports: run.reports,
    told: run.told,
    values: run.values,
    screenClear: true,
    now,
  }
}

/** A task for the clinic; the same one that is open already is not made again. */
function asks(run: Run, what: string, day: number): void {
  const last = run.asked.get(what)
  if (last !== undefined && day - last < 7) return
  run.asked.set(what, day)
  const { clinician } = run.outcome
  clinician.tasks += 1
  clinician.why[what] = (clinician.why[what] ?? 0) + 1
}

function look(run: Run, person: Person, content: Content, day: number, violations: Violations): void {
  const course = courseAt(run, person, on(day))
  const review = reviewCourse({
    course,
    content,
    fired: run.fired,
    pending: run.pending.map(({ kind }) => kind),
  })
  checkReview(run.plan, review, violations)
  const { decision, plan, tasks, proposals } = review
  run.plan = plan
  if (decision !== null) for (const rule of decision.rule.split('+')) run.fired.push({ rule, at: on(day) })
  for (const { because } of tasks) asks(run, because[0]?.id ?? '', day)
  run.outcome.clinician.proposals += proposals.length
  for (const { kind, phase } of proposals) run.pending.push({ kind, phase, due: day + 2 })
}

/** The clinician answers what waits, two days later: mostly yes. */
function clinicianAnswers(run: Run, person: Person, content: Content, day: number, yes: boolean): void {
  const due = run.pending.filter((one) => one.due <= day)
  run.pending = run.pending.filter((one) => one.due > day)
  for (const { change } of run.waiting.filter((one) => one.due <= day)) {
    if (!yes || !stillStands(run.plan, change)) continue
    run.plan = editPlan(run.plan, [{ ...change, status: 'applied' }], 'clinician:bench', on(day), content)
    // What a clinician decides begins the week that the rules may fill.
    run.week = { since: day, work: planWork(run.plan) }
  }
  run.waiting = run.waiting.filter((one) => one.due > day)
  for (const { phase } of due) {
    if (!yes) continue
    const { result } = nextPhase({ plan: run.plan, intake: person.intake, content, phase, now: on(day) })
    run.plan = { ...result, status: 'active', decidedBy: 'clinician:bench' }
    run.phaseSince = on(day)
    run.outcome.phases[phase] = day
    run.week = { since: day, work: planWork(run.plan) }
  }
}

/** Plays one person through twelve weeks by the rules. Deterministic in person and way. */
export function play(person: Person, content: Content, way: Way, violations: Violations): Outcome {
  const chance = chanceOf(person.seed ^ 0x9e3779b9)
  const screened = triage(person.intake, content, on(0)).result
  const outcome: Outcome = {
    ended: 'through',
    disposition: screened.disposition,
    pain: { first: person.pain, last: person.pain },
    sessions: 0,
    redSessions: 0,
    weekly: [],
    phases: { early: 0 },
    clinician: { proposals: 0, tasks: 0, coSigns: 0, why: {} },
  }
  if (!['none', 'caution'].includes(screened.disposition)) return { ...outcome, ended: 'held' }
  const evaluation = evaluate(person.intake, content, screened, on(0)).result
  const input = { intake: person.intake, evaluation, triage: screened, content, now: on(0), hold: false }
  const first = composePlan(input).result
  if (person.seed % 50 === 0 && JSON.stringify(composePlan(input).result) !== JSON.stringify(first))
    broken(violations, GUARDRAILS[13])
  const run: Run = {
    plan: first,
    body: { pain: person.pain, capacity: person.capacity, flare: 0 },
    reports: [],
    told: [],
    values: [],
    fired: [],
    pending: [],
    waiting: [],
    asked: new Map(),
    phaseSince: on(0),
    outcome,
    week: { since: 0, work: planWork(first) },
  }
  checkPlan(run.plan, content, violations)
  let painAfterLast = person.pain
  for (let day = 0; day < DAYS; day += 1) {
    run.body = dayPasses(run.body, person, chance)
    if (day % 7 === 0 && chance.happens(person.giveUp)) {
      outcome.ended = 'gave-up'
      break
    }
    if (day > 0 && day % 7 === 0) {
      const pain = Math.round(Math.max(0, run.body.pain - person.lies))
      if (chance.happens(0.8))
        run.values.push({ measure: 'nprs', item: 'nprs_avg', value: pain, at: on(day) })
      if (day % 28 === 0 && person.intake.goals.length > 0)
        run.values.push({
          measure: 'psfs',
          item: null,
          value: Math.min(10, Math.round(10 - run.body.pain)),
          at: on(day),
        })
      run.week = { since: day, work: planWork(run.plan) }
      outcome.weekly.push(planWork(run.plan))
    }
    const flares = flaresOf(run.told, run.reports, calmUpTo(person.intake, content))
    const flare = flares.at(-1)?.ended === null
    if (flare && run.body.flare === 0 && chance.happens(0.5))
      run.told.push({ kind: 'settled', id: idOf(2, day), at: on(day), pain: null })
    if (way === 'adaptive' && run.body.flare > 2 && !flare && chance.happens(0.6))
      run.told.push({
        kind: 'flare-up',
        id: idOf(1, day),
        at: on(day),
        pain: Math.round(run.body.pain),
        worry: null,
        answers: {},
        note: null,
      })
    if (way === 'adaptive' && day > 0) {
      clinicianAnswers(run, person, content, day, chance.happens(0.9))
      look(run, person, content, day, violations)
      checkPlan(run.plan, content, violations)
    }
    const planned = chance.happens(run.plan.cadence.homeSessionsPerWeek / 7)
    if (!planned || !chance.happens(person.adherence)) continue
    const answers = Object.fromEntries(
      content.redFlags.preSession
        .filter(({ answerType }) => answerType === 'yes_no')
        .map(({ id }): [string, 'yes' | 'no'] => [
          id,
          person.danger?.day === undefined || day < person.danger.day
            ? 'no'
            : id === person.danger.question
              ? 'yes'
              : 'no',
        ]),
    )
    const worse = run.body.pain - painAfterLast
    const before: SessionReport['before'] = {
      answers,
      pain: Math.round(Math.max(0, run.body.pain - person.lies)),
      sinceLast:
        run.reports.length === 0
          ? 'first'
          : worse >= 2
            ? 'much-worse'
            : worse >= 1
              ? 'a-little-worse'
              : worse <= -1
                ? 'better'
                : 'same',
    }
    const flareDay = flare
      ? Math.floor((Date.parse(on(day)) - Date.parse(flares.at(-1)?.began ?? on(day))) / DAY)
      : -1
    const today = flareDay >= 0 ? flarePlan(run.plan, content, flareDay) : run.plan
    const minutes = run.plan.cadence.minutesPerSession
    const session = prescribe({
      plan: today,
      content,
      sessionNumber: run.reports.length + 1,
      minutes,
      changes: [],
      now: on(day),
    }).result
    checkSession(session, run.plan, screened, violations)
    const danger = Object.values(answers).includes('yes')
    const done = sessionDone(
      {
        body: run.body,
        person,
        chance,
        plan: run.plan,
        prescription: danger ? { ...session, items: [] } : session,
        at: on(day),
        fixed: way === 'fixed',
      },
      before,
      idOf(0, day),
    )
    const adapted = adapt({
      plan: run.plan,
      report: done.report,
      history: run.reports,
      content,
      now: on(day),
      flare,
      waiting: run.waiting.map(({ change }) => change),
    })
    if (danger) {
      if (adapted.next !== 'escalate' && adapted.next !== 'book') broken(violations, GUARDRAILS[3])
      if (planWork(adapted.plan) > planWork(run.plan)) broken(violations, GUARDRAILS[3])
      outcome.ended = 'danger'
      break
    }
    checkAdapted(run.plan, adapted, { flare, weekWork: run.week.work }, violations)
    run.reports.push(done.report)
    run.body = done.body
    painAfterLast = run.body.pain
    outcome.sessions += 1
    if (isRed(done.report, content)) outcome.redSessions += 1
    if (way === 'fixed') continue
    outcome.clinician.coSigns +=
      adapted.changes.filter(({ status }) => status === 'listed').length > 0 ? 1 : 0
    const asked = adapted.changes.filter(({ status }) => status === 'waiting')
    outcome.clinician.proposals += asked.length > 0 ? 1 : 0
    run.waiting.push(...asked.map((change) => ({ change, due: day + 2 })))
    for (const { because } of adapted.tasks) asks(run, because[0]?.id ?? '', day)
    run.plan = adapted.plan
    checkPlan(run.plan, content, violations)
  }
  outcome.pain.last = run.body.pain
  return outcome
}
