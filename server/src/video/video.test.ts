import { type Signal, SIGNALS_AT_ONCE, type VideoRoom, type VideoVisit } from '@dorsal/care'
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildApp } from '../app.ts'
import { inClinic } from '../db/connect.ts'
import { heardBy } from '../live/reader.ts'
import { Visitor } from '../seed/visitor.ts'
import { setLicence } from '../staff/licence.store.ts'
import { testApp, type TestApp } from '../test-app.ts'
import { type Member, otherClinic, staffMember } from '../test-staff.ts'
import { forgetSignals } from './room.store.ts'
import { iceServersUntil } from './turn.ts'
import { someVideoVisit } from './video-fixture.ts'

const TURN = {
  TURN_URLS: 'stun:turn.example.org:3478, turn:turn.example.org:3478',
  TURN_SECRET: 'x7'.repeat(16),
}
const CANARY = '198.51.100.77'

let host: TestApp
let ana: Member
let patient: Visitor
let patientId = ''
let visit = ''

const agreed = async () => {
  const visitor = host.person()
  return { visitor, patientId: (await visitor.agree(host.clock.now.toISOString())).patientId }
}
const visitOf = (given: Parameters<typeof someVideoVisit>[2] = {}, staffId = ana.staffId) =>
  someVideoVisit(host, { tenantId: host.database.tenantId, patientId, staffId }, given)

beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1', COUNTRY: 'PT', LOG_LEVEL: 'debug', ...TURN } })
  ana = await staffMember(host, { role: 'therapist', name: 'Ana' })
  ;({ visitor: patient, patientId } = await agreed())
})
afterAll(() => host.close())
beforeEach(async () => {
  visit = await visitOf()
})

const candidate = (at = CANARY): Signal => ({
  kind: 'candidate',
  candidate: `candidate:1 1 udp 1 ${at} 5000 typ host`,
  mid: '0',
  line: 0,
  fragment: null,
})
const offer = (words = 'o=- 1'): Signal => ({ kind: 'offer', sdp: `v=0\r\n${words}` })

type Page = {
  meeting: string
  tell: (given?: {
    to?: string | null
    signals?: Signal[]
    after?: number
    enter?: boolean
  }) => Promise<VideoRoom>
  tried: (signals: unknown[], to?: string | null) => Promise<{ status: number; body: unknown }>
}
/** A page of this visit, as a browser has it open. */
function pageOf(visitor: Visitor, name: 'videoCall' | 'myVideoCall', id = visit): Page {
  const meeting = randomUUID()
  const body = { meeting, enter: false, to: null as string | null, after: 0, signals: [] as unknown[] }
  return {
    meeting,
    tell: (given = {}) => visitor.ok<VideoRoom>(name, { id, body: { ...body, ...given } }),
    tried: (signals, to = null) => visitor.call(name, { id, body: { ...body, to, signals } }),
  }
}
const admit = ({ meeting }: Page) => ana.visitor.ok('admitToVideo', { id: visit, body: { meeting } })
const both = async () => {
  const [mine, theirs] = [pageOf(patient, 'myVideoCall'), pageOf(ana.visitor, 'videoCall')]
  await mine.tell({ enter: true })
  await theirs.tell({ enter: true })
  await admit(theirs)
  return { mine, theirs }
}
const kept = () =>
  inClinic(host.database.db, host.database.tenantId, (tx) =>
    tx.selectFrom('app.video_signal').selectAll().where('visit_id', '=', visit).execute(),
  )
const stateOf = async (id = visit) =>
  inClinic(host.database.db, host.database.tenantId, (tx) =>
    tx
      .selectFrom('app.visit')
      .select(['state', 'arrived_at', 'started_at', 'version'])
      .where('visit_id', '=', id)
      .executeTakeFirst(),
  )

describe('two pages', () => {
  it('learn of each other, are let in, and what one tells reaches the other alone, in order and once', async () => {
    const mine = pageOf(patient, 'myVideoCall')
    expect(await mine.tell({ enter: true })).toEqual({
      mine: true,
      other: null,
      seen: false,
      admitted: false,
      ended: false,
      signals: [],
    })
    expect(await stateOf()).toMatchObject({ state: 'arrived', version: 1 })

    const theirs = pageOf(ana.visitor, 'videoCall')
    const room = await theirs.tell({ enter: true })
    expect(room.other).toMatchObject({ meeting: mine.meeting, there: true })
    expect(await mine.tell()).toMatchObject({
      other: { meeting: theirs.meeting, there: true, name: 'Ana' },
      seen: true,
      admitted: false,
    })
    await ana.visitor.ok('admitToVideo', { id: visit, body: { meeting: theirs.meeting } })
    expect((await mine.tell()).admitted).toBe(true)
    expect(await stateOf()).toMatchObject({ state: 'in-progress', version: 2 })

    await theirs.tell({ to: mine.meeting, signals: [offer(), candidate()] })
    const { signals } = await mine.tell()
    expect(signals.map(({ signal }) => signal)).toEqual([offer(), candidate()])
    expect((await mine.tell({ after: signals[1]?.n ?? 0 })).signals).toEqual([])
    expect((await theirs.tell()).signals).toEqual([])
  })

  it('in the waiting room are told nothing of each other, addresses least of all', async () => {
    const [mine, theirs] = [pageOf(patient, 'myVideoCall'), pageOf(ana.visitor, 'videoCall')]
    await mine.tell({ enter: true })
    await theirs.tell({ enter: true })
    await mine.tell({ to: theirs.meeting, signals: [candidate()] })
    await theirs.tell({ to: mine.meeting, signals: [candidate()] })
    expect(await kept()).toEqual([])
  })

  it('one that is opened anew takes over: what was for the other is gone, and the older one is told so', async () => {
    const { mine, theirs } = await both()
    await mine.tell({ to: theirs.meeting, signals: [candidate()] })
    const again = pageOf(ana.visitor, 'videoCall')
    await again.tell({ enter: true })
    expect(await kept()).toEqual([])
    expect(await theirs.tell({ to: mine.meeting, signals: [candidate()] })).toMatchObject({
      mine: false,
      signals: [],
    })
    await mine.tell({ to: theirs.meeting, signals: [candidate()] })
    expect(await kept()).toEqual([])
    expect((await mine.tell()).other?.meeting).toBe(again.meeting)
    for (const name of ['admitToVideo', 'endVideo'] as const)
      expect((await ana.visitor.call(name, { id: visit, body: { meeting: theirs.meeting } })).status).toBe(
        409,
      )
  })

  it('somebody who was not heard of for a while is not there; being let in outlasts a page that is loaded anew', async () => {
    const { mine } = await both()
    host.clock.now = new Date(host.clock.now.getTime() + 76_000)
    expect((await mine.tell()).other?.there).toBe(false)
    expect((await pageOf(patient, 'myVideoCall').tell({ enter: true })).admitted).toBe(true)
  })

  it('"knows that you are here" is said anew for each time that somebody comes', async () => {
    const { theirs } = await both()
    const again = pageOf(patient, 'myVideoCall')
    host.clock.now = new Date(host.clock.now.getTime() + 1_000)
    expect((await again.tell({ enter: true })).seen).toBe(false)
    await theirs.tell()
    expect((await again.tell()).seen).toBe(true)
  })
})

describe('nothing stays', () => {
  it('after the end, and whoever comes again waits again', async () => {
    const { mine, theirs } = await both()
    await mine.tell({ to: theirs.meeting, signals: [candidate()] })
    expect(await kept()).toHaveLength(1)
    await ana.visitor.ok('endVideo', { id: visit, body: { meeting: theirs.meeting } })
    expect(await kept()).toEqual([])
    expect(await mine.tell()).toMatchObject({ ended: true })
    expect(await pageOf(patient, 'myVideoCall').tell({ enter: true })).toMatchObject({
      ended: false,
      admitted: false,
    })
  })

  it('of what nobody ended, after ten minutes', async () => {
    const { mine, theirs } = await both()
    await mine.tell({ to: theirs.meeting, signals: [candidate()] })
    const after = (minutes: number) => new Date(host.clock.now.getTime() + minutes * 60_000)
    await forgetSignals(host.database.db, after(9))
    expect(await kept()).toHaveLength(1)
    await forgetSignals(host.database.db, after(11))
    expect(await kept()).toEqual([])
  })

  it('in the log: neither addresses nor descriptions, also of what is refused', async () => {
    const { mine, theirs } = await both()
    await mine.tell({ to: theirs.meeting, signals: [offer(CANARY), candidate()] })
    await mine.tried([{ kind: 'offer', sdp: CANARY }], theirs.meeting)
    await theirs.tell()
    const log = host.lines.join('')
    expect(log).toContain('/api/me/visits/:id/video')
    for (const word of [CANARY, 'candidate:', mine.meeting, visit]) expect(log).not.toContain(word)
  })
})

describe('the door', () => {
  it.each([
    [{ startsIn: 16 }, 'early'],
    [{ startsIn: -91 }, 'over'],
    [{ state: 'cancelled' }, 'none'],
    [{ state: 'done' }, 'none'],
  ] as const)('of a visit %o is %s: shown, with no way through, and nobody comes in', async (given, door) => {
    const id = await visitOf(given)
    for (const [who, show, come] of [
      [patient, 'myVideoVisit', 'myVideoCall'],
      [ana.visitor, 'videoVisit', 'videoCall'],
    ] as const) {
      expect(await who.ok<VideoVisit>(show, { id })).toMatchObject({ door, iceServers: [] })
      const body = { meeting: randomUUID(), enter: true, to: null, after: 0, signals: [] }
      expect(await who.call(come, { id, body })).toMatchObject({
        status: 409,
        body: { code: 'video-closed' },
      })
    }
    expect(await stateOf(id)).toMatchObject({ arrived_at: null })
  })

  it.each([{ startsIn: 15 }, { startsIn: -90 }])('is open for a visit %o', async (given) => {
    const id = await visitOf(given)
    expect(await patient.ok<VideoVisit>('myVideoVisit', { id })).toMatchObject({ door: 'open', meets: 'Ana' })
    await pageOf(patient, 'myVideoCall', id).tell({ enter: true })
  })

  it('is none where somebody is seen in the clinic', async () => {
    const id = await visitOf({ kind: 'treatment' })
    for (const [who, name] of [
      [patient, 'myVideoVisit'],
      [ana.visitor, 'videoVisit'],
    ] as const)
      expect((await who.call(name, { id })).status).toBe(404)
  })
})

describe('nobody else comes in', () => {
  it('another person, another clinic: as if it were not there', async () => {
    const { visitor } = await agreed()
    const far = await staffMember(host, { role: 'therapist', name: 'Far', tenantId: await otherClinic(host) })
    const body = { meeting: randomUUID(), enter: true, to: null, after: 0, signals: [] }
    for (const [who, names] of [
      [visitor, ['myVideoVisit', 'myVideoCall']],
      [far.visitor, ['videoVisit', 'videoCall', 'admitToVideo', 'endVideo']],
    ] as const)
      for (const name of names) {
        const sent = await who.call(name, { id: visit, ...(name.endsWith('Visit') ? {} : { body }) })
        expect([name, sent.status]).toEqual([name, 404])
      }
  })

  it('a colleague, unless on the team; who stands in is named to the person', async () => {
    const person = await agreed()
    const id = await someVideoVisit(host, {
      tenantId: host.database.tenantId,
      ...person,
      staffId: ana.staffId,
    })
    const bo = await staffMember(host, { role: 'therapist', name: 'Bo' })
    expect(await bo.visitor.call('videoVisit', { id })).toMatchObject({
      status: 409,
      body: { code: 'others-visit' },
    })
    const desk = await staffMember(host, { role: 'front-desk', name: 'Desk' })
    expect((await desk.visitor.call('videoVisit', { id })).status).toBe(403)
    const admin = await staffMember(host, { role: 'clinic-admin', name: 'Ada' })
    for (const { staffId, part } of [
      { staffId: ana.staffId, part: 'lead' },
      { staffId: bo.staffId, part: 'cover' },
    ])
      await admin.visitor.ok('joinTeam', {
        id: person.patientId,
        params: { staffId },
        body: {
          part,
          until: part === 'lead' ? null : new Date(host.clock.now.getTime() + 3_600_000).toISOString(),
        },
      })
    await pageOf(bo.visitor, 'videoCall', id).tell({ enter: true })
    const room = await pageOf(person.visitor, 'myVideoCall', id).tell({ enter: true })
    expect(room.other?.name).toBe('Bo')
  })

  it.each([
    ['licence-expired', { expiresOn: '2020-01-01' }],
    ['licence-elsewhere', { country: 'BR' }],
  ] as const)('%s: the clinician is kept out, at every row', async (code, changed) => {
    const eva = await staffMember(host, { role: 'therapist', name: 'Eva' })
    const id = await visitOf({}, eva.staffId)
    const licence = { kind: 'PT', number: '1', country: 'PT', region: null, expiresOn: '2099-12-31' }
    const give = (given: Partial<typeof licence>) =>
      inClinic(host.database.db, host.database.tenantId, (tx) =>
        setLicence(
          tx,
          eva.staffId,
          { ...licence, ...given },
          { checkedBy: ana.staffId, now: host.clock.now },
        ),
      )
    await give({})
    const page = pageOf(eva.visitor, 'videoCall', id)
    await page.tell({ enter: true })
    await give(changed)
    const body = { meeting: page.meeting }
    const sent = [
      await eva.visitor.call('videoVisit', { id }),
      await page.tried([]),
      await eva.visitor.call('admitToVideo', { id, body }),
    ]
    for (const each of sent) expect(each).toMatchObject({ status: 403, body: { code } })
  })
})

describe('what is told', () => {
  it('is a description or an address of a fit size, few at once and few in all', async () => {
    const { mine, theirs } = await both()
    for (const bad of [
      [{ kind: 'chat', words: 'hello' }],
      [{ kind: 'offer', sdp: 'my back hurts' }],
      [offer('x'.repeat(40_000))],
      [candidate('x'.repeat(2_000))],
      Array.from({ length: SIGNALS_AT_ONCE + 1 }, () => candidate()),
    ])
      expect((await mine.tried(bad, theirs.meeting)).status).toBe(400)
    const many = Array.from({ length: SIGNALS_AT_ONCE }, () => candidate())
    for (let n = 0; n < 10; n += 1) await mine.tell({ to: theirs.meeting, signals: many })
    expect((await mine.tried([candidate()], theirs.meeting)).status).toBe(429)
  })
})

it('two servers on one database are one room: nothing is in the memory of either', async () => {
  const { db, tenantId } = host.database
  const other = await buildApp(host.config, {
    db,
    content: host.content,
    unsigned: true,
    homeTenant: tenantId,
    secretKey: randomBytes(32),
    now: () => host.clock.now,
    limits: false,
  })
  const elsewhere = new Visitor(other)
  for (const [name, value] of patient.cookies) elsewhere.cookies.set(name, value)
  const [mine, theirs] = [pageOf(elsewhere, 'myVideoCall'), pageOf(ana.visitor, 'videoCall')]
  await mine.tell({ enter: true })
  expect((await theirs.tell({ enter: true })).other?.meeting).toBe(mine.meeting)
  await admit(theirs)
  await mine.tell({ to: theirs.meeting, signals: [offer()] })
  expect((await theirs.tell()).signals.map(({ signal }) => signal)).toEqual([offer()])
  await other.close()
})

it('news of a room reach the person and whoever may see them by video, and nobody else', async () => {
  const { tenantId } = host.database
  const told = ['video_room', 'video_signal'].map((table) => ({ tenantId, patientId, table }))
  const heard = (actor: Parameters<typeof heardBy>[1]) =>
    heardBy(host.database.db, actor, told, host.clock.now)
  const staff = (role: 'therapist' | 'front-desk', staffId = ana.staffId) =>
    ({ kind: 'staff', tenantId, staffId, role, name: 'Ana' }) as const
  const news = [{ changed: 'video', patientId }]
  expect(await heard({ kind: 'patient', tenantId, patientId })).toEqual(news)
  expect(await heard(staff('therapist'))).toEqual(news)
  expect(await heard(staff('front-desk'))).toEqual([])
  expect(await heard({ kind: 'patient', tenantId, patientId: randomUUID() })).toEqual([])
})

it('a relay is given with a password that ends with the visit, and tells of nobody', async () => {
  const { iceServers, closes, relayOnly } = await patient.ok<VideoVisit>('myVideoVisit', { id: visit })
  expect(relayOnly).toBe(false)
  const [stun, turn] = iceServers
  expect(stun).toEqual({ urls: ['stun:turn.example.org:3478'] })
  const [until, chance] = turn?.username?.split(':') ?? []
  expect(Number(until)).toBe(Math.ceil(Date.parse(closes) / 1000))
  expect(chance).toMatch(/^[\w-]{12}$/)
  expect(turn?.credential).toBe(
    createHmac('sha1', TURN.TURN_SECRET)
      .update(turn?.username ?? '')
      .digest('base64'),
  )
  expect(JSON.stringify(iceServers)).not.toContain(TURN.TURN_SECRET)
  expect(iceServersUntil(null, host.clock.now)).toEqual([])
})
