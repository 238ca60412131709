import { Refusal } from '@dorsal/care'
import { moveSession, type Staff } from '../access/sessions.ts'
import { recordAccess } from '../audit/audit.ts'
import { inClinic } from '../db/connect.ts'
import type { Call } from '../http/contract-routes.ts'
import { shownStaff } from './come-in.ts'

/**
 * Goes on at another clinic. The trail of both has a line of it: of the one that is left, from the request itself; of the other, from here.
 * A clinic that is not one's own is answered like one that is not there.
 */
export async function switchClinic(call: Call<'switchClinic'>) {
  const { tx, actor, body, deps, cookies, requestId, now } = call
  const there = await tx
    .selectFrom('auth.membership')
    .select('role')
    .where('tenant_id', '=', body.clinicId)
    .where('staff_id', '=', actor.staffId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (there === undefined) throw new Refusal('not-found')
  const arrived: Staff = { ...actor, tenantId: body.clinicId, role: there.role }
  const token = await moveSession(tx, cookies.read('staff') ?? '', body.clinicId)
  if (token === null) throw new Refusal('sign-in')
  await inClinic(deps.db, arrived.tenantId, (other) =>
    recordAccess(other, { actor: arrived, action: 'switchClinic', patientId: null, requestId, at: now }),
  )
  cookies.set('staff', token)
  return { staff: await shownStaff(deps, arrived) }
}
