import type { Tx } from '../db/connect.ts'

/** The names behind `clinician:<staff id>` in decisions, plans and clearances of this clinic, also of staff who have left. */
export async function staffNames(tx: Tx, tenantId: string): Promise<Record<string, string>> {
  const rows = await tx
    .selectFrom('auth.staff')
    .select(['staff_id', 'name'])
    .where('tenant_id', '=', tenantId)
    .execute()
  return Object.fromEntries(rows.map((row) => [`clinician:${row.staff_id}`, row.name]))
}
