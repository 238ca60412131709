import type { VisitState } from '../schedule/visit.ts'
import { dayAfter, wallOf, wallToInstant } from '../schedule/clock.ts'
import { DAY, HOUR, MINUTE } from './hours.ts'
import type { ReminderKind, ReminderSettings, SpokenHabit } from './settings.ts'
import { spokenHabit, usualHour } from './usual-hour.ts'

/** A visit as far as it matters here. `known`: since when its person knows of it. Instants in milliseconds. */
export type VisitAhead = {
  id: string
  starts: number
  wall: string
  zone: string
  state: VisitState
  known: number
}

/**
 * What there is to be reminded of. `possible`: there is a session that somebody may do now. `begun`: when their sessions began. `week`: how
 * many a week they have planned; `putOff`: the day whose session they put off to the next. `since`: when the newest message that they have not seen was sent.
 */
export type ToRemind = {
  visits: readonly VisitAhead[]
  session: { possible: boolean; week: number; begun: readonly number[]; putOff?: string | null }
  checkIn: { due: number; closes: number } | null
  message: { id: string; since: number } | null
}

/**
 * One thing to be reminded of: from when until when that is worth saying. By its key it is the same thing however often it is looked at, and
 * another one once its time has moved. `wall` and `habit` are what a letter may say of it: when a visit begins, by the clocks of its place, and
 * the moment of the day that somebody chose for their exercises; `visitId` is of which visit.
 */
export type ReminderDue = {
  kind: ReminderKind
  key: string
  from: number
  until: number
  wall: string | null
  habit?: SpokenHabit | null
  visitId?: string
}

/** When a visit is told of: `at` the moment, `until` the last, and nobody who came to know of it within `news` before is told again. */
type VisitRow = {
  id: string
  at: (visit: VisitAhead) => number
  until: (visit: VisitAhead) => number
  news: number
}

/** The two reminders of a visit. The first goes by the clocks of the place, so that it is nine o'clock whatever the clocks do that night. */
export const VISIT_REMINDERS: readonly VisitRow[] = [
  {
    id: 'day-before',
    at: ({ wall, zone }) => wallToInstant(`${dayAfter(wall.slice(0, 10), -1)}T09:00`, zone),
    until: ({ starts }) => starts - 2 * HOUR,
    news: 3 * HOUR,
  },
  {
    id: 'two-hours',
    at: ({ starts }) => starts - 2 * HOUR,
    until: ({ starts }) => starts - 30 * MINUTE,
    news: HOUR,
  },
]

const visitKey = ({ id, starts }: VisitAhead, row: VisitRow): string => `visit:${id}:${starts}:${row.id}`

/**
 * The reminders of a visit that would tell nothing new to somebody who hears of it now: they have just booked or moved it, or a letter about
 * that is on its way.
 * @returns Their keys.
 */
export const knownAnyhow = (visit: VisitAhead, now: number): string[] =>
  VISIT_REMINDERS.filter((row) => now > row.at(visit) - row.news).map((row) => visitKey(visit, row))

/** Only a visit that is to come off as it stands: a cancelled, moved or past one has no reminder, nor one that somebody has come to. */
const visitDues = (visit: VisitAhead): ReminderDue[] =>
  visit.state !== 'booked'
    ? []
    : VISIT_REMINDERS.map((row) => ({ row, from: row.at(visit) }))
        .filter(({ row, from }) => visit.known <= from - row.news)
        .map(({ row, from }) => ({
          kind: 'visit',
          key: visitKey(visit, row),
          from,
          until: row.until(visit),
          wall: visit.wall,
          visitId: visit.id,
        }))

/** For how long the moment for exercising lasts. A day that has gone by is not spoken of. */
const MOMENT_LASTS = 4 * HOUR
/** Several messages that follow one another are one. */
const MESSAGE_WAITS = 5 * MINUTE
const MESSAGE_LASTS = 3 * DAY
/** Questions are there when somebody looks; only who has not looked for half a day is told. */
export const QUESTIONS_WAIT = 12 * HOUR
/** Who went on without exercising after so many reminders is reminded once a week: more of the same would only be more. */
const UNHEARD = 5

/** Since the last session, the days on which somebody was reminded of one. */
function unheardOf(told: ReadonlySet<string>, lastDay: string): string[] {
  return [...told].flatMap((key) => {
    const day = /^session:(.+)$/.exec(key)?.[1] ?? ''
    return day > lastDay ? [day] : []
  })
}

function sessionDue(
  { session }: ToRemind,
  settings: ReminderSettings,
  told: ReadonlySet<string>,
  moment: { day: string; from: number; habit: SpokenHabit | null },
): ReminderDue[] {
  const { day, from, habit } = moment
  const days = new Set(session.begun.map((at) => wallOf(at, settings.zone).slice(0, 10)))
  const ofThisWeek = [...days].filter((one) => one > dayAfter(day, -7) && one <= day)
  if (!session.possible || session.putOff === day || days.has(day) || ofThisWeek.length >= session.week)
    return []
  const key = `session:${day}`
  const lastDay = [...days].sort().at(-1) ?? ''
  const unheard = unheardOf(told, lastDay).filter((one) => one !== day)
  if (unheard.length >= UNHEARD && unheard.some((one) => one > dayAfter(day, -7))) return []
  return [{ kind: 'session', key, from, until: from + MOMENT_LASTS, wall: null, habit }]
}

function checkInDue({ checkIn }: ToRemind, moment: { from: number }): ReminderDue[] {
  if (checkIn === null) return []
  const from = Math.max(moment.from, checkIn.due + QUESTIONS_WAIT)
  const until = Math.min(moment.from + MOMENT_LASTS, checkIn.closes)
  return from < until ? [{ kind: 'check-in', key: `check-in:${checkIn.due}`, from, until, wall: null }] : []
}

const messageDue = ({ message }: ToRemind): ReminderDue[] =>
  message === null
    ? []
    : [
        {
          kind: 'message',
          key: `message:${message.id}`,
          from: message.since + MESSAGE_WAITS,
          until: message.since + MESSAGE_LASTS,
          wall: null,
        },
      ]

/**
 * Everything that somebody could be reminded of around this day, each with its window; what is over, done or taken back is not among it.
 * @param now The instant that is looked at, in milliseconds.
 * @param told Keys of what was told already; it says how reminders to exercise were heard.
 */
export function remindersDue(
  facts: ToRemind,
  settings: ReminderSettings,
  told: ReadonlySet<string>,
  now: number,
): ReminderDue[] {
  const day = wallOf(now, settings.zone).slice(0, 10)
  const { at } = usualHour(settings, day, facts.session.begun)
  const moment = { day, from: wallToInstant(`${day}T${at}`, settings.zone), habit: spokenHabit(settings, at) }
  return [
    ...facts.visits.flatMap(visitDues),
    ...messageDue(facts),
    ...checkInDue(facts, moment),
    ...sessionDue(facts, settings, told, moment),
  ]
}
