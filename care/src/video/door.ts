import type { VisitKind, VisitState } from '../schedule/visit.ts'

/** How long before its start and after its end one can come into a video visit, in minutes. */
export const DOOR_BEFORE_MINUTES = 15
export const DOOR_AFTER_MINUTES = 60

/** A visit as far as its door goes: what kind it is, how far it is, when it starts and ends (instants). */
export type DoorVisit = { kind: VisitKind; state: VisitState; starts: string; ends: string }

/** Whether somebody can come in: not yet, now, or no more. `none`: there is no such door, the visit is of another kind or is not on. */
export type VideoDoor = 'early' | 'open' | 'over' | 'none'

const ON: ReadonlySet<VisitState> = new Set(['booked', 'arrived', 'in-progress'])
const MINUTE = 60_000
const moved = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * MINUTE).toISOString()

/** From when to when the door of a video visit is open, as instants: 15 minutes before the start to 60 minutes after the end. */
export function doorTimes({ starts, ends }: Pick<DoorVisit, 'starts' | 'ends'>): {
  opens: string
  closes: string
} {
  return { opens: moved(starts, -DOOR_BEFORE_MINUTES), closes: moved(ends, DOOR_AFTER_MINUTES) }
}

/**
 * How the door of a visit stands at `now` (an instant). A visit that is not by video, or that is held, done, cancelled or missed, has none;
 * both ends count as open. Times are taken as they are given: an unreadable one closes the door.
 */
export function doorOf(visit: DoorVisit, now: string): VideoDoor {
  if (visit.kind !== 'video' || !ON.has(visit.state)) return 'none'
  const at = Date.parse(now)
  const from = Date.parse(visit.starts) - DOOR_BEFORE_MINUTES * MINUTE
  const until = Date.parse(visit.ends) + DOOR_AFTER_MINUTES * MINUTE
  if (at < from) return 'early'
  return at <= until ? 'open' : 'over'
}

/** For how long somebody who was heard of counts as there, in seconds: twice what a waiting page lets pass, and a little. */
export const THERE_SECONDS = 75

/** Whether somebody who was last heard of at `seen` (an instant, or null: never) counts as there at `now`. */
export const isThere = (seen: string | null, now: string): boolean =>
  seen !== null && Date.parse(now) - Date.parse(seen) <= THERE_SECONDS * 1000
