import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../ids.ts'
import { addStaff } from '../staff/staff.store.ts'
import { hashPassword } from '../account/passwords.ts'
import { signInFully } from '../staff/sign-in-steps.ts'
import { CLINICIAN, testApp, type TestApp } from '../test-app.ts'

let host: TestApp
beforeEach(async () => {
  host = await testApp({ env: { TRUST_PROXY: '127.0.0.1' } })
})
afterEach(() => host.close())

const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })
const wrong = { email: CLINICIAN.email, password: 'not this one' }
const right = { email: CLINICIAN.email, password: CLINICIAN.password }

describe('staff sessions', () => {
  it('open with the password, keep only the hash of the token, end at sign-out at once', async () => {
    const clinician = await host.clinician()
    const token = clinician.cookies.get('dorsal_staff') ?? ''
    expect(token.length).toBeGreaterThanOrEqual(43)
    const rows = await host.database.db.selectFrom('auth.staff_session').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(rows[0]?.token_hash).toBe(sha256(token))
    await clinician.ok('staffMe')
    await clinician.ok('signOut')
    clinician.cookies.set('dorsal_staff', token)
    expect((await clinician.call('staffMe')).status).toBe(401)
  })

  it('are safe cookies, and a new one at each sign-in', async () => {
    const clinician = await host.clinician()
    const before = clinician.cookies.get('dorsal_staff') ?? ''
    const between = await clinician.call('signIn', { body: right })
    expect(between.raw.headers['set-cookie']).toMatch(
      /^dorsal_step=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    const again = await clinician.call('signInCode', { body: { code: host.codeOf(clinician) } })
    const cookies = again.raw.headers['set-cookie'] as string[]
    expect(cookies).toHaveLength(3)
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly; SameSite=Strict/)
    const after = clinician.cookies.get('dorsal_staff')
    expect(after).not.toBe(before)
    clinician.cookies.set('dorsal_staff', before)
    expect((await clinician.call('staffMe')).status).toBe(401)
  })

  it('end after an idle hour, and after twelve hours whatever happens', async () => {
    const clinician = await host.clinician()
    const start = host.clock.now.getTime()
    for (let minutes = 50; minutes < 720; minutes += 50) {
      host.clock.now = new Date(start + minutes * 60_000)
      await clinician.ok('staffMe')
    }
    host.clock.now = new Date(start + 721 * 60_000)
    expect((await clinician.call('staffMe')).status).toBe(401)

    await clinician.ok('signIn', { body: right })
    await clinician.ok('signInCode', { body: { code: host.codeOf(clinician) } })
    await clinician.ok('staffMe')
    host.clock.now = new Date(host.clock.now.getTime() + 61 * 60_000)
    expect((await clinician.call('staffMe')).status).toBe(401)
  })

  it('end at once when the account is disabled', async () => {
    const clinician = await host.clinician()
    await host.database.db.updateTable('auth.staff').set({ disabled_at: new Date() }).execute()
    expect((await clinician.call('staffMe')).status).toBe(401)
    expect((await clinician.call('signIn', { body: right })).status).toBe(401)
  })

  it('say the same of a wrong password and of nobody', async () => {
    await host.clinician()
    const known = await host.person().call('signIn', { body: wrong })
    const nobody = await host.person().call('signIn', { body: { ...wrong, email: 'nobody@clinic.example' } })
    expect(known.status).toBe(401)
    expect(nobody.body).toEqual(known.body)
  })
})

describe('guessing', () => {
  it('is stopped for one network on one account after five wrong tries, also all at once', async () => {
    await host.clinician()
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => host.person().call('signIn', { body: wrong, ...from('203.0.113.9') })),
    )
    expect(tries.filter((t) => t.status === 401).length).toBeLessThanOrEqual(5)
    expect(tries.filter((t) => t.status === 429).length).toBeGreaterThanOrEqual(15)
  })

  it('from many networks is stopped, while the owner still gets in from the usual one', async () => {
    await host.clinician()
    await host.person().ok('signIn', { body: right, ...from('198.51.100.7') })
    let looked = 0
    for (let i = 0; i < 40; i += 1) {
      const sent = await host.person().call('signIn', { body: wrong, ...from(`2001:db8:${i}::1`) })
      if (sent.status === 401) looked += 1
    }
    expect(looked).toBeLessThanOrEqual(20)
    expect((await host.person().call('signIn', { body: right, ...from('198.51.100.7') })).status).toBe(200)
  })

  it('from one IPv6 network in many spellings counts as one', async () => {
    await host.clinician()
    const spellings = [
      '2001:db8:1:1::1',
      '2001:DB8:1:1:0:0:0:2',
      '2001:db8:1:1:ffff::3',
      '2001:0db8:0001:0001::4',
    ]
    let looked = 0
    for (let i = 0; i < 16; i += 1) {
      const address = spellings[i % spellings.length] ?? ''
      if ((await host.person().call('signIn', { body: wrong, ...from(address) })).status === 401) looked += 1
    }
    expect(looked).toBeLessThanOrEqual(5)
  })

  it('does not believe a forwarded address from anybody but the proxy', async () => {
    const bare = await testApp()
    await bare.clinician()
    let looked = 0
    for (let i = 0; i < 12; i += 1)
      if ((await bare.person().call('signIn', { body: wrong, ...from(`203.0.113.${i}`) })).status === 401)
        looked += 1
    await bare.close()
    expect(looked).toBeLessThanOrEqual(5)
  })

  it('ends by itself after a quarter of an hour', async () => {
    await host.clinician()
    for (let i = 0; i < 8; i += 1) await host.person().call('signIn', { body: wrong })
    expect((await host.person().call('signIn', { body: right })).status).toBe(429)
    host.clock.now = new Date(host.clock.now.getTime() + 16 * 60_000)
    expect((await host.person().call('signIn', { body: right })).status).toBe(200)
  })
})

describe('T07: guessing is throttled, and its victim is not locked out', () => {
  const guessFrom = async (addresses: readonly string[]) => {
    let looked = 0
    for (const address of addresses)
      if ((await host.person().call('signIn', { body: wrong, ...from(address) })).status === 401) looked += 1
    return looked
  }
  const many = (of: (n: number) => string, n = 25) => Array.from({ length: n }, (_, i) => of(i))

  it.each([
    ['one address', () => '203.0.113.9', 5],
    ['one IPv6 network', (n: number) => `2001:db8:7:7::${(n + 1).toString(16)}`, 5],
    ['many networks', (n: number) => `2001:db8:${n}::1`, 20],
  ])(
    'from %s, while its owner comes in from the browser that is known, in the same network too',
    async (_, of, most) => {
      const owner = await host.clinician()
      expect(await guessFrom(many(of))).toBe(most)
      await owner.ok('signOut')
      const addresses = [of(0), '198.51.100.7', '2001:db8:ffff::1']
      for (const address of addresses)
        expect((await owner.call('signIn', { body: right, ...from(address) })).status).toBe(200)
      const stranger = await host.person().call('signIn', { body: right, ...from(of(0)) })
      expect(stranger).toMatchObject({ status: 429, body: { code: 'too-many-wrong' } })
      expect(Number(stranger.raw.headers['retry-after'])).toBeGreaterThanOrEqual(30)
    },
  )

  it('a browser that somebody else knows is no key: its mark counts for its own account alone', async () => {
    await host.clinician()
    const thief = host.person()
    thief.cookies.set('dorsal_device', 'x'.repeat(43))
    let looked = 0
    for (let i = 0; i < 12; i += 1)
      if ((await thief.call('signIn', { body: wrong, ...from('203.0.113.9') })).status === 401) looked += 1
    expect(looked).toBe(5)
  })

  it('a known browser in the wrong hands is slowed down as well', async () => {
    const owner = await host.clinician()
    let looked = 0
    for (let i = 0; i < 12; i += 1)
      if ((await owner.call('signIn', { body: wrong })).status === 401) looked += 1
    expect(looked).toBe(5)
  })

  it('one password on many accounts is stopped at the network', async () => {
    let looked = 0
    for (let i = 0; i < 40; i += 1) {
      const body = { email: `somebody${i}@clinic.example`, password: 'Summer2026!!' }
      if ((await host.person().call('signIn', { body, ...from('203.0.113.9') })).status === 401) looked += 1
    }
    expect(looked).toBe(30)
  })

  it('each further try waits twice as long as the one before, and asking meanwhile prolongs nothing', async () => {
    await host.clinician()
    const guess = async () =>
      (await host.person().call('signIn', { body: wrong, ...from('203.0.113.9') })).status
    for (let i = 0; i < 5; i += 1) expect(await guess()).toBe(401)
    const start = host.clock.now.getTime()
    const accepted: number[] = []
    for (let second = 0; second <= 900; second += 15) {
      host.clock.now = new Date(start + second * 1000)
      if ((await guess()) === 401) accepted.push(second)
    }
    expect(accepted).toEqual([30, 90, 210, 450])
  })

  it('the e-mail is one in every spelling of it', async () => {
    await host.clinician()
    const spellings = [
      'dana@clinic.example',
      'DANA@clinic.example',
      ' dana@clinic.example',
      'ｄana@clinic.example',
    ]
    let looked = 0
    for (let i = 0; i < 12; i += 1) {
      const body = { email: spellings[i % 4] ?? '', password: 'not this one' }
      if ((await host.person().call('signIn', { body, ...from('203.0.113.9') })).status === 401) looked += 1
    }
    expect(looked).toBe(5)
  })
})

describe('who may', () => {
  let own: TestApp
  beforeAll(async () => {
    own = await testApp()
  })
  afterAll(() => own.close())

  it('a patient sees nothing of the clinic, staff nothing as a patient, nobody nothing', async () => {
    const patient = own.person()
    const { patientId } = await patient.agree()
    const clinician = await own.clinician()
    for (const [who, name] of [
      [patient, 'panel'],
      [patient, 'patient'],
      [clinician, 'me'],
      [own.person(), 'me'],
      [own.person(), 'panel'],
    ] as const)
      expect((await who.call(name, { id: patientId })).status).toBe(401)
  })

  it('a record of another clinic answers exactly as one that is not there', async () => {
    const { db } = own.database
    const tenantId = randomUUID()
    const admin = new (await import('pg')).Client(own.database.ownerUrl)
    await admin.connect()
    await admin.query('insert into auth.tenant values ($1, $2, now())', [tenantId, 'other'])
    await admin.end()
    const passwordHash = await hashPassword('another long password')
    await addStaff(
      db,
      { tenantId, email: 'b@other.example', name: 'B', role: 'therapist', passwordHash },
      new Date(),
    )
    const patient = own.person()
    const { patientId } = await patient.agree()
    const other = own.person()
    await signInFully(other, { email: 'b@other.example', password: 'another long password' }, own.clock.now)
    for (const name of ['patient', 'acknowledgeTask', 'closeTask'] as const) {
      const foreign = await other.call(name, { id: patientId })
      const absent = await other.call(name, { id: randomUUID() })
      const nonsense = await other.call(name, { id: 'x' })
      expect(foreign.status).toBe(404)
      expect(absent.raw.body).toBe(foreign.raw.body)
      expect(nonsense.raw.body).toBe(foreign.raw.body)
    }
  })

  it('another site cannot act with our cookies', async () => {
    const patient = own.person()
    await patient.agree()
    const body = { name: 'x', email: null, phone: null }
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ])
      expect(
        (await patient.call('setContact', { body, headers: headers as Record<string, string> })).status,
      ).toBe(403)
    const same = await patient.call('setContact', { body, headers: { origin: 'http://127.0.0.1' } })
    expect(same.status).toBe(200)
    expect((await patient.call('me', { headers: { host: 'evil.example' } })).status).toBe(421)
  })
})
