import * as z from 'zod/mini'
import { Instant, Uuid } from '../ids.ts'
import { Zone } from '../zone.ts'
import { BookingRule } from './booking-rule.ts'
import { Day, TimeOfDay, Visit, VisitKind, Wall } from './visit.ts'
import { WaitWish } from './wait.ts'

/** One start that is free now. `wall` and `zone`: what the clock at the place says. Of a class: how many seats are left. */
export const Slot = z.object({
  starts: Instant,
  ends: Instant,
  wall: Wall,
  zone: Zone,
  placeId: Uuid,
  staffId: Uuid,
  staffName: z.string(),
  classId: z.nullable(Uuid),
  seatsLeft: z.nullable(z.number()),
})
export type Slot = z.infer<typeof Slot>

/** What is open to be booked by whoever asks; nothing of any person but the names of those who treat. */
export const Bookable = z.object({
  types: z.array(z.object({ id: Uuid, kind: VisitKind, name: z.string(), minutes: z.number() })),
  places: z.array(
    z.object({ id: Uuid, name: z.string(), address: z.string(), phone: z.string(), zone: Zone }),
  ),
  staff: z.array(z.object({ id: Uuid, name: z.string() })),
  rule: BookingRule,
})
export type Bookable = z.infer<typeof Bookable>

/** Looking for a free start: of this kind, with this therapist and at this place (null: any), from a day on, after work only. */
export const SlotWish = z.object({
  typeId: Uuid,
  staffId: z.nullable(Uuid),
  placeId: z.nullable(Uuid),
  from: z.nullable(Day),
  days: z.int().check(z.minimum(1), z.maximum(56)),
  afterWork: z.boolean(),
  most: z.int().check(z.minimum(1), z.maximum(500)),
})
export type SlotWish = z.infer<typeof SlotWish>

/** The days of the search are days of each place's zone. `more`: there are free starts beyond those listed. */
export const Slots = z.object({ slots: z.array(Slot), more: z.boolean() })
export type Slots = z.infer<typeof Slots>

/** Keeping one start for a few minutes. `id` is made by the device, so that asking twice keeps one. `staffId` null: whoever is free. */
export const HoldWish = z.object({
  id: Uuid,
  typeId: Uuid,
  placeId: Uuid,
  staffId: z.nullable(Uuid),
  starts: Instant,
  classId: z.nullable(Uuid),
})
export type HoldWish = z.infer<typeof HoldWish>

/** Why a start of several cannot be had: it is taken, nobody works then, or the person has another visit then. */
export const CONFLICTS = ['taken', 'closed', 'own-visit', 'past'] as const
export const Conflict = z.object({
  starts: Instant,
  wall: Wall,
  why: z.enum(CONFLICTS),
  /** The nearest free starts of the same kind, with the same therapist first. */
  instead: z.array(Slot),
})
export type Conflict = z.infer<typeof Conflict>

/** The whole cadence that somebody would like: how often a week, for how many weeks, on which days (Monday is 1; empty: any), about when. */
export const CadenceWish = z.object({
  typeId: Uuid,
  staffId: z.nullable(Uuid),
  placeId: Uuid,
  from: Day,
  perWeek: z.int().check(z.minimum(1), z.maximum(5)),
  weeks: z.int().check(z.minimum(1), z.maximum(12)),
  weekdays: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.maxLength(7)),
  about: z.nullable(TimeOfDay),
})
export type CadenceWish = z.infer<typeof CadenceWish>

/** One start for each visit of a cadence; null where a week has none left, with what there is instead. */
export const CadenceOffer = z.object({
  visits: z.array(z.object({ week: z.number(), slot: z.nullable(Slot), instead: z.array(Slot) })),
})
export type CadenceOffer = z.infer<typeof CadenceOffer>

/** Booking several at once, all or none. */
export const SeriesWish = z.object({
  id: Uuid,
  typeId: Uuid,
  placeId: Uuid,
  visits: z
    .array(z.object({ id: Uuid, staffId: Uuid, starts: Instant }))
    .check(z.minLength(1), z.maxLength(60)),
})
export type SeriesWish = z.infer<typeof SeriesWish>

/** Either all are booked, or none is and every conflict is named. */
export const SeriesReply = z.object({ booked: z.array(Visit), conflicts: z.array(Conflict) })
export type SeriesReply = z.infer<typeof SeriesReply>

/** A place on the wait list. `offer`: a start that is kept for this person until `until`. */
export const Wait = z.object({
  id: Uuid,
  typeId: Uuid,
  staffId: z.nullable(Uuid),
  placeId: z.nullable(Uuid),
  wish: WaitWish,
  since: Instant,
  offer: z.nullable(z.object({ visit: Visit, until: Instant })),
})
export type Wait = z.infer<typeof Wait>

export const WaitRequest = z.object({
  typeId: Uuid,
  staffId: z.nullable(Uuid),
  placeId: z.nullable(Uuid),
  wish: WaitWish,
})
export type WaitRequest = z.infer<typeof WaitRequest>

/** A visit and what its person may do with it by themselves now. `free`: it does not count as late. */
export const OwnVisit = z.object({
  visit: Visit,
  mayChange: z.boolean(),
  free: z.boolean(),
  /** Until when a change counts as in time. */
  freeUntil: Instant,
  /** The questions before it: to be answered now, answered (and open still), or null: not asked now. */
  checkIn: z.nullable(z.enum(['open', 'given'])),
})
export type OwnVisit = z.infer<typeof OwnVisit>

/** Visits that approval of a payer covers: how many, until when, how many are used and booked. Warned of before it is too late. */
export const Authorisation = z.object({
  visits: z.int().check(z.minimum(1), z.maximum(200)),
  from: Day,
  until: Day,
})
export type Authorisation = z.infer<typeof Authorisation>

export const OwnVisits = z.object({
  upcoming: z.array(OwnVisit),
  past: z.array(Visit),
  waits: z.array(Wait),
  /** What the plan of care suggests; null without a plan. */
  cadence: z.nullable(z.object({ perWeek: z.number(), weeks: z.number() })),
  /** With whom the last or next visit is. */
  usual: z.nullable(z.object({ staffId: Uuid, placeId: Uuid, typeId: Uuid })),
})
export type OwnVisits = z.infer<typeof OwnVisits>
