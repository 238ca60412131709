import type { CheckIn } from '@dorsal/care'
import { json, type Tx } from '../db/connect.ts'
import { inOrder } from '../db/in-order.ts'
import type { PatientKey } from '../patient/decision.store.ts'

export async function addCheckIn(tx: Tx, key: PatientKey, checkIn: CheckIn, now: Date): Promise<void> {
  await tx
    .insertInto('app.check_in')
    .values({
      tenant_id: key.tenantId,
      patient_id: key.patientId,
      check_in_id: checkIn.id,
      body: json(checkIn),
      received_at: now,
    })
    .execute()
}

/** Oldest first, none from after it arrived. */
export async function checkInsOf(tx: Tx, patientId: string): Promise<CheckIn[]> {
  const rows = await tx
    .selectFrom('app.check_in')
    .select(['body', 'received_at'])
    .where('patient_id', '=', patientId)
    .execute()
  return inOrder(rows)
}
