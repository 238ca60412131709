import { type ReminderSettings, usualReminders, type VisitState } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { inClinic, json, type Tx } from '../db/connect.ts'
import type { TestDatabase } from '../db/test-database.ts'
import { addPatient } from '../patient/patient.store.ts'
import { addStaff } from '../staff/staff.store.ts'

type At = Pick<TestDatabase, 'db' | 'tenantId'>

/** Everything is by mail, and nearly no hour is quiet. */
export const BY_MAIL: ReminderSettings = {
  ...usualReminders('UTC', 'en'),
  by: { visit: 'mail', message: 'mail', 'check-in': 'mail', session: 'mail' },
}

/** Where visits take place and who gives them. */
export async function somewhere({ db, tenantId }: At, now: Date) {
  const name = { email: `${randomUUID()}@clinic.example`, name: 'Dana', role: 'therapist' as const }
  const staffId = (await addStaff(db, { tenantId, ...name, passwordHash: 'none' }, now)) ?? ''
  const place = { location_id: randomUUID(), type_id: randomUUID(), staff_id: staffId }
  await inClinic(db, tenantId, async (tx) => {
    const tenant_id = tenantId
    await tx
      .insertInto('app.location')
      .values({ tenant_id, location_id: place.location_id, name: 'North', zone: 'UTC', created_at: now })
      .execute()
    await tx
      .insertInto('app.visit_type')
      .values({
        tenant_id,
        type_id: place.type_id,
        kind: 'treatment',
        name: 'Visit',
        minutes: 30,
        needs_room: false,
        booked_by: 'anyone',
      })
      .execute()
  })
  return place
}
export type Place = Awaited<ReturnType<typeof somewhere>>

/** Somebody whose address is confirmed. */
export async function reachable(
  { db, tenantId }: At,
  email: string,
  now: Date,
  settings: ReminderSettings | null = BY_MAIL,
): Promise<string> {
  return inClinic(db, tenantId, async (tx) => {
    const patient_id = await addPatient(tx, tenantId, now)
    const own = { tenant_id: tenantId, patient_id }
    await confirm(tx, own, email, now)
    if (settings !== null)
      await tx
        .insertInto('app.reminder_setting')
        .values({ ...own, body: json(settings), set_at: now })
        .execute()
    return patient_id
  })
}

/** An address counts as confirmed: how that comes to be is told by the tests of mail. */
export const confirm = (
  tx: Tx,
  own: { tenant_id: string; patient_id: string },
  email: string,
  now: Date,
): Promise<unknown> =>
  tx
    .insertInto('app.sign_in_email')
    .values({ ...own, email, added_at: now, confirmed_at: now })
    .execute()

/** A visit of half an hour, booked a week before. */
export async function booked(
  { db, tenantId }: At,
  place: Place,
  patient_id: string,
  starts: string,
): Promise<string> {
  const visit_id = randomUUID()
  const starts_at = new Date(starts)
  const made_at = new Date(starts_at.getTime() - 7 * 86_400_000)
  await inClinic(db, tenantId, (tx) =>
    tx
      .insertInto('app.visit')
      .values({
        tenant_id: tenantId,
        visit_id,
        patient_id,
        ...place,
        starts_at,
        ends_at: new Date(starts_at.getTime() + 30 * 60_000),
        wall: starts_at.toISOString().slice(0, 16),
        zone: 'UTC',
        state: 'booked',
        made_at,
        made_by: 'patient',
        booked_at: made_at,
      })
      .execute(),
  )
  return visit_id
}

export const setVisit = (
  { db, tenantId }: At,
  visitId: string,
  to: { state?: VisitState; starts?: string },
): Promise<unknown> =>
  inClinic(db, tenantId, (tx) =>
    tx
      .updateTable('app.visit')
      .set({
        ...(to.state !== undefined && { state: to.state }),
        ...(to.starts !== undefined && {
          starts_at: new Date(to.starts),
          ends_at: new Date(Date.parse(to.starts) + 30 * 60_000),
          wall: to.starts.slice(0, 16),
        }),
      })
      .where('visit_id', '=', visitId)
      .execute(),
  )

/** Something that the clinic wrote and nobody has read. */
export const written = (
  { db, tenantId }: At,
  place: Place,
  patient_id: string,
  received_at: Date,
): Promise<unknown> =>
  inClinic(db, tenantId, (tx) =>
    tx
      .insertInto('app.message')
      .values({
        tenant_id: tenantId,
        patient_id,
        message_id: randomUUID(),
        author: 'clinic',
        staff_id: place.staff_id,
        words: 'How is your back?',
        lang: 'en',
        answers: json({}),
        received_at,
      })
      .execute(),
  )
