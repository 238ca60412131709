import type { SessionReport } from '../session/session.ts'
import type { DayReport } from './day-report.ts'

/** So many hours after a session at least: before that it is not the next morning yet, also past midnight. Author default. */
const NOT_BEFORE_HOURS = 4
/** So long a good morning stands: a session that begins later asks anew, for other days lie between. Author default. */
const GOOD_STANDS_HOURS = 36
/** Pain (0..10) in the morning from which the danger questions follow; the same as leaves only recovery before a session (SS11). */
const ASK_DANGER_FROM = 7
const HOUR = 3_600_000
const MINUTE = 60_000
const DAY = 86_400_000

export type Morning = Extract<DayReport, { kind: 'morning' }>
export type SinceLast = Morning['sinceLast']

/** What was reported and told, of whatever order. */
export type Told = { history: readonly SessionReport[]; told: readonly DayReport[] }

/** The newest session in which something was done; null when there was none. */
function lastDone(history: readonly SessionReport[]): SessionReport | null {
  const done = history.filter(({ sets }) => sets.length > 0)
  return done.reduce<SessionReport | null>(
    (last, one) => (last === null || Date.parse(one.endedAt) > Date.parse(last.endedAt) ? one : last),
    null,
  )
}

const isSince = (at: string, session: SessionReport) => Date.parse(at) >= Date.parse(session.endedAt)

/** The day where the person is, as a number; `offsetMinutes`: their time less UTC. */
const dayAt = (at: string, offsetMinutes: number) =>
  Math.floor((Date.parse(at) + offsetMinutes * MINUTE) / DAY)

/**
 * The session whose morning after is to be asked about now; null: nothing to ask. Asked on the calendar day after it, not before four hours
 * have passed, and only while its response is not known: not told in the morning, not asked at the start of another session, and not said by
 * a flare-up since. `offsetMinutes`: the person's own time less UTC, in minutes.
 */
export function morningDue({
  history,
  told,
  now,
  offsetMinutes,
}: Told & { now: string; offsetMinutes: number }): SessionReport | null {
  const last = lastDone(history)
  if (last === null) return null
  const known =
    told.some(({ kind, at }) => (kind === 'morning' || kind === 'flare-up') && isSince(at, last)) ||
    history.some((one) => one !== last && isSince(one.startedAt, last) && one.before.sinceLast !== null)
  const hours = (Date.parse(now) - Date.parse(last.endedAt)) / HOUR
  const nextDay = dayAt(now, offsetMinutes) - dayAt(last.endedAt, offsetMinutes) === 1
  return !known && nextDay && hours >= NOT_BEFORE_HOURS ? last : null
}

/**
 * The next-day response that was told in the morning, for the session that begins `now`, which then does not ask for it and reports it as
 * its own `sinceLast`; null: the session asks. A worse morning stands until that session, however late it is; a good one for 36 hours.
 */
export function morningAnswer({ history, told, now }: Told & { now: string }): SinceLast | null {
  const last = lastDone(history)
  if (last === null) return null
  const mornings = told.flatMap((day) => (day.kind === 'morning' && isSince(day.at, last) ? [day] : []))
  const newest = mornings.reduce<Morning | null>(
    (one, other) => (one === null || Date.parse(other.at) > Date.parse(one.at) ? other : one),
    null,
  )
  if (newest === null) return null
  const good = newest.sinceLast === 'better' || newest.sinceLast === 'same'
  const old = Date.parse(now) - Date.parse(newest.at) > GOOD_STANDS_HOURS * HOUR
  return good && old ? null : newest.sinceLast
}

/** Whether a morning like this is followed by the danger questions: much worse, or pain of 7 and more. */
export function morningAsksDanger({ sinceLast, pain }: Pick<Morning, 'sinceLast' | 'pain'>): boolean {
  return sinceLast === 'much-worse' || (pain !== null && pain >= ASK_DANGER_FROM)
}
