import { loadContent } from '@dorsal/content'
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import { testDatabase, type TestDatabase } from '../db/test-database.ts'
import { addPatient } from '../patient/patient.store.ts'
import { startJobs } from './jobs.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

it('run as the product’s own role, on time, and keep their house without more rights', async () => {
  const { db, tenantId, url } = database
  const longAgo = new Date(Date.now() - 40 * 86_400_000)
  await inClinic(db, tenantId, (tx) => addPatient(tx, tenantId, longAgo))
  const errors: Error[] = []
  const jobs = await startJobs(
    url,
    db,
    { anonRetentionDays: 30, mail: null, clinicName: 'Test', calendarName: '', publicUrl: null },
    loadContent(),
    (error) => errors.push(error),
    randomBytes(32),
  )
  expect((await jobs.boss.getSchedules()).map((s) => [s.name, s.cron])).toEqual([
    ['end-holds', '* * * * *'],
    ['erase-unclaimed', '17 3 * * *'],
    ['forget-signals', '*/5 * * * *'],
    ['look-at-courses', '41 3 * * *'],
    ['note-message-calls', '* * * * *'],
    ['remind', '* * * * *'],
    ['send-mail', '* * * * *'],
  ])
  await jobs.boss.send('erase-unclaimed', {})
  const left = () =>
    inClinic(db, tenantId, (tx) => tx.selectFrom('app.patient').select('patient_id').execute())
  for (let i = 0; i < 100 && (await left()).length > 0; i += 1) await pause(100)
  expect(await left()).toEqual([])
  await jobs.boss.supervise()
  await jobs.stop()
  expect(errors).toEqual([])
})
