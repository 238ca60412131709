import type { PushSubscription } from '@dorsal/care'
import type { Vault } from '../account/vault.ts'
import type { Tx } from '../db/connect.ts'
import { newId, sha256 } from '../ids.ts'
import { forgetLook } from './settings.store.ts'

type Key = { tenantId: string; patientId: string }

/** More browsers than anybody uses; the oldest goes. */
const AT_MOST = 5

const about = (tenantId: string, id: string): string => `push ${tenantId} ${id}`

/** The browsers that show this person's reminders, newest first. */
export async function devicesOf(tx: Tx, patientId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('app.push_subscription')
    .select('subscription_id')
    .where('patient_id', '=', patientId)
    .orderBy('added_at', 'desc')
    .orderBy('subscription_id', 'desc')
    .execute()
  return rows.map((row) => row.subscription_id)
}

/** One more browser; the same one again takes its own place. */
export async function addDevice(
  tx: Tx,
  key: Key,
  { subscription, vault, now }: { subscription: PushSubscription; vault: Vault; now: Date },
): Promise<void> {
  const { tenantId, patientId } = key
  const id = newId(now)
  const endpoint_hash = sha256(subscription.endpoint)
  await tx
    .deleteFrom('app.push_subscription')
    .where('patient_id', '=', patientId)
    .where('endpoint_hash', '=', endpoint_hash)
    .execute()
  const sealed = vault.seal(Buffer.from(JSON.stringify(subscription)), about(tenantId, id))
  await tx
    .insertInto('app.push_subscription')
    .values({
      tenant_id: tenantId,
      patient_id: patientId,
      subscription_id: id,
      endpoint_hash,
      sealed,
      added_at: now,
    })
    .execute()
  const old = (await devicesOf(tx, patientId)).slice(AT_MOST)
  if (old.length > 0)
    await tx.deleteFrom('app.push_subscription').where('subscription_id', 'in', old).execute()
  await forgetLook(tx, patientId)
}

/** No browser shows this person's reminders any more. */
export async function removeDevices(tx: Tx, patientId: string): Promise<void> {
  await tx.deleteFrom('app.push_subscription').where('patient_id', '=', patientId).execute()
}

/** A browser that its push service does not know any more. */
export async function removeDevice(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('app.push_subscription').where('subscription_id', '=', id).execute()
}

/** Where a browser is reached; null where it is gone, or was sealed under another key. */
export async function deviceOf(
  tx: Tx,
  vault: Vault,
  tenantId: string,
  id: string,
): Promise<PushSubscription | null> {
  const row = await tx
    .selectFrom('app.push_subscription')
    .select('sealed')
    .where('subscription_id', '=', id)
    .executeTakeFirst()
  const plain = row === undefined ? null : vault.open(row.sealed, about(tenantId, id))
  return plain === null ? null : (JSON.parse(plain.toString()) as PushSubscription)
}
