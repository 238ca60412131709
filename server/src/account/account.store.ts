import { Refusal } from '@dorsal/care'
import type { Patient } from '../access/patient-secret.ts'
import type { Db, Tx } from '../db/connect.ts'
import { newId } from '../ids.ts'

type Key = Pick<Patient, 'tenantId' | 'patientId'>

/** The account that has claimed this record, if one has. */
export async function accountOf(tx: Tx, { tenantId, patientId }: Key): Promise<string | null> {
  const row = await tx
    .selectFrom('auth.account_record')
    .select('account_id')
    .where('tenant_id', '=', tenantId)
    .where('patient_id', '=', patientId)
    .executeTakeFirst()
  return row?.account_id ?? null
}

/** Claims an anonymous record: it stays the one it is, plan, sessions, links and all; from now on an account opens it too. */
export async function claim(tx: Tx, key: Key, now: Date): Promise<string> {
  const known = await accountOf(tx, key)
  if (known !== null) return known
  const account_id = newId(now)
  await tx
    .insertInto('auth.account')
    .values({ account_id, email: null, password_hash: null, created_at: now })
    .execute()
  await tx
    .insertInto('auth.account_record')
    .values({ tenant_id: key.tenantId, patient_id: key.patientId, account_id, claimed_at: now })
    .execute()
  return account_id
}

/** The record that this account opens. */
export async function recordOfAccount(db: Db, accountId: string): Promise<Patient> {
  const row = await db
    .selectFrom('auth.account_record')
    .select(['tenant_id', 'patient_id'])
    .where('account_id', '=', accountId)
    .orderBy('claimed_at', 'desc')
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('passkey-unknown')
  return { kind: 'patient', tenantId: row.tenant_id, patientId: row.patient_id }
}
