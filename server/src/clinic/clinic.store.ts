import type { Db } from '../db/connect.ts'

/** The one clinic that this installation serves. */
export async function homeTenant(db: Db): Promise<string> {
  const row = await db
    .selectFrom('auth.tenant')
    .select('tenant_id')
    .where('slug', '=', 'home')
    .executeTakeFirstOrThrow()
  return row.tenant_id
}
