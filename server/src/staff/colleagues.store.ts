import { Refusal, type StaffRole } from '@dorsal/care'
import { closeAllSessions } from '../access/sessions.ts'
import type { Tx } from '../db/connect.ts'
import { licencesOf } from './licence.store.ts'
import { endLinks } from './staff-link.store.ts'
import { closeSteps } from './step.store.ts'

/** Everybody who works at this clinic or did; also those whose account another clinic keeps. */
export async function colleaguesOf(tx: Tx, tenantId: string, staffId?: string) {
  const all = tx
    .selectFrom('auth.membership as m')
    .innerJoin('auth.staff as s', 's.staff_id', 'm.staff_id')
    .select((eb) => [
      's.staff_id as staffId',
      's.name',
      's.email',
      'm.role',
      's.disabled_at',
      'm.ended_at',
      's.tenant_id as keeper',
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
        .where((e) => e(e.fn.coalesce('n.tenant_id', 's.tenant_id'), '=', tenantId))
        .as('seen'),
    ])
    .where('m.tenant_id', '=', tenantId)
    .orderBy('s.name')
    .orderBy('s.staff_id')
  const rows = await (staffId === undefined ? all : all.where('s.staff_id', '=', staffId)).execute()
  const licences = await licencesOf(tx, tenantId)
  return rows.map(({ disabled_at, ended_at, keeper, generator, seen, ...row }) => ({
    ...row,
    licence: licences.get(row.staffId) ?? null,
    disabled: disabled_at !== null || ended_at !== null,
    guest: keeper !== tenantId,
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

/** Whether this clinic keeps the account, and not another one where this person works too. */
async function keeps(tx: Tx, tenantId: string, staffId: string): Promise<boolean> {
  const row = tx.selectFrom('auth.staff').select('staff_id').where('tenant_id', '=', tenantId)
  return (await row.where('staff_id', '=', staffId).executeTakeFirst()) !== undefined
}

type Changing = (tx: Tx, tenantId: string, staffId: string, change: Change) => Promise<boolean>

const changeOwn: Changing = async (tx, tenantId, staffId, change) => {
  const row = await tx
    .updateTable('auth.staff')
    .set('role' in change ? { role: change.role } : { disabled_at: change.disabledAt })
    .where('tenant_id', '=', tenantId)
    .where('staff_id', '=', staffId)
    .returning('staff_id')
    .executeTakeFirst()
  return row !== undefined
}

/** A clinic changes only what somebody is there: their account, and what they are elsewhere, is not its own. */
const changeGuest: Changing = async (tx, tenantId, staffId, change) => {
  const row = await tx
    .updateTable('auth.membership')
    .set('role' in change ? { role: change.role } : { ended_at: change.disabledAt })
    .where('tenant_id', '=', tenantId)
    .where('staff_id', '=', staffId)
    .returning('staff_id')
    .executeTakeFirst()
  return row !== undefined
}

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
    .selectFrom('auth.membership as m')
    .innerJoin('auth.staff as s', 's.staff_id', 'm.staff_id')
    .select('m.staff_id')
    .where('m.tenant_id', '=', tenantId)
    .where('m.role', '=', 'clinic-admin')
    .where('m.ended_at', 'is', null)
    .where('s.disabled_at', 'is', null)
    .orderBy('m.staff_id')
    .forUpdate()
    .execute()
  const stays = 'role' in change ? change.role === 'clinic-admin' : change.disabledAt === null
  const isAdmin = admins.some((admin) => admin.staff_id === staffId)
  if (isAdmin && !stays && admins.length === 1) throw new Refusal('last-admin')
  const changed = await ((await keeps(tx, tenantId, staffId)) ? changeOwn : changeGuest)(
    tx,
    tenantId,
    staffId,
    change,
  )
  if (!changed) throw new Refusal('not-found')
  await closeAllSessions(tx, staffId, now)
  await closeSteps(tx, staffId)
  await endLinks(tx, tenantId, 'reset', staffId)
}
