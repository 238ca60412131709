/**
 * The roles and the database, set up the way a clinic's own server would be: one role owns and migrates, another signs in for
 * the application and neither owns anything nor passes row-level security. Saying it twice changes nothing.
 */
import { Client } from 'pg'
import type { State } from './embedded-postgres-state.ts'

const DATABASE = 'dorsal'
const OWNER = 'dorsal_owner'
const APP = 'dorsal_app'

export function urlOf(
  state: State,
  role: keyof State['passwords'],
  port: number,
  database = DATABASE,
): string {
  return `postgres://${role}:${state.passwords[role]}@127.0.0.1:${port}/${database}`
}

export async function ensureRoles(state: State, port: number): Promise<void> {
  const client = new Client(urlOf(state, 'postgres', port, 'postgres'))
  await client.connect()
  try {
    for (const role of [OWNER, APP] as const) {
      const found = await client.query('select 1 from pg_roles where rolname = $1', [role])
      if (found.rowCount === 0) await client.query(`create role ${role}`)
      await client.query(
        `alter role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication ` +
          `password ${client.escapeLiteral(state.passwords[role])}`,
      )
    }
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (found.rowCount === 0) await client.query(`create database ${DATABASE} owner ${OWNER}`)
    await client.query(`revoke all on database ${DATABASE} from public`)
    await client.query(`grant connect on database ${DATABASE} to ${APP}`)
  } finally {
    await client.end()
  }
}

/** True where the server on this port is ours (it knows our password) and serves this folder. */
export async function serves(state: State, port: number, data: string): Promise<boolean> {
  const client = new Client({
    connectionString: urlOf(state, 'postgres', port, 'postgres'),
    connectionTimeoutMillis: 5_000,
  })
  try {
    await client.connect()
    const found = await client.query<{ data_directory: string }>('show data_directory')
    return found.rows[0]?.data_directory === data
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
