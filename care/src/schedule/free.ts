import type { OpenTime, Span } from './open.ts'
import type { Room, VisitType } from './setup.ts'

export const MINUTE = 60_000
/** What is taken is taken in steps of five minutes. */
export const TICK = 5 * MINUTE

/** How long a visit takes of a therapist and a room: with what is kept free before and after it. */
export const takenBy = (
  starts: number,
  type: Pick<VisitType, 'minutes' | 'beforeMinutes' | 'afterMinutes'>,
): Span => ({
  from: starts - type.beforeMinutes * MINUTE,
  to: starts + (type.minutes + type.afterMinutes) * MINUTE,
})

/** The ticks of a span: their numbers since 1970. */
export const ticksOf = ({ from, to }: Span): number[] =>
  Array.from(
    { length: Math.ceil(to / TICK) - Math.floor(from / TICK) },
    (_, n) => Math.floor(from / TICK) + n,
  )

/** Whether nothing that is taken lies in a span. `taken` in order of their beginning. */
export function isFree(span: Span, taken: readonly Span[]): boolean {
  let low = 0
  let high = taken.length
  // The first that ends after the span begins: those before it are over.
  while (low < high) {
    const middle = (low + high) >> 1
    if ((taken[middle]?.to ?? 0) <= span.from) low = middle + 1
    else high = middle
  }
  const next = taken[low]
  return next === undefined || next.from >= span.to
}

/** Spans in order that do not overlap, by whom or what they are taken of. */
export type Taken = ReadonlyMap<string, readonly Span[]>

const NONE: readonly Span[] = []

type Search = {
  open: readonly OpenTime[]
  type: VisitType
  rooms: readonly Room[]
  taken: Taken
  /** From one start to the next, in minutes. */
  step: number
  /** Not before this instant. */
  soonest: number
}

/** A free start with whom and where. */
export type FreeStart = { starts: number; staffId: string; placeId: string }

/** The rooms of a place in which a visit of this kind can be. */
export const roomsFor = (rooms: readonly Room[], type: VisitType, placeId: string): Room[] =>
  rooms.filter((room) => room.open && room.placeId === placeId && room.kinds.includes(type.kind))

/**
 * Every start at which a visit of this kind fits: it lies in the hours of somebody who sees people for that, they are free for it and for what
 * is kept free around it, and so is one room of the place, where it needs one. Starts are counted from the beginning of the hours.
 */
export function freeStarts({ open, type, rooms, taken, step, soonest }: Search): FreeStart[] {
  const places = new Map<string, Room[]>()
  const roomsAt = (placeId: string): Room[] => {
    const known = places.get(placeId) ?? roomsFor(rooms, type, placeId)
    places.set(placeId, known)
    return known
  }
  const found: FreeStart[] = []
  for (const { staffId, placeId, kinds, from, to } of open) {
    if (!kinds.includes(type.kind)) continue
    const theirs = taken.get(staffId) ?? NONE
    for (let starts = from; starts + type.minutes * MINUTE <= to; starts += step * MINUTE) {
      if (starts < soonest || starts % TICK !== 0) continue
      const span = takenBy(starts, type)
      if (!isFree(span, theirs)) continue
      if (type.needsRoom && !roomsAt(placeId).some(({ id }) => isFree(span, taken.get(id) ?? NONE))) continue
      found.push({ starts, staffId, placeId })
    }
  }
  return found.toSorted((a, b) => a.starts - b.starts)
}
