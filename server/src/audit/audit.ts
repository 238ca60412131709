import type { Actor } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import { newId } from '../ids.ts'

type Access = {
  actor: Exclude<Actor, { kind: 'anyone' }> | { kind: 'system'; tenantId: string; name: string }
  action: string
  patientId: string | null
  requestId: string
  at: Date
}

function idOf(actor: Access['actor']): string {
  if (actor.kind === 'patient') return actor.patientId
  if (actor.kind === 'helper') return actor.shareId
  return actor.kind === 'staff' ? actor.staffId : actor.name
}

/** One line of the trail, in the transaction of the request that it tells of: no look at a record without it. */
export async function recordAccess(
  tx: Tx,
  { actor, action, patientId, requestId, at }: Access,
): Promise<void> {
  await tx
    .insertInto('app.audit')
    .values({
      tenant_id: actor.tenantId,
      audit_id: newId(at),
      at,
      actor_kind: actor.kind,
      actor_id: idOf(actor),
      action,
      patient_id: patientId,
      request_id: requestId,
    })
    .execute()
}
