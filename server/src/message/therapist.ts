import type { Tx } from '../db/connect.ts'

const ORDER = ['lead', 'member', 'cover'] as const

/** The name of whoever leads the care of a person now, or of the one who has been on their team for longest; null of nobody. */
export async function therapistOf(tx: Tx, patientId: string, now: Date): Promise<string | null> {
  const rows = await tx
    .selectFrom('app.care_team as c')
    .innerJoin('auth.membership as m', (j) =>
      j.onRef('m.tenant_id', '=', 'c.tenant_id').onRef('m.staff_id', '=', 'c.staff_id'),
    )
    .innerJoin('auth.staff as s', 's.staff_id', 'c.staff_id')
    .select(['s.name', 'c.part'])
    .where('c.patient_id', '=', patientId)
    .where('m.ended_at', 'is', null)
    .where('s.disabled_at', 'is', null)
    .where((eb) => eb.or([eb('c.until', 'is', null), eb('c.until', '>', now)]))
    .orderBy('c.since')
    .execute()
  return ORDER.flatMap((part) => rows.find((row) => row.part === part)?.name ?? [])[0] ?? null
}
