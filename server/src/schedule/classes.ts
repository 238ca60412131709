import { type ClassWish, Refusal } from '@dorsal/care'
import type { Staff } from '../access/sessions.ts'
import type { Tx } from '../db/connect.ts'
import { sha256 } from '../ids.ts'
import { timesOf } from './booked.ts'
import { placeVisits } from './place-visits.ts'
import { setupOf } from './setup.store.ts'
import { startOf, zoneAt } from './start-at.ts'
import { holdHours, take } from './take.ts'

/** The same ids each time the same classes are asked for, so that asking twice makes them once. */
const idOf = (id: string, n: number): string => {
  if (n === 0) return id
  const hex = sha256(`${id} ${n}`)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Sets classes, all or none: each takes its therapist and its room as a whole. Gives their ids. */
export async function setClasses(
  tx: Tx,
  actor: Staff,
  id: string,
  body: ClassWish,
  now: Date,
): Promise<string[]> {
  const { tenantId } = actor
  const ids = body.starts.map((_, n) => idOf(id, n))
  const known = await tx
    .selectFrom('app.visit_class')
    .select('class_id')
    .where('class_id', 'in', ids)
    .execute()
  if (known.length === ids.length) return ids
  if (known.length > 0) throw new Refusal('id-taken')
  const setup = await setupOf(tx)
  const type = setup.types.find((one) => one.open && one.id === body.typeId && one.kind === 'class')
  if (type === undefined || !setup.staff.some((one) => one.id === body.staffId))
    throw new Refusal('not-found')
  const zone = zoneAt(setup, body.placeId)
  const { staffId, placeId, roomId } = body
  const wanted = body.starts.map((starts, n) => ({
    id: ids[n] ?? id,
    starts: startOf(starts),
    staffId,
    placeId,
    roomId,
    patientId: null,
    classId: null,
  }))
  const { placed, conflicts } = await placeVisits(tx, wanted, { tenantId, type, setup, now })
  if (conflicts.length > 0) throw new Refusal('slot-taken')
  for (const one of placed) {
    await tx
      .insertInto('app.visit_class')
      .values({
        tenant_id: tenantId,
        class_id: one.id,
        type_id: type.id,
        staff_id: staffId,
        location_id: placeId,
        room_id: one.roomId,
        ...timesOf(one.starts, type, zone),
        before_minutes: type.beforeMinutes,
        after_minutes: type.afterMinutes,
        seats: type.seats,
        made_by: actor.staffId,
      })
      .execute()
    await take(tx, { tenantId, classId: one.id }, one.claims)
  }
  return ids
}

/** Cancels a class with every seat in it. Gives the visits that were cancelled by it. */
export async function cancelClass(tx: Tx, actor: Staff, classId: string, now: Date): Promise<string[]> {
  const found = await tx
    .selectFrom('app.visit_class')
    .select(['starts_at', 'cancelled_at'])
    .where('class_id', '=', classId)
    .executeTakeFirst()
  if (found === undefined) throw new Refusal('not-found')
  const from = found.starts_at.getTime()
  // Whoever takes a seat holds this too: nobody gets one of a class that is being cancelled.
  await holdHours(tx, actor.tenantId, [{ resource: classId, span: { from, to: from + 1 } }])
  await tx.updateTable('app.visit_class').set({ cancelled_at: now }).where('class_id', '=', classId).execute()
  await tx.deleteFrom('app.tick').where('class_id', '=', classId).execute()
  const rows = await tx
    .updateTable('app.visit')
    .set((eb) => ({
      state: 'cancelled',
      held_until: null,
      holder: null,
      held_from: null,
      cancelled_at: now,
      cancelled_by: actor.staffId,
      cancel_late: false,
      version: eb('version', '+', 1),
      sequence: eb('sequence', '+', 1),
    }))
    .where('class_id', '=', classId)
    .where('state', '<>', 'cancelled')
    .returning('visit_id')
    .execute()
  const ids = rows.map((row) => row.visit_id)
  if (ids.length > 0) await tx.deleteFrom('app.tick').where('visit_id', 'in', ids).execute()
  return ids
}
