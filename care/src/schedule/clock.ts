import { Temporal } from 'temporal-polyfill'

/**
 * The instant at which the clocks of a zone show this wall time. Where they skip it (spring) it is as much later as they skip; where they
 * show it twice (autumn) it is the first of the two, as calendars read it (RFC 5545).
 * @param wall `YYYY-MM-DDTHH:MM`
 * @param zone A name of the IANA list.
 * @returns Milliseconds since 1970.
 * @throws RangeError for a wall time or zone that does not exist.
 */
export const wallToInstant = (wall: string, zone: string): number =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds

/** What the clocks of a zone show at an instant (milliseconds since 1970): `YYYY-MM-DDTHH:MM`. */
export const wallOf = (instant: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })

/** The day (`YYYY-MM-DD`) that lies this many days after another; before it where negative. No clock comes into it. */
export const dayAfter = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString()

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek

/** The day and the time of a wall time. */
export const dayOf = (wall: string): string => wall.slice(0, 10)
export const timeOf = (wall: string): string => wall.slice(11, 16)
