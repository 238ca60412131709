import { ENTRY_MINUTES, Refusal } from '@dorsal/care'
import type { Patient } from '../access/patient-secret.ts'
import type { Db, Tx } from '../db/connect.ts'
import { newSecret, sha256 } from '../ids.ts'

type Key = Pick<Patient, 'tenantId' | 'patientId'>

/** The browsers that open this record, the one that asks first, then the newest. `secret` is its own. */
export async function devicesOf(tx: Tx, { tenantId, patientId }: Key, secret: string | undefined) {
  const rows = await tx
    .selectFrom('auth.patient_secret')
    .select(['session_id', 'secret_hash', 'device', 'created_at', 'last_seen_at'])
    .where('tenant_id', '=', tenantId)
    .where('patient_id', '=', patientId)
    .orderBy('created_at', 'desc')
    .execute()
  const current = sha256(secret ?? '')
  const shown = rows.map((row) => ({
    id: row.session_id,
    device: row.device ?? '',
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    current: row.secret_hash === current,
  }))
  return shown.sort((a, b) => Number(b.current) - Number(a.current))
}

/** A code for one more device; a newer one takes the place of the one before. */
export async function makeEntry(tx: Tx, { tenantId, patientId }: Key, now: Date) {
  const token = newSecret()
  const expires = new Date(now.getTime() + ENTRY_MINUTES * 60_000)
  await tx
    .deleteFrom('auth.entry_link')
    .where('tenant_id', '=', tenantId)
    .where('patient_id', '=', patientId)
    .execute()
  await tx
    .insertInto('auth.entry_link')
    .values({
      token_hash: sha256(token),
      tenant_id: tenantId,
      patient_id: patientId,
      made_by: 'self',
      created_at: now,
      expires_at: expires,
    })
    .execute()
  return { token, expiresAt: expires.toISOString() }
}

/** Uses a code up, once however many come with it; one that is unknown, over or used is answered as one. */
export async function takeEntry(
  db: Db,
  token: string,
  now: Date,
): Promise<{ actor: Patient; byMail: boolean }> {
  const row = await db
    .deleteFrom('auth.entry_link')
    .where('token_hash', '=', sha256(token))
    .where('expires_at', '>', now)
    .returning(['tenant_id', 'patient_id', 'made_by'])
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('link-ended')
  const actor: Patient = { kind: 'patient', tenantId: row.tenant_id, patientId: row.patient_id }
  return { actor, byMail: row.made_by === 'mail' }
}

/** Whether this link was sent by mail into this very record. */
export async function isMailInto(db: Db, token: string, { patientId }: Patient, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('auth.entry_link')
    .select('patient_id')
    .where('token_hash', '=', sha256(token))
    .where('expires_at', '>', now)
    .where('made_by', '=', 'mail')
    .executeTakeFirst()
  return row?.patient_id === patientId
}

/** Closes the record on one device of its own, or on all but the one that asks; codes that are open end with it. */
export async function endDevices(
  tx: Tx,
  { tenantId, patientId }: Key,
  which: { id: string } | { allBut: string | undefined },
): Promise<void> {
  const own = tx
    .deleteFrom('auth.patient_secret')
    .where('tenant_id', '=', tenantId)
    .where('patient_id', '=', patientId)
  await ('id' in which
    ? own.where('session_id', '=', which.id)
    : own.where('secret_hash', '!=', sha256(which.allBut ?? ''))
  ).execute()
  await tx
    .deleteFrom('auth.entry_link')
    .where('tenant_id', '=', tenantId)
    .where('patient_id', '=', patientId)
    .execute()
}
