import type { Colleague, StaffLinkMade } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Visitor } from '../seed/visitor.ts'
import { CLINICIAN, testApp, type TestApp } from '../test-app.ts'
import { firstAdminLink } from './first-admin.ts'
import { enrol, signInFully } from './sign-in-steps.ts'
import { hashPassword } from '../account/passwords.ts'
import { addStaff } from './staff.store.ts'

let host: TestApp
beforeEach(async () => {
  host = await testApp()
})
afterEach(() => host.close())

/** How many come at the same moment; each costs a password's work. */
const AT_ONCE = process.env['DORSAL_FULL'] === '1' ? 50 : 12
const password = 'seven green bicycles'
const first = (email = 'ada@clinic.example') => ({ email, name: 'Ada First', password })
const token = () => firstAdminLink(host.database.db, host.database.tenantId, host.clock.now)

/** The clinic's first administrator, signed in. */
async function admin(): Promise<Visitor> {
  const person = host.person()
  await person.ok('takeStaffLink', { body: { token: await token(), ...first() } })
  await enrol(person, host.clock.now)
  return person
}

const invited = (who: Visitor, more: object = {}) =>
  who.ok<StaffLinkMade>('inviteStaff', {
    body: { email: 'Bo@Clinic.example', name: 'Bo Second', role: 'therapist', ...more },
  })
const listed = (who: Visitor) => who.ok<{ staff: Colleague[]; invitations: { id: string }[] }>('colleagues')

describe('T37: the first administrator', () => {
  it('is one, whoever comes with the token at the same moment', async () => {
    const link = await token()
    const sent = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, i) =>
        host.person().call('takeStaffLink', { body: { token: link, ...first(`a${i}@clinic.example`) } }),
      ),
    )
    expect(sent.filter((reply) => reply.status === 200)).toHaveLength(1)
    expect(sent.filter((reply) => reply.status === 404)).toHaveLength(AT_ONCE - 1)
    const admins = await host.database.db
      .selectFrom('auth.staff')
      .select('role')
      .where('role', '=', 'clinic-admin')
      .execute()
    expect(admins).toHaveLength(1)
  })

  it('needs the token of the last start; afterwards there is none, and an older one opens nothing', async () => {
    const old = await token()
    const link = await token()
    for (const wrong of [old, 'x'.repeat(43)])
      expect((await host.person().call('takeStaffLink', { body: { token: wrong, ...first() } })).status).toBe(
        404,
      )
    const person = host.person()
    expect(await person.ok('lookAtStaffLink', { body: { token: link } })).toMatchObject({
      kind: 'first-admin',
      newSecondFactor: true,
    })
    expect(await person.ok('takeStaffLink', { body: { token: link, ...first() } })).toEqual({ step: 'enrol' })
    expect((await person.call('colleagues')).status).toBe(401)
    await enrol(person, host.clock.now)
    await person.ok('colleagues')
    expect(await token()).toBeNull()
    expect((await host.person().call('takeStaffLink', { body: { token: link, ...first() } })).status).toBe(
      404,
    )
  })

  it('is refused a weak password without losing the link, and has to say who they are', async () => {
    const link = await token()
    const person = host.person()
    const send = (body: object) => person.call('takeStaffLink', { body: { token: link, ...body } })
    expect((await send({ ...first(), password: 'ada@clinic.example' })).status).toBe(422)
    expect((await send({ password })).status).toBe(400)
    expect((await send(first())).status).toBe(200)
  })
})

describe('T06: invitations and resets', () => {
  it('let in the invited address alone, once, with the role that was given', async () => {
    const ada = await admin()
    const { token: link } = await invited(ada)
    const sent = await Promise.all(
      Array.from({ length: AT_ONCE }, () =>
        host.person().call('takeStaffLink', {
          body: { token: link, password, email: 'thief@elsewhere.example', name: 'Thief' },
        }),
      ),
    )
    expect(sent.filter((reply) => reply.status === 200)).toHaveLength(1)
    const bo = host.person()
    await signInFully(bo, { email: 'bo@clinic.example', password }, host.clock.now)
    expect(await bo.ok('staffMe')).toMatchObject({ name: 'Bo Second', role: 'therapist' })
    expect((await bo.call('colleagues')).status).toBe(403)
    const { staff, invitations } = await listed(ada)
    expect(staff.map((s) => s.email).sort()).toEqual(['ada@clinic.example', 'bo@clinic.example'])
    expect(invitations).toEqual([])
  })

  it('end after their time, and when they are taken back', async () => {
    const ada = await admin()
    const back = await invited(ada)
    const { invitations } = await listed(ada)
    await ada.ok('withdrawInvitation', { id: invitations[0]?.id ?? '' })
    const late = await invited(ada)
    const use = (link: string) => host.person().call('takeStaffLink', { body: { token: link, password } })
    expect((await use(back.token)).status).toBe(404)
    host.clock.now = new Date(host.clock.now.getTime() + 8 * 86_400_000)
    expect((await use(late.token)).status).toBe(404)
  })

  it('a reset gives a new password, ends the sessions, and still asks for the second step', async () => {
    const owner = await host.clinician()
    const ada = await admin()
    const { staff } = await listed(ada)
    const id = staff.find((s) => s.email === CLINICIAN.email)?.staffId ?? ''
    const { token: link } = await ada.ok<StaffLinkMade>('resetStaff', {
      id,
      body: { secondFactorToo: false },
    })
    const person = host.person()
    expect(await person.ok('lookAtStaffLink', { body: { token: link } })).toMatchObject({
      newSecondFactor: false,
    })
    expect(await person.ok('takeStaffLink', { body: { token: link, password } })).toMatchObject({
      step: 'code',
    })
    expect((await person.call('staffMe')).status).toBe(401)
    expect((await owner.call('staffMe')).status).toBe(401)
    await person.ok('signInCode', { body: { code: host.codeOf(owner) } })
    expect((await host.person().call('takeStaffLink', { body: { token: link, password } })).status).toBe(404)
  })

  it('a lost phone: the reset drops the old second factor and asks for a new one', async () => {
    const owner = await host.clinician()
    const ada = await admin()
    const id = (await listed(ada)).staff.find((s) => s.email === CLINICIAN.email)?.staffId ?? ''
    const { token: link } = await ada.ok<StaffLinkMade>('resetStaff', { id, body: { secondFactorToo: true } })
    expect((await owner.call('staffMe')).status, 'nothing ends before the link is used').toBe(200)
    const person = host.person()
    expect(await person.ok('takeStaffLink', { body: { token: link, password } })).toEqual({ step: 'enrol' })
    await enrol(person, host.clock.now)
    await person.ok('staffMe')
  })
})

describe('administrators', () => {
  it('change a role: the sessions under the old one end at once', async () => {
    const owner = await host.clinician()
    const ada = await admin()
    const id = (await listed(ada)).staff.find((s) => s.email === CLINICIAN.email)?.staffId ?? ''
    await ada.ok('setStaffRole', { id, body: { role: 'front-desk' } })
    expect((await owner.call('panel')).status).toBe(401)
    await owner.ok('signIn', { body: { email: CLINICIAN.email, password: CLINICIAN.password } })
    await owner.ok('signInCode', { body: { code: host.codeOf(owner) } })
    expect((await owner.call('panel')).status).toBe(403)
  })

  it('close and open an account, but never the last administrator’s, also two at once', async () => {
    const ada = await admin()
    const { token: link } = await invited(ada, { role: 'clinic-admin' })
    const bo = host.person()
    await bo.ok('takeStaffLink', { body: { token: link, password } })
    await enrol(bo, host.clock.now)
    const ids = (await listed(ada)).staff.map((s) => s.staffId)
    const both = await Promise.all([
      ada.call('disableStaff', { id: ids[1] ?? '' }),
      bo.call('disableStaff', { id: ids[0] ?? '' }),
    ])
    expect(both.filter((reply) => reply.status === 200)).toHaveLength(1)
    const left = (await ada.call('staffMe')).status === 200 ? ada : bo
    const { staff } = await listed(left)
    const own = staff.find((s) => !s.disabled)?.staffId ?? ''
    for (const name of ['disableStaff', 'setStaffRole'] as const)
      expect(await left.call(name, { id: own, body: { role: 'therapist' } })).toMatchObject({
        status: 409,
        body: { code: 'last-admin' },
      })
    await left.ok('enableStaff', { id: staff.find((s) => s.disabled)?.staffId ?? '' })
  })

  it('see and touch nobody of another clinic: the answers are those for somebody who is not there', async () => {
    const ada = await admin()
    const tenantId = randomUUID()
    const superuser = new Client(host.database.superUrl)
    await superuser.connect()
    await superuser.query('insert into auth.tenant values ($1, $2, now())', [tenantId, 'other'])
    await superuser.end()
    const passwordHash = await hashPassword(password)
    const them = { tenantId, email: 'c@other.example', name: 'C', role: 'therapist', passwordHash } as const
    const id = (await addStaff(host.database.db, them, host.clock.now)) ?? ''
    expect((await listed(ada)).staff.map((s) => s.staffId)).not.toContain(id)
    for (const name of ['resetStaff', 'setStaffRole', 'disableStaff', 'enableStaff'] as const) {
      const body = { secondFactorToo: true, role: 'therapist' }
      const foreign = await ada.call(name, { id, body })
      const absent = await ada.call(name, { id: randomUUID(), body })
      expect(foreign.status).toBe(404)
      expect(absent.raw.body).toBe(foreign.raw.body)
    }
  })
})
