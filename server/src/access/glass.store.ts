import {
  type Glass,
  GLASS_MINUTES,
  type GlassNotice,
  type GlassReview,
  type GlassWish,
  Refusal,
} from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import { labelOf } from '../patient/patient.store.ts'
import { addEffect } from '../task/task.store.ts'
import type { Staff } from './sessions.ts'

const MINUTE = 60_000
/** How long the person's own page tells of an opening, and the admin's list shows one that was looked into. */
const TOLD_DAYS = 90

/**
 * Opens a record for an hour, and leaves the effect by which its person and the admin are told outside the product. Under an id of the
 * device's own: sent twice, it opens once and ends when it would have.
 */
export async function breakGlass(
  tx: Tx,
  { actor, patientId, wish, now }: { actor: Staff; patientId: string; wish: GlassWish; now: Date },
): Promise<Glass> {
  const ends_at = new Date(now.getTime() + GLASS_MINUTES * MINUTE)
  const made = await tx
    .insertInto('app.broken_glass')
    .values({
      tenant_id: actor.tenantId,
      glass_id: wish.id,
      patient_id: patientId,
      staff_id: actor.staffId,
      reason: wish.reason,
      opened_at: now,
      ends_at,
      reviewed_at: null,
      reviewed_by: null,
    })
    .onConflict((c) => c.columns(['tenant_id', 'glass_id']).doNothing())
    .returning('glass_id')
    .executeTakeFirst()
  if (made !== undefined) {
    await addEffect(tx, actor.tenantId, `glass:${wish.id}`, { glass: wish.id }, now)
    return { reason: wish.reason, until: ends_at.toISOString() }
  }
  const before = await tx
    .selectFrom('app.broken_glass')
    .select(['reason', 'ends_at'])
    .where('glass_id', '=', wish.id)
    .where('patient_id', '=', patientId)
    .where('staff_id', '=', actor.staffId)
    .where('reason', '=', wish.reason)
    .executeTakeFirst()
  if (before === undefined) throw new Refusal('id-taken')
  return { reason: before.reason, until: before.ends_at.toISOString() }
}

/** Closes what this caller has open of this record before its time is over; what was open stays written down. */
export async function endGlass(tx: Tx, staffId: string, patientId: string, now: Date): Promise<void> {
  await tx
    .updateTable('app.broken_glass')
    .set({ ends_at: now })
    .where('patient_id', '=', patientId)
    .where('staff_id', '=', staffId)
    .where('ends_at', '>', now)
    .execute()
}

/** Why this record is open to this caller now, where it is open by a reason; the one that lasts longest. */
export async function glassOver(
  tx: Tx,
  staffId: string,
  patientId: string,
  now: Date,
): Promise<Glass | null> {
  const row = await tx
    .selectFrom('app.broken_glass')
    .select(['reason', 'ends_at'])
    .where('patient_id', '=', patientId)
    .where('staff_id', '=', staffId)
    .where('ends_at', '>', now)
    .orderBy('ends_at', 'desc')
    .executeTakeFirst()
  return row === undefined ? null : { reason: row.reason, until: row.ends_at.toISOString() }
}

const openings = (tx: Tx) =>
  tx
    .selectFrom('app.broken_glass as g')
    .innerJoin('auth.membership as m', (j) =>
      j.onRef('m.tenant_id', '=', 'g.tenant_id').onRef('m.staff_id', '=', 'g.staff_id'),
    )
    .innerJoin('auth.staff as s', 's.staff_id', 'g.staff_id')
    .innerJoin('app.patient as p', 'p.patient_id', 'g.patient_id')
    .select(['g.glass_id', 'g.patient_id', 'g.reason', 'g.opened_at', 'g.ends_at', 'g.reviewed_at'])
    .select(['g.reviewed_by', 's.name', 'm.role', 'p.contact'])
    .orderBy('g.opened_at', 'desc')

type Opening = Awaited<ReturnType<ReturnType<typeof openings>['execute']>>[number]

const noticeFrom = (row: Opening): GlassNotice => ({
  at: row.opened_at.toISOString(),
  until: row.ends_at.toISOString(),
  by: row.name,
  role: row.role,
  reason: row.reason,
})

/** What a person is told: who opened their record with a reason, and which. */
export async function noticesFor(tx: Tx, patientId: string, now: Date): Promise<GlassNotice[]> {
  const since = new Date(now.getTime() - TOLD_DAYS * 24 * 60 * MINUTE)
  const own = openings(tx).where('g.patient_id', '=', patientId).where('g.opened_at', '>', since)
  return (await own.execute()).map(noticeFrom)
}

/** Every opening that nobody has looked into yet, and the rest of the last quarter; newest first. */
export async function openingsOf(tx: Tx, now: Date): Promise<GlassReview[]> {
  const since = new Date(now.getTime() - TOLD_DAYS * 24 * 60 * MINUTE)
  const rows = await openings(tx)
    .where((eb) => eb.or([eb('g.reviewed_at', 'is', null), eb('g.opened_at', '>', since)]))
    .execute()
  return rows.map((row) => ({
    ...noticeFrom(row),
    id: row.glass_id,
    patientId: row.patient_id,
    label: row.contact?.name ?? labelOf(row.patient_id),
    reviewedAt: row.reviewed_at?.toISOString() ?? null,
    reviewedBy: row.reviewed_by,
  }))
}

/** The first who looks into an opening is the one who is named. Says whose record it was. */
export async function reviewOpening(tx: Tx, glassId: string, by: string, now: Date): Promise<string> {
  const row = await tx
    .updateTable('app.broken_glass')
    .set((eb) => ({
      reviewed_at: eb.fn.coalesce('reviewed_at', eb.val(now)),
      reviewed_by: eb.fn.coalesce('reviewed_by', eb.val(by)),
    }))
    .where('glass_id', '=', glassId)
    .returning('patient_id')
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found')
  return row.patient_id
}
