import { type Pool, poolsFor, Refusal, waitAfter } from '@dorsal/care'
import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'
import { newId, newSecret, sha256 } from '../ids.ts'

/** Whom a try is for (a hash: the address itself is not kept), from where, and the mark of the browser, if it has one. */
export type Try = { account: string; network: string; device: string | undefined }

/** One spelling for one address: compatibility forms and case folded before it is compared or kept. */
export const normalEmail = (email: string): string => email.normalize('NFKC').trim().toLowerCase()

/** Tries at the password of an address, and at the second step of an account, are counted apart. */
export const accountKey = (email: string): string => sha256(`staff:${normalEmail(email)}`)
/** The same of somebody who opens their own record. */
export const passwordKey = (email: string): string => sha256(`person:${normalEmail(email)}`)
/** Letters that are asked for at an address. */
export const mailKey = (email: string): string => sha256(`mail:${normalEmail(email)}`)
export const codeKey = (staffId: string): string => sha256(`code:${staffId}`)

type Count = { wrong: number; last: Date | null }
type Counts = Record<Pool, Count> & { usual: boolean }

const hashed = (device: string | undefined): string | null => (device === undefined ? null : sha256(device))

async function isKnown(db: Db, { account, device }: Try): Promise<boolean> {
  const hash = hashed(device)
  if (hash === null) return false
  const row = await db
    .selectFrom('auth.known_device')
    .select('account')
    .where('device_hash', '=', hash)
    .where('account', '=', account)
    .executeTakeFirst()
  return row !== undefined
}

async function counts(db: Db, { account, network, device }: Try, now: Date): Promise<Counts> {
  const since = new Date(now.getTime() - 86_400_000)
  const wrong = sql`not succeeded and at > ${since}`
  const elsewhere = sql`${wrong} and device is null`
  const of = {
    device: sql`${wrong} and account = ${account} and device = ${hashed(device)}`,
    pair: sql`${elsewhere} and account = ${account} and network = ${network}`,
    account: sql`${elsewhere} and account = ${account}`,
    network: sql`${elsewhere} and network = ${network}`,
  } satisfies Record<Pool, unknown>
  const one = (pool: Pool) =>
    sql`json_build_object('wrong', count(*) filter (where ${of[pool]}), 'last', max(at) filter (where ${of[pool]}))`
  const { rows } = await sql<
    { [P in Pool]: { wrong: number; last: string | null } } & { usual: boolean | null }
  >`
    select ${one('device')} as device, ${one('pair')} as pair, ${one('account')} as account, ${one('network')} as network,
      bool_or(succeeded and device is null and account = ${account} and network = ${network}) as usual
    from auth.sign_in_try where account = ${account} or network = ${network}`.execute(db)
  const row = rows[0]
  const count = (pool: Pool): Count => ({
    wrong: row?.[pool].wrong ?? 0,
    last: row?.[pool].last == null ? null : new Date(row[pool].last),
  })
  return {
    device: count('device'),
    pair: count('pair'),
    account: count('account'),
    network: count('network'),
    usual: row?.usual === true,
  }
}

const lock = (db: Db, name: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db)

/**
 * Writes a try down before anything is looked at, and refuses it where those before it ask for a longer wait. Tries at the same moment
 * come one after the other, so that they count each other. Refused ones count for nothing: nobody prolongs a wait by asking again.
 */
export async function beginTry(db: Db, given: Try, now: Date): Promise<string> {
  return db.transaction().execute(async (tx) => {
    await lock(tx, `try account ${given.account}`)
    await lock(tx, `try network ${given.network}`)
    const known = await isKnown(tx, given)
    const found = await counts(tx, given, now)
    // Whoever signed in from this network before is not kept out of it by tries from elsewhere.
    const pools = poolsFor(known).filter((pool) => pool !== 'account' || !found.usual)
    const waits = pools.map((pool) => {
      const { wrong, last } = found[pool]
      return last === null ? 0 : waitAfter(pool, wrong) - (now.getTime() - last.getTime()) / 1000
    })
    const wait = Math.ceil(Math.max(0, ...waits))
    if (wait > 0) throw new Refusal('too-many-wrong', [], wait)
    const try_id = newId(now)
    const { account, network } = given
    const device = known ? hashed(given.device) : null
    await tx
      .insertInto('auth.sign_in_try')
      .values({ try_id, account, network, device, at: now, succeeded: false })
      .execute()
    return try_id
  })
}

/**
 * It was right: the wrong tries of this person from here are forgotten. In a known browser those made in it alone, so that its owner's
 * coming in gives nobody else in the same network new tries.
 */
export async function tryFits(db: Db, tryId: string): Promise<void> {
  const row = await db
    .updateTable('auth.sign_in_try')
    .set({ succeeded: true })
    .where('try_id', '=', tryId)
    .returning(['account', 'network', 'device'])
    .executeTakeFirst()
  if (row === undefined) return
  const wrong = db
    .deleteFrom('auth.sign_in_try')
    .where('account', '=', row.account)
    .where('succeeded', '=', false)
  await (row.device === null
    ? wrong.where('device', 'is', null).where('network', '=', row.network)
    : wrong.where('device', '=', row.device)
  ).execute()
}

/** Marks this browser as one in which these accounts were signed in to; the mark to keep in its cookie. */
export async function rememberDevice(
  db: Db,
  mark: string | undefined,
  accounts: readonly string[],
  now: Date,
): Promise<string> {
  const kept = mark !== undefined && /^[\w-]{43}$/.test(mark) ? mark : newSecret()
  await db
    .insertInto('auth.known_device')
    .values(accounts.map((account) => ({ device_hash: sha256(kept), account, seen_at: now })))
    .onConflict((c) => c.columns(['device_hash', 'account']).doUpdateSet({ seen_at: now }))
    .execute()
  return kept
}

const KNOWN_DAYS = 90

/** Wrong tries are forgotten after a day; a network or browser that somebody signed in from stays known for a season. */
export async function forgetTries(db: Db, now: Date): Promise<void> {
  const before = (days: number): Date => new Date(now.getTime() - days * 86_400_000)
  await db
    .deleteFrom('auth.sign_in_try')
    .where((eb) =>
      eb.or([
        eb.and([eb('succeeded', '=', false), eb('at', '<', before(1))]),
        eb('at', '<', before(KNOWN_DAYS)),
      ]),
    )
    .execute()
  await db.deleteFrom('auth.known_device').where('seen_at', '<', before(KNOWN_DAYS)).execute()
  for (const table of [
    'auth.sign_in_step',
    'auth.staff_link',
    'auth.entry_link',
    'auth.passkey_challenge',
  ] as const)
    await db.deleteFrom(table).where('expires_at', '<', now).execute()
}
