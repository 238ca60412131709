import type { Colleague, StaffLinkMade, StaffLinkSeen, StaffMe } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import { sha256 } from '../ids.ts'
import type { Visitor } from '../seed/visitor.ts'
import { type Member, otherClinic, somePlace, staffMember } from '../test-staff.ts'
import { testApp, type TestApp } from '../test-app.ts'
import { hashPassword } from '../account/passwords.ts'
import { signInFully } from './sign-in-steps.ts'

let host: TestApp
let passwordHash = ''
const password = 'seven green bicycles'
beforeAll(async () => {
  host = await testApp({ env: { CLINIC_NAME: 'North' } })
  passwordHash = await hashPassword(password)
})
afterAll(() => host.close())

let elsewhere = ''
let far: Member
let dana: Visitor
let danaId = ''
let email = ''
/** Dana works at North as a therapist; the other clinic invites her to its front desk, and she comes. */
beforeEach(async () => {
  elsewhere = await otherClinic(host)
  far = await staffMember(host, { role: 'clinic-admin', name: 'Far', tenantId: elsewhere })
  email = `${randomUUID()}@clinic.example`
  danaId = (await staffMember(host, { role: 'therapist', name: 'Dana', email })).staffId
  const { db } = host.database
  await db
    .updateTable('auth.staff')
    .set({ password_hash: passwordHash })
    .where('staff_id', '=', danaId)
    .execute()
  dana = host.person()
  await signInFully(dana, { email, password }, host.clock.now)
})

const invite = () =>
  far.visitor.ok<StaffLinkMade>('inviteStaff', { body: { email, name: 'D.', role: 'front-desk' } })
const join = async () => {
  const { token } = await invite()
  const guest = host.person()
  await guest.ok('takeStaffLink', { body: { token, password } })
}
const me = () => dana.ok<StaffMe>('staffMe')
const go = (clinicId: string) => dana.call('switchClinic', { body: { clinicId } })
const colleagues = async (by: Visitor) => (await by.ok<{ staff: Colleague[] }>('colleagues')).staff
const danaAt = async (by: Visitor) => (await colleagues(by)).find((one) => one.staffId === danaId)

describe('joining a second clinic', () => {
  it('is done with the account that there is, by its password; the link gives no new one', async () => {
    const { token } = await invite()
    const guest = host.person()
    expect(await guest.ok<StaffLinkSeen>('lookAtStaffLink', { body: { token } })).toMatchObject({
      known: true,
      clinic: 'Other',
      newSecondFactor: false,
    })
    const wrong = await guest.call('takeStaffLink', { body: { token, password: 'another one entirely' } })
    expect([wrong.status, wrong.body]).toMatchObject([401, { code: 'wrong-credentials' }])
    // The second step is asked for as at every sign-in.
    expect(await guest.ok('takeStaffLink', { body: { token, password } })).toMatchObject({ step: 'code' })
    expect((await me()).clinics.map(({ name }) => name)).toEqual(['North', 'Other'])
    expect((await guest.call('lookAtStaffLink', { body: { token } })).status).toBe(404)
  })

  it('guessing the password by an invitation is stopped like at the door', async () => {
    const { token } = await invite()
    const said: number[] = []
    for (let n = 0; n < 7; n += 1)
      said.push(
        (await host.person().call('takeStaffLink', { body: { token, password: `wrong guess ${n}!` } }))
          .status,
      )
    expect(said.slice(0, 5)).toEqual([401, 401, 401, 401, 401])
    expect(said.slice(5)).toEqual([429, 429])
  })

  it('makes a colleague whom that clinic can end, and whose account it cannot touch', async () => {
    await join()
    expect(await danaAt(far.visitor)).toMatchObject({ guest: true, role: 'front-desk', disabled: false })
    const again = { body: { email, name: 'D.', role: 'front-desk' } }
    expect((await far.visitor.call('inviteStaff', again)).status).toBe(409)
    const reset = await far.visitor.call('resetStaff', { id: danaId, body: { secondFactorToo: true } })
    expect(reset.status).toBe(403)
    await far.visitor.ok('setStaffRole', { id: danaId, body: { role: 'assistant' } })
    await far.visitor.ok('disableStaff', { id: danaId })
    expect(await danaAt(far.visitor)).toMatchObject({ role: 'assistant', disabled: true })
    const back = host.person()
    await host.database.db
      .updateTable('auth.code_generator')
      .set({ last_step: 0 })
      .where('staff_id', '=', danaId)
      .execute()
    expect(await back.ok('signIn', { body: { email, password } })).toMatchObject({ step: 'code' })
    const admin = await staffMember(host, { role: 'clinic-admin', name: 'Ada' })
    expect(await danaAt(admin.visitor)).toMatchObject({ guest: false, role: 'therapist', disabled: false })
    await far.visitor.ok('enableStaff', { id: danaId })
    expect(await danaAt(far.visitor)).toMatchObject({ disabled: false })
  })
})

describe('going on at another clinic', () => {
  it('changes the role and the door key, and both trails say so', async () => {
    await join()
    const before = dana.cookies.get('dorsal_staff') ?? ''
    expect(await me()).toMatchObject({ clinic: 'North', role: 'therapist' })
    expect((await go(elsewhere)).body).toMatchObject({ staff: { clinic: 'Other', role: 'front-desk' } })
    const after = dana.cookies.get('dorsal_staff') ?? ''
    expect(after).not.toBe(before)
    expect(await me()).toMatchObject({ clinic: 'Other', clinicId: elsewhere, role: 'front-desk' })
    expect((await dana.call('panel')).status).toBe(403)
    dana.cookies.set('dorsal_staff', before)
    expect((await dana.call('staffMe')).status).toBe(401)
    dana.cookies.set('dorsal_staff', after)
    for (const tenantId of [host.database.tenantId, elsewhere]) {
      const lines = await inClinic(host.database.db, tenantId, (tx) =>
        tx.selectFrom('app.audit').select('actor_id').where('action', '=', 'switchClinic').execute(),
      )
      expect(lines.filter(({ actor_id }) => actor_id === danaId)).toHaveLength(1)
    }
    expect((await go(host.database.tenantId)).status).toBe(200)
    expect((await dana.call('panel')).status).toBe(200)
  })

  it('does not make the session last longer', async () => {
    await join()
    const ends = async () =>
      (
        await host.database.db
          .selectFrom('auth.staff_session')
          .select('expires_at')
          .where('token_hash', '=', sha256(dana.cookies.get('dorsal_staff') ?? ''))
          .executeTakeFirst()
      )?.expires_at
    const due = await ends()
    host.clock.now = new Date(host.clock.now.getTime() + 60_000)
    await go(elsewhere)
    expect(await ends()).toEqual(due)
  })

  it('is for one’s own clinics: another, an ended one and none at all are answered alike', async () => {
    const foreign = await otherClinic(host)
    const said = [await go(foreign), await go(randomUUID()), await go(elsewhere)]
    expect(new Set(said.map(({ raw }) => raw.body)).size).toBe(1)
    expect(said.map(({ status }) => status)).toEqual([404, 404, 404])
    await join()
    const member = host.database.db.updateTable('auth.membership').where('staff_id', '=', danaId)
    await member.set({ ended_at: host.clock.now }).where('tenant_id', '=', elsewhere).execute()
    expect((await go(elsewhere)).raw.body).toBe(said[0]?.raw.body)
    await far.visitor.ok('enableStaff', { id: danaId })
    await far.visitor.ok('disableStaff', { id: danaId })
    expect((await go(elsewhere)).status).toBe(401)
  })

  it('a page that shows the clinic before changes and reads nothing at the other', async () => {
    const boss = await staffMember(host, { role: 'clinic-admin', name: 'Ada' })
    await host.database.db
      .insertInto('auth.membership')
      .values({
        tenant_id: elsewhere,
        staff_id: boss.staffId,
        role: 'clinic-admin',
        since: host.clock.now,
        ended_at: null,
      })
      .execute()
    await boss.visitor.ok('switchClinic', { body: { clinicId: elsewhere } })
    const headers = { 'x-dorsal-clinic': host.database.tenantId }
    const id = randomUUID()
    const put = await boss.visitor.call('putLocation', { id, headers, body: somePlace('Wrong house') })
    expect([put.status, put.body]).toMatchObject([409, { code: 'other-clinic' }])
    expect((await boss.visitor.call('teams', { headers })).status).toBe(409)
    expect((await far.visitor.call('teams')).raw.body).not.toContain('Wrong house')
    const right = { 'x-dorsal-clinic': elsewhere }
    expect((await boss.visitor.call('teams', { headers: right })).status).toBe(200)
  })
})
