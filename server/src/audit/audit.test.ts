import type { PatientRecord } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import { someIntake, testApp, type TestApp } from '../test-app.ts'

let host: TestApp
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
})
afterAll(() => host.close())

const trail = () =>
  inClinic(host.database.db, host.database.tenantId, (tx) =>
    tx.selectFrom('app.audit').selectAll().orderBy('at').orderBy('audit_id').execute(),
  )

it('every look at a record and every change leaves one line: who, what, whose', async () => {
  const person = host.person()
  const { patientId } = await person.agree()
  await person.ok('sendIntake', { id: randomUUID(), body: someIntake(host.content, { RF02: 'yes' }) })
  await person.ok('me')
  const clinician = await host.clinician()
  await clinician.ok('panel')
  const record = await clinician.ok<PatientRecord>('patient', { id: patientId })
  await clinician.ok('acknowledgeTask', { id: record.tasks[0]?.id ?? '' })
  expect((await trail()).map((l) => [l.actor_kind, l.action, l.patient_id])).toEqual([
    ['patient', 'giveConsent', patientId],
    ['patient', 'sendIntake', patientId],
    ['patient', 'me', patientId],
    ['staff', 'panel', null],
    ['staff', 'patient', patientId],
    ['staff', 'acknowledgeTask', patientId],
  ])
})

it('what is refused changes nothing and leaves no line of a change', async () => {
  const before = (await trail()).length
  const clinician = await host.clinician()
  expect((await clinician.call('patient', { id: randomUUID() })).status).toBe(404)
  expect(await trail()).toHaveLength(before)
})
