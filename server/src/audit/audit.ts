import type { Known } from '../access/subject.ts'
import type { Tx } from '../db/connect.ts'
import { newId } from '../ids.ts'

type Access = {
  actor: Known
  action: string
  /** The one person whose record it is about; null where it is about none, or about a list. */
  patientId: string | null
  /** Everybody who was in a list that was shown. */
  listed?: readonly string[]
  outcome?: 'done' | 'refused'
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

/**
 * One line of the trail, in the transaction of the request that it tells of: no look at a record without it. It waits for its seal, which
 * somebody else sets, so that no request waits for another one's line.
 */
export async function recordAccess(tx: Tx, access: Access): Promise<void> {
  const { actor, action, patientId, listed = [], outcome = 'done', requestId, at } = access
  const own = { tenant_id: actor.tenantId, audit_id: newId(at) }
  const line = {
    ...own,
    at,
    actor_kind: actor.kind,
    actor_id: idOf(actor),
    action,
    patient_id: patientId,
    patient_ids: [...new Set(listed)],
    outcome,
    request_id: requestId,
  }
  await tx
    .with('line', (both) => both.insertInto('app.audit').values(line))
    .insertInto('auth.unsealed')
    .values(own)
    .execute()
}
