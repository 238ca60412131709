import { randomBytes, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from './test-database.ts'

const folder = new URL('./migrations/', import.meta.url)
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .sort()
const sqlOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

let other: TestDatabase
let admin: Client
let owner: Client
const name = `dorsal_t_${randomBytes(6).toString('hex')}`
beforeAll(async () => {
  other = await testDatabase()
  admin = new Client(other.superUrl)
  await admin.connect()
  await admin.query(`create database ${name} owner dorsal_owner template template0`)
  const url = new URL(other.ownerUrl)
  url.pathname = `/${name}`
  owner = new Client(url.href)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await admin.query(`drop database ${name} with (force)`)
  await admin.end()
  await other.drop()
})

it('a database of the first releases with people in it becomes one of today: staff keep their clinic, old lines wait for their seal', async () => {
  for (const file of files.filter((one) => one < '0005')) await owner.query(sqlOf(file))
  const [clinic, patient, staff, line] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await owner.query(`insert into auth.tenant values ($1, 'home', now())`, [clinic])
  await owner.query(`select set_config('app.tenant_id', $1, false)`, [clinic])
  await owner.query(`insert into app.clinic values ($1, 'Home', now())`, [clinic])
  await owner.query(`insert into app.patient values ($1, $2, 'P-1', 'null', now(), now())`, [clinic, patient])
  await owner.query(
    `insert into auth.staff values ($1, $2, 'dana@clinic.example', 'Dana', 'clinic-admin', 'x', now(), null)`,
    [staff, clinic],
  )
  await owner.query(`insert into app.audit values ($1, $2, now(), 'staff', $3, 'patient', $4, 'x')`, [
    clinic,
    line,
    staff,
    patient,
  ])
  await owner.query(`select set_config('app.tenant_id', '', false)`)
  for (const file of files.filter((one) => one > '0005')) await owner.query(sqlOf(file))

  expect((await owner.query('select tenant_id, staff_id, role, ended_at from auth.membership')).rows).toEqual(
    [{ tenant_id: clinic, staff_id: staff, role: 'clinic-admin', ended_at: null }],
  )
  expect((await owner.query('select * from auth.unsealed')).rows).toEqual([
    { tenant_id: clinic, audit_id: line },
  ])
  const open = await owner.query(
    `select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'app' and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)`,
  )
  expect(open.rows).toEqual([])
  await owner.query(`update auth.staff set role = 'therapist' where staff_id = $1`, [staff])
  expect((await owner.query('select role from auth.membership')).rows).toEqual([{ role: 'therapist' }])
})
