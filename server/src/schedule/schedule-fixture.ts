import {
  type BookingRule,
  dayAfter,
  dayOf,
  type Slot,
  type Slots,
  USUAL_BOOKING,
  type Visit,
  type VisitKind,
  wallOf,
} from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import type { Visitor } from '../seed/visitor.ts'
import type { TestApp } from '../test-app.ts'
import { somePlace, staffMember } from '../test-staff.ts'

/** A clinic that can be booked: one place, two therapists from nine to one on every day, one room, four kinds of visit. */
export type Booked = {
  admin: Visitor
  placeId: string
  roomId: string
  staff: readonly [string, string]
  /** The first of them, signed in. */
  therapist: Visitor
  types: Readonly<Record<VisitKind, string>>
  /** The first day that can be booked whole. */
  day: string
  setRule(change: Partial<BookingRule>): Promise<void>
}

const KINDS: readonly VisitKind[] = ['evaluation', 'treatment', 'video', 'class']

/** Sets the clinic of this app up to be booked, by the API, as its administrator does. */
export async function clinicThatBooks(
  host: TestApp,
  given: { zone?: string; rooms?: number } = {},
): Promise<Booked> {
  const { zone = 'Europe/Lisbon', rooms = 1 } = given
  const { visitor: admin } = await staffMember(host, { role: 'clinic-admin', name: 'Ada Admin' })
  const one = await staffMember(host, { role: 'therapist', name: 'Bea Back' })
  const two = await staffMember(host, { role: 'therapist', name: 'Carl Care' })
  const placeId = randomUUID()
  await admin.ok('putLocation', { id: placeId, body: somePlace('Main', { zone }) })
  const roomIds = Array.from({ length: rooms }, () => randomUUID())
  for (const [n, id] of roomIds.entries())
    await admin.ok('setRoom', { id, body: { placeId, name: `Room ${n + 1}`, kinds: KINDS, open: true } })
  const types = {
    evaluation: randomUUID(),
    treatment: randomUUID(),
    video: randomUUID(),
    class: randomUUID(),
  }
  for (const kind of KINDS)
    await admin.ok('setVisitType', {
      id: types[kind],
      body: {
        kind,
        name: kind,
        minutes: kind === 'evaluation' ? 60 : 45,
        beforeMinutes: 0,
        afterMinutes: 15,
        seats: kind === 'class' ? 3 : 1,
        needsRoom: kind === 'evaluation',
        bookedBy: kind === 'evaluation' ? 'anyone' : 'patients',
        open: true,
      },
    })
  for (const staffId of [one.staffId, two.staffId])
    for (const weekday of [1, 2, 3, 4, 5, 6, 7])
      await admin.ok('setHours', {
        id: randomUUID(),
        body: {
          staffId,
          placeId,
          weekday,
          from: '09:00',
          to: '13:00',
          kinds: KINDS,
          fromDay: null,
          untilDay: null,
        },
      })
  const setRule = async (change: Partial<BookingRule>): Promise<void> => {
    await admin.ok('setBookingRule', { body: { ...USUAL_BOOKING, ...change } })
  }
  const day = dayAfter(dayOf(wallOf(host.clock.now.getTime(), zone)), 2)
  return {
    admin,
    placeId,
    roomId: roomIds[0] ?? '',
    staff: [one.staffId, two.staffId],
    therapist: one.visitor,
    types,
    day,
    setRule,
  }
}

/** The free starts that somebody is shown. */
export async function slotsFor(
  who: Visitor,
  clinic: Booked,
  wish: { typeId: string; staffId?: string | null; from?: string; days?: number; afterWork?: boolean },
): Promise<Slot[]> {
  const { slots } = await who.ok<Slots>('findSlots', {
    body: {
      staffId: null,
      placeId: clinic.placeId,
      from: clinic.day,
      days: 1,
      afterWork: false,
      most: 500,
      ...wish,
    },
  })
  return slots
}

/** One of those that were found; an error where there is none. */
export function oneOf<T>(some: readonly T[], n = 0): T {
  const found = some.at(n)
  if (found === undefined) throw new Error(`there is no ${n}th of ${some.length}`)
  return found
}

/** Keeps a start, as the page does. */
export const holdOf = (slot: Slot, typeId: string, id: string = randomUUID()) => ({
  id,
  typeId,
  placeId: slot.placeId,
  staffId: slot.staffId,
  starts: slot.starts,
  classId: slot.classId,
})

export const CONTACT = { name: 'Mia Muster', email: null, phone: '+351 900 000 000' }

/** Keeps a start, agrees, and books it. */
export async function bookFirst(who: Visitor, clinic: Booked, slot: Slot): Promise<Visit> {
  const hold = holdOf(slot, clinic.types.evaluation)
  await who.ok('holdSlot', { body: hold })
  await who.agree()
  const { visit } = await who.ok<{ visit: Visit }>('bookHeld', {
    body: { id: hold.id, contact: CONTACT, note: null },
  })
  return visit
}
