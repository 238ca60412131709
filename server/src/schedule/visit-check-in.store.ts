import type { VisitCheckIn, VisitCheckInGiven } from '@dorsal/care'
import { json, type Tx } from '../db/connect.ts'

type Given = { tenantId: string; patientId: string; visitId: string; id: string; now: Date }

export async function addVisitCheckIn(
  tx: Tx,
  { tenantId, patientId, visitId, id, now }: Given,
  body: VisitCheckIn,
): Promise<void> {
  await tx
    .insertInto('app.visit_check_in')
    .values({
      tenant_id: tenantId,
      check_in_id: id,
      visit_id: visitId,
      patient_id: patientId,
      body: json(body),
      at: now,
    })
    .execute()
}

/** What somebody last said before each of their visits, the latest said first. */
export async function checkInsOf(tx: Tx, patientId: string): Promise<VisitCheckInGiven[]> {
  const rows = await tx
    .selectFrom('app.visit_check_in')
    .distinctOn('visit_id')
    .select(['visit_id', 'body', 'at'])
    .where('patient_id', '=', patientId)
    .orderBy('visit_id')
    .orderBy('at', 'desc')
    .execute()
  return rows
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ visit_id: visitId, body, at }) => ({ ...body, visitId, at: at.toISOString() }))
}
