import type { ReplyRule } from '@dorsal/care'

/** The first of January 2024 was a Monday. */
const dayName = (day: number, locale: string): string =>
  new Date(Date.UTC(2024, 0, day)).toLocaleDateString(locale, { weekday: 'long', timeZone: 'UTC' })

const inRow = (days: readonly number[]): boolean =>
  days.every((day, i) => i === 0 || day === (days[i - 1] ?? 0) + 1)

/** The working days of a promise as people say them: "Monday – Friday", or one by one where there is a gap. */
export function daysOf({ days }: Pick<ReplyRule, 'days'>, locale: string): string {
  const own = [...new Set(days)].sort((a, b) => a - b)
  const [first, last] = [own[0], own.at(-1)]
  if (first !== undefined && last !== undefined && own.length > 2 && inRow(own))
    return `${dayName(first, locale)} – ${dayName(last, locale)}`
  return new Intl.ListFormat(locale).format(own.map((day) => dayName(day, locale)))
}

/** A time of day in the reader's own way of writing. */
export function timeOf(clock: string, locale: string): string {
  const at = new Date(`2024-01-01T${clock}:00Z`)
  return at.toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' })
}

/** Whether the clinic's clocks may show another time than the reader's. */
export function otherClocks({ zone }: Pick<ReplyRule, 'zone'>, now: Date, own?: string): boolean {
  const shown = (timeZone: string | undefined) =>
    now.toLocaleString('en', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return shown(zone) !== shown(own)
}

/** A span of time as people say it: minutes below an hour, else whole hours, never less than a minute. */
export function durationOf(hours: number, locale: string): string {
  const minutes = hours < 1
  const value = minutes ? Math.max(1, Math.round(hours * 60)) : Math.round(hours)
  const unit = minutes ? 'minute' : 'hour'
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
}
