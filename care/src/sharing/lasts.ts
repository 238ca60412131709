import { LASTS, type Lasts } from './sharing.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const DAYS: Readonly<Record<Lasts, number>> = { today: 1, week: 7, month: 30 }

/** The choices that fit within a clinic's limit in days; none where the limit is 0. */
export function lastsWithin(mostDays: number): Lasts[] {
  return LASTS.filter((lasts) => DAYS[lasts] <= mostDays)
}

/** The end of the day in which `now` falls for a clock that is `utcOffset` minutes ahead of UTC. */
function midnight(now: number, utcOffset: number): number {
  const shift = utcOffset * MINUTE
  return (Math.floor((now + shift) / DAY) + 1) * DAY - shift
}

/**
 * When a link ends. `today` ends at the person's midnight (of the offset now: on the day of a clock change up to an hour off), the others
 * after whole days of 24 hours. Whatever was wished for, never later than `mostDays` days from `now`.
 */
export function endOf(
  lasts: Lasts,
  { now, utcOffset, mostDays }: { now: string; utcOffset: number; mostDays: number },
): string {
  const at = Date.parse(now)
  const wished = lasts === 'today' ? midnight(at, utcOffset) : at + DAYS[lasts] * DAY
  return new Date(Math.min(wished, at + mostDays * DAY)).toISOString()
}
