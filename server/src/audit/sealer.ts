import { sql } from 'kysely'
import { type Db, inClinic, type Tx } from '../db/connect.ts'
import { anchorOf, headOf, LINE, type Line, linkOf } from './chain.ts'

/** Any number that nobody else locks: of several servers on one database only one seals at a time. */
export const SEALER_LOCK = 7_413_002
const AT_ONCE = 500
/** Well within the two seconds that a line may wait. */
const EVERY_MS = 500

/** Seals what waits in one clinic, oldest first, and says how many lines. Whoever comes while another seals leaves it to them. */
async function sealClinic(tx: Tx, tenantId: string, now: Date): Promise<number> {
  const { rows: lock } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(${SEALER_LOCK}, hashtext(${tenantId})) as mine`.execute(tx)
  if (lock[0]?.mine !== true) return 0
  const { rows } = await sql<Line>`
    select ${LINE} from auth.unsealed u join app.audit a on a.tenant_id = u.tenant_id and a.audit_id = u.audit_id
    where u.tenant_id = ${tenantId} order by u.audit_id limit ${AT_ONCE}`.execute(tx)
  if (rows.length === 0) return 0
  const head = await headOf(tx)
  let [seq, hash] = [head?.seq ?? 0, head?.hash ?? anchorOf(tenantId)]
  const links = rows.map((line) => {
    seq += 1
    hash = linkOf(hash, seq, line)
    return { tenant_id: tenantId, seq, audit_id: line.audit_id, hash, sealed_at: now }
  })
  await tx.insertInto('app.audit_seal').values(links).execute()
  await tx
    .deleteFrom('auth.unsealed')
    .where('tenant_id', '=', tenantId)
    .where(
      'audit_id',
      'in',
      links.map(({ audit_id }) => audit_id),
    )
    .execute()
  return rows.length
}

/** Seals every line that waits, clinic by clinic. Says how many. */
export async function sealTrail(db: Db, now: Date): Promise<number> {
  const clinics = await db.selectFrom('auth.unsealed').select('tenant_id').distinct().execute()
  let sealed = 0
  for (const { tenant_id } of clinics) {
    let some: number
    do {
      some = await inClinic(db, tenant_id, (tx) => sealClinic(tx, tenant_id, now))
      sealed += some
    } while (some === AT_ONCE)
  }
  return sealed
}

/** Seals twice a second until stopped. A time that fails (the database rests) is left to the next one, and told once. */
export function startSealer(db: Db, onError: (error: unknown) => void): { stop: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let fails = false
  const seal = async (): Promise<void> => {
    try {
      await sealTrail(db, new Date())
      fails = false
    } catch (error) {
      if (!fails) onError(error)
      fails = true
    }
  }
  const wait = (): void => {
    timer = setTimeout(() => {
      running = seal().finally(() => {
        if (!stopped) wait()
      })
    }, EVERY_MS)
    timer.unref()
  }
  wait()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
      // What the last requests left waits for nobody.
      await seal()
    },
  }
}
