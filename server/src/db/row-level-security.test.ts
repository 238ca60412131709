import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addPatient } from '../patient/patient.store.ts'
import { inClinic } from './connect.ts'
import { missingMigrations, roleFaults } from './migrate.ts'
import { connect } from './connect.ts'
import { testDatabase, type TestDatabase } from './test-database.ts'

let database: TestDatabase
let owner: Client
const other = randomUUID()
let mine = ''

beforeAll(async () => {
  database = await testDatabase()
  owner = new Client(database.ownerUrl)
  await owner.connect()
  await owner.query('insert into auth.tenant values ($1, $2, now())', [other, 'other'])
  await inClinic(database.db, other, (tx) =>
    tx.insertInto('app.clinic').values({ tenant_id: other, name: 'Other', created_at: new Date() }).execute(),
  )
  mine = await inClinic(database.db, database.tenantId, (tx) => addPatient(tx, database.tenantId, new Date()))
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

const TABLES = `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
  (select count(*) from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polwithcheck is not null and p.polqual is not null)::int as policies,
  (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where i.indrelid = c.oid and i.indisprimary) as first_key,
  (select count(*) from pg_index i where i.indrelid = c.oid and i.indisunique
    and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnum = any (i.indkey)))::int as global_uniques,
  (select count(*) from pg_constraint k join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
    where k.conrelid = c.oid and k.contype = 'f' and fn.nspname = 'app'
    and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnum = any (k.conkey)))::int as plain_keys
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'app' and c.relkind in ('r', 'p')`

/** What each policy says, to the letter: one clinic, the one that the transaction named, to read and to write. */
const SAYS = `(tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)`

/** Tables that are not cut by clinic, each for a reason: they are asked before it is known who is asking, and hold no health data. */
const OUTSIDE =
  /^auth\.(?:tenant|staff|staff_\w+|licence|membership|sign_in_\w+|patient_secret|share_token|unsealed|account\w*|entry_link|calendar_feed|passkey\w*|code_generator|backup_code|demo_sign_in|known_device)$/

describe('the wall between clinics in the database itself', () => {
  it('stands round every table: forced, for reading and writing, with the clinic first in every key', async () => {
    const { rows } = await owner.query(TABLES)
    expect(rows.length).toBeGreaterThan(12)
    for (const row of rows)
      expect(row).toMatchObject({
        enabled: true,
        forced: true,
        policies: 1,
        first_key: 'tenant_id',
        global_uniques: 0,
        plain_keys: 0,
      })
  })

  it('says the same on every table, to everybody, and there is no other way in', async () => {
    const said = await owner.query<{ says: string; checks: string; roles: string; permissive: boolean }>(
      `select pg_get_expr(p.polqual, p.polrelid) as says, pg_get_expr(p.polwithcheck, p.polrelid) as checks,
        p.polroles::text as roles, p.polpermissive as permissive from pg_policy p`,
    )
    for (const row of said.rows)
      expect(row).toEqual({ says: SAYS, checks: SAYS, roles: '{0}', permissive: true })
    const views = await owner.query(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('app', 'auth', 'public') and c.relkind in ('v', 'm', 'f')
         and not coalesce('security_invoker=true' = any (c.reloptions), false)`,
    )
    expect(views.rows).toEqual([])
    const definers = await owner.query(
      `select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')`,
    )
    expect(definers.rows).toEqual([])
    const outside = await owner.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('auth', 'public') and c.relkind in ('r', 'p')`,
    )
    expect(outside.rows.map(({ name }) => name).filter((name) => !OUTSIDE.test(name))).toEqual([])
  })

  it('leaves the product’s role no right that steps over it', async () => {
    const rights = await owner.query(
      `select table_schema || '.' || table_name as name, privilege_type from information_schema.role_table_grants
       where grantee = 'dorsal_app' and table_schema in ('app', 'auth')
         and privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`,
    )
    expect(rights.rows).toEqual([])
    const trail = await owner.query<{ privilege_type: string }>(
      `select distinct privilege_type from information_schema.role_table_grants
       where grantee = 'dorsal_app' and table_name in ('audit', 'audit_seal') order by 1`,
    )
    expect(trail.rows.map((row) => row.privilege_type)).toEqual(['INSERT', 'SELECT'])
  })

  it('notices a table without it (the check has teeth)', async () => {
    await owner.query('create table app.open_to_all (id int primary key)')
    const { rows } = await owner.query(`${TABLES} and c.relname = 'open_to_all'`)
    await owner.query('drop table app.open_to_all')
    expect(rows[0]).toMatchObject({ enabled: false, policies: 0, global_uniques: 1 })
  })

  it('serves with a role that owns nothing, bypasses nothing and cannot empty a table', async () => {
    expect(await roleFaults(database.db)).toEqual([])
    await expect(sql`truncate app.patient cascade`.execute(database.db)).rejects.toThrow(/permission denied/)
    await expect(sql`create table app.mine (id int)`.execute(database.db)).rejects.toThrow(
      /permission denied/,
    )
    expect(await missingMigrations(database.db)).toEqual([])
  })

  it('refuses to serve as the owner or as a superuser', async () => {
    for (const url of [database.ownerUrl, database.superUrl]) {
      const db = connect(url)
      expect(await roleFaults(db)).not.toEqual([])
      await db.destroy()
    }
  })

  it('shows no row of another clinic, and none at all without a clinic', async () => {
    const patients = (tenant: string) =>
      inClinic(database.db, tenant, (tx) => tx.selectFrom('app.patient').select('patient_id').execute())
    expect(await patients(database.tenantId)).toEqual([{ patient_id: mine }])
    expect(await patients(other)).toEqual([])
    expect(await database.db.selectFrom('app.patient').selectAll().execute()).toEqual([])
  })

  it('takes no row for another clinic, and changes none of it', async () => {
    await expect(
      inClinic(database.db, other, (tx) => addPatient(tx, database.tenantId, new Date())),
    ).rejects.toThrow(/row-level security/)
    const changed = await inClinic(database.db, other, (tx) =>
      tx.updateTable('app.patient').set({ label: 'x' }).where('patient_id', '=', mine).executeTakeFirst(),
    )
    expect(changed.numUpdatedRows).toBe(0n)
  })

  it('hangs no row of one clinic on a row of another', async () => {
    await expect(
      inClinic(database.db, other, (tx) =>
        tx
          .insertInto('app.decision')
          .values({
            tenant_id: other,
            patient_id: mine,
            decision_id: randomUUID(),
            kind: 'plan',
            body: '{}',
            at: new Date(),
          })
          .execute(),
      ),
    ).rejects.toThrow(/foreign key/)
  })

  it('forgets the clinic when the transaction ends, well or badly', async () => {
    const one = connect(database.url, () => {}, 1)
    const seen = () => one.selectFrom('app.patient').select('patient_id').execute()
    const inside = await inClinic(one, database.tenantId, (tx) =>
      tx.selectFrom('app.patient').select('patient_id').execute(),
    )
    expect(inside).toHaveLength(1)
    expect(await seen()).toEqual([])
    await inClinic(one, database.tenantId, () => Promise.reject(new Error('x'))).catch(() => {})
    expect(await seen()).toEqual([])
    await one.destroy()
  })

  it('lets nobody change the trail of who looked', async () => {
    await expect(
      inClinic(database.db, database.tenantId, (tx) => tx.deleteFrom('app.audit').execute()),
    ).rejects.toThrow(/permission denied/)
  })
})
