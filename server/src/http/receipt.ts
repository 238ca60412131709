import { Refusal } from '@dorsal/care'
import { json, type Tx } from '../db/connect.ts'
import { hashOf } from '../ids.ts'
import { lockPatient } from '../patient/patient.store.ts'

export type Write = {
  tenantId: string
  patientId: string
  endpoint: string
  /** Made by the device, before it first sent. */
  id: string
  body: unknown
  now: Date
}

/**
 * Does a write exactly once under the device's own id. The same id with the same body gets the stored reply, however often and however
 * late it is sent; with another body it is refused. Holding the record's row makes duplicates at the same moment wait for each other.
 */
export async function once<T>(tx: Tx, write: Write, work: () => Promise<T>): Promise<T> {
  const { tenantId, patientId, endpoint, id, now } = write
  await lockPatient(tx, patientId, now)
  const body_hash = hashOf(write.body)
  const stored = await tx
    .selectFrom('app.receipt')
    .select(['body_hash', 'reply'])
    .where('patient_id', '=', patientId)
    .where('endpoint', '=', endpoint)
    .where('id', '=', id)
    .executeTakeFirst()
  if (stored !== undefined) {
    if (stored.body_hash !== body_hash) throw new Refusal('id-taken')
    return stored.reply as T
  }
  const reply = await work()
  await tx
    .insertInto('app.receipt')
    .values({
      tenant_id: tenantId,
      patient_id: patientId,
      endpoint,
      id,
      body_hash,
      reply: json(reply),
      at: now,
    })
    .execute()
  return reply
}

/** A write goes to the address of its own id; any other address is refused, with what does not fit. */
export function ownAddress(params: { id: string }, body: { id: string }): void {
  if (params.id !== body.id)
    throw new Refusal('bad-input', [{ path: 'id', message: 'This is not the id of the address.' }])
}
