import {
  type Conflict,
  type FreeStart,
  MINUTE,
  type Room,
  roomsFor,
  type ScheduleSetup,
  takenBy,
  ticksOf,
  type VisitType,
} from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import { type Claim, holdHours, takenOf } from './take.ts'

/** A visit that is to be given its time. `roomId`: this one and no other; null: any that serves. `patientId` null: nobody is named yet. */
export type Wanted = FreeStart & {
  id: string
  patientId: string | null
  roomId: string | null
  classId: string | null
}

/** A visit that can be had, with all that it takes. */
export type Placed = Wanted & { claims: Claim[] }

type Why = (typeof Conflict)['_zod']['output']['why']
export type Placing = { placed: Placed[]; conflicts: { wanted: Wanted; why: Why }[] }

const keyOf = (resource: string, tick: number, seat = 0): string => `${resource} ${tick} ${seat}`

const keysOf = (claims: readonly Claim[]): string[] =>
  claims.flatMap(({ resource, span, seat }) => ticksOf(span).map((tick) => keyOf(resource, tick, seat)))

/** Of a class its seats alone are taken: therapist and room are by the class itself. One tick stands for all of it. */
const seatSpan = (starts: number) => ({ from: starts, to: starts + 5 * MINUTE })

type Given = { tenantId: string; type: VisitType; setup: Pick<ScheduleSetup, 'rooms'>; now: Date }
type Might = { wanted: Wanted; own: Claim[]; person: Claim[]; rooms: Room[]; seats: Claim[] }

function mightBe(wanted: Wanted, { type, setup }: Given, seats: number): Might {
  const { starts, staffId, placeId, roomId, classId, patientId } = wanted
  const person =
    patientId === null
      ? []
      : [{ resource: patientId, span: { from: starts, to: starts + type.minutes * MINUTE } }]
  if (classId !== null) {
    const all = Array.from({ length: seats }, (_, seat) => ({
      resource: classId,
      span: seatSpan(starts),
      seat,
    }))
    return { wanted, own: [], person, rooms: [], seats: all }
  }
  const own = [{ resource: staffId, span: takenBy(starts, type) }]
  const serve = roomsFor(setup.rooms, type, placeId)
  const rooms = roomId !== null ? setup.rooms.filter(({ id }) => id === roomId) : type.needsRoom ? serve : []
  return { wanted, own, person, rooms, seats: [] }
}

/**
 * Finds for each visit all that it takes, or why it cannot be had; those before it in the list come first. Until the transaction ends nobody
 * else can take any of it, so that what is placed can be written down. `seats`: how many a class has.
 */
export async function placeVisits(
  tx: Tx,
  wanted: readonly Wanted[],
  given: Given,
  seats = 1,
): Promise<Placing> {
  const { tenantId, type, now } = given
  const all = wanted.map((one) => mightBe(one, given, seats))
  const roomClaim = (room: Room, { starts }: Wanted): Claim => ({
    resource: room.id,
    span: takenBy(starts, type),
  })
  await holdHours(
    tx,
    tenantId,
    all.flatMap(({ wanted: one, own, rooms, seats: ofClass }) => [
      ...own,
      ...ofClass.slice(0, 1),
      ...(rooms.length > 0 ? [{ resource: one.placeId, span: takenBy(one.starts, type) }] : []),
    ]),
  )
  const asked = all.flatMap(({ wanted: one, own, person, rooms, seats: ofClass }) => [
    ...own,
    ...person,
    ...ofClass,
    ...rooms.map((room) => roomClaim(room, one)),
  ])
  const taken = new Set((await takenOf(tx, asked, now)).map((r) => keyOf(r.resource, r.tick, r.seat)))
  const isTaken = (claims: readonly Claim[]): boolean => keysOf(claims).some((key) => taken.has(key))
  const placing: Placing = { placed: [], conflicts: [] }
  for (const { wanted: one, own, person, rooms, seats: ofClass } of all) {
    const room = rooms.find((r) => !isTaken([roomClaim(r, one)]))
    const seat = ofClass.find((claim) => !isTaken([claim]))
    const roomless = room === undefined && (type.needsRoom || one.roomId !== null) && one.classId === null
    const full = one.classId !== null && seat === undefined
    if (isTaken(person)) placing.conflicts.push({ wanted: one, why: 'own-visit' })
    else if (isTaken(own) || roomless || full) placing.conflicts.push({ wanted: one, why: 'taken' })
    else {
      const claims = [...own, ...person, ...(room ? [roomClaim(room, one)] : []), ...(seat ? [seat] : [])]
      for (const key of keysOf(claims)) taken.add(key)
      placing.placed.push({ ...one, roomId: room?.id ?? null, claims })
    }
  }
  return placing
}
