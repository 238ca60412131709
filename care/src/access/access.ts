import type { ErrorCode } from '../errors.ts'

/**
 * Who a request comes from. `patient` holds the secret of one anonymous or claimed record; `helper` holds a link to that person's
 * exercises of today; `staff` is signed in to one clinic.
 */
export type Actor =
  | { kind: 'anyone' }
  | { kind: 'patient'; tenantId: string; patientId: string }
  | { kind: 'helper'; tenantId: string; patientId: string; shareId: string }
  | { kind: 'staff'; tenantId: string; staffId: string; role: StaffRole; name: string }

export type StaffRole = 'therapist' | 'clinic-admin'

/** What an endpoint demands of its caller; every row of the contract names one. */
export type Who = 'anyone' | 'patient' | 'helper' | 'therapist'

/** The policy in one place: whether this actor may call an endpoint that asks for `who`. Which record is a matter of relation: a
 * patient's row is the one of the secret, a therapist's rows are those of the clinic (row-level security is the second wall). */
export function may(actor: Actor, who: Who): boolean {
  switch (who) {
    case 'anyone':
      return true
    case 'patient':
      return actor.kind === 'patient'
    case 'helper':
      return actor.kind === 'helper'
    case 'therapist':
      return actor.kind === 'staff' && (actor.role === 'therapist' || actor.role === 'clinic-admin')
  }
}

/**
 * How a caller who may not is refused. A link that is unknown, has ended or was taken back is answered with one and the same, so that nobody
 * can tell which it is.
 */
export function refusalOf(actor: Actor, who: Who): ErrorCode {
  if (who === 'helper') return 'link-ended'
  return actor.kind === 'anyone' ? 'sign-in' : 'forbidden'
}
