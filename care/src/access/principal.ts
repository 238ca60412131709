/**
 * What somebody does at a clinic; a membership has exactly one. Clinical roles (`therapist`, `assistant`, and `clinic-admin` for an owner
 * who treats) see a record only by a relation to its person; the others never do.
 */
export const STAFF_ROLES = [
  'therapist',
  'assistant',
  'front-desk',
  'clinic-admin',
  'benefit-manager',
  'platform-admin',
] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/**
 * Who a request comes from, as it was found out for this one request. `patient` holds the secret of one anonymous or claimed record;
 * `caregiver` has been let in by one person, under a name, until that person takes it back; `helper` holds a link to somebody's exercises
 * of today; `staff` is signed in to one clinic by a membership; `api-key` is a program that a clinic lets in for the actions in `scopes`;
 * `system` is the machine itself: a command that its operator gives, a job of the night.
 */
export type Actor =
  | { kind: 'anyone' }
  | { kind: 'patient'; tenantId: string; patientId: string }
  | { kind: 'caregiver'; tenantId: string; patientId: string; caregiverId: string; name: string }
  | { kind: 'helper'; tenantId: string; patientId: string; shareId: string }
  | { kind: 'staff'; tenantId: string; staffId: string; role: StaffRole; name: string }
  | { kind: 'api-key'; tenantId: string; keyId: string; scopes: readonly string[] }
  | { kind: 'system'; tenantId: string; name: string }

/** The word by which the policy knows a caller: a member of staff by their role, everybody else by what they hold. */
export const PRINCIPALS = [
  'anonymous',
  'patient',
  'caregiver',
  'helper',
  ...STAFF_ROLES,
  'api-key',
  'operator',
] as const
export type Principal = (typeof PRINCIPALS)[number]

/** The word for this caller. */
export function principalOf(actor: Actor): Principal {
  if (actor.kind === 'anyone') return 'anonymous'
  if (actor.kind === 'system') return 'operator'
  return actor.kind === 'staff' ? actor.role : actor.kind
}
