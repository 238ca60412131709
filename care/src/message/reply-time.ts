import * as z from 'zod/mini'
import { Zone } from '../zone.ts'

const clock = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/))

/**
 * What a clinic promises about answers: within so many working days, working on `days` (1 Monday to 7 Sunday) from `from` to `to` by the
 * clocks of `zone` (IANA). `afterEndDays`: for how many days after the end of a course a person may still write; null: always.
 */
export const ReplyRule = z
  .object({
    workingDays: z.int().check(z.gte(1), z.lte(10)),
    days: z.array(z.int().check(z.gte(1), z.lte(7))).check(z.minLength(1), z.maxLength(7)),
    from: clock,
    to: clock,
    zone: Zone,
    afterEndDays: z.nullable(z.int().check(z.gte(0), z.lte(3650))),
  })
  .check(z.refine(({ from, to }) => from < to, { path: ['to'] }))
export type ReplyRule = z.infer<typeof ReplyRule>

/** What holds until a clinic says otherwise. `zone`: where its server is. */
export const usualRule = (zone: string): ReplyRule => ({
  workingDays: 1,
  days: [1, 2, 3, 4, 5],
  from: '08:00',
  to: '18:00',
  zone,
  afterEndDays: null,
})

const MINUTE = 60_000
const DAY = 86_400_000

/** What the clocks of a zone show at a moment, in milliseconds as though they were UTC; whole minutes. */
function clockAt(moment: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(moment)
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'))
}

/** The moment at which the clocks of a zone show this. An hour that the clocks skip is the one after it. */
function momentOf(shown: number, zone: string): number {
  const offset = (at: number): number => clockAt(at, zone) - Math.floor(at / MINUTE) * MINUTE
  const first = shown - offset(shown)
  return shown - offset(first)
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const dayStart = (shown: number): number => Math.floor(shown / DAY) * DAY
/** 1 Monday to 7 Sunday: the first of January 1970 was a Thursday. */
const weekday = (shown: number): number => ((Math.floor(shown / DAY) + 3) % 7) + 1

/**
 * By when a message that came in at a moment is to be answered: the same time of day, so many working days later. What comes in outside
 * of the hours counts from when they next begin. Public holidays are not known.
 */
export function promisedBy(receivedAt: string, rule: ReplyRule): string {
  const works = (shown: number): boolean => rule.days.includes(weekday(shown))
  const opens = minutesOf(rule.from) * MINUTE
  const closes = minutesOf(rule.to) * MINUTE
  let shown = clockAt(Date.parse(receivedAt), rule.zone)
  const time = shown - dayStart(shown)
  if (!works(shown) || time >= closes) {
    shown = dayStart(shown) + DAY
    while (!works(shown)) shown += DAY
    shown += opens
  } else if (time < opens) shown = dayStart(shown) + opens
  for (let left = rule.workingDays; left > 0; ) {
    shown += DAY
    if (works(shown)) left -= 1
  }
  return new Date(momentOf(shown, rule.zone)).toISOString()
}

/** Whether somebody whose course ended at a moment (null: it runs) may still write. */
export function mayWrite(endedAt: string | null, rule: ReplyRule, now: string): boolean {
  if (endedAt === null || rule.afterEndDays === null) return true
  return Date.parse(now) - Date.parse(endedAt) <= rule.afterEndDays * DAY
}

/** A message that asked for an answer: when it came, by when one was promised, when it was given (null: not yet). */
export type Asked = { at: string; dueAt: string; answeredAt: string | null }

/**
 * How the promise was kept. Counted are messages that were answered or whose time is over; what may still be answered in time counts
 * neither way. `kept`: share 0..1 of them answered in time; `medianHours`: from arrival to answer, nights and weekends included.
 */
export function replyFigures(
  asked: readonly Asked[],
  now: string,
): { messages: number; kept: number | null; medianHours: number | null } {
  const due = asked.filter(({ answeredAt, dueAt }) => answeredAt !== null || dueAt < now)
  const kept = due.filter(({ answeredAt, dueAt }) => answeredAt !== null && answeredAt <= dueAt)
  const hours = due
    .flatMap(({ at, answeredAt }) =>
      answeredAt === null ? [] : [(Date.parse(answeredAt) - Date.parse(at)) / 3_600_000],
    )
    .sort((a, b) => a - b)
  const [low, high] = [hours[(hours.length - 1) >> 1], hours[hours.length >> 1]]
  return {
    messages: due.length,
    kept: due.length === 0 ? null : kept.length / due.length,
    medianHours: low === undefined || high === undefined ? null : (low + high) / 2,
  }
}
