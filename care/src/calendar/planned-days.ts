import { dayAfter } from '../schedule/clock.ts'
import { mondayOf } from './days.ts'
import type { GoalWeek } from './goal-week.ts'

/** A session that its person put off from one day to the next. */
export type SessionMove = { from: string; to: string }

/** So many of these days, as far apart from one another as they go. */
function spread(days: readonly string[], count: number): string[] {
  const most = Math.min(count, days.length)
  return Array.from({ length: most }, (_, n) => days[Math.floor((n * days.length) / most)] ?? '')
}

/** The days of a week that is still to come on which a session is meant. */
export const usualDays = (monday: string, perWeek: number): string[] =>
  spread(
    Array.from({ length: 7 }, (_, n) => dayAfter(monday, n)),
    perWeek,
  )

/**
 * On which days of a week a session is meant: what the week still asks for, spread over the days that are left, one a day at most. So what was
 * not done falls away and never makes a pile. Where there are days enough, the one after a session is free. A session that was put off from today is meant tomorrow, together with what is meant there.
 * @param week As it stands (`goalWeek`); a week that is over has none.
 * @param today By the person's clocks.
 * @param move The last session that was put off; null: none. One from another day than today changes nothing but its own two days.
 */
export function plannedDays(week: GoalWeek, today: string, move: SessionMove | null): string[] {
  const moved = move !== null && move.from === today
  const open = week.days.filter(({ day, state }) => day >= today && state !== 'done' && state !== 'kept')
  const asked = Math.max(0, week.goal - week.done - week.kept)
  const didYesterday = week.days.some(({ day, state }) => day === dayAfter(today, -1) && state === 'done')
  const rests = moved || (didYesterday && asked * 2 <= open.length)
  const free = open.map(({ day }) => day).filter((day) => !(rests && day === today))
  const days = week.monday > today ? usualDays(week.monday, week.goal) : spread(free, asked)
  // The first day that is left is tomorrow; where nothing is asked for any more, tomorrow alone.
  return days.length === 0 && moved && mondayOf(move.to) === week.monday ? [move.to] : days
}
