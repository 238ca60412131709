import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { homeTenant } from '../clinic/clinic.store.ts'
import { connect, type Db } from './connect.ts'
import { migrate } from './migrate.ts'

const TEMPLATE = 'dorsal_template'
/** Any number that nobody else locks: the template is made by one of the test processes, the others wait. */
const TEMPLATE_LOCK = 7_413_001

function given(name: string): string {
  const url = process.env[name]
  if (url === undefined) throw new Error(`${name} is not set: run the tests by npm test`)
  return url
}

const within = (url: string, database: string): string => {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

async function asAdmin<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(within(given('DORSAL_TEST_PG'), 'postgres'))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function make(client: Client, name: string, template: string): Promise<void> {
  await client.query(`create database ${name} owner dorsal_owner template ${template}`)
  await client.query(`revoke all on database ${name} from public`)
  await client.query(`grant connect on database ${name} to dorsal_app`)
}

async function ensureTemplate(client: Client): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
  try {
    const found = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [
      TEMPLATE,
    ])
    if (found.rowCount !== 0) return
    await client.query(`drop database if exists ${TEMPLATE} with (force)`)
    await make(client, TEMPLATE, 'template0')
    const owner = within(given('DORSAL_TEST_PG_OWNER'), TEMPLATE)
    await migrate(owner, within(given('DORSAL_TEST_PG_APP'), TEMPLATE), {
      name: 'Test clinic',
      now: new Date(),
    })
    await client.query(`alter database ${TEMPLATE} is_template true`)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK])
  }
}

export type TestDatabase = {
  db: Db
  /** The product's own role. */
  url: string
  ownerUrl: string
  superUrl: string
  tenantId: string
  drop(): Promise<void>
}

/** A database of this test's own, migrated and granted like a clinic's, cloned from a template within milliseconds. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `dorsal_t_${randomBytes(6).toString('hex')}`
  await asAdmin(async (client) => {
    await ensureTemplate(client)
    await make(client, name, TEMPLATE)
  })
  const url = within(given('DORSAL_TEST_PG_APP'), name)
  const db = connect(url, () => {}, 6)
  return {
    db,
    url,
    ownerUrl: within(given('DORSAL_TEST_PG_OWNER'), name),
    superUrl: within(given('DORSAL_TEST_PG'), name),
    tenantId: await homeTenant(db),
    drop: async () => {
      await db.destroy()
      await asAdmin((client) => client.query(`drop database if exists ${name} with (force)`))
    },
  }
}

/** From now on this database forgets the last moments when it is killed: what a test of durability must be able to notice. */
export async function makeForgetful(superUrl: string): Promise<void> {
  const client = new Client(superUrl)
  await client.connect()
  await client.query('alter role dorsal_app set synchronous_commit = off')
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'dorsal_app'`)
  await client.end()
}
