import { formShare } from '../adaptation/day.ts'
import { sessionLight } from '../adaptation/light.ts'
import type { Fact, Facts } from '../condition.ts'
import type { Content } from '../content.ts'
import { evaluationFacts } from '../evaluation/evaluate.ts'
import type { Intake } from '../intake/intake.ts'
import type { Plan } from '../plan/plan.ts'
import type { SessionReport } from '../session/session.ts'
import type { DayReport } from './day-report.ts'
import { calmUpTo, type Flare, flaresOf } from './flare.ts'

const DAY = 86_400_000
const WEEK = 7 * DAY
const MONTH = 30 * DAY

/** A weekly answer counts as current for this long. */
const WEEKLY_OPEN = 10 * DAY
/** Days of a course before a share of sessions says anything. */
const LEAST_DAYS = 7
/** Effort up to which an early session feels easy, and up to which strength work feels moderate; form that is good enough. Source: programme. */
const EASY_EFFORT = 3
const MODERATE_EFFORT = 6
const GOOD_FORM = 0.7
const LOW_PAIN = 3
const RISE = 2

/** One answer or score of a measure at a time; `item` null: the score of the whole measure. */
export type MeasureValue = { measure: string; item: string | null; value: number; at: string }

/** One person's course so far, as the review looks at it. All lists oldest first; times as instants. */
export type Course = {
  plan: Plan
  intake: Intake
  /** When the first plan of this episode was made, and since when the plan is in its phase. */
  startedAt: string
  phaseSince: string
  /** When the programme was ended; null while it runs. */
  endedAt: string | null
  reports: readonly SessionReport[]
  told: readonly DayReport[]
  values: readonly MeasureValue[]
  /** No warning sign holds the plan back. */
  screenClear: boolean
  now: string
}

const since = (from: string, to: string) => Date.parse(to) - Date.parse(from)
const wholeDays = (from: string, to: string) => Math.max(0, Math.floor(since(from, to) / DAY))
const last = (values: readonly MeasureValue[]): number | undefined => values.at(-1)?.value

function valuesOf({ values }: Course, measure: string, item: string | null): MeasureValue[] {
  return values.filter((one) => one.measure === measure && one.item === item)
}

/** Weeks in a row up to the newest answer for which `holds`; weekly answers with too long a gap between them end it. */
function inRow(answers: readonly MeasureValue[], holds: (index: number) => boolean): number {
  let count = 0
  for (let index = answers.length - 1; index >= 0; index -= 1) {
    const [one, later] = [answers[index], answers[index + 1]]
    if (one === undefined || !holds(index)) break
    if (later !== undefined && since(one.at, later.at) > WEEKLY_OPEN) break
    count += 1
  }
  return count
}

function painFacts(course: Course): Record<string, Fact | undefined> {
  const first = course.intake.measures.nprs?.average
  const weekly = valuesOf(course, 'nprs', 'nprs_avg')
  const newest = weekly.at(-1)
  const current =
    newest !== undefined && since(newest.at, course.now) <= WEEKLY_OPEN
      ? newest.value
      : newest === undefined && since(course.startedAt, course.now) <= WEEK
        ? first
        : undefined
  const drop = first === undefined || current === undefined ? undefined : first - current
  const best = (index: number) => Math.min(first ?? 10, ...weekly.slice(0, index).map(({ value }) => value))
  const low = (value: number) => value <= LOW_PAIN || (first !== undefined && first > 0 && value <= first / 2)
  return {
    'nprs.average': current,
    'nprs.drop-points': drop,
    'nprs.drop-share': drop === undefined || first === undefined || first === 0 ? undefined : drop / first,
    'nprs.low-weeks': inRow(weekly, (index) => low(weekly[index]?.value ?? 10)),
    'nprs.rise-weeks': inRow(weekly, (index) => (weekly[index]?.value ?? 0) >= best(index) + RISE),
  }
}

function functionFacts(course: Course): Record<string, Fact | undefined> {
  const goals = course.intake.goals
  const start = goals.length === 0 ? undefined : goals.reduce((sum, { now }) => sum + now, 0) / goals.length
  const psfs = last(valuesOf(course, 'psfs', null))
  const peg = valuesOf(course, 'peg', null)
  const [firstPeg, lastPeg] = [peg[0]?.value, last(peg)]
  return {
    'psfs.mean': psfs ?? start,
    'psfs.gain': psfs === undefined || start === undefined ? undefined : psfs - start,
    'peg.gain':
      peg.length < 2 || firstPeg === undefined || lastPeg === undefined ? undefined : firstPeg - lastPeg,
    pgic: last(valuesOf(course, 'pgic', null)),
    'confidence.flare': last(valuesOf(course, 'conf2', 'conf2')),
  }
}

const trained = (report: SessionReport) => report.sets.length > 0

/** Sessions done of those planned in the last days, percent, at most 100; nothing before the course has run for a week. */
function adherence(
  { plan, reports, startedAt, now }: Course,
  inDays: number,
  from = startedAt,
): number | undefined {
  const length = Math.min(inDays, since(from, now) / DAY)
  if (length < LEAST_DAYS) return undefined
  const planned = (plan.cadence.homeSessionsPerWeek * length) / 7
  const done = reports.filter(
    (report) => trained(report) && since(report.startedAt, now) <= length * DAY,
  ).length
  return planned === 0 ? undefined : Math.min(100, Math.round((100 * done) / planned))
}

function easySessions({ reports, phaseSince }: Course): number {
  return reports.filter((report) => {
    const form = formShare(report.sets)
    const here = since(phaseSince, report.startedAt) >= 0
    const easy = report.effort !== null && report.effort <= EASY_EFFORT && report.stop === null
    return here && trained(report) && easy && (form === null || form >= GOOD_FORM)
  }).length
}

/** Weeks back from now in each of which strength work was done and never felt harder than moderate. */
function moderateWeeks({ plan, reports, now }: Course): number {
  const strength = new Set(
    plan.items.flatMap(({ id, component }) => (component === 'strengthening' ? id : [])),
  )
  for (let weeks = 0; ; weeks += 1) {
    const sets = reports
      .filter(({ startedAt }) => Math.floor(since(startedAt, now) / WEEK) === weeks)
      .flatMap((report) =>
        report.sets
          .filter(({ planItemId }) => strength.has(planItemId))
          .map(({ effort }) => effort ?? report.effort),
      )
    if (sets.length === 0 || sets.some((effort) => effort === null || effort > MODERATE_EFFORT)) return weeks
  }
}

function flareFacts(course: Course, flares: readonly Flare[]): Record<string, Fact | undefined> {
  const { now, startedAt, told } = course
  const running = flares.at(-1)
  const on = running !== undefined && running.ended === null
  const report = told.findLast((day) => day.kind === 'flare-up')
  const worry = report?.kind === 'flare-up' ? report.worry : null
  return {
    'flare.on': on ? true : undefined,
    'flare.days': on ? wholeDays(running.began, now) : undefined,
    'flare.free-days': on ? 0 : wholeDays(running?.ended ?? startedAt, now),
    'flare.count-28-days': flares.filter(({ began }) => since(began, now) <= 28 * DAY).length,
    ...(on && report?.kind === 'flare-up' ? { 'nprs.now': report.pain } : {}),
    ...(on && worry !== null ? { YF01: worry } : {}),
  }
}

/**
 * The facts of a running course that the programme's criteria look at (`COURSE_FACTS`), on top of those of the evaluation. Missing data: what
 * is not known is left out and meets nothing. Sessions that were left out by choice are not held against anybody; they are simply not done.
 * Source of the limits: programme, author defaults where it says so.
 */
export function courseFacts(course: Course, content: Content): Facts {
  const { plan, intake, reports, startedAt, phaseSince, endedAt, screenClear, now } = course
  const limits = content.programme.trafficLight
  const newest = reports.findLast(trained)
  const evaluated = evaluationFacts(intake, content, plan.precautionTags, now)
  return {
    ...evaluated,
    'nprs.now': reports.at(-1)?.before.pain ?? intake.measures.nprs?.now,
    ...painFacts(course),
    ...functionFacts(course),
    'screen.clear': screenClear ? true : undefined,
    'baseline.done': intake.measures.nprs !== undefined ? true : undefined,
    'phase.id': plan.phase,
    'phase.days': wholeDays(phaseSince, now),
    week: Math.floor(wholeDays(startedAt, now) / 7) + 1,
    'adherence.percent': adherence(course, Number.POSITIVE_INFINITY, phaseSince),
    'adherence.week-percent': adherence(course, 7),
    'adherence.month-percent': adherence(course, 28),
    'sessions.easy': easySessions(course),
    'strength.moderate-weeks': moderateWeeks(course),
    'light.red-7-days': reports.filter(
      (report) =>
        since(report.startedAt, now) <= WEEK && trained(report) && sessionLight(report, limits) === 'red',
    ).length,
    'gap.days': wholeDays(newest?.startedAt ?? startedAt, now),
    'episode.months-since-end': endedAt === null ? undefined : Math.floor(since(endedAt, now) / MONTH),
    'rotation.typical': evaluated['test.seated-rotation.typical'],
    ...flareFacts(course, flaresOf(course.told, reports, calmUpTo(intake, content))),
  }
}
