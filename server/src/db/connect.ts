import { type CompiledQuery, Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import { Pool } from 'pg'
import type { Database } from './schema.ts'

export type Db = Kysely<Database>
export type Tx = Transaction<Database>

const pools = new WeakMap<Db, Pool>()

/** How the connections of this database are used now. */
export function poolOf(db: Db): { open: number; idle: number; waitedFor: number } {
  const pool = pools.get(db)
  return { open: pool?.totalCount ?? 0, idle: pool?.idleCount ?? 0, waitedFor: pool?.waitingCount ?? 0 }
}

/** A pool of connections. `onLost` hears of connections that died while idle: they are replaced, never fatal. */
export function connect(url: string, onLost: () => void = () => {}, max = 12): Db {
  const pool = new Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 20_000,
    idle_in_transaction_session_timeout: 30_000,
  })
  pool.on('error', onLost)
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  pools.set(db, pool)
  return db
}

type Question<T> = (db: Db, value: string) => { compile: () => CompiledQuery<T> }

const texts = new Map<string, string>()

/**
 * The rows of a question that nearly every request asks, and that belongs to no clinic yet: always the same, but for one value. Under its name
 * each connection keeps what it worked out for it the first time, and this process its text: finding the way takes longer than going
 * it, here and there.
 */
export async function askOften<T extends object>(
  db: Db,
  name: string,
  value: string,
  question: Question<T>,
): Promise<T[]> {
  const pool = pools.get(db)
  if (pool === undefined) return (await db.executeQuery(question(db, value).compile())).rows
  const text = texts.get(name) ?? textOf(name, value, question(db, value).compile())
  const { rows } = await pool.query<T>({ name, text, values: [value] })
  return rows
}

/** The text of a question, kept for good. One that asks by anything but its value would be another one the next time. */
function textOf(name: string, value: string, { sql: text, parameters }: CompiledQuery): string {
  if (parameters.length !== 1 || parameters[0] !== value)
    throw new Error(`"${name}" asks by more than its value`)
  texts.set(name, text)
  return text
}

/**
 * Work within one clinic: one transaction that names the clinic for row-level security. The name ends with the transaction, so
 * that a pooled connection never carries it to the next caller.
 */
export function inClinic<T>(db: Db, tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('app.tenant_id', ${tenantId}, true)`.execute(tx)
    return work(tx)
  })
}

export const json = (value: unknown): string => JSON.stringify(value)
