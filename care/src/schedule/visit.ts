import * as z from 'zod/mini'
import { Instant, Uuid } from '../ids.ts'
import { Zone } from '../zone.ts'

/** What a visit is for. A class is for several people at once; `video` needs no room. */
export const VISIT_KINDS = ['evaluation', 'treatment', 'video', 'class'] as const
export const VisitKind = z.enum(VISIT_KINDS)
export type VisitKind = z.infer<typeof VisitKind>

/** How far a visit is. `held`: kept for somebody who has not said their name yet, for ten minutes. */
export const VISIT_STATES = [
  'held',
  'booked',
  'arrived',
  'in-progress',
  'done',
  'no-show',
  'cancelled',
] as const
export const VisitState = z.enum(VISIT_STATES)
export type VisitState = z.infer<typeof VisitState>

/** What every wall time is given in: day and time of the place, without an offset. */
export const Wall = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/))
export const Day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))
/** A time of the day, `HH:MM`. */
export const TimeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

/**
 * A visit as its person and the desk see it. `starts` and `ends` are instants; `wall` and `zone` what the clock at the place says when it
 * starts. Nothing in it is about health.
 */
export const Visit = z.object({
  id: Uuid,
  type: z.object({ id: Uuid, kind: VisitKind, name: z.string() }),
  staff: z.object({ id: Uuid, name: z.string() }),
  place: z.object({ id: Uuid, name: z.string(), address: z.string(), phone: z.string() }),
  room: z.nullable(z.string()),
  classId: z.nullable(Uuid),
  seriesId: z.nullable(Uuid),
  starts: Instant,
  ends: Instant,
  wall: Wall,
  zone: Zone,
  state: VisitState,
  heldUntil: z.nullable(Instant),
  version: z.number(),
})
export type Visit = z.infer<typeof Visit>
