import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addPatient } from '../patient/patient.store.ts'
import { otherClinic } from '../test-staff.ts'
import { testApp, type TestApp } from '../test-app.ts'
import { connect, type Db, inClinic } from './connect.ts'

const LONG = process.env['DORSAL_FULL'] !== undefined
const REQUESTS = LONG ? 10_000 : 600
const CLINICS = 20

let host: TestApp
let db: Db
const clinics: string[] = []
beforeAll(async () => {
  host = await testApp()
  db = connect(host.database.url, () => {}, 8)
  for (let i = 0; i < CLINICS; i += 1) {
    const tenantId = await otherClinic(host)
    clinics.push(tenantId)
    for (let n = 0; n <= i % 3; n += 1)
      await inClinic(db, tenantId, (tx) => addPatient(tx, tenantId, new Date()))
  }
})
afterAll(async () => {
  await db.destroy()
  await host.close()
})

/** Every way in which a request can end: well, thrown out of, refused by the database, out of time. */
const ENDS: readonly ((tx: Db) => Promise<unknown>)[] = [
  async () => undefined,
  () => Promise.reject(new Error('gone')),
  (tx) => sql`select 1 / 0`.execute(tx),
  async (tx) => {
    await sql`set local statement_timeout = '1ms'`.execute(tx)
    await sql`select pg_sleep(0.05)`.execute(tx)
  },
]

it('busy connections never carry one clinic’s name to the next caller, however a request ends', async () => {
  let wrong = 0
  let nameless = 0
  let asked = 0
  const one = async (n: number): Promise<void> => {
    const tenantId = clinics[(n * 7) % CLINICS] ?? ''
    await inClinic(db, tenantId, async (tx) => {
      const rows = await tx.selectFrom('app.patient').select('tenant_id').execute()
      wrong += rows.filter((row) => row.tenant_id !== tenantId).length
      if (rows.length !== (clinics.indexOf(tenantId) % 3) + 1) wrong += 1
      await ENDS[n % ENDS.length]?.(tx)
    }).catch(() => undefined)
    // Whoever asks without a clinic, on whichever connection is free, is shown nothing.
    nameless += (await db.selectFrom('app.patient').select('tenant_id').execute()).length
    asked += 1
  }
  const left = Array.from({ length: REQUESTS }, (_, n) => n)
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (let n = left.pop(); n !== undefined; n = left.pop()) await one(n)
    }),
  )
  process.stdout.write(
    `trust T04 ${JSON.stringify({ requests: asked, clinics: CLINICS, connections: 8, wrong, nameless })}\n`,
  )
  expect({ asked, wrong, nameless }).toEqual({ asked: REQUESTS, wrong: 0, nameless: 0 })
})
