import { MOST_LINKS, type ShareLink, SharedDay, type ShareWish } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import { newSecret, sha256 } from '../ids.ts'
import type { Answered, Visitor } from '../seed/visitor.ts'
import { someIntake, someReport, testApp, type TestApp } from '../test-app.ts'

const DAY = 86_400_000
let host: TestApp
const started = new Date('2026-11-22T11:15:00.000Z')
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
})
afterEach(() => {
  host.clock.now = started
})
afterAll(() => host.close())

/** Somebody with a session for today. */
async function withPlan(app = host): Promise<Visitor> {
  app.clock.now = started
  const person = app.person()
  await person.agree()
  await person.ok('sendIntake', { id: randomUUID(), body: someIntake(app.content) })
  return person
}

const wish = (rest: Partial<ShareWish> = {}): ShareWish => ({
  id: randomUUID(),
  kind: 'helper',
  token: newSecret(),
  shownName: null,
  lasts: 'week',
  utcOffset: 0,
  ...rest,
})

async function share(
  person: Visitor,
  rest: Partial<ShareWish> = {},
): Promise<ShareWish & { link: ShareLink }> {
  const body = wish(rest)
  const { link } = await person.ok<{ link: ShareLink }>('makeShare', { id: body.id, body })
  return { ...body, link }
}

/** As somebody who has nothing but the link. */
const open = (token: string, headers: Record<string, string> = {}, app = host): Promise<Answered> =>
  app.person().call('shared', { headers: { authorization: `Bearer ${token}`, ...headers } })

async function dayOf(token: string): Promise<SharedDay['day']> {
  const { status, body } = await open(token)
  expect(status).toBe(200)
  return SharedDay.parse(body).day
}

const linksOf = async (person: Visitor) => (await person.ok<{ links: ShareLink[] }>('shares')).links

describe('a link', () => {
  it('opens the exercises of today and what to stop for, to somebody who has nothing but it', async () => {
    const person = await withPlan()
    const me = await person.ok<{ prescription: { items: { exercise: { name: string } }[] } }>('me')
    const { token } = await share(person, { shownName: 'Ana' })
    const { body } = await open(token)
    const shown = SharedDay.parse(body)
    expect(shown.shownName).toBe('Ana')
    expect(shown.day?.exercises.map(({ name }) => name)).toEqual(
      me.prescription.items.map(({ exercise }) => exercise.name),
    )
    expect(shown.stop.emergency.length).toBeGreaterThan(0)
    expect(shown.stop.card.steps.length).toBeGreaterThan(0)
  })

  it('shows nothing of what was answered, done or found, nor who it is', async () => {
    const person = await withPlan()
    const { patientId } = await person.ok<{ patientId: string }>('me')
    await person.ok('setContact', { body: { name: 'CANARY', email: 'canary@example.org', phone: null } })
    const me = await person.ok<{ plan: { version: number } }>('me')
    const report = someReport([{ planItemId: 'x', exerciseId: 'y', reps: 8 }], {
      planVersion: me.plan.version,
      note: 'CANARY words',
    })
    await person.ok('sendReport', { id: report.id, body: report })
    const { token } = await share(person)
    const { raw, body } = await open(token)
    for (const word of ['CANARY', 'canary', patientId, 'because', 'rangeShare', 'sessionNumber', 'purpose'])
      expect(raw.body).not.toContain(word)
    expect(Object.keys(body as object).sort()).toEqual(['day', 'shownName', 'stop', 'until'])
  })

  it('speaks the language of whoever opens it, with nothing more in it', async () => {
    const { token } = await share(await withPlan(), { shownName: 'Ana' })
    const english = SharedDay.parse((await open(token)).body)
    for (const lang of ['es', 'pt']) {
      const { body } = await open(token, { 'accept-language': lang })
      const spoken = SharedDay.parse(body)
      expect(body).toEqual(spoken)
      expect(spoken.stop.emergency[0]).not.toBe(english.stop.emergency[0])
      expect(spoken.stop.card.steps[0]).not.toBe(english.stop.card.steps[0])
      const steps = (day: SharedDay) => day.day?.exercises.map((exercise) => exercise.steps)
      expect(steps(spoken)).not.toEqual(steps(english))
      expect(spoken.shownName).toBe('Ana')
    }
  })

  it('opens nothing else, and answers nothing for the person', async () => {
    const { token } = await share(await withPlan())
    const authorization = `Bearer ${token}`
    const thief = host.person()
    for (const name of ['me', 'ahead', 'shares', 'panel'] as const)
      expect((await thief.call(name, { headers: { authorization } })).status, name).toBe(401)
    const report = someReport([])
    const told = await thief.call('sendReport', { id: report.id, body: report, headers: { authorization } })
    expect(told.status).toBe(401)
    const body = wish()
    expect((await thief.call('makeShare', { id: body.id, body, headers: { authorization } })).status).toBe(
      401,
    )
    expect(thief.cookies.size).toBe(0)
  })

  it('is seen by its owner with how often it was opened, and each look leaves its line in the trail', async () => {
    const person = await withPlan()
    const { patientId } = await person.ok<{ patientId: string }>('me')
    const { id, token, link } = await share(person, { kind: 'paper' })
    expect(link).toMatchObject({ id, kind: 'paper', opened: 0, openedAt: null })
    await open(token)
    await open(token)
    expect(await linksOf(person)).toMatchObject([{ id, opened: 2, openedAt: started.toISOString() }])
    const trail = await inClinic(host.database.db, host.database.tenantId, (tx) =>
      tx
        .selectFrom('app.audit')
        .select(['action', 'actor_id', 'actor_kind'])
        .where('patient_id', '=', patientId)
        .where('actor_kind', '=', 'helper')
        .execute(),
    )
    const look = { action: 'shared', actor_id: id, actor_kind: 'helper' }
    expect(trail).toEqual([look, look])
  })

  it('is no use of the record by the person: a look does not keep it from being erased', async () => {
    const person = await withPlan()
    const { token } = await share(person)
    const seen = () =>
      inClinic(host.database.db, host.database.tenantId, (tx) =>
        tx.selectFrom('app.patient').select(['patient_id', 'last_seen_at']).orderBy('patient_id').execute(),
      )
    const before = await seen()
    host.clock.now = new Date(started.getTime() + DAY)
    await dayOf(token)
    expect(await seen()).toEqual(before)
  })
})

describe('the secret of a link', () => {
  it('is kept as a hash alone, and stands in no log and no reply', async () => {
    const person = await withPlan()
    const { id, token } = await share(person)
    const again = await person.call('shares')
    const opened = await open(token)
    const refused = await open(`${token.slice(1)}x`)
    const { db, tenantId } = host.database
    const hashes = await db.selectFrom('auth.share_token').selectAll().where('share_id', '=', id).execute()
    expect(hashes).toMatchObject([{ token_hash: sha256(token) }])
    const rows = await inClinic(db, tenantId, async (tx) => [
      await tx.selectFrom('app.share').selectAll().execute(),
      await tx.selectFrom('app.receipt').selectAll().execute(),
      await tx.selectFrom('app.audit').selectAll().execute(),
    ])
    const log = host.lines.join('')
    expect(log).toContain('"route":"/api/shared"')
    for (const text of [
      JSON.stringify([hashes, rows]),
      log,
      again.raw.body,
      opened.raw.body,
      refused.raw.body,
    ])
      expect(text).not.toContain(token)
  })

  it.each(['short', 'x'.repeat(42), 'x'.repeat(44), `${'x'.repeat(42)}!`])(
    'of less than 256 bits, or of another form, is not taken: %s',
    async (token) => {
      const person = await withPlan()
      const body = wish({ token })
      const sent = await person.call('makeShare', { id: body.id, body })
      expect(sent).toMatchObject({ status: 400, body: { fields: [{ path: 'token' }] } })
      expect(sent.raw.body).not.toContain(token)
    },
  )

  it('that is in use is refused to the next person, and goes on opening what it opened', async () => {
    const first = await withPlan()
    const { token } = await share(first, { shownName: 'Ana' })
    const second = await withPlan()
    const body = wish({ token, shownName: 'Bea' })
    expect(await second.call('makeShare', { id: body.id, body })).toMatchObject({ status: 409 })
    expect(await linksOf(second)).toEqual([])
    expect((await open(token)).body).toMatchObject({ shownName: 'Ana' })
  })

  it('makes one link, however often the wish is sent; and none any more once it was taken back', async () => {
    const person = await withPlan()
    const { link, ...body } = await share(person)
    const again = await person.ok<{ link: ShareLink }>('makeShare', { id: body.id, body })
    expect(again.link).toEqual(link)
    expect(await linksOf(person)).toHaveLength(1)
    await person.ok('revokeShare', { id: body.id })
    await person.ok('makeShare', { id: body.id, body })
    expect(await linksOf(person)).toEqual([])
    expect((await open(body.token)).status).toBe(404)
  })
})

describe('a link ends', () => {
  it.each([
    ['today', { utcOffset: -180 }, '2026-11-23T03:00:00.000Z'],
    ['week', {}, '2026-11-29T11:15:00.000Z'],
    ['month', {}, '2026-12-22T11:15:00.000Z'],
  ] as const)('%s', async (lasts, rest, end) => {
    const person = await withPlan()
    const { token, link } = await share(person, { lasts, ...rest })
    expect(link.expiresAt).toBe(end)
    host.clock.now = new Date(Date.parse(end) - 1)
    expect((await open(token)).status).toBe(200)
    host.clock.now = new Date(end)
    expect(await open(token)).toMatchObject({ status: 404, body: { code: 'link-ended' } })
    expect(await linksOf(person)).toEqual([])
  })

  it('when its owner takes it back, at once; the others go on', async () => {
    const person = await withPlan()
    const gone = await share(person)
    const other = await share(person)
    await person.ok('revokeShare', { id: gone.id })
    expect(await open(gone.token)).toMatchObject({ status: 404, body: { code: 'link-ended' } })
    expect((await open(other.token)).status).toBe(200)
    expect((await linksOf(person)).map(({ id }) => id)).toEqual([other.id])
    const { db, tenantId } = host.database
    const secrets = db.selectFrom('auth.share_token').selectAll().where('share_id', '=', gone.id)
    expect(await secrets.execute()).toEqual([])
    const line = () =>
      inClinic(db, tenantId, (tx) =>
        tx.selectFrom('app.share').select('revoked_at').where('share_id', '=', gone.id).execute(),
      )
    expect(await line()).toEqual([{ revoked_at: started }])
    // Its line ends when it would have ended itself.
    host.clock.now = new Date(started.getTime() + 7 * DAY)
    await linksOf(person)
    expect(await line()).toEqual([])
  })

  it('by its owner alone: nobody else can take it back or see it', async () => {
    const owner = await withPlan()
    const stranger = await withPlan()
    const { id, token } = await share(owner)
    await stranger.ok('revokeShare', { id })
    expect((await open(token)).status).toBe(200)
    expect(await linksOf(stranger)).toEqual([])
  })

  it('when the record is erased, and nothing of it is left', async () => {
    const person = await withPlan()
    const { id, token } = await share(person)
    await person.ok('eraseMe')
    expect(await open(token)).toMatchObject({ status: 404, body: { code: 'link-ended' } })
    const { db, tenantId } = host.database
    expect(await db.selectFrom('auth.share_token').selectAll().where('share_id', '=', id).execute()).toEqual(
      [],
    )
    const left = await inClinic(db, tenantId, (tx) =>
      tx.selectFrom('app.share').selectAll().where('share_id', '=', id).execute(),
    )
    expect(left).toEqual([])
  })

  it('with one answer, whatever the cause: the same words, the same headers, the same question to the database', async () => {
    const person = await withPlan()
    const expired = await share(person, { lasts: 'today' })
    const revoked = await share(person, { lasts: 'month' })
    await person.ok('revokeShare', { id: revoked.id })
    host.clock.now = new Date(started.getTime() + 2 * DAY)
    const asked: string[] = []
    const executor = host.database.db.getExecutor()
    const execute = executor.executeQuery.bind(executor)
    executor.executeQuery = (query, ...rest) => {
      asked.push(query.sql)
      return execute(query, ...rest)
    }
    const answers = []
    for (const token of [newSecret(), expired.token, revoked.token, 'x']) {
      asked.length = 0
      const { status, raw } = await open(token)
      const { date: _date, 'content-length': _length, ...headers } = raw.headers
      answers.push({ status, body: raw.body, headers, asked: [...asked] })
    }
    executor.executeQuery = execute
    expect(answers[0]).toMatchObject({ status: 404, asked: [expect.stringContaining('share_token')] })
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })
})

describe('a link shows nothing of today', () => {
  it('while the plan waits for a clinician, and the exercises once it is accepted', async () => {
    const held = await testApp({ env: { DEMO: '1', FIRST_PLAN: 'after-clinician' } })
    const person = await withPlan(held)
    const { token } = await share(person)
    const { status, body } = await open(token, {}, held)
    expect([status, SharedDay.parse(body).day]).toEqual([200, null])
    const clinician = await held.clinician()
    const me = await person.ok<{ proposals: { id: string; lock: number }[] }>('me')
    const [proposal] = me.proposals
    await clinician.ok('answerProposal', {
      id: proposal?.id ?? '',
      body: { action: 'accept', lock: proposal?.lock, note: null },
    })
    expect(SharedDay.parse((await open(token, {}, held)).body).day).not.toBeNull()
    await held.close()
  })

  it('once a danger sign was told, in the very words of a plan that waits', async () => {
    const person = await withPlan()
    const { token } = await share(person)
    expect(await dayOf(token)).not.toBeNull()
    const answers = Object.fromEntries(
      host.content.redFlags.preSession
        .filter(({ answerType }) => answerType === 'yes_no')
        .map(({ id }) => [id, id === 'PS1' ? 'yes' : 'no']),
    )
    const report = someReport([], { before: { answers, pain: null, sinceLast: 'first' } as never })
    await person.ok('sendReport', { id: report.id, body: report })
    expect(await dayOf(token)).toBeNull()
    const nobody = host.person()
    await nobody.agree()
    const empty = await share(nobody)
    const without = (body: unknown) => ({ ...(body as object), until: '' })
    expect(without((await open(token)).body)).toEqual(without((await open(empty.token)).body))
  })
})

describe('the clinic’s limit', () => {
  it('bounds what is offered and made, and ends links that were made before it was lowered', async () => {
    const person = await withPlan()
    const { token } = await share(person)
    const few = await testApp({ env: { DEMO: '1', SHARE_DAYS: '3' } })
    const other = await withPlan(few)
    expect(await other.ok('shares')).toMatchObject({ offers: ['today'], most: MOST_LINKS })
    const body = wish({ lasts: 'week' })
    expect(await other.call('makeShare', { id: body.id, body })).toMatchObject({ status: 400 })
    await few.close()
    host.config.shareDays = 1
    host.clock.now = new Date(started.getTime() + DAY)
    expect((await open(token)).status).toBe(404)
    expect(await linksOf(person)).toEqual([])
    host.config.shareDays = 30
  })

  it('holds one person to so many links at once', async () => {
    const person = await withPlan()
    for (let made = 0; made < MOST_LINKS; made += 1) await share(person)
    const body = wish()
    const refused = await person.call('makeShare', { id: body.id, body })
    expect(refused).toMatchObject({ status: 409, body: { code: 'too-many-links' } })
    const [newest] = await linksOf(person)
    await person.ok('revokeShare', { id: newest?.id ?? '' })
    expect((await person.call('makeShare', { id: body.id, body })).status).toBe(200)
  })

  it('of tries a minute from one network', async () => {
    const limited = await testApp({ env: { DEMO: '1' }, limits: true })
    const answers = []
    for (let i = 0; i < 32; i += 1) answers.push((await open(newSecret(), {}, limited)).status)
    expect(answers).toEqual([...Array<number>(30).fill(404), 429, 429])
    await limited.close()
  })
})
