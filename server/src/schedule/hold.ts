import { type HoldWish, Refusal, type ScheduleSetup, type Slot, takenBy, type VisitType } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import { heldUntil, writeVisit } from './booked.ts'
import { placeVisits, type Wanted } from './place-visits.ts'
import { freeAt, startOf, zoneAt } from './start-at.ts'
import { holdHours } from './take.ts'
import { findVisit, type VisitRow } from './visit.store.ts'

/** Whose browser it is: the hash of its secret, and of its network. */
export type Holder = { secret: string; network: string }

/** So many starts can be kept at once from one network: a family or a small office, not a program that empties the calendar. */
const MOST_OF_NETWORK = 8

/** Lets go of whatever this browser keeps. */
export async function dropHolds(tx: Tx, holder: string): Promise<void> {
  await tx.deleteFrom('app.visit').where('state', '=', 'held').where('holder', '=', holder).execute()
}

/** The start that this browser keeps, while its time lasts. */
export async function heldBy(tx: Tx, holder: string, now: Date): Promise<VisitRow | null> {
  const row = await tx
    .selectFrom('app.visit')
    .select('visit_id')
    .where('state', '=', 'held')
    .where('holder', '=', holder)
    .where('held_until', '>', now)
    .executeTakeFirst()
  return row === undefined ? null : findVisit(tx, row.visit_id)
}

async function mayHold(tx: Tx, network: string, now: Date): Promise<void> {
  const row = await tx
    .selectFrom('app.visit')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('state', '=', 'held')
    .where('held_from', '=', network)
    .where('held_until', '>', now)
    .executeTakeFirstOrThrow()
  if (Number(row.n) >= MOST_OF_NETWORK) throw new Refusal('too-many')
}

/** Who has least to do comes first, so that nobody is filled up before the others; of two the one whose name comes first. */
async function inTurn(tx: Tx, slots: readonly Slot[]): Promise<Slot[]> {
  if (slots.length < 2) return [...slots]
  const [first] = slots
  if (first === undefined) return []
  const day = 86_400_000
  const starts = Date.parse(first.starts)
  const rows = await tx
    .selectFrom('app.visit')
    .select(['staff_id', (eb) => eb.fn.countAll<string>().as('n')])
    .where('starts_at', '>', new Date(starts - day / 2))
    .where('starts_at', '<', new Date(starts + day / 2))
    .where('state', '<>', 'cancelled')
    .groupBy('staff_id')
    .execute()
  const busy = new Map(rows.map(({ staff_id, n }) => [staff_id, Number(n)]))
  return slots.toSorted((a, b) => (busy.get(a.staffId) ?? 0) - (busy.get(b.staffId) ?? 0))
}

type Keep = { tenantId: string; setup: ScheduleSetup; type: VisitType; holder: Holder; now: Date }

/** Keeps a start for whoever asks, with the therapist they name or with one who is free. */
export async function hold(
  tx: Tx,
  wish: HoldWish,
  { tenantId, setup, type, holder, now }: Keep,
): Promise<void> {
  const zone = zoneAt(setup, wish.placeId)
  await dropHolds(tx, holder.secret)
  await mayHold(tx, holder.network, now)
  const free = (await freeAt(tx, setup, wish, now)).filter(({ classId }) => classId === wish.classId)
  const slots = await inTurn(tx, free)
  const starts = startOf(wish.starts)
  // All who come into question are held at once: one after the other would let two wait for each other.
  await holdHours(
    tx,
    tenantId,
    [wish.placeId, ...slots.map((slot) => slot.classId ?? slot.staffId)].map((resource) => ({
      resource,
      span: takenBy(starts, type),
    })),
  )
  for (const { staffId, placeId, classId } of slots) {
    const wanted: Wanted = { id: wish.id, starts, staffId, placeId, classId, patientId: null, roomId: null }
    const { placed } = await placeVisits(
      tx,
      [wanted],
      { tenantId, type, setup, now },
      await seatsOf(tx, classId),
    )
    const [one] = placed
    if (one === undefined) continue
    const held = { until: heldUntil(setup.rule, now), holder: holder.secret, from: holder.network }
    return writeVisit(tx, one, { tenantId, type, zone, now, by: 'anyone', held })
  }
  throw new Refusal('slot-taken')
}

/** How many seats a class has; one for what is none. */
export async function seatsOf(tx: Tx, classId: string | null): Promise<number> {
  if (classId === null) return 1
  const row = await tx
    .selectFrom('app.visit_class')
    .select('seats')
    .where('class_id', '=', classId)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('slot-taken')
  return row.seats
}
