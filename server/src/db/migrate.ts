import { readdir, readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { PgBoss } from 'pg-boss'
import { JOB_SCHEMA, QUEUES } from '../jobs/queues.ts'
import { newId } from '../ids.ts'
import { LIVE_TRIGGERS } from '../live/triggers.ts'
import { connect, type Db, inClinic } from './connect.ts'

const folder = new URL('./migrations/', import.meta.url)

async function migrations(): Promise<Record<string, Migration>> {
  const names = (await readdir(folder)).filter((n) => n.endsWith('.sql')).sort()
  const texts = await Promise.all(names.map((n) => readFile(new URL(n, folder), 'utf8')))
  return Object.fromEntries(
    names.map((name, i) => [
      name.slice(0, -'.sql'.length),
      {
        up: (db): Promise<void> =>
          sql
            .raw(texts[i] ?? '')
            .execute(db)
            .then(() => undefined),
      },
    ]),
  )
}

const migrator = (db: Db): Migrator =>
  new Migrator({ db, provider: { getMigrations: migrations }, migrationTableSchema: 'meta' })

/** What the product's own role may do: rows, never tables; the audit trail it may only add to. */
const grants = (app: string): string => `
  grant usage on schema app, auth, meta, ${JOB_SCHEMA} to ${app};
  grant select, insert, update, delete on all tables in schema app, auth, ${JOB_SCHEMA} to ${app};
  grant usage on all sequences in schema ${JOB_SCHEMA} to ${app};
  grant execute on all functions in schema ${JOB_SCHEMA} to ${app};
  grant select on all tables in schema meta to ${app};
  revoke update, delete on app.audit, app.audit_seal, app.content_sign_off, app.plan_template from ${app};
  revoke insert, update, delete on auth.tenant from ${app};
`

/** The clinic that this installation serves, made once. */
async function ensureHome(db: Db, { name, now }: Home): Promise<void> {
  const tenant_id = newId(now)
  const made = await db
    .insertInto('auth.tenant')
    .values({ tenant_id, slug: 'home', created_at: now })
    .onConflict((c) => c.column('slug').doNothing())
    .returning('tenant_id')
    .executeTakeFirst()
  if (made === undefined) return
  await inClinic(db, tenant_id, (tx) =>
    tx.insertInto('app.clinic').values({ tenant_id, name, created_at: now }).execute(),
  )
}

export type Home = { name: string; now: Date }

/** Brings the database up to this version as its owner, and grants the product's role (the one in `appUrl`) what it needs. */
export async function migrate(ownerUrl: string, appUrl: string, home: Home): Promise<string[]> {
  const db = connect(ownerUrl, () => {}, 2)
  try {
    const { error, results } = await migrator(db).migrateToLatest()
    if (error !== undefined) throw error
    await sql.raw(LIVE_TRIGGERS).execute(db)
    await makeQueues(ownerUrl)
    await ensureHome(db, home)
    const role = decodeURIComponent(new URL(appUrl).username)
    await sql.raw(grants(`"${role.replaceAll('"', '""')}"`)).execute(db)
    return (results ?? []).map((r) => r.migrationName)
  } finally {
    await db.destroy()
  }
}

async function makeQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOB_SCHEMA,
    supervise: false,
    schedule: false,
    max: 2,
  })
  boss.on('error', () => {})
  await boss.start()
  for (const queue of QUEUES) await boss.createQueue(queue.name)
  await boss.stop({ graceful: false })
}

/** What PostgreSQL says of a database in which nothing was migrated or granted yet. */
const NOTHING_THERE = new Set(['42P01', '3F000', '42501'])

/** Names of the migrations that the database still lacks; readable by the product's role. */
export async function missingMigrations(db: Db): Promise<string[]> {
  const known = Object.keys(await migrations())
  try {
    const { rows } = await sql<{ name: string }>`select name from meta.kysely_migration`.execute(db)
    const done = new Set(rows.map((r) => r.name))
    return known.filter((name) => !done.has(name))
  } catch (error) {
    if (error instanceof Error && 'code' in error && NOTHING_THERE.has(String(error.code))) return known
    throw error
  }
}

/** Reasons why this role must not serve: one that owns tables or bypasses row-level security would void the wall between clinics. */
export async function roleFaults(db: Db): Promise<string[]> {
  const { rows } = await sql<{ super: boolean; bypass: boolean; owns: boolean }>`
    select r.rolsuper as super, r.rolbypassrls as bypass,
      exists (select from pg_tables t where t.schemaname in ('app', 'auth') and pg_has_role(r.oid, t.tableowner::regrole, 'member')) as owns
    from pg_roles r where r.rolname = current_user`.execute(db)
  const role = rows[0]
  if (role === undefined) return ['The database does not say who we are.']
  return [
    ...(role.super ? ['The role of DATABASE_URL is a superuser. Use a plain login role.'] : []),
    ...(role.bypass ? ['The role of DATABASE_URL bypasses row-level security. Use a plain login role.'] : []),
    ...(role.owns && !role.super
      ? ['The role of DATABASE_URL owns the tables. Use a role of its own for DATABASE_MIGRATE_URL.']
      : []),
  ]
}
