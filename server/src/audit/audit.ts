import type { Known } from '../access/subject.ts'
import type { Tx } from '../db/connect.ts'
import { newId } from '../ids.ts'

type Access = {
  actor: Known
  action: string
  patientId: string | null
  requestId: string
  at: Date
}

/** What the trail calls a caller: an id of ours, never a name. The machine's own work goes by the name of the command. */
function idOf(actor: Known): string {
  switch (actor.kind) {
    case 'patient':
      return actor.patientId
    case 'caregiver':
      return actor.caregiverId
    case 'helper':
      return actor.shareId
    case 'staff':
      return actor.staffId
    case 'api-key':
      return actor.keyId
    case 'system':
      return actor.name
  }
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
