import { type AuthorisationState, authorisationState, dayOf, wallOf } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'

/** How the visits that a payer approved for somebody stand; null where nothing is on record. Today is the day at the place of their last visit. */
export async function approvedFor(tx: Tx, patientId: string, now: Date): Promise<AuthorisationState | null> {
  const approved = await tx
    .selectFrom('app.visit_authorisation')
    .select('body')
    .where('patient_id', '=', patientId)
    .executeTakeFirst()
  if (approved === undefined) return null
  const visits = await tx
    .selectFrom('app.visit')
    .select(['wall', 'zone', 'state'])
    .where('patient_id', '=', patientId)
    .where('state', '<>', 'held')
    .orderBy('starts_at', 'desc')
    .execute()
  const today = dayOf(wallOf(now.getTime(), visits[0]?.zone ?? 'UTC'))
  return authorisationState(approved.body, visits, today)
}
