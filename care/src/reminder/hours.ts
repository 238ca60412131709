import { dayAfter, wallOf, wallToInstant, weekdayOf } from '../schedule/clock.ts'
import type { ReminderSettings } from './settings.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Minutes of a day that a time of the day stands for. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** The time of the day that so many minutes are, rounded down to a quarter of an hour: nobody is reminded at 17:07. */
export function timeOf(minutes: number): string {
  const quarter = (((Math.floor(minutes / 15) * 15) % 1440) + 1440) % 1440
  return `${String(Math.floor(quarter / 60)).padStart(2, '0')}:${String(quarter % 60).padStart(2, '0')}`
}

/** Saturday and Sunday run by other hours than the rest. */
export const isWeekend = (day: string): boolean => weekdayOf(day) > 5

type Quiet = Pick<ReminderSettings, 'quiet' | 'zone'>

/** Whether this time of the day lies in the quiet hours: from the first minute of them to the last. */
export function quietAt({ from, until }: ReminderSettings['quiet'], time: string): boolean {
  if (from === until) return false
  return from < until ? time >= from && time < until : time >= from || time < until
}

/** Whether nothing may come at this instant, by the person's own clocks. */
export const isQuiet = ({ quiet, zone }: Quiet, now: number): boolean =>
  quietAt(quiet, wallOf(now, zone).slice(11))

/** When the quiet hours that run now end; now where none do. */
export function quietEnds(settings: Quiet, now: number): number {
  if (!isQuiet(settings, now)) return now
  const today = wallOf(now, settings.zone).slice(0, 10)
  const ends = [0, 1].map((days) =>
    wallToInstant(`${dayAfter(today, days)}T${settings.quiet.until}`, settings.zone),
  )
  // Where the hour of their end is left out or comes twice, the first moment that is not quiet counts.
  return ends.find((at) => at > now && !isQuiet(settings, at)) ?? now + HOUR
}

/** A time that lies in the quiet hours, moved to whichever end of them is nearer: a quarter of an hour before them, or when they end. */
export function outOfQuiet(quiet: ReminderSettings['quiet'], time: string): string {
  if (!quietAt(quiet, time)) return time
  const past = (a: string, b: string): number => (minutesOf(a) - minutesOf(b) + 1440) % 1440
  if (past(quiet.until, time) <= past(time, quiet.from)) return quiet.until
  const before = timeOf(minutesOf(quiet.from) - 15)
  return quietAt(quiet, before) ? quiet.until : before
}
