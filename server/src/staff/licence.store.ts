import { type CheckedLicence, type ProfessionalLicence, licenceFault, Refusal } from '@dorsal/care'
import { sql } from 'kysely'
import type { Tx } from '../db/connect.ts'

/** The licences of a clinic's staff, by the id of their holder. */
export async function licencesOf(tx: Tx, tenantId: string): Promise<Map<string, CheckedLicence>> {
  const rows = await tx
    .selectFrom('auth.licence as l')
    .innerJoin('auth.membership as m', 'm.staff_id', 'l.staff_id')
    .leftJoin('auth.staff as c', 'c.staff_id', 'l.checked_by')
    .select([
      'l.staff_id',
      'l.kind',
      'l.number',
      'l.country',
      'l.region',
      'l.checked_at',
      'c.name as checker',
    ])
    .select(sql<string>`to_char(l.expires_on, 'YYYY-MM-DD')`.as('expires'))
    .where('m.tenant_id', '=', tenantId)
    .execute()
  return new Map(
    rows.map(({ staff_id, checked_at, checker, expires, ...row }) => [
      staff_id,
      { ...row, expiresOn: expires, checkedAt: checked_at.toISOString(), checkedBy: checker },
    ]),
  )
}

export async function setLicence(
  tx: Tx,
  staffId: string,
  licence: ProfessionalLicence,
  { checkedBy, now }: { checkedBy: string; now: Date },
): Promise<void> {
  const { kind, number, country, region, expiresOn } = licence
  const row = { kind, number, country, region, expires_on: expiresOn, checked_at: now, checked_by: checkedBy }
  await tx
    .insertInto('auth.licence')
    .values({ staff_id: staffId, ...row })
    .onConflict((c) => c.column('staff_id').doUpdateSet(row))
    .execute()
}

/** Refuses somebody whose licence has run out, or is for another country than the clinic's, before they decide about a patient. */
export async function holdLicensed(
  tx: Tx,
  staff: { tenantId: string; staffId: string },
  { country, now }: { country: string | null; now: Date },
): Promise<void> {
  const licence = (await licencesOf(tx, staff.tenantId)).get(staff.staffId)
  const fault = licence === undefined ? null : licenceFault(licence, { now: now.toISOString(), country })
  if (fault !== null) throw new Refusal(fault)
}
