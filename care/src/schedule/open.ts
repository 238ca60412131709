import { dayAfter, wallToInstant, weekdayOf } from './clock.ts'
import type { Hours, TimeOff } from './setup.ts'
import type { VisitKind } from './visit.ts'

/** From one instant up to, but not including, another; milliseconds since 1970. */
export type Span = { from: number; to: number }

/** Some time in which somebody sees people at a place, for these kinds of visit. */
export type OpenTime = Span & { staffId: string; placeId: string; kinds: readonly VisitKind[] }

/** What is asked of the clocks again and again is worked out once. */
function clockOf(): (wall: string, zone: string) => number {
  const known = new Map<string, number>()
  return (wall, zone) => {
    const key = `${wall} ${zone}`
    const found = known.get(key) ?? wallToInstant(wall, zone)
    known.set(key, found)
    return found
  }
}

/** What is left of a time when others are taken out of it, in order. */
export function without(span: Span, taken: readonly Span[]): Span[] {
  let left: Span[] = [span]
  for (const { from, to } of taken)
    left = left.flatMap((one) =>
      to <= one.from || from >= one.to
        ? [one]
        : [
            { from: one.from, to: Math.min(from, one.to) },
            { from: Math.max(to, one.from), to: one.to },
          ].filter((part) => part.from < part.to),
    )
  return left
}

type Given = {
  hours: readonly Hours[]
  timeOff: readonly TimeOff[]
  /** By whose clocks each place runs; a place that is not named cannot be booked. */
  zones: ReadonlyMap<string, string>
  /** The first day, by the clocks of each place, and how many. */
  from: string
  days: number
}

/**
 * When everybody sees people, as instants: their hours of each day by the clocks of the place, without time off of theirs or of everybody's.
 * A day on which the clocks change is as long as it is there.
 * @returns In order of the days, then of the hours as they are given.
 */
export function openTimes({ hours, timeOff, zones, from, days }: Given): OpenTime[] {
  const at = clockOf()
  const all: OpenTime[] = []
  for (let n = 0; n < days; n += 1) {
    const day = dayAfter(from, n)
    const weekday = weekdayOf(day)
    for (const one of hours) {
      const zone = zones.get(one.placeId)
      if (zone === undefined || one.weekday !== weekday) continue
      if ((one.fromDay ?? day) > day || (one.untilDay ?? day) < day) continue
      const off = timeOff
        .filter(
          ({ staffId, placeId }) =>
            (staffId ?? one.staffId) === one.staffId && (placeId ?? one.placeId) === one.placeId,
        )
        .map((time) => ({ from: at(time.from, zone), to: at(time.until, zone) }))
      const { staffId, placeId, kinds } = one
      const whole = { from: at(`${day}T${one.from}`, zone), to: at(`${day}T${one.to}`, zone) }
      for (const span of without(whole, off)) all.push({ ...span, staffId, placeId, kinds })
    }
  }
  return all
}
