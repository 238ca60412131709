import { Refusal } from '@dorsal/care'
import type { Patient } from '../access/patient-secret.ts'
import { type Db, inClinic, type Tx } from '../db/connect.ts'
import type { Call } from '../http/contract-routes.ts'
import { hashOf, newId } from '../ids.ts'
import { langOf } from '../mail/mailbox.ts'
import { dropPassword } from './password.store.ts'
import { beginTry, mailKey, normalEmail } from './tries.store.ts'

type Asking = Pick<Call<'askEntryMail'>, 'deps' | 'network' | 'now'>

/** Each letter that is asked for counts like a wrong guess until one of them is used: for this address, and from this network. */
async function mayAsk({ deps, network, now }: Asking, email: string): Promise<void> {
  if (!deps.mail.on) throw new Refusal('not-found')
  await beginTry(deps.db, { account: mailKey(email), network, device: undefined }, now)
}

/** The address of this record, and whether it was confirmed. */
export async function emailOf(tx: Tx, { patientId }: Patient) {
  const row = await tx
    .selectFrom('app.sign_in_email')
    .select(['email', 'confirmed_at'])
    .where('patient_id', '=', patientId)
    .executeTakeFirst()
  return row === undefined ? null : { address: row.email, confirmed: row.confirmed_at !== null }
}

/** Another address, or none: links that were sent to the one before open nothing any more, nor does the password that went with it. */
export async function setOwnEmail(call: Call<'setOwnEmail'>) {
  const { tx, actor, body, deps, now } = call
  const { tenantId: tenant_id, patientId: patient_id } = actor
  await tx.deleteFrom('app.sign_in_email').where('patient_id', '=', patient_id).execute()
  await tx
    .deleteFrom('auth.entry_link')
    .where('tenant_id', '=', tenant_id)
    .where('patient_id', '=', patient_id)
    .where('made_by', '=', 'mail')
    .execute()
  await dropPassword(tx, actor)
  if (body.email === null) return { done: true } as const
  await mayAsk(call, body.email)
  const email = normalEmail(body.email)
  await tx
    .insertInto('app.sign_in_email')
    .values({ tenant_id, patient_id, email, added_at: now, confirmed_at: null })
    .execute()
  const errand = { template: 'confirm', to: email, lang: langOf(body.lang), patientId: patient_id } as const
  await deps.mail.add(tx, tenant_id, `confirm:${hashOf([patient_id, email, newId(now)])}`, errand, now)
  return { done: true } as const
}

/** What an address asks for that may or may not be somebody's: written down the same way for every address, looked up when it is sent. */
export async function askByMail(
  call: Asking,
  { email, lang, template }: { email: string; lang: string; template: 'enter' | 'reset' },
): Promise<{ done: true }> {
  await mayAsk(call, email)
  const { deps, now } = call
  const to = normalEmail(email)
  const errand = { template, to, lang: langOf(lang) }
  await inClinic(deps.db, deps.homeTenant, (tx) =>
    deps.mail.add(tx, deps.homeTenant, `${template}:${hashOf([to, newId(now)])}`, errand, now),
  )
  return { done: true }
}

/** A link that was sent there was used: the address is theirs, and what was asked for counts for nothing. */
export async function confirmEmail(db: Db, { tenantId, patientId }: Patient, now: Date): Promise<void> {
  const email = await inClinic(db, tenantId, async (tx) => {
    const row = await tx
      .updateTable('app.sign_in_email')
      .set((eb) => ({ confirmed_at: eb.fn.coalesce('confirmed_at', eb.val(now)) }))
      .where('patient_id', '=', patientId)
      .returning('email')
      .executeTakeFirst()
    return row?.email
  })
  if (email === undefined) return
  const asked = db.deleteFrom('auth.sign_in_try').where('account', '=', mailKey(email))
  await asked.where('succeeded', '=', false).execute()
}
