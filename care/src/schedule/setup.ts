import * as z from 'zod/mini'
import { Uuid } from '../ids.ts'
import { Zone } from '../zone.ts'
import { BookingRule } from './booking-rule.ts'
import { Day, TimeOfDay, VisitKind, Wall } from './visit.ts'

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(80))
const minutes = (least: number, most: number) =>
  z.int().check(z.minimum(least), z.maximum(most), z.multipleOf(5))
const kinds = z.array(VisitKind).check(z.minLength(1), z.maxLength(4))

/** A room of a place, and for which kinds of visit it serves. One that is not `open` is offered no more. */
export const RoomWish = z.object({ placeId: Uuid, name, kinds, open: z.boolean() })
export const Room = z.extend(RoomWish, { id: Uuid })
export type Room = z.infer<typeof Room>

/** Who may book a kind of visit by themselves: anybody from the open page, people with a record, or the desk alone. */
export const BOOKED_BY = ['anyone', 'patients', 'desk'] as const

/** One kind of visit: how long it takes, what is kept free before and after for the therapist and the room, how many may come at once. */
export const VisitTypeWish = z.object({
  kind: VisitKind,
  name,
  minutes: minutes(5, 240),
  beforeMinutes: minutes(0, 60),
  afterMinutes: minutes(0, 60),
  seats: z.int().check(z.minimum(1), z.maximum(60)),
  needsRoom: z.boolean(),
  bookedBy: z.enum(BOOKED_BY),
  open: z.boolean(),
})
export const VisitType = z.extend(VisitTypeWish, { id: Uuid })
export type VisitType = z.infer<typeof VisitType>

/** Hours in which somebody sees people, each week on one day (Monday is 1), by the clocks of a place; from and until which day, if only for a time. */
export const HoursWish = z.object({
  staffId: Uuid,
  placeId: Uuid,
  weekday: z.int().check(z.minimum(1), z.maximum(7)),
  from: TimeOfDay,
  to: TimeOfDay,
  kinds,
  fromDay: z.nullable(Day),
  untilDay: z.nullable(Day),
})
export const Hours = z.extend(HoursWish, { id: Uuid })
export type Hours = z.infer<typeof Hours>

/** Time in which somebody (null: everybody) sees nobody, at one place (null: at all of them), by the clocks of each place. */
export const TimeOffWish = z.object({
  staffId: z.nullable(Uuid),
  placeId: z.nullable(Uuid),
  from: Wall,
  until: Wall,
  title: z.string().check(z.trim(), z.maxLength(80)),
})
export const TimeOff = z.extend(TimeOffWish, { id: Uuid })
export type TimeOff = z.infer<typeof TimeOff>

/** Everything by which a clinic can be booked; no person's data. Places without a zone cannot be booked yet. */
export const ScheduleSetup = z.object({
  places: z.array(z.object({ id: Uuid, name: z.string(), zone: z.nullable(Zone), open: z.boolean() })),
  staff: z.array(z.object({ id: Uuid, name: z.string(), places: z.array(Uuid) })),
  rooms: z.array(Room),
  types: z.array(VisitType),
  hours: z.array(Hours),
  timeOff: z.array(TimeOff),
  rule: BookingRule,
})
export type ScheduleSetup = z.infer<typeof ScheduleSetup>
