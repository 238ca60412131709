import {
  dayAfter,
  dayIn,
  type GoalWeek,
  goalWeek,
  type Me,
  mondayOf,
  type OwnCalendar,
  plannedDays,
  type Visit,
} from '@dorsal/care'

/** One line of a day. `count`: how many of it there were. */
export type AgendaItem =
  | { kind: 'visit'; visit: Visit }
  | { kind: 'session'; state: 'planned' | 'done' | 'rest' | 'put-off'; count: number }
  | { kind: 'check-in'; state: 'due' | 'done' }
  | { kind: 'break'; state: 'offered' | 'done'; count: number }

export type AgendaDay = { day: string; isToday: boolean; items: AgendaItem[] }

/** What the days are made of. `own` null: it could not be asked for, so there are no visits in it. */
export type AgendaGiven = {
  me: Pick<Me, 'history' | 'told' | 'course' | 'due' | 'daily' | 'checkIns' | 'ended' | 'prescription'>
  own: OwnCalendar | null
  zone: string
  now: string
}

/** The week of the goal; null where no plan runs. */
export function weekOf({ me, zone, now }: AgendaGiven, monday: string): GoalWeek | null {
  const { course, history, told } = me
  if (course === null || course.endedAt !== null || me.ended) return null
  return goalWeek({
    monday,
    today: dayIn(now, zone),
    zone,
    perWeek: course.perWeek,
    since: course.startedAt,
    reports: history.map(({ report }) => report),
    told,
    flares: course.flares,
  })
}

function sessionOn(
  given: AgendaGiven,
  { week, planned }: { week: GoalWeek; planned: readonly string[] },
  day: string,
): AgendaItem[] {
  const { me, own, zone } = given
  const state = week.days.find((one) => one.day === day)?.state
  const count = me.history.filter(
    ({ report }) => report.sets.length > 0 && dayIn(report.endedAt, zone) === day,
  ).length
  if (state === 'done') return [{ kind: 'session', state: 'done', count }]
  if (state === 'kept') return [{ kind: 'session', state: 'rest', count: 1 }]
  const today = dayIn(given.now, zone)
  if (me.prescription === null) return []
  if (day === today && own?.move?.from === today) return [{ kind: 'session', state: 'put-off', count: 1 }]
  return planned.includes(day) ? [{ kind: 'session', state: 'planned', count: 1 }] : []
}

/** Questions stand on the day on which they became due, and on today for as long as they wait. */
function checkInOn({ me, zone, now }: AgendaGiven, day: string): AgendaItem[] {
  const today = dayIn(now, zone)
  if (me.checkIns.some(({ at }) => dayIn(at, zone) === day)) return [{ kind: 'check-in', state: 'done' }]
  const due = me.due.some(({ dueAt, closesAt }) => {
    const from = dayIn(dueAt, zone)
    return day === (from < today ? today : from) && dayIn(closesAt, zone) >= day
  })
  return due ? [{ kind: 'check-in', state: 'due' }] : []
}

function breaksOn({ me, zone, now }: AgendaGiven, day: string): AgendaItem[] {
  const count = me.daily.done.filter(
    ({ kind, at }) => kind === 'micro-break' && dayIn(at, zone) === day,
  ).length
  if (count > 0) return [{ kind: 'break', state: 'done', count }]
  const offered = me.daily.offers.some(({ kind }) => kind === 'micro-break')
  return offered && day === dayIn(now, zone) ? [{ kind: 'break', state: 'offered', count: 0 }] : []
}

/** A visit at a place is on the day of the place's clocks, which one has to be there by; one by video on that of one's own. */
const dayOfVisit = ({ type, starts, wall }: Visit, zone: string): string =>
  type.kind === 'video' ? dayIn(starts, zone) : wall.slice(0, 10)

/** The days of a week with what is in them, visits first, by the hour. What was not done leaves no trace. */
export function daysOfWeek(given: AgendaGiven, monday: string): AgendaDay[] {
  const { own, zone, now } = given
  const today = dayIn(now, zone)
  const week = weekOf(given, monday)
  const planned = week === null ? [] : plannedDays(week, today, own?.move ?? null)
  return Array.from({ length: 7 }, (_, n) => dayAfter(monday, n)).map((day) => ({
    day,
    isToday: day === today,
    items: [
      ...(own?.visits ?? [])
        .filter((visit) => dayOfVisit(visit, zone) === day)
        .map((visit): AgendaItem => ({ kind: 'visit', visit })),
      ...(week === null ? [] : sessionOn(given, { week, planned }, day)),
      ...checkInOn(given, day),
      ...breaksOn(given, day),
    ],
  }))
}

const WEEKS_AHEAD = 8

/** From today on, the days with something in them: sessions of this week and the next, visits of the next two months. */
export function daysAhead(given: AgendaGiven): AgendaDay[] {
  const today = dayIn(given.now, given.zone)
  const first = mondayOf(today)
  return Array.from({ length: WEEKS_AHEAD }, (_, n) => n).flatMap((n) =>
    daysOfWeek(given, dayAfter(first, n * 7))
      .filter(({ day }) => day >= today)
      .map((day) => (n < 2 ? day : { ...day, items: day.items.filter(({ kind }) => kind === 'visit') }))
      .filter(({ items, isToday }) => isToday || items.length > 0),
  )
}

const JOIN_BEFORE_MS = 15 * 60_000

/** Whether a visit by video can be joined now: from a quarter of an hour before it until its end. */
export function canJoin({ type, state, starts, ends }: Visit, now: string): boolean {
  const at = Date.parse(now)
  const stands = state === 'booked' || state === 'arrived' || state === 'in-progress'
  return type.kind === 'video' && stands && at >= Date.parse(starts) - JOIN_BEFORE_MS && at < Date.parse(ends)
}

/** Whether there is still something to change about it. */
export const canChange = ({ state, starts }: Visit, now: string): boolean =>
  state === 'booked' && Date.parse(starts) > Date.parse(now)
