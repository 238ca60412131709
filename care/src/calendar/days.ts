import { dayAfter, weekdayOf } from '../schedule/clock.ts'

const DAY = 86_400_000

const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`)

const makers = new Map<string, Intl.DateTimeFormat>()

function makerOf(zone: string): Intl.DateTimeFormat {
  const known = makers.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  makers.set(zone, made)
  return made
}

/**
 * Which day it is by the clocks of a zone at a moment, `2026-11-23`.
 * @param zone A name of the IANA list. One that is not known is an error.
 */
export function dayIn(instant: string, zone: string): string {
  const parts = makerOf(zone).formatToParts(Date.parse(instant))
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? ''
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`
}

/** The Monday of the week of a day: weeks begin on Monday everywhere, so that a goal is the same in each language. */
export const mondayOf = (day: string): string => dayAfter(day, 1 - weekdayOf(day))

/** How many days from one day to another; negative where the other is before it. */
export const daysBetween = (from: string, to: string): number => Math.round((noonOf(to) - noonOf(from)) / DAY)
