import type { StaffRole } from '@dorsal/care'
import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'
import { newId, sha256 } from '../ids.ts'

/** One spelling for one address: compatibility forms and case folded before it is compared or kept. */
export const normalEmail = (email: string): string => email.normalize('NFKC').trim().toLowerCase()

type NewStaff = { tenantId: string; email: string; name: string; role: StaffRole; passwordHash: string }

/** Adds a member of staff; null where the address is taken. */
export async function addStaff(db: Db, staff: NewStaff, now: Date): Promise<string | null> {
  const row = await db
    .insertInto('auth.staff')
    .values({
      staff_id: newId(now),
      tenant_id: staff.tenantId,
      email: normalEmail(staff.email),
      name: staff.name,
      role: staff.role,
      password_hash: staff.passwordHash,
      created_at: now,
      disabled_at: null,
    })
    .onConflict((c) => c.column('email').doNothing())
    .returning('staff_id')
    .executeTakeFirst()
  return row?.staff_id ?? null
}

export async function setPassword(db: Db, email: string, passwordHash: string): Promise<string | null> {
  const row = await db
    .updateTable('auth.staff')
    .set({ password_hash: passwordHash })
    .where('email', '=', normalEmail(email))
    .returning('staff_id')
    .executeTakeFirst()
  return row?.staff_id ?? null
}

export async function staffByEmail(db: Db, email: string) {
  return db
    .selectFrom('auth.staff')
    .selectAll()
    .where('email', '=', normalEmail(email))
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
}

const WINDOW_MINUTES = 15
/** Wrong tries in the window: one network on one account; one network on all; one account from networks that never signed in. */
const LIMITS = { pair: 5, network: 30, account: 20 }

export type Try = { account: string; network: string }
export const tryOf = (email: string, network: string): Try => ({
  account: sha256(normalEmail(email)),
  network,
})

/**
 * Writes the try down before the password is looked at, so that tries at the same moment count each other, and says whether it may go
 * on. Somebody who signed in from this network before is not locked out by tries from elsewhere.
 */
export async function beginTry(db: Db, { account, network }: Try, now: Date): Promise<string | null> {
  const try_id = newId(now)
  await db
    .insertInto('auth.sign_in_try')
    .values({ try_id, account, network, device: null, at: now, succeeded: false })
    .execute()
  const since = new Date(now.getTime() - WINDOW_MINUTES * 60_000)
  const { rows } = await sql<{ pair: number; network: number; account: number; known: boolean }>`
    select
      count(*) filter (where not succeeded and at > ${since} and account = ${account} and network = ${network})::int as pair,
      count(*) filter (where not succeeded and at > ${since} and network = ${network})::int as network,
      count(*) filter (where not succeeded and at > ${since} and account = ${account})::int as account,
      bool_or(succeeded and account = ${account} and network = ${network}) as known
    from auth.sign_in_try where account = ${account} or network = ${network}`.execute(db)
  const n = rows[0]
  if (n === undefined) return null
  const refused =
    n.pair > LIMITS.pair || n.network > LIMITS.network || (!n.known && n.account > LIMITS.account)
  return refused ? null : try_id
}

/** A right password wipes the wrong tries of this person from this network. */
export async function tryFits(db: Db, tryId: string, { account, network }: Try): Promise<void> {
  await db.updateTable('auth.sign_in_try').set({ succeeded: true }).where('try_id', '=', tryId).execute()
  await db
    .deleteFrom('auth.sign_in_try')
    .where('account', '=', account)
    .where('network', '=', network)
    .where('succeeded', '=', false)
    .execute()
}

const KNOWN_NETWORK_DAYS = 90

/** Wrong tries are forgotten after a day; a network that somebody signed in from stays known for a season. */
export async function forgetTries(db: Db, now: Date): Promise<void> {
  const before = (days: number): Date => new Date(now.getTime() - days * 86_400_000)
  await db
    .deleteFrom('auth.sign_in_try')
    .where((eb) =>
      eb.or([
        eb.and([eb('succeeded', '=', false), eb('at', '<', before(1))]),
        eb('at', '<', before(KNOWN_NETWORK_DAYS)),
      ]),
    )
    .execute()
}
