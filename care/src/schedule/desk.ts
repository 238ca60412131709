import * as z from 'zod/mini'
import { Instant, Uuid } from '../ids.ts'
import { Contact } from '../account/contact.ts'
import { Zone } from '../zone.ts'
import { Day, Visit, Wall } from './visit.ts'
import { WaitWish } from './wait.ts'

/** A visit as the desk sees it: whose it is by name, and nothing of their health. `opensRecord`: the one who asks may open their record. */
export const DeskVisit = z.extend(Visit, {
  patientId: z.nullable(Uuid),
  /** The name that the person gave, or the short name of their record; empty while the start is only held. */
  who: z.string(),
  phone: z.string(),
  opensRecord: z.boolean(),
  roomId: z.nullable(Uuid),
  override: z.nullable(z.string()),
  cancelLate: z.boolean(),
  /** Visits that a payer approved and that are left, counted with this one; null where none is on record. */
  left: z.nullable(z.number()),
})
export type DeskVisit = z.infer<typeof DeskVisit>

export const DeskClass = z.object({
  id: Uuid,
  typeId: Uuid,
  name: z.string(),
  staffId: Uuid,
  placeId: Uuid,
  roomId: z.nullable(Uuid),
  starts: Instant,
  ends: Instant,
  wall: Wall,
  zone: Zone,
  seats: z.number(),
  taken: z.number(),
})
export type DeskClass = z.infer<typeof DeskClass>

/** Some time of somebody at a place: hours in which they see people, or time off within them. Instants, made from the wall times of the place. */
export const OpenSpan = z.object({
  staffId: Uuid,
  placeId: Uuid,
  starts: Instant,
  ends: Instant,
  wall: Wall,
})
export type OpenSpan = z.infer<typeof OpenSpan>

export const RangeWish = z.object({
  placeId: z.nullable(Uuid),
  from: Day,
  days: z.int().check(z.minimum(1), z.maximum(7)),
})
export type RangeWish = z.infer<typeof RangeWish>

/** Some days of the calendar of the clinic: who works when, what is booked. `zone`: of the place asked for, else of the first that is open. */
export const DeskRange = z.object({
  zone: Zone,
  from: Day,
  days: z.number(),
  staff: z.array(z.object({ id: Uuid, name: z.string() })),
  rooms: z.array(z.object({ id: Uuid, name: z.string(), placeId: Uuid })),
  open: z.array(OpenSpan),
  off: z.array(z.object({ staffId: Uuid, starts: Instant, ends: Instant, title: z.string() })),
  visits: z.array(DeskVisit),
  classes: z.array(DeskClass),
})
export type DeskRange = z.infer<typeof DeskRange>

const version = z.int().check(z.minimum(0), z.maximum(1_000_000))
/** Why the desk goes past a rule of the clinic (hours, notice, buffers; never past what is taken). */
const override = z.nullable(z.string().check(z.trim(), z.minLength(3), z.maxLength(500)))

/** For whom the desk books: somebody with a record, or somebody new by name and contact. */
export const DeskBooking = z.object({
  patient: z.union([z.object({ id: Uuid }), z.object({ contact: Contact })]),
  typeId: Uuid,
  staffId: Uuid,
  placeId: Uuid,
  roomId: z.nullable(Uuid),
  classId: z.nullable(Uuid),
  starts: Instant,
  override,
  /** Booked from the wait list: its person waits no longer. */
  waitId: z.optional(Uuid),
})
export type DeskBooking = z.infer<typeof DeskBooking>

export const DeskMove = z.object({
  version,
  starts: Instant,
  staffId: Uuid,
  roomId: z.nullable(Uuid),
  override,
})
export type DeskMove = z.infer<typeof DeskMove>

/** What the desk can make of a visit. Back to `booked` undoes a wrong tap on the same day. */
export const DESK_STATES = ['booked', 'arrived', 'in-progress', 'done', 'no-show', 'cancelled'] as const
export const DeskState = z.object({ version, state: z.enum(DESK_STATES) })
export type DeskState = z.infer<typeof DeskState>

export const DeskPerson = z.object({ patientId: Uuid, who: z.string(), phone: z.string() })
export type DeskPerson = z.infer<typeof DeskPerson>

/** Somebody who waits for a gap: whoever was offered least comes first, of them who waits longest. */
export const DeskWait = z.object({
  id: Uuid,
  patientId: Uuid,
  who: z.string(),
  typeId: Uuid,
  typeName: z.string(),
  staffId: z.nullable(Uuid),
  staffName: z.nullable(z.string()),
  placeId: z.nullable(Uuid),
  wish: WaitWish,
  since: Instant,
  offeredUntil: z.nullable(Instant),
})
export type DeskWait = z.infer<typeof DeskWait>

export const ClassWish = z.object({
  typeId: Uuid,
  staffId: Uuid,
  placeId: Uuid,
  roomId: z.nullable(Uuid),
  /** Each of them one class; all or none. */
  starts: z.array(Instant).check(z.minLength(1), z.maxLength(60)),
})
export type ClassWish = z.infer<typeof ClassWish>
