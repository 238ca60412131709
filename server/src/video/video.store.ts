import { doorOf, type DoorVisit, Refusal } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'

/** A video visit with whom it is between. */
export type MeetingVisit = DoorVisit & {
  id: string
  tenantId: string
  patientId: string
  staffId: string
  staffName: string
  patientName: string
  wall: string
  zone: string
  phone: string
}

/** A visit by video; another kind, another person's or another clinic's is one that is not there. `patientId`: whose it must be. */
export async function meetingVisit(tx: Tx, visitId: string, patientId?: string): Promise<MeetingVisit> {
  const found = tx
    .selectFrom('app.visit as v')
    .innerJoin('app.visit_type as t', (j) =>
      j.onRef('t.tenant_id', '=', 'v.tenant_id').onRef('t.type_id', '=', 'v.type_id'),
    )
    .innerJoin('app.patient as p', (j) =>
      j.onRef('p.tenant_id', '=', 'v.tenant_id').onRef('p.patient_id', '=', 'v.patient_id'),
    )
    .innerJoin('app.location as l', (j) =>
      j.onRef('l.tenant_id', '=', 'v.tenant_id').onRef('l.location_id', '=', 'v.location_id'),
    )
    .innerJoin('auth.staff as s', 's.staff_id', 'v.staff_id')
    .select(['v.tenant_id', 'v.staff_id', 'v.starts_at', 'v.ends_at', 'v.wall', 'v.zone', 'v.state'])
    .select(['t.kind', 'p.patient_id', 'p.label', 'p.contact', 'l.phone', 's.name'])
    .where('v.visit_id', '=', visitId)
    .where('t.kind', '=', 'video')
  const row = await (patientId === undefined
    ? found
    : found.where('p.patient_id', '=', patientId)
  ).executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found')
  return {
    id: visitId,
    tenantId: row.tenant_id,
    patientId: row.patient_id,
    staffId: row.staff_id,
    staffName: row.name,
    patientName: row.contact?.name ?? row.label,
    kind: row.kind,
    state: row.state,
    starts: row.starts_at.toISOString(),
    ends: row.ends_at.toISOString(),
    wall: row.wall,
    zone: row.zone,
    phone: row.phone,
  }
}

/** Refuses whoever comes when the door is not open. */
export function holdOpen(visit: MeetingVisit, now: Date): void {
  if (doorOf(visit, now.toISOString()) !== 'open') throw new Refusal('video-closed')
}

/** Who comes to a visit is there: the desk need not say so. */
export async function noteArrived(tx: Tx, visitId: string, now: Date): Promise<void> {
  await tx
    .updateTable('app.visit')
    .set((v) => ({ state: 'arrived', arrived_at: now, version: v('version', '+', 1) }))
    .where('visit_id', '=', visitId)
    .where('state', '=', 'booked')
    .execute()
}

/** Whoever is let in is being seen. */
export async function noteBegun(tx: Tx, visitId: string, now: Date): Promise<void> {
  await tx
    .updateTable('app.visit')
    .set((v) => ({ state: 'in-progress', started_at: now, version: v('version', '+', 1) }))
    .where('visit_id', '=', visitId)
    .where('state', 'in', ['booked', 'arrived'])
    .execute()
}
