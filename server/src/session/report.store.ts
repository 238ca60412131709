import type { SessionReport } from '@dorsal/care'
import { json, type Tx } from '../db/connect.ts'
import type { PatientKey } from '../patient/decision.store.ts'

export async function addReport(tx: Tx, key: PatientKey, report: SessionReport, now: Date): Promise<void> {
  await tx
    .insertInto('app.session_report')
    .values({
      tenant_id: key.tenantId,
      patient_id: key.patientId,
      session_id: report.id,
      session_number: report.sessionNumber,
      body: json(report),
      received_at: now,
    })
    .execute()
}

/** In the order in which the sessions were done, not in which they arrived. */
export async function reportsOf(tx: Tx, patientId: string) {
  const rows = await tx
    .selectFrom('app.session_report')
    .select(['body', 'received_at'])
    .where('patient_id', '=', patientId)
    .execute()
  return rows
    .map((r) => ({ receivedAt: r.received_at.toISOString(), report: r.body }))
    .sort((a, b) => a.report.startedAt.localeCompare(b.report.startedAt))
}
