/**
 * Who a request comes from. `patient` holds the secret of one anonymous or claimed record; `staff` is signed in to one clinic.
 */
export type Actor =
  | { kind: 'anyone' }
  | { kind: 'patient'; tenantId: string; patientId: string }
  | { kind: 'staff'; tenantId: string; staffId: string; role: StaffRole; name: string }

export type StaffRole = 'therapist' | 'clinic-admin'

/** What an endpoint demands of its caller; every row of the contract names one. */
export type Who = 'anyone' | 'patient' | 'therapist'

/** The policy in one place: whether this actor may call an endpoint that asks for `who`. Which record is a matter of relation: a
 * patient's row is the one of the secret, a therapist's rows are those of the clinic (row-level security is the second wall). */
export function may(actor: Actor, who: Who): boolean {
  switch (who) {
    case 'anyone':
      return true
    case 'patient':
      return actor.kind === 'patient'
    case 'therapist':
      return actor.kind === 'staff' && (actor.role === 'therapist' || actor.role === 'clinic-admin')
  }
}
