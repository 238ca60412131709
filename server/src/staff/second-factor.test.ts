import { contract, type Endpoint, type EndpointName, type StaffSecurity, ACTIONS } from '@dorsal/care'
import { hash } from '@node-rs/argon2'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEMO_CLINICIAN } from '../seed/seed.ts'
import type { Visitor } from '../seed/visitor.ts'
import { CLINICIAN, testApp, type TestApp } from '../test-app.ts'
import { hashPassword } from '../account/passwords.ts'
import { codeNow, enrol, signInFully } from './sign-in-steps.ts'
import { addStaff, staffByEmail } from './staff.store.ts'

let host: TestApp
beforeEach(async () => {
  host = await testApp()
})
afterEach(() => host.close())

/** How many come at the same moment; each costs a password's work. */
const AT_ONCE = process.env['DORSAL_FULL'] === '1' ? 50 : 12
const right = { email: CLINICIAN.email, password: CLINICIAN.password }
const later = (seconds: number) => {
  host.clock.now = new Date(host.clock.now.getTime() + seconds * 1000)
}
const add = async (email: string, password = CLINICIAN.password) => {
  const { tenantId, db } = host.database
  const passwordHash = await hashPassword(password)
  await addStaff(db, { tenantId, email, name: 'Sam', role: 'therapist', passwordHash }, host.clock.now)
  return { email, password }
}

describe('T06: a password alone opens nothing', () => {
  const rows = Object.entries<Endpoint>(contract).filter(([, row]) => ACTIONS[row.action].door === 'staff')
  const tryAll = async (person: Visitor) => {
    const opened = []
    for (const [name] of rows) {
      const sent = await person.call(name as EndpointName, { id: randomUUID(), body: {} })
      if (sent.status !== 401) opened.push(`${name} ${sent.status}`)
    }
    return opened
  }

  it('on any row of the clinic, neither with a second factor nor before there is one', async () => {
    expect(rows.length).toBeGreaterThan(15)
    await host.clinician()
    const half = host.person()
    expect(await half.ok('signIn', { body: right })).toEqual({ step: 'code', backupCodesLeft: 10 })
    expect(await tryAll(half)).toEqual([])
    const fresh = host.person()
    expect(await fresh.ok('signIn', { body: await add('new@clinic.example') })).toEqual({ step: 'enrol' })
    expect(await tryAll(fresh)).toEqual([])
    await enrol(fresh, host.clock.now)
    await fresh.ok('panel')
  })

  it('and makes no second factor where there is one', async () => {
    await host.clinician()
    const half = host.person()
    await half.ok('signIn', { body: right })
    for (const name of ['enrolGenerator', 'enrolCode'] as const)
      expect((await half.call(name, { body: { code: '123456' } })).status).toBe(401)
    const fresh = host.person()
    await fresh.ok('signIn', { body: await add('new@clinic.example') })
    await fresh.ok('enrolGenerator')
    half.cookies.set('dorsal_step', fresh.cookies.get('dorsal_step') ?? '')
    expect((await half.call('signInCode', { body: { code: '123456' } })).status).toBe(401)
  })

  it('two who enrol at once with one password: one is in, the other is asked for the first one’s code', async () => {
    const account = await add('new@clinic.example')
    const [quick, slow] = [host.person(), host.person()]
    for (const person of [quick, slow]) await person.ok('signIn', { body: account })
    await enrol(quick, host.clock.now)
    await expect(enrol(slow, host.clock.now)).rejects.toThrow(/sign-in-anew/)
  })

  it('only the made-up clinician of a demo has no second step, and outside a demo also they', async () => {
    const account = await add(DEMO_CLINICIAN.email)
    const { staff_id } = (await staffByEmail(host.database.db, account.email)) ?? { staff_id: '' }
    await host.database.db.insertInto('auth.demo_sign_in').values({ staff_id }).execute()
    expect(await host.person().ok('signIn', { body: account })).toMatchObject({ step: 'in' })
    host.config.demo = false
    expect(await host.person().ok('signIn', { body: account })).toEqual({ step: 'enrol' })
  })
})

describe('T06: codes', () => {
  it('work once, also for many at the same moment', async () => {
    const owner = await host.clinician()
    const code = host.codeOf(owner)
    const people = []
    for (let i = 0; i < AT_ONCE; i += 1) {
      const person = host.person()
      await person.ok('signIn', { body: right })
      people.push(person)
    }
    const sent = await Promise.all(people.map((person) => person.call('signInCode', { body: { code } })))
    expect(sent.filter((reply) => reply.status === 200)).toHaveLength(1)
  })

  it('of a backup list work once each, in any spelling, and say how many are left', async () => {
    const account = await add('new@clinic.example')
    const { backupCodes } = await signInFully(host.person(), account, host.clock.now)
    expect(new Set(backupCodes).size).toBe(10)
    const person = host.person()
    await person.ok('signIn', { body: account })
    const code = (backupCodes[3] ?? '').toUpperCase().replaceAll('-', ' ')
    await person.ok('signInCode', { body: { code } })
    expect(await person.ok('signIn', { body: account })).toEqual({ step: 'code', backupCodesLeft: 9 })
    expect((await person.call('signInCode', { body: { code } })).status).toBe(401)
    const kept = JSON.stringify(await host.database.db.selectFrom('auth.backup_code').selectAll().execute())
    for (const shown of backupCodes) expect(kept).not.toContain(shown)
  })

  it('are guessed five times at most with one ticket, and the waits grow over tickets', async () => {
    await host.clinician()
    let looked = 0
    for (let ticket = 0; ticket < 4; ticket += 1) {
      const guesser = host.person()
      await guesser.ok('signIn', { body: right })
      for (let i = 0; i < 8; i += 1) {
        const sent = await guesser.call('signInCode', { body: { code: String(100_000 + i) } })
        if (sent.status === 401 && (sent.body as { code: string }).code === 'wrong-code') looked += 1
      }
    }
    expect(looked).toBe(5)
  })

  it('are refused after ten minutes, and for somebody whose account was closed meanwhile', async () => {
    const owner = await host.clinician()
    await owner.ok('signIn', { body: right })
    later(601)
    expect((await owner.call('signInCode', { body: { code: host.codeOf(owner) } })).status).toBe(401)
    await owner.ok('signIn', { body: right })
    await host.database.db.updateTable('auth.staff').set({ disabled_at: new Date() }).execute()
    expect((await owner.call('signInCode', { body: { code: host.codeOf(owner) } })).status).toBe(401)
  })

  it('T28: no secret of a generator can be read in the database', async () => {
    const account = await add('new@clinic.example')
    const { secret } = await signInFully(host.person(), account, host.clock.now)
    const kept = JSON.stringify(
      await host.database.db.selectFrom('auth.code_generator').selectAll().execute(),
    )
    for (const form of ['base64', 'base64url', 'hex'] as const)
      expect(kept).not.toContain(secret.toString(form))
  })
})

describe('one’s own account', () => {
  it('lists where one is signed in, ends one, and ends all others', async () => {
    const owner = await host.clinician()
    const others = []
    for (let i = 0; i < 2; i += 1) {
      const other = host.person()
      await other.ok('signIn', { body: right, headers: { 'user-agent': 'Firefox/140 Windows' } })
      await other.ok('signInCode', {
        body: { code: host.codeOf(owner) },
        headers: { 'user-agent': 'Firefox/140 Windows' },
      })
      later(30)
      others.push(other)
    }
    const seen = await owner.ok<StaffSecurity>('staffSecurity')
    expect(seen.sessions).toHaveLength(3)
    expect(seen.sessions.filter((session) => session.current)).toHaveLength(1)
    const there = seen.sessions.filter((session) => session.device === 'Firefox · Windows')
    expect(there).toHaveLength(2)
    await owner.ok('endStaffSession', { id: there[0]?.id ?? '' })
    const left = await Promise.all(others.map(async (other) => (await other.call('staffMe')).status))
    expect(left.filter((status) => status === 200)).toHaveLength(1)
    expect(left).toContain(401)
    await owner.ok('endOtherStaffSessions')
    for (const other of others) expect((await other.call('staffMe')).status).toBe(401)
    await owner.ok('staffMe')
  })

  it('ends nobody else’s session', async () => {
    const owner = await host.clinician()
    const victim = host.person()
    await signInFully(victim, await add('victim@clinic.example'), host.clock.now)
    const { sessions } = await victim.ok<StaffSecurity>('staffSecurity')
    await owner.ok('endStaffSession', { id: sessions[0]?.id ?? '' })
    await victim.ok('staffMe')
  })

  it('a new password asks for the old one, is not a weak one, gives a new session and ends the others', async () => {
    const owner = await host.clinician()
    const other = host.person()
    await other.ok('signIn', { body: right })
    await other.ok('signInCode', { body: { code: host.codeOf(owner) } })
    const newPassword = 'seven green bicycles'
    const change = (password: string, chosen = newPassword) =>
      owner.call('changeStaffPassword', { body: { password, newPassword: chosen } })
    expect((await change('not this one')).status).toBe(401)
    expect((await change(CLINICIAN.password, 'dana@clinic.example')).status).toBe(422)
    await other.ok('staffMe')
    const before = owner.cookies.get('dorsal_staff')
    expect((await change(CLINICIAN.password)).status).toBe(200)
    expect(owner.cookies.get('dorsal_staff')).not.toBe(before)
    await owner.ok('staffMe')
    expect((await other.call('staffMe')).status).toBe(401)
    expect((await host.person().call('signIn', { body: right })).status).toBe(401)
    expect((await host.person().call('signIn', { body: { ...right, password: newPassword } })).status).toBe(
      200,
    )
  })

  it('a new generator holds from its first code on; the old one and the old backup codes end', async () => {
    const account = await add('new@clinic.example')
    const person = host.person()
    const old = await signInFully(person, account, host.clock.now)
    later(30)
    const { secret } = await person.ok<{ secret: string }>('newGenerator', {
      body: { password: account.password },
    })
    const { fromBase32 } = await import('./sign-in-steps.ts')
    const fresh = { secret: fromBase32(secret) }
    expect(
      (await person.call('newGeneratorCode', { body: { code: codeNow(old, host.clock.now) } })).status,
    ).toBe(401)
    await person.ok('newGeneratorCode', { body: { code: codeNow(fresh, host.clock.now) } })
    await person.ok('staffMe')
    later(30)
    const again = host.person()
    await again.ok('signIn', { body: account })
    for (const code of [codeNow(old, host.clock.now), old.backupCodes[0] ?? ''])
      expect((await again.call('signInCode', { body: { code } })).status).toBe(401)
    await again.ok('signInCode', { body: { code: codeNow(fresh, host.clock.now) } })
  })
})

describe('passwords', () => {
  it('kept at an older cost are hashed anew when they are next right', async () => {
    await host.clinician()
    const { db } = host.database
    const old = await hash(CLINICIAN.password, { memoryCost: 4096, timeCost: 1, parallelism: 1 })
    await db.updateTable('auth.staff').set({ password_hash: old }).execute()
    await host.person().call('signIn', { body: { ...right, password: 'not this one' } })
    expect((await staffByEmail(db, right.email))?.password_hash).toBe(old)
    await host.person().ok('signIn', { body: right })
    expect((await staffByEmail(db, right.email))?.password_hash).toContain('m=19456,t=2,p=1')
    await host.person().ok('signIn', { body: right })
  })
})
