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

const DAY = 86_400_000

/**
 * `wallOf` for many instants: what a zone's clocks are off on a day is looked up once, and for each instant only on the days on which they
 * change.
 */
export function wallClock(): (instant: number, zone: string) => string {
  const offs = new Map<string, number | null>()
  const offAt = (instant: number, zone: string): number => Date.parse(`${wallOf(instant, zone)}Z`) - instant
  return (instant, zone) => {
    const day = Math.floor(instant / DAY)
    const key = `${zone} ${day}`
    let off = offs.get(key)
    if (off === undefined) {
      const [first, last] = [offAt(day * DAY, zone), offAt((day + 1) * DAY, zone)]
      off = first === last ? first : null
      offs.set(key, off)
    }
    return off === null ? wallOf(instant, zone) : new Date(instant + off).toISOString().slice(0, 16)
  }
}

/** The day (`YYYY-MM-DD`) that lies this many days after another; before it where negative. No clock comes into it. */
export const dayAfter = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString()

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek

/** The day of a wall time. */
export const dayOf = (wall: string): string => wall.slice(0, 10)
/** The time of the day of a wall time. */
export const timeOf = (wall: string): string => wall.slice(11, 16)
