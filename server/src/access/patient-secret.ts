import type { Actor } from '@dorsal/care'
import { askOften, type Db, type Tx } from '../db/connect.ts'
import { newSecret, sha256 } from '../ids.ts'

export type Patient = Extract<Actor, { kind: 'patient' }>

/** A new secret for this record: the only thing that opens it. Only its hash is kept. */
export async function issueSecret(
  db: Db | Tx,
  tenantId: string,
  patientId: string,
  now: Date,
  device: string | null = null,
): Promise<string> {
  const secret = newSecret()
  await db
    .insertInto('auth.patient_secret')
    .values({
      secret_hash: sha256(secret),
      tenant_id: tenantId,
      patient_id: patientId,
      created_at: now,
      device,
      last_seen_at: now,
    })
    .execute()
  return secret
}

const TOUCH_EVERY_HOURS = 1

const ofSecret = (db: Db, hash: string) =>
  db
    .selectFrom('auth.patient_secret')
    .select(['tenant_id', 'patient_id', 'last_seen_at'])
    .where('secret_hash', '=', hash)

/** Whose record this secret opens. That it was used is noted once an hour, for its owner's list of devices. */
export async function patientOf(db: Db, secret: string | undefined, now: Date): Promise<Patient | null> {
  if (secret === undefined || secret.length > 100) return null
  const hash = sha256(secret)
  const [row] = await askOften(db, 'patient-of', hash, ofSecret)
  if (row === undefined) return null
  const seen = row.last_seen_at?.getTime() ?? 0
  if (now.getTime() - seen > TOUCH_EVERY_HOURS * 3_600_000)
    await db
      .updateTable('auth.patient_secret')
      .set({ last_seen_at: now })
      .where('secret_hash', '=', hash)
      .execute()
  return { kind: 'patient', tenantId: row.tenant_id, patientId: row.patient_id }
}
