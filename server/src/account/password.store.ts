import { PASSWORD_LETTERS, Refusal } from '@dorsal/care'
import type { Patient } from '../access/patient-secret.ts'
import { type Db, inClinic, type Tx } from '../db/connect.ts'
import type { Call } from '../http/contract-routes.ts'
import { accountOf, claim } from './account.store.ts'
import { hashPassword, isOldHash, newPasswordHash, passwordFits } from './passwords.ts'
import { beginTry, normalEmail, passwordKey, rememberDevice, type Try, tryFits } from './tries.store.ts'

/** So many records at one address may each have a password of their own. */
const MOST = 5

const keep = (db: Db | Tx, account: string, password_hash: string | null) =>
  db.updateTable('auth.account').set({ password_hash }).where('account_id', '=', account).execute()

export async function hasPassword(tx: Tx, actor: Patient): Promise<boolean> {
  const account = await accountOf(tx, actor)
  if (account === null) return false
  const row = await tx
    .selectFrom('auth.account')
    .select('password_hash')
    .where('account_id', '=', account)
    .executeTakeFirst()
  return row?.password_hash != null
}

/** With the address goes the password that was used with it. */
export async function dropPassword(tx: Tx, actor: Patient): Promise<void> {
  const account = await accountOf(tx, actor)
  if (account !== null) await keep(tx, account, null)
}

/** A password of the person's own, for whoever likes one better than a link; or none any more. It needs an address that is theirs. */
export async function setOwnPassword(call: Call<'setOwnPassword'>) {
  const { tx, actor, body, deps, now } = call
  if (body.password === null) {
    await dropPassword(tx, actor)
    return { done: true } as const
  }
  const email = await tx
    .selectFrom('app.sign_in_email')
    .select('email')
    .where('patient_id', '=', actor.patientId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  if (email === undefined) throw new Refusal('address-first')
  const own = [email.email, deps.config.clinicName]
  await keep(
    tx,
    await claim(tx, actor, now),
    await newPasswordHash(body.password, own, PASSWORD_LETTERS.alone),
  )
  return { done: true } as const
}

/** The records whose confirmed address this is and that have a password. */
const recordsAt = (db: Db, tenantId: string, email: string) =>
  inClinic(db, tenantId, (tx) =>
    tx
      .selectFrom('app.sign_in_email as e')
      .innerJoin('auth.account_record as r', (on) =>
        on.onRef('r.tenant_id', '=', 'e.tenant_id').onRef('r.patient_id', '=', 'e.patient_id'),
      )
      .innerJoin('auth.account as a', 'a.account_id', 'r.account_id')
      .select(['a.account_id', 'a.password_hash', 'e.patient_id'])
      .where('e.email', '=', email)
      .where('e.confirmed_at', 'is not', null)
      .where('a.password_hash', 'is not', null)
      .orderBy('e.added_at')
      .limit(MOST)
      .execute(),
  )

/**
 * The record that this address and this password open. An address that nobody has, one without a password and a wrong password are
 * answered in the same words after the same work, and each try counts, for the address and for the network.
 */
export async function takePassword(call: Call<'enterByPassword'>): Promise<Patient> {
  const { db, deps, body, cookies, network, now } = call
  const account = passwordKey(body.email)
  const attempt: Try = { account, network, device: cookies.read('device') }
  const tryId = await beginTry(db, attempt, now)
  const tenantId = deps.homeTenant
  const found = await recordsAt(db, tenantId, normalEmail(body.email))
  if (found.length === 0) await passwordFits(null, body.password)
  for (const { account_id, password_hash, patient_id: patientId } of found) {
    if (!(await passwordFits(password_hash, body.password))) continue
    await tryFits(db, tryId)
    if (password_hash !== null && isOldHash(password_hash))
      await keep(db, account_id, await hashPassword(body.password))
    cookies.set('device', await rememberDevice(db, cookies.read('device'), [account], now))
    return { kind: 'patient', tenantId, patientId }
  }
  throw new Refusal('wrong-credentials')
}
