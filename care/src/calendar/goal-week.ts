import type { DayReport } from '../course/day-report.ts'
import type { SessionReport } from '../session/session.ts'
import { dayAfter } from '../schedule/clock.ts'
import { dayIn, daysBetween } from './days.ts'

/** Reasons for leaving a session out that are rest by the rules of the plan. The others count for nothing and against nobody. */
const RESTS: readonly string[] = ['pain', 'tired', 'ill']

/**
 * What a day was. `done`: a session. `kept`: rest that the rules ask for, a flare-up, a session that was stopped for good reason. `open`: a
 * day that is today or past, with nothing of these. `ahead`: still to come.
 */
export type GoalDay = { day: string; state: 'done' | 'kept' | 'open' | 'ahead' }

/** A week as it counts: `done` and `kept` together reach for `goal`, never past it. */
export type GoalWeek = { monday: string; goal: number; done: number; kept: number; days: GoalDay[] }

/**
 * What the week is made of. `since`: when the plan began, `perWeek`: sessions at home that it asks for. `flares`: those that were told, with
 * their end; one that runs has none.
 */
export type GoalGiven = {
  monday: string
  today: string
  zone: string
  perWeek: number
  since: string
  reports: readonly Pick<SessionReport, 'endedAt' | 'sets' | 'stop'>[]
  told: readonly DayReport[]
  flares: readonly { began: string; ended: string | null }[]
}

/**
 * How a week goes by what the plan asks for, in days by the person's own clocks, so that a week with 167 or 169 hours is a week. Every
 * session with a set in it counts. A day without one counts too where rest was right. What was not done is never carried over.
 * @returns The seven days from Monday on. The goal of the week in which the plan began is by the days that were left of it; 0 before the plan.
 */
export function goalWeek(given: GoalGiven): GoalWeek {
  const { monday, today, zone, perWeek, reports, told, flares } = given
  const began = dayIn(given.since, zone)
  const doneOn = reports.filter(({ sets }) => sets.length > 0).map(({ endedAt }) => dayIn(endedAt, zone))
  const restOn = new Set([
    ...reports.filter(({ stop }) => stop !== null).map(({ endedAt }) => dayIn(endedAt, zone)),
    ...told.flatMap((one) =>
      one.kind === 'not-today' && RESTS.includes(one.reason) ? [dayIn(one.at, zone)] : [],
    ),
  ])
  const flaredOn = flares.map((flare) => ({
    from: dayIn(flare.began, zone),
    to: flare.ended === null ? today : dayIn(flare.ended, zone),
  }))
  const stateOf = (day: string): GoalDay['state'] => {
    if (day > today) return 'ahead'
    if (doneOn.includes(day)) return 'done'
    const flared = flaredOn.some(({ from, to }) => from <= day && day <= to)
    return day >= began && (restOn.has(day) || flared) ? 'kept' : 'open'
  }
  const days = Array.from({ length: 7 }, (_, n) => dayAfter(monday, n)).map((day) => ({
    day,
    state: stateOf(day),
  }))
  const left = Math.max(0, Math.min(7, 7 - daysBetween(monday, began)))
  const goal = Math.ceil((perWeek * left) / 7)
  const inWeek = new Set(days.map(({ day }) => day))
  const done = Math.min(goal, doneOn.filter((day) => inWeek.has(day)).length)
  const kept = Math.min(goal - done, days.filter(({ state }) => state === 'kept').length)
  return { monday, goal, done, kept, days }
}
