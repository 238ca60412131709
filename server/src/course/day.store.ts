import type { DayReport } from '@dorsal/care'
import { json, type Tx } from '../db/connect.ts'
import { inOrder } from '../db/in-order.ts'
import type { PatientKey } from '../patient/decision.store.ts'

export async function addDay(tx: Tx, key: PatientKey, day: DayReport, now: Date): Promise<void> {
  await tx
    .insertInto('app.day_report')
    .values({
      tenant_id: key.tenantId,
      patient_id: key.patientId,
      day_id: day.id,
      kind: day.kind,
      body: json(day),
      received_at: now,
    })
    .execute()
}

/** Oldest first; a device whose clock runs ahead cannot tell of a day after its report arrived. */
export async function daysOf(tx: Tx, patientId: string): Promise<DayReport[]> {
  const rows = await tx
    .selectFrom('app.day_report')
    .select(['body', 'received_at'])
    .where('patient_id', '=', patientId)
    .execute()
  return inOrder(rows)
}
