import type { Decision } from '@dorsal/care'
import { json, type Tx } from '../db/connect.ts'
import { newId } from '../ids.ts'

export type PatientKey = { tenantId: string; patientId: string }

/** Keeps what the rules or a clinician decided, with what they looked at: the "why" for everybody who asks later. */
export async function addDecisions(tx: Tx, key: PatientKey, decisions: readonly Decision[]): Promise<void> {
  if (decisions.length === 0) return
  await tx
    .insertInto('app.decision')
    .values(
      decisions.map((d) => ({
        tenant_id: key.tenantId,
        patient_id: key.patientId,
        decision_id: newId(new Date(d.at)),
        kind: d.kind,
        body: json(d),
        at: d.at,
      })),
    )
    .execute()
}

export async function decisionsOf(tx: Tx, patientId: string): Promise<Decision[]> {
  const rows = await tx
    .selectFrom('app.decision')
    .select('body')
    .where('patient_id', '=', patientId)
    .orderBy('at')
    .orderBy('decision_id')
    .execute()
  return rows.map((r) => r.body)
}
