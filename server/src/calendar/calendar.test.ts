import { randomBytes, randomUUID } from 'node:crypto'
import { sync, type VEvent } from 'node-ical'
import { Temporal } from 'temporal-polyfill'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Db, inClinic } from '../db/connect.ts'
import { mailbox } from '../mail/mailbox.ts'
import { type Post, sendDue } from '../mail/send-due.ts'
import { smtp } from '../mail/smtp.ts'
import { type Received, readable, smtpServer } from '../mail/smtp-fixture.ts'
import type { Visitor } from '../seed/visitor.ts'
import { someIntake, testApp, type TestApp } from '../test-app.ts'
import { type Member, staffMember, superuser } from '../test-staff.ts'
import { houseOf } from './entries.ts'
import { calendarIn, toldIn } from './testing/letter.ts'
import { tellCalendar } from './tell.ts'
import { addVisit, changeVisit, type Somewhere, somewhere } from './visit-fixture.ts'

/** Words of health and of care, as they begin, in the three languages; and everything that names somebody here. */
const FORBIDDEN =
  /\b(?:pain|ache|back|spine|thorac|therap|terap|physio|fisio|exerc|ejerc|session|sesi[oó]n|sess[aã]o|plan\b|patient|pacient|treat|tratam|symptom|s[ií]ntom|diagn|health|salud|sa[uú]de|medic|m[eé]dic|doctor|dolor|dor\b)|Quinn|Dana/i
const MAIL = 'quinn@example.org'

let host: TestApp
let server: Awaited<ReturnType<typeof smtpServer>>
let db: Db
let post: Post
let at: Somewhere
let dana: Member
let quinn: Visitor
let patientId: string
beforeAll(async () => {
  server = await smtpServer()
  host = await testApp({
    env: {
      DEMO: '1',
      CLINIC_NAME: 'Hill Street',
      PUBLIC_URL: 'http://127.0.0.1',
      SMTP_URL: server.url,
      MAIL_FROM: 'noreply@clinic.example',
    },
  })
  ;({ db } = host.database)
  const send = smtp(server.url, 'noreply@clinic.example', { connectMs: 4_000, answerMs: 4_000 })
  const house = houseOf(host.config)
  post = { db, vault: host.vault, send, clinic: 'Hill Street', base: house.base, house }
  at = await somewhere(host, 'Europe/Lisbon')
  dana = await staffMember(host, { role: 'therapist', name: 'Dana Hill' })
  quinn = host.person()
  await quinn.agree(host.clock.now.toISOString())
  await quinn.ok('setContact', { body: { name: 'Quinn Ray', email: MAIL, phone: null } })
  await quinn.ok('sendIntake', { id: randomUUID(), body: someIntake(host.content) })
  ;({ patientId } = await quinn.ok<{ patientId: string }>('me'))
})
afterEach(() => void (server.received.length = 0))
afterAll(async () => {
  await host.close()
  await server.close()
})

const inDays = (days: number): string =>
  new Date(Math.floor(host.clock.now.getTime() / 3_600_000 + days * 24) * 3_600_000).toISOString()
const book = (starts: string, zone = 'Europe/Lisbon', rest: { state?: 'held' | 'cancelled' } = {}) =>
  addVisit(host, {
    patientId,
    staffId: dana.staffId,
    at,
    starts,
    wall: Temporal.Instant.from(starts).toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16),
    zone,
    ...rest,
  })
const tell = (visitId: string) =>
  inClinic(db, host.database.tenantId, (tx) =>
    tellCalendar(
      tx,
      mailbox(true, host.vault, async () => {}),
      visitId,
      host.clock.now,
    ),
  )
const deliver = () => sendDue(post, () => host.clock.now)

const eventsIn = (text: string): VEvent[] =>
  Object.values(sync.parseICS(text)).filter((one): one is VEvent => one?.type === 'VEVENT')
const told = (received: Received | undefined) => toldIn(received, eventsIn)

describe('a letter about a visit', () => {
  it('puts it into a calendar, changes the same entry, takes the same entry out', async () => {
    const starts = inDays(3)
    const id = await book(starts)
    const uid = `${id}@127.0.0.1`
    await tell(id)
    await deliver()
    expect(told(server.received[0])).toEqual({
      to: MAIL,
      method: 'REQUEST',
      inside: 'REQUEST',
      uid,
      sequence: 0,
      starts,
      status: 'CONFIRMED',
    })
    const later = inDays(4)
    await changeVisit(host, id, { starts: later })
    await tell(id)
    await deliver()
    expect(told(server.received[1])).toMatchObject({ method: 'REQUEST', uid, sequence: 1, starts: later })
    await changeVisit(host, id, { cancelled: true })
    await tell(id)
    await deliver()
    expect(told(server.received[2])).toMatchObject({
      method: 'CANCEL',
      inside: 'CANCEL',
      uid,
      sequence: 2,
      status: 'CANCELLED',
    })
    expect(server.received.map((one) => readable(one).subject)).toEqual([
      'Hill Street: your appointment',
      'Hill Street: your appointment has changed',
      'Hill Street: your appointment is cancelled',
    ])
  })

  it('is one for each change, however often it is told', async () => {
    const id = await book(inDays(5))
    await tell(id)
    await tell(id)
    await deliver()
    await tell(id)
    await deliver()
    expect(server.received).toHaveLength(1)
  })

  it('says what is true when it is sent: nobody is invited to what was cancelled', async () => {
    const id = await book(inDays(6))
    await tell(id)
    await changeVisit(host, id, { cancelled: true })
    expect(await deliver()).toEqual(['nobody'])
    await tell(id)
    await deliver()
    expect(server.received.map((one) => calendarIn(one).method)).toEqual(['CANCEL'])
  })

  it.each(['held', 'no-show', 'done'] as const)('is not written about what is %s', async (state) => {
    const id = await book(inDays(7))
    const { tenantId } = host.database
    await tell(id)
    await inClinic(db, tenantId, (tx) =>
      tx
        .updateTable('app.visit')
        .set({ state, held_until: state === 'held' ? host.clock.now : null, sequence: 0 })
        .where('visit_id', '=', id)
        .execute(),
    )
    expect(await deliver()).toEqual(['nobody'])
    await inClinic(db, tenantId, (tx) =>
      tx.updateTable('app.visit').set({ sequence: 1 }).where('visit_id', '=', id).execute(),
    )
    await tell(id)
    expect(await deliver()).toEqual([])
  })

  it('holds no word of health, no name, and the time by the clocks of the place', async () => {
    await tell(await book('2027-07-05T08:30:00.000Z'))
    await deliver()
    const [letter] = server.received
    if (letter === undefined) throw new Error('no letter came')
    const { text } = calendarIn(letter)
    expect(text).toMatch(/^SUMMARY:Appointment\r?$/m)
    expect(text.replaceAll(/\r?\n /g, '').replaceAll(MAIL, '')).not.toMatch(FORBIDDEN)
    const words = `${readable(letter).subject} ${readable(letter).text}`
    expect(words).toContain('Monday, July 5, 2027 at 9:30 AM GMT+1')
    expect(words.slice(0, words.indexOf('--', 200))).not.toMatch(FORBIDDEN)
  })
})

const secret = (): string => randomBytes(32).toString('base64url')
const feedFor = async (
  who: Visitor,
  door: 'makeFeed' | 'makeStaffFeed',
  rest: { sessions?: boolean; lang?: string } = {},
) => {
  const token = secret()
  const id = randomUUID()
  const body = { id, token, sessions: false, zone: 'Europe/Lisbon', lang: 'en', ...rest }
  await who.ok(door, { id, body })
  return { id, token }
}
/** As a calendar program asks: no cookies, no origin. */
const read = (token: string) =>
  host.app.inject({ method: 'GET', url: `/calendar/${token}.ics`, headers: { host: '127.0.0.1' } })
const bytes = ({ statusCode, headers, body }: Awaited<ReturnType<typeof read>>) => {
  const { date: _, ...rest } = headers
  return JSON.stringify([statusCode, rest, body])
}

describe('a private list', () => {
  it('shows visits and nothing else until its owner wants their sessions too', async () => {
    const starts = inDays(8)
    const id = await book(starts)
    const gone = await book(inDays(8.5))
    await changeVisit(host, gone, { cancelled: true })
    const { token } = await feedFor(quinn, 'makeFeed')
    const answer = await read(token)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
    })
    const events = eventsIn(answer.body)
    expect(events.find(({ uid }) => uid.startsWith(id))?.start.toISOString()).toBe(starts)
    expect(events.some(({ uid }) => uid.startsWith(gone))).toBe(false)
    expect(events.every(({ datetype }) => datetype === 'date-time')).toBe(true)
    expect(answer.body.replaceAll('\r\n ', '')).not.toMatch(FORBIDDEN)

    const whole = await read((await feedFor(quinn, 'makeFeed', { sessions: true, lang: 'es' })).token)
    const days = eventsIn(whole.body).filter(({ datetype }) => datetype === 'date')
    expect(days.length).toBeGreaterThan(8)
    expect(new Set(days.map(({ uid }) => uid)).size).toBe(days.length)
    expect(whole.body).toContain('SUMMARY:Tiempo para mí')
    expect(whole.body.replaceAll('\r\n ', '')).not.toMatch(FORBIDDEN)
  })

  it('that was taken back is the same as one that never was, to the byte', async () => {
    const { id, token } = await feedFor(quinn, 'makeFeed')
    expect((await read(token)).statusCode).toBe(200)
    const other = host.person()
    await other.agree(host.clock.now.toISOString())
    await other.ok('dropFeed', { id })
    await dana.visitor.ok('dropStaffFeed', { id })
    expect((await read(token)).statusCode).toBe(200)
    await quinn.ok('dropFeed', { id })
    const [gone, never, short] = [await read(token), await read(secret()), await read('nothing')]
    expect(gone.statusCode).toBe(404)
    expect(bytes(gone)).toBe(bytes(never))
    expect(bytes(short)).toBe(bytes(never))
    const { feeds } = await quinn.ok<{ feeds: { id: string }[] }>('ownCalendar')
    expect(feeds.map((one) => one.id)).not.toContain(id)
  })

  it('is kept as a hash alone, told to its owner with when it was read, five at most', async () => {
    const sam = host.person()
    await sam.agree(host.clock.now.toISOString())
    const made = await feedFor(sam, 'makeFeed')
    const own = () => sam.ok<{ feeds: { id: string; readAt: string | null }[] }>('ownCalendar')
    expect((await own()).feeds).toMatchObject([{ id: made.id, readAt: null }])
    await read(made.token)
    await read(made.token)
    expect((await own()).feeds).toMatchObject([{ readAt: host.clock.now.toISOString() }])
    const all = await superuser(host)
    const { rows } = await all.query('select * from auth.calendar_feed')
    expect(JSON.stringify(rows)).not.toContain(made.token)
    const lines = await all.query(
      "select 1 from app.audit where action = 'calendarFeed' and patient_id = $1",
      [(await sam.ok<{ patientId: string }>('me')).patientId],
    )
    expect(lines.rowCount).toBe(1)
    await all.end()
    for (let n = 0; n < 4; n += 1) await feedFor(sam, 'makeFeed')
    const id = randomUUID()
    const body = { id, token: secret(), sessions: false, zone: 'Europe/Lisbon', lang: 'en' }
    expect((await sam.call('makeFeed', { id, body })).status).toBe(409)
    await sam.ok('eraseMe')
    expect((await read(made.token)).statusCode).toBe(404)
  })

  it('of somebody on the staff has rooms and no names, and ends when they leave', async () => {
    await book(inDays(9))
    const { token } = await feedFor(dana.visitor, 'makeStaffFeed', { sessions: true })
    const answer = await read(token)
    const [event] = eventsIn(answer.body)
    expect(event?.summary).toBe('Visit · Room 2')
    expect(answer.body.replaceAll('\r\n ', '')).not.toMatch(/Quinn|pain|Main Street|ATTENDEE|ORGANIZER/)
    expect(await dana.visitor.ok('staffFeeds')).toMatchObject({ feeds: [{ sessions: false }] })
    await db
      .updateTable('auth.membership')
      .set({ ended_at: host.clock.now })
      .where('staff_id', '=', dana.staffId)
      .execute()
    expect(bytes(await read(token))).toBe(bytes(await read(secret())))
    await db
      .updateTable('auth.membership')
      .set({ ended_at: null })
      .where('staff_id', '=', dana.staffId)
      .execute()
  })

  it('is not logged by its address', () => {
    expect(host.lines.join('\n')).toContain('/calendar/:file')
    expect(host.lines.join('\n')).not.toMatch(/[\w-]{43}\.ics/)
  })
})

describe('the clocks of a place', () => {
  it.each([
    ['America/New_York', '2027-03-14T06:30:00Z'],
    ['America/New_York', '2026-11-01T06:30:00Z'],
    ['Europe/Lisbon', '2027-03-28T01:00:00Z'],
    ['Europe/Dublin', '2027-10-31T01:00:00Z'],
    ['Australia/Lord_Howe', '2027-04-03T15:00:00Z'],
    ['Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
    ['Asia/Kathmandu', '2027-03-28T01:00:00Z'],
    ['America/Phoenix', '2027-03-14T09:00:00Z'],
    ['Africa/Casablanca', '2026-03-22T02:00:00Z'],
    ['Pacific/Apia', '2027-04-03T14:00:00Z'],
  ])('in %s around %s show in the list what the database says that they show', async (zone, change) => {
    const patient = host.person()
    await patient.agree(host.clock.now.toISOString())
    const { patientId: id } = await patient.ok<{ patientId: string }>('me')
    const { token } = await feedFor(patient, 'makeFeed')
    const before = host.clock.now
    host.clock.now = new Date(Date.parse(change) - 5 * 86_400_000)
    const all = await superuser(host)
    try {
      const walls: string[] = []
      for (const hours of [-25, -24, -1, 0, 1, 24, 25]) {
        const starts = new Date(Date.parse(change) + hours * 3_600_000).toISOString()
        const wall = Temporal.Instant.from(starts).toZonedDateTimeISO(zone).toPlainDateTime().toString()
        await addVisit(host, {
          patientId: id,
          staffId: dana.staffId,
          at,
          starts,
          wall: wall.slice(0, 16),
          zone,
        })
        walls.push(wall.slice(0, 16))
      }
      const read1 = eventsIn((await read(token)).body).map(({ start }) => start.toISOString())
      expect(read1).toHaveLength(7)
      const { rows } = await all.query<{ wall: string }>(
        `select to_char(t at time zone $1, 'YYYY-MM-DD"T"HH24:MI') as wall from unnest($2::timestamptz[]) as t order by t`,
        [zone, read1],
      )
      expect(rows.map(({ wall }) => wall)).toEqual(walls)
    } finally {
      await all.end()
      host.clock.now = before
    }
  })
})

describe('the session of today', () => {
  const today = () => host.clock.now.toISOString().slice(0, 10)
  const days = (count: number) =>
    new Date(Date.parse(`${today()}T12:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
  const put = (from: string, to: string) => quinn.call('moveSession', { body: { from, to } })
  const move = async () => (await quinn.ok<{ move: unknown }>('ownCalendar')).move

  it('is put off to tomorrow, and taken back; the last wish counts', async () => {
    expect((await put(today(), days(1))).status).toBe(200)
    expect(await move()).toEqual({ from: today(), to: days(1) })
    expect((await put(days(1), days(2))).status).toBe(200)
    expect(await move()).toEqual({ from: days(1), to: days(2) })
    await quinn.ok('keepSession')
    expect(await move()).toBeNull()
  })

  it('goes no further than a day, and is one of today somewhere', async () => {
    for (const [from, to] of [
      [today(), days(2)],
      [today(), today()],
      [days(-2), days(-1)],
      [days(2), days(3)],
      ['2026-02-31', '2026-03-01'],
    ] as const)
      expect((await put(from, to)).status).toBe(400)
    expect(await move()).toBeNull()
  })
})
