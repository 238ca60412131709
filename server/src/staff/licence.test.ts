import type { Colleague, Me } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { CLINICIAN, someIntake, testApp, type TestApp } from '../test-app.ts'
import { inClinic } from '../db/connect.ts'
import { setLicence } from './licence.store.ts'
import { firstAdminLink } from './first-admin.ts'
import { enrol } from './sign-in-steps.ts'
import { staffByEmail } from './staff.store.ts'

let host: TestApp
beforeEach(async () => {
  host = await testApp({ env: { DEMO: '1', FIRST_PLAN: 'after-clinician', COUNTRY: 'PT' } })
})
afterEach(() => host.close())

const licence = {
  kind: 'Physical therapist',
  number: '12345',
  country: 'PT',
  region: null,
  expiresOn: '2099-12-31',
}

/** Somebody whose first plan waits, and the clinician whose licence is the given one. */
async function waiting(changed: Partial<typeof licence>) {
  const patient = host.person()
  await patient.agree()
  await patient.ok('sendIntake', { id: randomUUID(), body: someIntake(host.content) })
  const clinician = await host.clinician()
  const staffId = (await staffByEmail(host.database.db, CLINICIAN.email))?.staff_id ?? ''
  await inClinic(host.database.db, host.database.tenantId, (tx) =>
    setLicence(tx, staffId, { ...licence, ...changed }, { checkedBy: staffId, now: host.clock.now }),
  )
  const proposal = (await patient.ok<Me>('me')).proposals[0]
  const answer = (action: 'accept' | 'edit' | 'reject') =>
    clinician.call('answerProposal', {
      id: proposal?.id ?? '',
      body: { action, lock: proposal?.lock, note: 'Slowly.' },
    })
  return { patient, answer }
}

it.each([
  ['licence-expired', { expiresOn: '2020-01-01' }],
  ['licence-elsewhere', { country: 'BR' }],
] as const)('%s: lets no change take effect, in words, but lets one be refused', async (code, changed) => {
  const { patient, answer } = await waiting(changed)
  for (const action of ['accept', 'edit'] as const)
    expect(await answer(action)).toMatchObject({ status: 403, body: { code } })
  expect((await patient.ok<Me>('me')).plan?.status).toBe('waiting-for-clinician')
  expect((await answer('reject')).status).toBe(200)
})

it('that holds lets its bearer decide, and the patient reads as what, where and under which number', async () => {
  const { patient, answer } = await waiting({})
  expect((await answer('accept')).status).toBe(200)
  const me = await patient.ok<Me>('me')
  expect(me.texts[me.plan?.decidedBy ?? '']).toBe('Dana Test (Physical therapist, PT 12345)')
})

it('is entered by an administrator of the same clinic, who is named with it', async () => {
  const clinician = await host.clinician()
  const token = (await firstAdminLink(host.database.db, host.database.tenantId, host.clock.now)) ?? ''
  const ada = host.person()
  const who = { email: 'ada@clinic.example', name: 'Ada First', password: 'seven green bicycles' }
  await ada.ok('takeStaffLink', { body: { token, ...who } })
  await enrol(ada, host.clock.now)
  const { staff } = await ada.ok<{ staff: Colleague[] }>('colleagues')
  const id = staff.find((s) => s.email === CLINICIAN.email)?.staffId ?? ''
  expect((await clinician.call('setLicence', { id, body: licence })).status).toBe(403)
  expect((await ada.call('setLicence', { id: randomUUID(), body: licence })).status).toBe(404)
  for (const bent of [{ country: 'Portugal' }, { expiresOn: '31.12.2099' }, { number: '' }])
    expect((await ada.call('setLicence', { id, body: { ...licence, ...bent } })).status).toBe(400)
  const set = await ada.ok<Colleague>('setLicence', { id, body: licence })
  expect(set.licence).toMatchObject({ ...licence, checkedBy: 'Ada First' })
})
