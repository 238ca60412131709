import type { Db, Tx } from '../db/connect.ts'
import { endLinks, makeStaffLink } from './staff-link.store.ts'

/** Whether the clinic has an administrator who can sign in. */
export async function hasAdmin(db: Db | Tx, tenantId: string): Promise<boolean> {
  const row = await db
    .selectFrom('auth.staff')
    .select('staff_id')
    .where('tenant_id', '=', tenantId)
    .where('role', '=', 'clinic-admin')
    .where('disabled_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * A link that makes its holder the clinic's first administrator, for whoever can read the server's log; null where there is one already.
 * Each takes the place of the one before.
 */
export async function firstAdminLink(db: Db, tenantId: string, now: Date): Promise<string | null> {
  if (await hasAdmin(db, tenantId)) return null
  return db.transaction().execute(async (tx) => {
    await endLinks(tx, tenantId, 'first-admin')
    const { token } = await makeStaffLink(tx, { kind: 'first-admin', tenantId }, now)
    return token
  })
}

/** Where a link from the clinic is used. Its secret stands behind the #, which browsers send to nobody. */
export const staffLinkAddress = (base: string, token: string): string => `${base}/clinician/join#${token}`
