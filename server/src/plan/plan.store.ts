import type { Plan } from '@dorsal/care'
import { json, type Tx } from '../db/connect.ts'
import type { PatientKey } from '../patient/decision.store.ts'

/** Plans are never changed: each change is the next version. */
export async function addPlan(tx: Tx, key: PatientKey, plan: Plan): Promise<void> {
  await tx
    .insertInto('app.plan')
    .values({
      tenant_id: key.tenantId,
      patient_id: key.patientId,
      version: plan.version,
      body: json(plan),
      decided_by: plan.decidedBy,
      at: plan.at,
    })
    .execute()
}

export async function latestPlan(tx: Tx, patientId: string): Promise<Plan | null> {
  const row = await tx
    .selectFrom('app.plan')
    .select('body')
    .where('patient_id', '=', patientId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.body ?? null
}

export async function planVersions(tx: Tx, patientId: string) {
  const rows = await tx
    .selectFrom('app.plan')
    .select(['version', 'at', 'decided_by'])
    .where('patient_id', '=', patientId)
    .orderBy('version')
    .execute()
  return rows.map((r) => ({ version: r.version, at: r.at.toISOString(), decidedBy: r.decided_by }))
}

/** One version of somebody's plan; null where there is none. */
export async function planOf(tx: Tx, patientId: string, version: number): Promise<Plan | null> {
  const row = await tx
    .selectFrom('app.plan')
    .select('body')
    .where('patient_id', '=', patientId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.body ?? null
}
