import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import { Pool } from 'pg'
import type { Database } from './schema.ts'

export type Db = Kysely<Database>
export type Tx = Transaction<Database>

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
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
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
