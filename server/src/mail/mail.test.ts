import { LANGUAGES } from '@dorsal/content'
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Db, inClinic } from '../db/connect.ts'
import { noteCalls } from '../message/call.store.ts'
import type { Visitor } from '../seed/visitor.ts'
import { codeNow, fromBase32 } from '../staff/sign-in-steps.ts'
import { testApp, type TestApp } from '../test-app.ts'
import { staffMember } from '../test-staff.ts'
import { mailCall } from './mail-call.ts'
import { type Errand, mailbox } from './mailbox.ts'
import { type Post, sendDue } from './send-due.ts'
import { smtp } from './smtp.ts'
import { readable, smtpServer } from './smtp-fixture.ts'
import { letterOf, type TemplateId, TEMPLATES } from './templates.ts'

const CLINIC = 'Hill Street Clinic'
const BASE = 'http://127.0.0.1'

let host: TestApp
let server: Awaited<ReturnType<typeof smtpServer>>
let db: Db
let post: Post
beforeAll(async () => {
  server = await smtpServer()
  host = await testApp({
    env: {
      DEMO: '1',
      CLINIC_NAME: CLINIC,
      PUBLIC_URL: BASE,
      SMTP_URL: server.url,
      MAIL_FROM: 'noreply@clinic.example',
    },
  })
  ;({ db } = host.database)
  // A host that stands still for a second is no server that hangs.
  const send = smtp(server.url, 'noreply@clinic.example', { connectMs: 4_000, answerMs: 4_000 })
  const house = { host: '127.0.0.1', calendarName: '', mail: 'noreply@clinic.example', base: BASE }
  post = { db, vault: host.vault, send, clinic: CLINIC, base: BASE, house }
})
afterEach(() => {
  server.state.manner = 'takes'
  server.received.length = 0
})
afterAll(async () => {
  await host.close()
  await server.close()
})

const later = (ms: number): void => void (host.clock.now = new Date(host.clock.now.getTime() + ms))
const deliver = () => sendDue(post, () => host.clock.now)
const waits = (to = 'dana@clinic.example'): Errand => ({
  template: 'waits',
  to,
  lang: 'en',
  path: '/clinician',
})
const put = (key: string, errand = waits()) =>
  inClinic(db, host.database.tenantId, (tx) =>
    mailbox(true, host.vault, async () => {}).add(tx, host.database.tenantId, key, errand, host.clock.now),
  )
const rowOf = (key: string) =>
  inClinic(db, host.database.tenantId, (tx) =>
    tx
      .selectFrom('app.mail')
      .select(['state', 'tries', 'sealed'])
      .where('effect_key', '=', key)
      .executeTakeFirstOrThrow(),
  )
/** What came by mail for this address: the secret behind the `#` of its link. */
const linkFor = (to: string): string => {
  const found = server.received.findLast((one) => one.to === to)
  return found === undefined ? '' : (/#(\S+)/.exec(readable(found).text)?.[1] ?? '')
}

describe('a letter', () => {
  /** Words of health and of care, as they begin, in the three languages. */
  const HEALTH =
    /\b(?:pain|ache|back|thorac|therap|terap|physio|fisio|exerc|ejerc|session|sesi[oó]n|sess[aã]o|plan|patient|pacient|treat|tratam|symptom|s[ií]ntom|diagn|record|registro|prontu|health|salud|sa[uú]de|medic|m[eé]dic|doctor|dolor|dor\b|message|mensaje|mensagem|warning|urgent)/i

  it.each(Object.keys(TEMPLATES) as TemplateId[])(
    'of the kind %s says who writes and where to go, nothing else',
    (id) => {
      for (const lang of LANGUAGES) {
        const words = TEMPLATES[id][lang]
        expect([...new Set((words.subject + words.text).match(/\{(?!when|where)\w+\}/g))].sort()).toEqual([
          '{clinic}',
          '{link}',
        ])
        const { subject, text } = letterOf(id, lang, { clinic: CLINIC, link: `${BASE}/x` })
        expect(subject).toContain(CLINIC)
        expect(subject).not.toMatch(/\n/)
        expect(text.split('\n')).toContain(`${BASE}/x`)
        expect(`${subject} ${text}`).not.toMatch(HEALTH)
      }
    },
  )

  it('keeps its one line of subject whatever the clinic is called', () => {
    expect(letterOf('waits', 'en', { clinic: 'A\r\nBcc: b@x', link: '$&' }).subject).toBe(
      'A Bcc: b@x: something waits for you',
    )
  })
})

describe('a letter is sent', () => {
  it('once for each thing that it tells of, however often that is written down and whoever sends', async () => {
    for (let n = 0; n < 3; n += 1) await put('once')
    await Promise.all([deliver(), deliver(), deliver()])
    await deliver()
    expect(server.received.map(({ to }) => to)).toEqual(['dana@clinic.example'])
    expect(await rowOf('once')).toEqual({ state: 'sent', tries: 1, sealed: null })
    expect(readable(server.received[0] ?? { to: '', data: '' })).toEqual({
      subject: `${CLINIC}: something waits for you`,
      text: expect.stringContaining(`Something waits for you at ${CLINIC}.\n\n${BASE}/clinician`),
    })
  })

  it('stands in the database under a seal until it is out', async () => {
    await put('sealed')
    const { sealed } = await rowOf('sealed')
    expect(sealed).toMatch(/^v1\./)
    expect(sealed).not.toContain('dana')
    await deliver()
  })

  it.each(['busy', 'hangs', 'dies-before-data'] as const)(
    'again later where the server %s, longer apart each time',
    async (manner) => {
      const key = `again ${manner}`
      server.state.manner = manner
      await put(key)
      await deliver()
      expect(await rowOf(key)).toMatchObject({ state: 'waiting', tries: 1 })
      const before = server.state.connections
      later(29_000)
      await deliver()
      expect(server.state.connections).toBe(before)
      later(2_000)
      await deliver()
      expect(await rowOf(key)).toMatchObject({ state: 'waiting', tries: 2 })
      server.state.manner = 'takes'
      later(61_000)
      await deliver()
      expect(await rowOf(key)).toEqual({ state: 'sent', tries: 3, sealed: null })
      expect(server.received).toHaveLength(1)
    },
  )

  it('never again where it is refused for good, or after a day', async () => {
    server.state.manner = 'refuses'
    await put('refused')
    await deliver()
    expect(await rowOf('refused')).toMatchObject({ state: 'given-up', sealed: null })
    server.state.manner = 'busy'
    await put('too late')
    for (let n = 0; n < 40; n += 1) {
      later(3_600_000)
      await deliver()
    }
    expect(await rowOf('too late')).toMatchObject({ state: 'given-up', sealed: null })
  })

  it('never twice where the server took it all and died, or where the sender did', async () => {
    server.state.manner = 'dies-after-data'
    await put('unsure')
    await deliver()
    expect(await rowOf('unsure')).toEqual({ state: 'unsure', tries: 1, sealed: null })
    server.state.manner = 'takes'
    await put('left')
    await inClinic(db, host.database.tenantId, (tx) =>
      tx
        .updateTable('app.mail')
        .set({ state: 'sending', next_at: host.clock.now })
        .where('effect_key', '=', 'left')
        .execute(),
    )
    later(11 * 60_000)
    await deliver()
    expect(await rowOf('left')).toMatchObject({ state: 'unsure' })
    expect(server.received).toHaveLength(1)
  })

  it('nowhere without a mail server', async () => {
    await inClinic(db, host.database.tenantId, (tx) =>
      mailbox(false, host.vault, async () => {}).add(
        tx,
        host.database.tenantId,
        'off',
        waits(),
        host.clock.now,
      ),
    )
    await expect(rowOf('off')).rejects.toThrow()
    const without = await testApp({ env: { DEMO: '1' } })
    const asked = await without
      .person()
      .call('askEntryMail', { body: { email: 'a@example.org', lang: 'en' } })
    expect(asked.status).toBe(404)
    await without.close()
  })
})

describe('by mail a person opens their record', () => {
  const EMAIL = 'sam@example.org'
  let sam: Visitor
  const ask = (who: Visitor, email: string) => who.call('askEntryMail', { body: { email, lang: 'es' } })
  const open = (who: Visitor, link: string) =>
    who.call('enterByLink', { body: { token: link.replace('mail:', '') } })

  it('once the address is confirmed by a press, on the device that gave it', async () => {
    sam = host.person()
    await sam.agree(host.clock.now.toISOString())
    await sam.ok('setOwnEmail', { body: { email: ' Sam@Example.org'.trim(), lang: 'pt' } })
    expect(await sam.ok('myDevices')).toMatchObject({ email: { address: EMAIL, confirmed: false } })
    await ask(host.person(), EMAIL)
    expect(await deliver()).toEqual(['sent', 'nobody'])
    expect(readable(server.received[0] ?? { to: '', data: '' }).text).toContain('este e-mail é seu')
    expect((await open(sam, linkFor(EMAIL))).status).toBe(200)
    expect(await sam.ok('myDevices')).toMatchObject({
      email: { address: EMAIL, confirmed: true },
      devices: [{}],
    })
  })

  it('on another device, once, within a quarter of an hour', async () => {
    await ask(host.person(), EMAIL)
    await deliver()
    const link = linkFor(EMAIL)
    const phone = host.person()
    expect((await open(phone, link)).body).toEqual({
      patientId: (await sam.ok<{ patientId: string }>('me')).patientId,
    })
    expect((await open(host.person(), link)).status).toBe(404)
    await ask(host.person(), EMAIL)
    await deliver()
    later(15 * 60_000 + 1_000)
    expect((await open(host.person(), linkFor(EMAIL))).status).toBe(404)
  })

  it('is told the same whether anybody has the address or not, and nobody else is written to', async () => {
    const known = await ask(host.person(), EMAIL)
    const unknown = await ask(host.person(), 'nobody@example.org')
    const { date: _a, ...one } = known.raw.headers
    const { date: _b, ...other } = unknown.raw.headers
    expect([known.status, known.raw.body, one]).toEqual([unknown.status, unknown.raw.body, other])
    expect((await deliver()).sort()).toEqual(['nobody', 'sent'])
    expect(server.received.map(({ to }) => to)).toEqual([EMAIL])
  })

  it('is held up after a few letters that nobody used, known address or not', async () => {
    for (const email of ['often@example.org', EMAIL]) {
      const answers: number[] = []
      for (let n = 0; n < 8; n += 1) answers.push((await ask(host.person(), email)).status)
      expect(answers).toContain(429)
    }
    await deliver()
  })

  it('keeps what this device has: a link into another record opens nothing here', async () => {
    later(86_400_000)
    const other = host.person()
    await other.agree(host.clock.now.toISOString())
    await ask(host.person(), EMAIL)
    await deliver()
    expect((await open(other, linkFor(EMAIL))).status).toBe(409)
    expect((await open(host.person(), linkFor(EMAIL))).status).toBe(200)
  })

  it('takes an address back, and what was sent to it', async () => {
    await ask(host.person(), EMAIL)
    await deliver()
    const link = linkFor(EMAIL)
    await sam.ok('setOwnEmail', { body: { email: null, lang: 'en' } })
    expect((await open(host.person(), link)).status).toBe(404)
  })
})

describe('staff are written to', () => {
  it('when they are invited, when an administrator resets them, and when they ask themselves', async () => {
    const admin = await staffMember(host, { role: 'clinic-admin', name: 'Ada' })
    const email = `${randomUUID()}@clinic.example`
    const { token } = await admin.visitor.ok<{ token: string }>('inviteStaff', {
      body: { email, name: 'Bo', role: 'therapist' },
    })
    await deliver()
    expect(linkFor(email)).toBe(token)
    const bo = await staffMember(host, { role: 'therapist', name: 'Bo' })
    await admin.visitor.ok('resetStaff', { id: bo.staffId, body: { secondFactorToo: false } })
    await deliver()
    const seen = { kind: 'reset', newSecondFactor: false }
    expect(await host.person().ok('lookAtStaffLink', { body: { token: linkFor(bo.email) } })).toMatchObject(
      seen,
    )
    server.received.length = 0
    await host.person().ok('askStaffReset', { body: { email: bo.email.toUpperCase() } })
    await host.person().ok('askStaffReset', { body: { email: 'nobody@clinic.example' } })
    expect((await deliver()).sort()).toEqual(['nobody', 'sent'])
    expect(await host.person().ok('lookAtStaffLink', { body: { token: linkFor(bo.email) } })).toMatchObject(
      seen,
    )
  })

  it('when a message calls them: that something waits, not what or of whom', async () => {
    const sender = host.person()
    await sender.agree(host.clock.now.toISOString())
    const id = randomUUID()
    await sender.call('sendMessage', {
      id,
      body: { id, words: 'I want to end my life', lang: 'en', answers: {} },
    })
    const box = mailbox(true, host.vault, async () => {})
    const look = () =>
      noteCalls(db, host.clock.now, (tx, tenantId, call) =>
        mailCall(tx, box, { tenantId, ...call }, host.clock.now),
      )
    later(60_000)
    expect(await look()).toBe(1)
    expect(await look()).toBe(0)
    await deliver()
    expect(server.received.length).toBeGreaterThan(0)
    expect(new Set(server.received.map(({ to }) => to)).size).toBe(server.received.length)
    for (const one of server.received)
      expect(readable(one)).toEqual({
        subject: `${CLINIC}: something waits for you`,
        text: expect.stringMatching(
          /^Something waits for you at Hill Street Clinic\.\n\nhttp:\/\/127\.0\.0\.1\/clinician\s*$/,
        ),
      })
  })

  it('in the language in which they ask, and in which they last came in', async () => {
    const headers = { 'accept-language': 'es-MX,es;q=0.9' }
    const bo = await staffMember(host, { role: 'therapist', name: 'Bo' })
    await host.person().ok('askStaffReset', { body: { email: bo.email }, headers })
    await deliver()
    const lettersTo = (to: string) => {
      const found = server.received.findLast((one) => one.to === to)
      return found === undefined ? '' : readable(found).text
    }
    expect(lettersTo(bo.email)).toContain('una sola vez')
    const admin = await staffMember(host, { role: 'clinic-admin', name: 'Ada' })
    const email = `${randomUUID()}@clinic.example`
    const body = { email, name: 'Cy', role: 'clinic-admin' }
    const portuguese = { 'accept-language': 'pt-BR' }
    const { token } = await admin.visitor.ok<{ token: string }>('inviteStaff', { body, headers: portuguese })
    await deliver()
    expect(lettersTo(email)).toContain('criou uma conta')
    const cy = host.person()
    await cy.ok('takeStaffLink', { body: { token, password: 'seven green bicycles' } })
    const { secret } = await cy.ok<{ secret: string }>('enrolGenerator')
    await cy.ok('enrolCode', {
      body: { code: codeNow({ secret: fromBase32(secret) }, host.clock.now) },
      headers: portuguese,
    })
    const { patientId } = await host.person().agree(host.clock.now.toISOString())
    const opened = { id: randomUUID(), reason: 'She fainted at the reception.' }
    await admin.visitor.ok('joinTeam', {
      id: patientId,
      params: { staffId: bo.staffId },
      body: { part: 'lead', until: null },
    })
    await admin.visitor.ok('breakGlass', { id: patientId, body: opened })
    await deliver()
    expect(lettersTo(email)).toContain('Algo espera por')
    expect(lettersTo(bo.email)).toContain('Something waits for you')
  })
})

it('no log has an address, a link or a word of it', () => {
  const told = host.lines.join('\n')
  expect(told).not.toMatch(/@|#mail|join#|Hill Street/)
})
