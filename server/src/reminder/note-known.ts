import { knownAnyhow } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import { newId } from '../ids.ts'

/**
 * Notes of a visit that was booked or moved just now which of its reminders would say nothing new any more. In the transaction of the change:
 * who moves a visit to tomorrow is not reminded of it a minute later.
 */
export async function noteKnown(tx: Tx, visitId: string, now: Date): Promise<void> {
  const row = await tx
    .selectFrom('app.visit')
    .select(['tenant_id', 'patient_id', 'starts_at', 'wall', 'zone', 'state'])
    .where('visit_id', '=', visitId)
    .executeTakeFirst()
  const patient_id = row?.patient_id ?? null
  if (row === undefined || patient_id === null || row.state !== 'booked') return
  const { tenant_id, wall, zone, state } = row
  const visit = { id: visitId, starts: row.starts_at.getTime(), wall, zone, state, known: now.getTime() }
  const effects = knownAnyhow(visit, now.getTime()).map((effect_key) => ({
    tenant_id,
    patient_id,
    effect_key,
    reminder_id: newId(now),
  }))
  if (effects.length === 0) return
  await tx
    .insertInto('app.reminder_effect')
    .values(effects)
    .onConflict((c) => c.columns(['tenant_id', 'patient_id', 'effect_key']).doNothing())
    .execute()
}
