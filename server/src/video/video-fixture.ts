import type { VisitKind, VisitState } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { type Db, inClinic } from '../db/connect.ts'

type Between = { tenantId: string; patientId: string; staffId: string }
type Given = Partial<{ kind: VisitKind; state: VisitState; startsIn: number; minutes: number; phone: string }>

/** A visit straight into the tables, of half an hour that begins `startsIn` minutes from now; its id. */
export async function addVisit(
  db: Db,
  { tenantId, patientId, staffId }: Between,
  now: Date,
  { kind = 'video', state = 'booked', startsIn = 0, minutes = 30, phone = '+351 21 000 0000' }: Given = {},
): Promise<string> {
  const [visit_id, type_id, location_id] = [randomUUID(), randomUUID(), randomUUID()]
  const tenant_id = tenantId
  const starts = new Date(now.getTime() + startsIn * 60_000)
  await inClinic(db, tenantId, async (tx) => {
    await tx
      .insertInto('app.location')
      .values({
        tenant_id,
        location_id,
        name: `Place ${location_id}`,
        created_at: now,
        phone,
        zone: 'Europe/Lisbon',
      })
      .execute()
    await tx
      .insertInto('app.visit_type')
      .values({ tenant_id, type_id, kind, name: kind, minutes, needs_room: false, booked_by: 'patients' })
      .execute()
    await tx
      .insertInto('app.visit')
      .values({
        tenant_id,
        visit_id,
        patient_id: patientId,
        type_id,
        staff_id: staffId,
        location_id,
        starts_at: starts,
        ends_at: new Date(starts.getTime() + minutes * 60_000),
        wall: starts.toISOString().slice(0, 16),
        zone: 'Europe/Lisbon',
        state,
        held_until: state === 'held' ? new Date(now.getTime() + 600_000) : null,
        made_at: now,
        made_by: 'patient',
      })
      .execute()
  })
  return visit_id
}

type Host = { database: { db: Db }; clock: { now: Date } }

/** A visit by video that begins now. */
export const someVideoVisit = (host: Host, between: Between, given: Given = {}): Promise<string> =>
  addVisit(host.database.db, between, host.clock.now, given)
