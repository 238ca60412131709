import type { VisitCheckIn, VisitCheckInGiven } from '@dorsal/care'
import { sql } from 'kysely'
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

const lastSaid = (tx: Tx, patientIds: readonly string[]) =>
  tx
    .selectFrom('app.visit_check_in')
    .distinctOn('visit_id')
    .select(['visit_id', 'body', 'at'])
    .where('patient_id', '=', sql<string>`any (${patientIds}::uuid[])`)
    .orderBy('visit_id')
    .orderBy('at', 'desc')

type Said = Awaited<ReturnType<ReturnType<typeof lastSaid>['executeTakeFirstOrThrow']>>
const givenOf = ({ visit_id: visitId, body, at }: Said): VisitCheckInGiven => ({
  ...body,
  visitId,
  at: at.toISOString(),
})

/** What somebody last said before each of their visits, the latest said first. */
export async function checkInsOf(tx: Tx, patientId: string): Promise<VisitCheckInGiven[]> {
  const rows = await lastSaid(tx, [patientId]).execute()
  return rows.toSorted((a, b) => b.at.getTime() - a.at.getTime()).map(givenOf)
}

/** The questions come two days before a visit: what was said three days ago is of one that is over. */
const OF_LATE_MS = 3 * 86_400_000

/** What some people last said before visits of these days. */
export async function saidOfLate(
  tx: Tx,
  patientIds: readonly string[],
  now: Date,
): Promise<VisitCheckInGiven[]> {
  if (patientIds.length === 0) return []
  const since = new Date(now.getTime() - OF_LATE_MS)
  return (await lastSaid(tx, patientIds).where('at', '>', since).execute()).map(givenOf)
}
