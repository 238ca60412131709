import { Refusal, type StaffRole } from '@dorsal/care'
import type { AccountTables } from '../account/account-tables.ts'
import { normalEmail } from '../account/tries.store.ts'
import type { Db, Tx } from '../db/connect.ts'
import { newId, newSecret, sha256 } from '../ids.ts'

export type LinkKind = AccountTables['auth.staff_link']['kind']

/** How long each kind of link may be used: a reset is asked for and used at once, an invitation waits for somebody's week. */
const LASTS_DAYS: Readonly<Record<LinkKind, number>> = { join: 7, reset: 1, 'first-admin': 7 }

type NewLink = {
  kind: LinkKind
  tenantId: string
  email?: string
  name?: string
  role?: StaffRole
  staffId?: string
  dropsSecondFactor?: boolean
  madeBy?: string
}

/** Makes a link that works once. Its secret is in this reply and nowhere else. */
export async function makeStaffLink(db: Db | Tx, link: NewLink, now: Date) {
  const token = newSecret()
  const expires = new Date(now.getTime() + LASTS_DAYS[link.kind] * 86_400_000)
  await db
    .insertInto('auth.staff_link')
    .values({
      link_id: newId(now),
      token_hash: sha256(token),
      tenant_id: link.tenantId,
      kind: link.kind,
      email: link.email === undefined ? null : normalEmail(link.email),
      name: link.name ?? null,
      role: link.role ?? null,
      staff_id: link.staffId ?? null,
      drops_second_factor: link.dropsSecondFactor ?? false,
      made_by: link.madeBy ?? null,
      created_at: now,
      expires_at: expires,
    })
    .execute()
  return { token, expiresAt: expires.toISOString() }
}

/** What a link is for; one that is unknown, over, used or taken back is answered as one. */
export async function staffLink(db: Db | Tx, token: string, now: Date) {
  const row = await db
    .selectFrom('auth.staff_link as l')
    .leftJoin('auth.staff as s', 's.staff_id', 'l.staff_id')
    .select([
      'l.kind',
      'l.tenant_id',
      'l.email',
      'l.name',
      'l.drops_second_factor',
      's.email as own_email',
      's.name as own_name',
    ])
    .where('l.token_hash', '=', sha256(token))
    .where('l.expires_at', '>', now)
    .where('s.disabled_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('link-ended')
  return {
    kind: row.kind,
    tenantId: row.tenant_id,
    email: row.own_email ?? row.email,
    name: row.own_name ?? row.name,
    dropsSecondFactor: row.drops_second_factor,
  }
}

/** Uses a link up: however many come with it at the same moment, one gets it. */
export async function takeLink(tx: Tx, token: string, now: Date) {
  const row = await tx
    .deleteFrom('auth.staff_link')
    .where('token_hash', '=', sha256(token))
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('link-ended')
  return row
}

/** Ends the links of a kind that are open: of one person, or of the whole clinic. */
export async function endLinks(
  db: Db | Tx,
  tenantId: string,
  kind: LinkKind,
  staffId?: string,
): Promise<void> {
  const open = db.deleteFrom('auth.staff_link').where('tenant_id', '=', tenantId).where('kind', '=', kind)
  await (staffId === undefined ? open : open.where('staff_id', '=', staffId)).execute()
}
