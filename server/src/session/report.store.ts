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

/** When a session began, as far as it can be known: a device whose clock runs ahead cannot have begun after its report arrived. */
export const begunAt = ({ startedAt }: Pick<SessionReport, 'startedAt'>, receivedAt: string): string =>
  Date.parse(startedAt) < Date.parse(receivedAt) ? startedAt : receivedAt

/** In the order in which the sessions were done, not in which they arrived. */
export async function reportsOf(tx: Tx, patientId: string) {
  const rows = await tx
    .selectFrom('app.session_report')
    .select(['body', 'received_at'])
    .where('patient_id', '=', patientId)
    .execute()
  return rows
    .map((r) => ({ receivedAt: r.received_at.toISOString(), report: r.body }))
    .sort((a, b) => Date.parse(begunAt(a.report, a.receivedAt)) - Date.parse(begunAt(b.report, b.receivedAt)))
}
