import { type Db, inClinic } from '../db/connect.ts'
import { endLostOffers, endOneHold } from './wait.ts'

/** So many at a time: the next minute goes on. */
const AT_MOST = 500

/** Lets go, in every clinic, of starts that were kept and whose time is over, each in a transaction of its own. Says how many. */
export async function endHolds(db: Db, now: Date): Promise<number> {
  const clinics = await db.selectFrom('auth.tenant').select('tenant_id').execute()
  let ended = 0
  for (const { tenant_id } of clinics) {
    while (ended < AT_MOST && (await inClinic(db, tenant_id, (tx) => endOneHold(tx, tenant_id, now))))
      ended += 1
    await inClinic(db, tenant_id, (tx) => endLostOffers(tx, now))
  }
  return ended
}
