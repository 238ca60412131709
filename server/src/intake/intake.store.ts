import type { Intake } from '@dorsal/care'
import { json, type Tx } from '../db/connect.ts'
import type { PatientKey } from '../patient/decision.store.ts'

export async function addIntake(
  tx: Tx,
  key: PatientKey,
  id: string,
  intake: Intake,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('app.intake')
    .values({
      tenant_id: key.tenantId,
      patient_id: key.patientId,
      intake_id: id,
      body: json(intake),
      at: now,
    })
    .execute()
}
