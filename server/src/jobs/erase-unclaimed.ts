import { type Db, inClinic } from '../db/connect.ts'
import { erasePatient, reachable } from '../patient/patient.store.ts'

/** Erases the records that nobody used for `days` and that the clinic has no way to reach. Says how many. */
export async function eraseUnclaimed(db: Db, days: number, now: Date): Promise<number> {
  const before = new Date(now.getTime() - days * 86_400_000)
  const clinics = await db.selectFrom('auth.tenant').select('tenant_id').execute()
  let erased = 0
  for (const { tenant_id } of clinics)
    erased += await inClinic(db, tenant_id, async (tx) => {
      const stale = await tx
        .selectFrom('app.patient')
        .select(['patient_id', 'contact'])
        .where('last_seen_at', '<', before)
        .forUpdate()
        .execute()
      const unclaimed = stale.filter((p) => !reachable(p.contact))
      for (const { patient_id } of unclaimed) await erasePatient(tx, patient_id)
      return unclaimed.length
    })
  return erased
}
