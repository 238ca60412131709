import type { Actor } from '@dorsal/care'
import type { Db, Tx } from '../db/connect.ts'
import { newSecret, sha256 } from '../ids.ts'

export type Patient = Extract<Actor, { kind: 'patient' }>

/** A new secret for this record: the only thing that opens it. Only its hash is kept. */
export async function issueSecret(
  db: Db | Tx,
  tenantId: string,
  patientId: string,
  now: Date,
): Promise<string> {
  const secret = newSecret()
  await db
    .insertInto('auth.patient_secret')
    .values({
      secret_hash: sha256(secret),
      tenant_id: tenantId,
      patient_id: patientId,
      created_at: now,
      device: null,
      last_seen_at: null,
    })
    .execute()
  return secret
}

export async function patientOf(db: Db, secret: string | undefined): Promise<Patient | null> {
  if (secret === undefined || secret.length > 100) return null
  const row = await db
    .selectFrom('auth.patient_secret')
    .select(['tenant_id', 'patient_id'])
    .where('secret_hash', '=', sha256(secret))
    .executeTakeFirst()
  return row ? { kind: 'patient', tenantId: row.tenant_id, patientId: row.patient_id } : null
}
