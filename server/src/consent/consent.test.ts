import { CONSENT_VERSION, type Me } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import { someIntake, testApp, type TestApp } from '../test-app.ts'

let host: TestApp
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
})
afterAll(() => host.close())

const consent = () => ({
  id: randomUUID(),
  version: CONSENT_VERSION,
  lang: 'en',
  agreedAt: new Date().toISOString(),
})

describe('consent', () => {
  it('opens a record by a secret of 256 bits in a cookie that no script reads; only its hash is kept', async () => {
    const person = host.person()
    const sent = await person.call('giveConsent', { body: consent() })
    expect(String(sent.raw.headers['set-cookie'])).toMatch(
      /^dorsal_me=[\w-]{43}; .*HttpOnly; SameSite=Strict/,
    )
    const secret = person.cookies.get('dorsal_me') ?? ''
    const kept = await host.database.db.selectFrom('auth.patient_secret').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain(secret)
    expect((await person.ok<Me>('me')).decisions.map((d) => [d.kind, d.contentVersion])).toEqual([
      ['consent', CONSENT_VERSION],
    ])
  })

  it('to an older text is not taken', async () => {
    const sent = await host.person().call('giveConsent', { body: { ...consent(), version: '2020-01' } })
    expect(sent).toMatchObject({ status: 400, body: { fields: [{ path: 'version' }] } })
  })

  it('to a text that has changed since must be given again before any health answer is kept', async () => {
    const person = host.person()
    const { patientId } = await person.ok<{ patientId: string }>('giveConsent', { body: consent() })
    await inClinic(host.database.db, host.database.tenantId, (tx) =>
      tx.updateTable('app.consent').set({ version: '2020-01' }).where('patient_id', '=', patientId).execute(),
    )
    const intake = { id: randomUUID(), body: someIntake(host.content) }
    expect(await person.call('sendIntake', intake)).toMatchObject({
      status: 403,
      body: { code: 'no-consent' },
    })
    expect((await person.ok<Me>('me')).triage).toBeNull()
    host.clock.now = new Date(host.clock.now.getTime() + 1000)
    await person.ok('giveConsent', { body: consent() })
    expect((await person.call('sendIntake', intake)).status).toBe(200)
  })

  it('sent again by the same device gets the same reply', async () => {
    const person = host.person()
    const body = consent()
    const first = await person.ok('giveConsent', { body })
    expect(await person.ok('giveConsent', { body })).toEqual(first)
  })

  it('whose reply was lost opens a new record; the id alone opens none that holds anything', async () => {
    const body = consent()
    const lost = await host.person().ok<{ patientId: string }>('giveConsent', { body })
    const person = host.person()
    const second = await person.ok<{ patientId: string }>('giveConsent', { body })
    expect(second.patientId).not.toBe(lost.patientId)
    await person.ok('sendIntake', { id: randomUUID(), body: someIntake(host.content) })
    const thief = host.person()
    expect(await thief.call('giveConsent', { body })).toMatchObject({
      status: 409,
      body: { code: 'id-taken' },
    })
    expect((await thief.call('me')).status).toBe(401)
    expect((await person.ok<Me>('me')).plan).not.toBeNull()
  })
})
