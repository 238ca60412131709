import { rangeText } from '@dorsal/motion'
import type { CourseSoFar } from '../course/so-far.ts'
import type { SessionReport } from '../session/session.ts'
import type { CheckIn } from './check-in.ts'
import { curveFor, type Expected, expectedAt } from './expected-curve.ts'
import type { Measure } from './measure.ts'
import type { OutcomeRules } from './outcome-rules.ts'
import { scoreOf } from './scoring.ts'

const DAY = 86_400_000
const WEEK = 7 * DAY

/** One value of a course; `error`: half the width of what cannot be told apart from it, in its unit; null where none is known. */
export type ProgressPoint = { at: string; value: number; error: number | null }

const inTime = <T extends { at: string }>(points: readonly T[]): T[] =>
  [...points].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))

/**
 * Half of the least change that people notice (MCID), so that the bars of two answers that may differ by chance alone overlap. Null where
 * the measure has no such number. Source: `changes` of the measure.
 */
export function answerError(measure: Measure): number | null {
  const least = measure.changes.find(
    ({ meaning, from, to }) => meaning === 'least' && from === null && to === null,
  )
  return least === undefined ? null : Math.abs(least.points) / 2
}

/** The first value of a measure that the intake asked already; null where it did not. */
export function valueAtStart(measureId: string, { pain, activities }: CourseSoFar): number | null {
  if (measureId === 'nprs') return pain?.average ?? null
  if (measureId !== 'psfs') return null
  const now = activities.flatMap((activity) => (activity.now === null ? [] : [activity.now]))
  return now.length === 0 ? null : now.reduce((sum, value) => sum + value, 0) / now.length
}

/**
 * The score of a measure over a course, oldest first, from what the intake asked and all check-ins. A check-in with too few answers leaves
 * a gap; nothing is filled in.
 */
export function scoresOver(
  measure: Measure,
  checkIns: readonly CheckIn[],
  course: CourseSoFar,
): ProgressPoint[] {
  const error = answerError(measure)
  const first = valueAtStart(measure.id, course)
  const later = checkIns.flatMap(({ at, answers }): ProgressPoint[] => {
    const given = answers[measure.id]
    const value = given === undefined ? null : scoreOf(measure, given).value
    return value === null || Date.parse(at) < Date.parse(course.startedAt) ? [] : [{ at, value, error }]
  })
  const start = first === null ? [] : [{ at: course.startedAt, value: first, error }]
  return [...start, ...inTime(later)]
}

/** Pain before and after each session, 0..10, oldest first; what was not asked leaves a gap, never a guess. */
export function painAround(reports: readonly SessionReport[]): {
  before: ProgressPoint[]
  after: ProgressPoint[]
} {
  const pains = (of: (report: SessionReport) => number | null) =>
    inTime(
      reports.flatMap((report) => {
        const value = of(report)
        return value === null ? [] : [{ at: report.endedAt, value, error: null }]
      }),
    )
  return { before: pains((report) => report.before.pain), after: pains((report) => report.painAfter) }
}

/** The best measured range of a session, a list a side; `best` where the movement has no sides. Degrees or the unit given. */
export type RangeCourse = {
  signal: string
  unit: string
  left: ProgressPoint[]
  right: ProgressPoint[]
  best: ProgressPoint[]
}

type Side = 'left' | 'right' | 'best'

function keep(points: ProgressPoint[], point: ProgressPoint): void {
  const known = points.findIndex(({ at }) => at === point.at)
  if (known < 0) points.push(point)
  else if (point.value > (points[known]?.value ?? 0)) points[known] = point
}

/**
 * Best measured range of each signal a session, with the camera's error, oldest first. Signals that were never measured do not appear, nor
 * those that are only a trend and no angle.
 */
export function rangesOver(reports: readonly SessionReport[]): RangeCourse[] {
  const bySignal = new Map<string, RangeCourse>()
  for (const { endedAt, sets } of reports)
    for (const { summary } of sets) {
      const range = summary?.range
      if (range == null || rangeText(range, range.best) === null) continue
      const { signal, unit, error } = range
      const course = bySignal.get(signal) ?? { signal, unit, left: [], right: [], best: [] }
      const sides: Side[] = range.left === null && range.right === null ? ['best'] : ['left', 'right']
      for (const side of sides) {
        const value = range[side]
        if (value !== null) keep(course[side], { at: endedAt, value, error })
      }
      bySignal.set(signal, course)
    }
  return [...bySignal.values()].map((course) => ({
    ...course,
    left: inTime(course.left),
    right: inTime(course.right),
    best: inTime(course.best),
  }))
}

/** One week of a course: how many sessions were done. `running`: it is not over yet. */
export type WeekDone = { week: number; from: string; done: number; running: boolean }

/** Sessions done in each week since the start, the running one included; a session counts when at least one set was done. */
export function weeksDone(reports: readonly SessionReport[], startedAt: string, now: string): WeekDone[] {
  const start = Date.parse(startedAt)
  const weeks = Math.max(0, Math.floor((Date.parse(now) - start) / WEEK)) + 1
  return Array.from({ length: weeks }, (_, index) => {
    const from = start + index * WEEK
    const done = reports.filter(({ endedAt, sets }) => {
      const at = Date.parse(endedAt)
      return sets.length > 0 && at >= from && at < from + WEEK
    }).length
    return { week: index + 1, from: new Date(from).toISOString(), done, running: index === weeks - 1 }
  })
}

/** The week up to which a course is drawn: six at least, then as far as the next of the usual lengths. */
export function weeksShown(startedAt: string, now: string): number {
  const passed = (Date.parse(now) - Date.parse(startedAt)) / WEEK
  return [6, 12, 26, 52].find((weeks) => passed <= weeks) ?? Math.ceil(passed)
}

export type ExpectedPoint = Expected & { at: string; week: number }

/** What usually happens to the pain of somebody with this start, a point a week; null where no curve is for them or nothing was asked. */
export function expectedOver(
  rules: Pick<OutcomeRules, 'curves'>,
  course: CourseSoFar,
  now: string,
): { label: string; note: string; points: ExpectedPoint[] } | null {
  const curve = curveFor(rules.curves, 'nprs', course.duration)
  if (curve === null || course.pain === null) return null
  const first = course.pain.average
  const start = Date.parse(course.startedAt)
  const points = Array.from({ length: weeksShown(course.startedAt, now) + 1 }, (_, week) => {
    const expected = expectedAt(curve, first, week)
    return expected === null ? [] : [{ ...expected, week, at: new Date(start + week * WEEK).toISOString() }]
  }).flat()
  return points.length < 2 ? null : { label: curve.label, note: curve.note, points }
}
