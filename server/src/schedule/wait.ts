import { fitsWish, MINUTE, wallOf } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import { newId } from '../ids.ts'
import { writeVisit } from './booked.ts'
import { placeVisits } from './place-visits.ts'
import { setupOf } from './setup.store.ts'
import { freeAt, zoneAt } from './start-at.ts'
import { type Claim, holdHours } from './take.ts'

/** A time that became free: of a kind of visit, with somebody, somewhere. */
export type Gap = { tenantId: string; typeId: string; staffId: string; placeId: string; starts: Date }

/** No gap is offered that begins so soon that its person could hardly come. */
const TOO_SOON_MS = 60 * MINUTE

/** Who waits for such a gap, in turn: who was offered least comes first, of them who waits longest. Rows that another is busy with are left out. */
async function waiting(tx: Tx, { typeId, staffId, placeId }: Gap, except: string | null) {
  return tx
    .selectFrom('app.wait_list')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('type_id', '=', typeId)
    .where((eb) => eb.or([eb('staff_id', 'is', null), eb('staff_id', '=', staffId)]))
    .where((eb) => eb.or([eb('location_id', 'is', null), eb('location_id', '=', placeId)]))
    .$if(except !== null, (q) => q.where('patient_id', '<>', except))
    .orderBy('declined')
    .orderBy('since')
    .limit(50)
    .forUpdate()
    .skipLocked()
    .execute()
}

/** Holds somebody's record, unless they are in the middle of a write to it: then it is not waited for. */
async function isIdle(tx: Tx, patientId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('app.patient')
    .select('patient_id')
    .where('patient_id', '=', patientId)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps a gap for whoever's turn it is and who can come then, `except` for one. Says for whom; null: nobody waits for it. */
export async function offerGap(
  tx: Tx,
  gap: Gap,
  now: Date,
  except: string | null = null,
): Promise<string | null> {
  const { tenantId, typeId, staffId, placeId, starts } = gap
  if (starts.getTime() < now.getTime() + TOO_SOON_MS) return null
  const those = await waiting(tx, gap, except)
  if (those.length === 0) return null
  const setup = await setupOf(tx)
  const type = setup.types.find(({ id, open }) => open && id === typeId)
  const free = await freeAt(tx, setup, { typeId, staffId, placeId, starts: starts.toISOString() }, now)
  if (type === undefined || free.length === 0) return null
  const zone = zoneAt(setup, placeId)
  const wall = wallOf(starts.getTime(), zone)
  for (const one of those.filter(({ wish }) => fitsWish(wish, wall))) {
    if (!(await isIdle(tx, one.patient_id))) continue
    const visitId = newId(now)
    const wanted = {
      id: visitId,
      starts: starts.getTime(),
      staffId,
      placeId,
      patientId: one.patient_id,
      roomId: null,
      classId: null,
    }
    const { placed } = await placeVisits(tx, [wanted], { tenantId, type, setup, now })
    const [place] = placed
    if (place === undefined) continue
    const until = offerEnds(starts, setup.rule.offerHours, now)
    await writeVisit(tx, place, {
      tenantId,
      type,
      zone,
      now,
      by: 'wait-list',
      held: { until, holder: null, from: null },
    })
    await tx
      .updateTable('app.wait_list')
      .set({ state: 'offered', visit_id: visitId, offered_until: until })
      .where('wait_id', '=', one.wait_id)
      .execute()
    return one.patient_id
  }
  return null
}

/** An offer lasts as long as the clinic says, but ends an hour before the visit, and lasts half an hour at least where that leaves so much. */
const offerEnds = (starts: Date, hours: number, now: Date): Date =>
  new Date(
    Math.min(
      now.getTime() + hours * 60 * MINUTE,
      Math.max(starts.getTime() - 60 * MINUTE, now.getTime() + 30 * MINUTE),
      starts.getTime(),
    ),
  )

type Kept = {
  staff_id: string
  location_id: string
  room_id: string | null
  starts_at: Date
  ends_at: Date
  before_minutes: number
  after_minutes: number
}

/** What a visit takes of whom, for `holdHours`: before a row that is kept is touched, so that two never wait for each other. */
export const claimsOf = (row: Kept): Claim[] => {
  const span = {
    from: row.starts_at.getTime() - row.before_minutes * MINUTE,
    to: row.ends_at.getTime() + row.after_minutes * MINUTE,
  }
  return [row.staff_id, ...(row.room_id === null ? [] : [row.location_id])].map((resource) => ({
    resource,
    span,
  }))
}

/**
 * Lets go of one start that was kept and whose time is over, and offers it to the next who waits. Whoever let an offer pass stays on the list,
 * behind those who had none. One for each transaction. False: there was none.
 */
export async function endOneHold(tx: Tx, tenantId: string, now: Date): Promise<boolean> {
  const over = await tx
    .selectFrom('app.visit')
    .selectAll()
    .where('state', '=', 'held')
    .where('held_until', '<=', now)
    .limit(1)
    .executeTakeFirst()
  if (over === undefined) return false
  const { visit_id, type_id: typeId, staff_id: staffId, location_id: placeId, starts_at: starts } = over
  const gap = { tenantId, typeId, staffId, placeId, starts }
  await holdHours(tx, tenantId, claimsOf(over))
  const gone = await tx
    .deleteFrom('app.visit')
    .where('visit_id', '=', visit_id)
    .where('state', '=', 'held')
    .where('held_until', '<=', now)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) return true
  const passed = await passOn(tx, visit_id)
  if (over.class_id === null) await offerGap(tx, gap, now, passed)
  return true
}

/** Offers whose start somebody else's booking swept away when their time was over. */
export async function endLostOffers(tx: Tx, now: Date): Promise<void> {
  await tx
    .updateTable('app.wait_list')
    .set((eb) => ({
      state: 'waiting',
      visit_id: null,
      offered_until: null,
      declined: eb('declined', '+', 1),
    }))
    .where('state', '=', 'offered')
    .where('offered_until', '<=', now)
    .execute()
}

/** The one whom this was offered waits again, behind those who were offered less. Says who; null: it was offered to nobody. */
export async function passOn(tx: Tx, visitId: string): Promise<string | null> {
  const row = await tx
    .updateTable('app.wait_list')
    .set((eb) => ({
      state: 'waiting',
      visit_id: null,
      offered_until: null,
      declined: eb('declined', '+', 1),
    }))
    .where('visit_id', '=', visitId)
    .where('state', '=', 'offered')
    .returning('patient_id')
    .executeTakeFirst()
  return row?.patient_id ?? null
}

/** Somebody is booked from the list by the desk: they wait no longer. False: this wait is over, offered a gap just now, or another person's. */
export async function bookedFromList(tx: Tx, waitId: string, patientId: string): Promise<boolean> {
  const taken = await tx
    .updateTable('app.wait_list')
    .set({ state: 'taken' })
    .where('wait_id', '=', waitId)
    .where('patient_id', '=', patientId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}
