import type { Tx } from '../db/connect.ts'
import { licencesOf } from './licence.store.ts'

/**
 * The names as patients read them, with what their bearer is licensed as, where and under which number, so that they can look it up.
 */
export async function licensedNames(tx: Tx, tenantId: string): Promise<Record<string, string>> {
  const names = await staffNames(tx, tenantId)
  for (const [staffId, { kind, number, country, region }] of await licencesOf(tx, tenantId)) {
    const key = `clinician:${staffId}`
    const place = region === null ? country : `${country}-${region}`
    if (names[key] !== undefined) names[key] = `${names[key]} (${kind}, ${place} ${number})`
  }
  return names
}

/** The names behind `clinician:<staff id>` in decisions, plans and clearances of this clinic, also of staff who have left. */
export async function staffNames(tx: Tx, tenantId: string): Promise<Record<string, string>> {
  const rows = await tx
    .selectFrom('auth.staff as s')
    .innerJoin('auth.membership as m', 'm.staff_id', 's.staff_id')
    .select(['s.staff_id', 's.name'])
    .where('m.tenant_id', '=', tenantId)
    .execute()
  return Object.fromEntries(rows.map((row) => [`clinician:${row.staff_id}`, row.name]))
}
