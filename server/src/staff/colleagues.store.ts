import { Refusal, type StaffRole } from '@dorsal/care'
import { closeAllSessions } from '../access/sessions.ts'
import type { Tx } from '../db/connect.ts'
import { licencesOf } from './licence.store.ts'
import { endLinks } from './staff-link.store.ts'
import { closeSteps } from './step.store.ts'

/** Everybody who works at this clinic or did. */
export async function colleaguesOf(tx: Tx, tenantId: string, staffId?: string) {
  const all = tx
    .selectFrom('auth.staff as s')
    .select((eb) => [
      's.staff_id as staffId',
      's.name',
      's.email',
      's.role',
      's.disabled_at',
      eb
        .exists(
          eb
            .selectFrom('auth.code_generator as g')
            .select('g.staff_id')
            .whereRef('g.staff_id', '=', 's.staff_id'),
        )
        .as('generator'),
      eb
        .selectFrom('auth.staff_session as n')
        .select((e) => e.fn.max('n.last_seen_at').as('at'))
        .whereRef('n.staff_id', '=', 's.staff_id')
        .as('seen'),
    ])
    .where('s.tenant_id', '=', tenantId)
    .orderBy('s.name')
    .orderBy('s.staff_id')
  const rows = await (staffId === undefined ? all : all.where('s.staff_id', '=', staffId)).execute()
  const licences = await licencesOf(tx, tenantId)
  return rows.map(({ disabled_at, generator, seen, ...row }) => ({
    ...row,
    licence: licences.get(row.staffId) ?? null,
    disabled: disabled_at !== null,
    secondFactor: generator === true,
    lastSeenAt: seen?.toISOString() ?? null,
  }))
}

/** One colleague of this clinic; one of another is not there. */
export async function colleague(tx: Tx, tenantId: string, staffId: string) {
  const [found] = await colleaguesOf(tx, tenantId, staffId)
  if (found === undefined) throw new Refusal('not-found')
  return found
}

export async function invitationsOf(tx: Tx, tenantId: string, now: Date) {
  const rows = await tx
    .selectFrom('auth.staff_link')
    .select(['link_id', 'email', 'name', 'role', 'expires_at'])
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', 'join')
    .where('expires_at', '>', now)
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({
    id: row.link_id,
    email: row.email ?? '',
    name: row.name ?? '',
    role: row.role ?? 'front-desk',
    expiresAt: row.expires_at.toISOString(),
  }))
}

export async function endInvitation(tx: Tx, tenantId: string, linkId: string): Promise<void> {
  await tx
    .deleteFrom('auth.staff_link')
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', 'join')
    .where('link_id', '=', linkId)
    .execute()
}

type Change = { role: StaffRole } | { disabledAt: Date | null }

/**
 * Changes what somebody may do here, and ends all that was open under what they might before. The clinic's administrators are held while
 * it happens, so that two of them cannot remove each other at the same moment.
 */
export async function changeColleague(
  tx: Tx,
  tenantId: string,
  staffId: string,
  change: Change,
  now: Date,
): Promise<void> {
  const admins = await tx
    .selectFrom('auth.staff')
    .select('staff_id')
    .where('tenant_id', '=', tenantId)
    .where('role', '=', 'clinic-admin')
    .where('disabled_at', 'is', null)
    .orderBy('staff_id')
    .forUpdate()
    .execute()
  const stays = 'role' in change ? change.role === 'clinic-admin' : change.disabledAt === null
  const isAdmin = admins.some((admin) => admin.staff_id === staffId)
  if (isAdmin && !stays && admins.length === 1) throw new Refusal('last-admin')
  const row = await tx
    .updateTable('auth.staff')
    .set('role' in change ? { role: change.role } : { disabled_at: change.disabledAt })
    .where('tenant_id', '=', tenantId)
    .where('staff_id', '=', staffId)
    .returning('staff_id')
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found')
  await closeAllSessions(tx, staffId, now)
  await closeSteps(tx, staffId)
  await endLinks(tx, tenantId, 'reset', staffId)
}
