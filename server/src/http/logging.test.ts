import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CLINICIAN, someIntake, someReport, testApp, type TestApp } from '../test-app.ts'

let host: TestApp
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1', LOG_LEVEL: 'debug' } })
})
afterAll(() => host.close())

const CANARY = 'CANARY-thoracic-ache'

it('the log tells what was asked and how it ended, and nothing of the person', async () => {
  const person = host.person()
  const { patientId } = await person.agree()
  await person.ok('setContact', { body: { name: CANARY, email: 'canary@example.org', phone: CANARY } })
  await person.ok('sendIntake', { id: randomUUID(), body: someIntake(host.content, { H08: CANARY }) })
  const report = someReport([], { note: CANARY })
  await person.ok('sendReport', { id: report.id, body: report })
  await person.call('sendIntake', { id: randomUUID(), body: { format: CANARY } })
  await person.call('sendIntake', { id: randomUUID(), payload: `{"x":"${CANARY}` })
  const clinician = await host.clinician()
  await clinician.ok('patient', { id: patientId })
  await clinician.call('signIn', { body: { email: CLINICIAN.email, password: CANARY } })
  await host.app.inject({ url: `/api/me?q=${CANARY}`, headers: { host: '127.0.0.1', referer: CANARY } })
  await host.app.inject({ url: `/${CANARY}`, headers: { host: '127.0.0.1' } })

  const log = host.lines.join('')
  expect(host.lines.length).toBeGreaterThanOrEqual(10)
  expect(log).toContain('"route":"/api/intakes/:id"')
  const secrets = [...person.cookies.values(), ...clinician.cookies.values(), CLINICIAN.password]
  for (const word of [CANARY, 'canary@', patientId, report.id, ...secrets]) expect(log).not.toContain(word)
})

it('a failure on our side is logged by kind and place, without the value that the database refused', async () => {
  const person = host.person()
  await person.agree()
  const { db } = host.database
  const before = host.lines.length
  const table = Reflect.get(db, 'transaction') as unknown
  Reflect.set(db, 'transaction', () => {
    throw new Error(`value ${CANARY} is refused`)
  })
  const sent = await person.call('me')
  Reflect.set(db, 'transaction', table)
  expect(sent).toMatchObject({ status: 500, body: { code: 'internal' } })
  const log = host.lines.slice(before).join('')
  expect(log).toContain('"kind":"Error"')
  expect(log + sent.raw.body).not.toContain(CANARY)
})
