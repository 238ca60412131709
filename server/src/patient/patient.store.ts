import { type Contact, Refusal } from '@dorsal/care'
import { json, type Tx } from '../db/connect.ts'
import { newId } from '../ids.ts'

/** Letters and digits that nobody mixes up when reading them out. */
const CODE = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A short name for somebody who gave none, from the random part of the id. */
export function labelOf(patientId: string): string {
  const n = Number.parseInt(patientId.slice(-8), 16)
  return `P-${[0, 1, 2, 3].map((i) => CODE[Math.floor(n / CODE.length ** i) % CODE.length]).join('')}`
}

export async function addPatient(tx: Tx, tenantId: string, now: Date): Promise<string> {
  const patient_id = newId(now)
  await tx
    .insertInto('app.patient')
    .values({
      tenant_id: tenantId,
      patient_id,
      label: labelOf(patient_id),
      contact: json(null),
      created_at: now,
      last_seen_at: now,
    })
    .execute()
  return patient_id
}

/** Holds the record until the transaction ends, so that two writes to it come one after the other; counts as use of it. */
export async function lockPatient(tx: Tx, patientId: string, now: Date): Promise<void> {
  const row = await tx
    .updateTable('app.patient')
    .set({ last_seen_at: now })
    .where('patient_id', '=', patientId)
    .returning('patient_id')
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('sign-in')
}

/** The same hold for the clinic's writes, which are no use of the record by the person. */
export async function holdPatient(tx: Tx, patientId: string): Promise<void> {
  const row = await tx
    .selectFrom('app.patient')
    .select('patient_id')
    .where('patient_id', '=', patientId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found')
}

export async function findPatient(tx: Tx, patientId: string) {
  return tx.selectFrom('app.patient').selectAll().where('patient_id', '=', patientId).executeTakeFirst()
}

export async function setContact(tx: Tx, patientId: string, contact: Contact): Promise<void> {
  await tx
    .updateTable('app.patient')
    .set({ contact: json(contact) })
    .where('patient_id', '=', patientId)
    .execute()
}

/** Removes the person with all that hangs on them; the trail of who looked stays, with ids only. */
export async function erasePatient(tx: Tx, patientId: string): Promise<void> {
  await tx.deleteFrom('app.episode').where('patient_id', '=', patientId).execute()
  await tx.deleteFrom('app.patient').where('patient_id', '=', patientId).execute()
}

/** Whether the clinic can reach this person. A record that it can is kept; the others are erased when unused. */
export const reachable = (contact: Contact | null): boolean =>
  contact !== null && ((contact.email ?? '') !== '' || (contact.phone ?? '') !== '')

export function erasedAfter(
  patient: { contact: Contact | null; last_seen_at: Date },
  days: number,
): string | null {
  if (reachable(patient.contact)) return null
  return new Date(patient.last_seen_at.getTime() + days * 86_400_000).toISOString()
}
