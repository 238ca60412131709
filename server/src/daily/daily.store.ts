import type { DailyDone } from '@dorsal/care'
import { json, type Tx } from '../db/connect.ts'
import { inOrder } from '../db/in-order.ts'
import type { PatientKey } from '../patient/decision.store.ts'

export async function addDailyDone(tx: Tx, key: PatientKey, done: DailyDone, now: Date): Promise<void> {
  await tx
    .insertInto('app.daily_done')
    .values({
      tenant_id: key.tenantId,
      patient_id: key.patientId,
      done_id: done.id,
      kind: done.kind,
      body: json(done),
      received_at: now,
    })
    .execute()
}

const rowsSince = (tx: Tx, patientId: string, since: Date) =>
  tx
    .selectFrom('app.daily_done')
    .select(['body', 'received_at'])
    .where('patient_id', '=', patientId)
    .where('received_at', '>=', since)
    .execute()

/** What arrived since, oldest first; a device whose clock runs ahead cannot have done it after it was told. */
export async function dailyDoneSince(tx: Tx, patientId: string, since: Date): Promise<DailyDone[]> {
  return inOrder(await rowsSince(tx, patientId, since))
}

/** The same with both times of each, the device's and that of its arrival: whichever is today counts where it is about safety. */
export async function dailyAtBothTimes(tx: Tx, patientId: string, since: Date): Promise<DailyDone[]> {
  const rows = await rowsSince(tx, patientId, since)
  return rows.flatMap(({ body, received_at }) => [body, { ...body, at: received_at.toISOString() }])
}
