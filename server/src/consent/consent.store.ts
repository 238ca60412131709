import { type ConsentGiven, Refusal } from '@dorsal/care'
import { sql } from 'kysely'
import type { Tx } from '../db/connect.ts'
import { erasePatient, findPatient, reachable } from '../patient/patient.store.ts'

type Given = { tenantId: string; patientId: string; consent: ConsentGiven; now: Date }

export async function addConsent(tx: Tx, { tenantId, patientId, consent, now }: Given): Promise<void> {
  await tx
    .insertInto('app.consent')
    .values({
      tenant_id: tenantId,
      patient_id: patientId,
      consent_id: consent.id,
      version: consent.version,
      lang: consent.lang,
      agreed_at: consent.agreedAt,
      at: now,
    })
    .execute()
}

/** The version of the text that this person agreed to last. */
export async function agreedVersion(tx: Tx, patientId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('app.consent')
    .select('version')
    .where('patient_id', '=', patientId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.version ?? null
}

/**
 * A consent that comes a second time without its cookie: the first reply was lost on the way. Its record is never opened by the id; if
 * nothing is in it yet it makes room for a new one, else the id is refused.
 */
export async function makeRoom(tx: Tx, consentId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${consentId}, 0))`.execute(tx)
  const earlier = await tx
    .selectFrom('app.consent')
    .select('patient_id')
    .where('consent_id', '=', consentId)
    .executeTakeFirst()
  if (earlier === undefined) return
  const used = await tx
    .selectFrom('app.receipt')
    .select('id')
    .where('patient_id', '=', earlier.patient_id)
    .where('endpoint', '!=', 'giveConsent')
    .limit(1)
    .executeTakeFirst()
  const patient = await findPatient(tx, earlier.patient_id)
  if (used !== undefined || reachable(patient?.contact ?? null)) throw new Refusal('id-taken')
  await erasePatient(tx, earlier.patient_id)
}
