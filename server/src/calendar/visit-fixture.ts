import type { VisitState } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { inClinic } from '../db/connect.ts'
import type { TestApp } from '../test-app.ts'

export type Somewhere = { locationId: string; typeId: string; roomId: string }

/** A place, a room and a kind of visit, named so that each of their words is known wherever it turns up. */
export async function somewhere(host: TestApp, zone: string): Promise<Somewhere> {
  const { db, tenantId: tenant_id } = host.database
  const [locationId, typeId, roomId] = [randomUUID(), randomUUID(), randomUUID()]
  await inClinic(db, tenant_id, async (tx) => {
    await tx
      .insertInto('app.location')
      .values({
        tenant_id,
        location_id: locationId,
        name: 'Spine Centre',
        address: '1 Main Street; Floor 2\nTown, 1000',
        phone: '1',
        zone,
        created_at: host.clock.now,
        closed_at: null,
      })
      .execute()
    await tx
      .insertInto('app.visit_type')
      .values({
        tenant_id,
        type_id: typeId,
        kind: 'treatment',
        name: 'Back pain treatment',
        minutes: 30,
        needs_room: true,
        booked_by: 'anyone',
        closed_at: null,
      })
      .execute()
    await tx
      .insertInto('app.room')
      .values({
        tenant_id,
        room_id: roomId,
        location_id: locationId,
        name: 'Room 2',
        kinds: ['treatment'],
        closed_at: null,
      })
      .execute()
  })
  return { locationId, typeId, roomId }
}

type Given = {
  patientId: string
  staffId: string
  at: Somewhere
  starts: string
  wall: string
  zone: string
  state?: VisitState
}

/** A visit as booking leaves it. */
export async function addVisit(host: TestApp, given: Given): Promise<string> {
  const { db, tenantId: tenant_id } = host.database
  const visit_id = randomUUID()
  const { at, starts, wall, zone, state = 'booked' } = given
  await inClinic(db, tenant_id, (tx) =>
    tx
      .insertInto('app.visit')
      .values({
        tenant_id,
        visit_id,
        patient_id: given.patientId,
        type_id: at.typeId,
        staff_id: given.staffId,
        location_id: at.locationId,
        room_id: at.roomId,
        class_id: null,
        series_id: null,
        starts_at: starts,
        ends_at: new Date(Date.parse(starts) + 30 * 60_000),
        wall,
        zone,
        state,
        held_until: null,
        holder: null,
        made_at: host.clock.now,
        made_by: 'patient',
        booked_at: host.clock.now,
        override: null,
        arrived_at: null,
        started_at: null,
        done_at: null,
        cancelled_at: null,
        cancelled_by: null,
        cancel_late: null,
      })
      .execute(),
  )
  return visit_id
}

/** Moves or cancels a visit as booking does: its calendar entry is told under the next number. */
export async function changeVisit(
  host: TestApp,
  visitId: string,
  to: { starts?: string; cancelled?: true },
): Promise<void> {
  const { db, tenantId } = host.database
  await inClinic(db, tenantId, (tx) =>
    tx
      .updateTable('app.visit')
      .set((e) => ({
        sequence: e('sequence', '+', 1),
        ...(to.starts !== undefined && {
          starts_at: to.starts,
          ends_at: new Date(Date.parse(to.starts) + 30 * 60_000),
        }),
        ...(to.cancelled && { state: 'cancelled' as const, cancelled_at: host.clock.now }),
      }))
      .where('visit_id', '=', visitId)
      .execute(),
  )
}
