import { type LiveChange, contract } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import { testDatabase } from '../db/test-database.ts'
import { sha256 } from '../ids.ts'
import type { Visitor } from '../seed/visitor.ts'
import { closeSession } from '../access/sessions.ts'
import { someIntake, testApp, type TestApp } from '../test-app.ts'
import { asOwner, type Member, otherClinic, staffMember } from '../test-staff.ts'
import { LISTENER } from './listen.ts'
import { LIVE_TRIGGERS } from './triggers.ts'

let host: TestApp
let base = ''
let patient: Visitor
let patientId = ''
let peer: Visitor
let peerId = ''
let dana: Member
let far: Member
let farClinic = ''

const agreed = async (): Promise<{ visitor: Visitor; id: string }> => {
  const visitor = host.person()
  const { patientId: id } = await visitor.agree(host.clock.now.toISOString())
  return { visitor, id }
}

beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
  await host.app.listen({ host: '127.0.0.1', port: 0 })
  base = `http://127.0.0.1:${(host.app.server.address() as AddressInfo).port}`
  ;({ visitor: patient, id: patientId } = await agreed())
  ;({ visitor: peer, id: peerId } = await agreed())
  farClinic = await otherClinic(host)
  dana = await staffMember(host, { role: 'therapist', name: 'Dana' })
  far = await staffMember(host, { role: 'therapist', name: 'Far', tenantId: farClinic })
})
afterAll(() => host.close())

type Open = {
  status: number
  headers: Headers
  /** All that came until this one, or until the end. */
  until: (last: (change: LiveChange) => boolean) => Promise<LiveChange[]>
  ended: () => Promise<void>
  leave: () => void
}

/** A page that listens, as a browser would. */
async function listenAs({ cookies }: Visitor, path: string = contract.live.path): Promise<Open> {
  const leaving = new AbortController()
  const answer = await fetch(base + path, {
    signal: leaving.signal,
    headers: {
      accept: 'text/event-stream',
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
  })
  const events = (answer.body ?? new Blob([]).stream()).pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  const next = async (): Promise<string | null> => {
    for (;;) {
      const end = rest.indexOf('\n\n')
      if (end >= 0) {
        const event = rest.slice(0, end)
        rest = rest.slice(end + 2)
        return event
      }
      const { value, done } = await events.read()
      if (done) return null
      rest += value
    }
  }
  if (answer.status === 200) expect(await next()).toContain('"open":true')
  return {
    status: answer.status,
    headers: answer.headers,
    until: async (last) => {
      const seen: LiveChange[] = []
      for (let event = await next(); event !== null; event = await next()) {
        if (!event.startsWith('data: ')) continue
        const change = JSON.parse(event.slice('data: '.length)) as LiveChange
        seen.push(change)
        if (last(change)) return seen
      }
      throw new Error(`the stream ended after ${JSON.stringify(seen)}`)
    },
    ended: async () => {
      while ((await next()) !== null);
    },
    leave: () => leaving.abort(),
  }
}

const write = (to: string) => {
  const messageId = randomUUID()
  const body = { id: messageId, words: 'Yes, on a chair.' }
  return dana.visitor.ok('answerMessage', { id: to, params: { messageId }, body })
}
const writes = (from: Visitor) => from.ok('sendIntake', { id: randomUUID(), body: someIntake(host.content) })
const isOf = (id: string) => (change: LiveChange) => change.patientId === id
/** Something that everybody of the clinic hears, after what they may not: so that a silence is known to be one. */
const somethingFor = (tenantId: string, id: string) =>
  inClinic(host.database.db, tenantId, (tx) =>
    tx
      .updateTable('app.patient')
      .set({ label: `x${randomUUID()}` })
      .where('patient_id', '=', id)
      .execute(),
  )

describe('a stream', () => {
  it('passes everything in between as it is: not packed, not kept, not gathered', async () => {
    const { status, headers, leave } = await listenAs(dana.visitor)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-store, no-transform')
    expect(headers.get('x-accel-buffering')).toBe('no')
    expect(headers.get('content-encoding')).toBeNull()
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
    leave()
  })

  it('tells a clinician of whom something changed, and nothing of what', async () => {
    const desk = await listenAs(dana.visitor)
    await writes(patient)
    const seen = await desk.until(isOf(patientId))
    for (const change of seen) expect(Object.keys(change).sort()).toEqual(['changed', 'patientId'])
    expect(seen).toContainEqual({ changed: 'record', patientId })
    desk.leave()
  })

  it('tells a person of themselves alone', async () => {
    const own = await listenAs(patient, contract.myLive.path)
    await write(peerId)
    await write(patientId)
    const seen = await own.until(({ changed }) => changed === 'thread')
    expect(seen.every(isOf(patientId))).toBe(true)
    own.leave()
  })

  it('tells nothing of another clinic', async () => {
    const theirs = await agreed()
    const { db } = host.database
    const elsewhere = await listenAs(far.visitor)
    await writes(patient)
    await write(patientId)
    // Somebody of the other clinic, afterwards: everything from before would have come first.
    await inClinic(db, farClinic, (tx) =>
      tx
        .insertInto('app.patient')
        .values({
          tenant_id: farClinic,
          patient_id: theirs.id,
          label: 'x',
          contact: 'null',
          created_at: host.clock.now,
          last_seen_at: host.clock.now,
        })
        .execute(),
    )
    const seen = await elsewhere.until(isOf(theirs.id))
    expect(seen.filter(isOf(patientId))).toEqual([])
    elsewhere.leave()
  })

  it('tells nobody of a record that is not open to them, only that a list may be old', async () => {
    const lead = await staffMember(host, { role: 'clinic-admin', name: 'Lead' })
    await lead.visitor.ok('joinTeam', {
      id: peerId,
      params: { staffId: lead.staffId },
      body: { part: 'lead', until: null },
    })
    const desk = await listenAs(dana.visitor)
    await writes(peer)
    await somethingFor(host.database.tenantId, patientId)
    const seen = await desk.until(isOf(patientId))
    expect(seen.filter(isOf(peerId))).toEqual([])
    desk.leave()
  })

  it('is not told of a look, nor of a device that was seen again', async () => {
    const desk = await listenAs(dana.visitor)
    host.clock.now = new Date(host.clock.now.getTime() + 2 * 3_600_000)
    dana = await staffMember(host, { role: 'therapist', name: 'Dana', email: dana.email })
    const again = await listenAs(dana.visitor)
    const isList = ({ changed }: LiveChange) => changed === 'list'
    await somethingFor(host.database.tenantId, peerId)
    await again.until(isList)
    await patient.ok('me')
    await dana.visitor.ok('patient', { id: patientId })
    await somethingFor(host.database.tenantId, peerId)
    expect(await again.until(isList)).toEqual([{ changed: 'list', patientId: null }])
    desk.leave()
    again.leave()
  })
})

describe('a stream ends', () => {
  it('when its session is revoked, at once and without a word more', async () => {
    const kim = await staffMember(host, { role: 'therapist', name: 'Kim' })
    const desk = await listenAs(kim.visitor)
    await closeSession(host.database.db, kim.token, host.clock.now)
    await desk.ended()
    expect((await listenAs(kim.visitor)).status).toBe(401)
  })

  it('when somebody’s membership ends or their role may not see it', async () => {
    const [ann, bob] = [
      await staffMember(host, { role: 'therapist', name: 'Ann' }),
      await staffMember(host, { role: 'therapist', name: 'Bob' }),
    ]
    const desks = await Promise.all([ann, bob].map(({ visitor }) => listenAs(visitor)))
    await asOwner(host, async (owner) => {
      await owner.query('update auth.membership set ended_at = now() where staff_id = $1', [ann.staffId])
      await owner.query(`update auth.membership set role = 'front-desk' where staff_id = $1`, [bob.staffId])
    })
    for (const desk of desks) await desk.ended()
  })

  it('when the device loses the record', async () => {
    const { visitor } = await agreed()
    const own = await listenAs(visitor, contract.myLive.path)
    await host.database.db
      .deleteFrom('auth.patient_secret')
      .where('secret_hash', '=', sha256(visitor.cookies.get('dorsal_me') ?? ''))
      .execute()
    await own.ended()
  })

  it('when the database no longer tells, so that the page asks by itself; and there is one again afterwards', async () => {
    const desk = await listenAs(dana.visitor)
    const superuser = new Client(host.database.superUrl)
    await superuser.connect()
    await superuser.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and datname = current_database()`,
      [LISTENER],
    )
    await superuser.end()
    await desk.ended()
    const again = await listenAs(dana.visitor)
    await writes(patient)
    await again.until(isOf(patientId))
    again.leave()
  })

  it('of one person that has too many: the oldest', async () => {
    const many = await staffMember(host, { role: 'therapist', name: 'Many' })
    const first = await listenAs(many.visitor)
    const rest = await Promise.all(Array.from({ length: 12 }, () => listenAs(many.visitor)))
    await first.ended()
    for (const { leave } of rest) leave()
  })
})

it('the server goes at once, with streams open', async () => {
  const other = await testApp({ env: { DEMO: '1' } })
  const member = await staffMember(other, { role: 'therapist', name: 'Open' })
  await other.app.listen({ host: '127.0.0.1', port: 0 })
  const port = (other.app.server.address() as AddressInfo).port
  const answer = await fetch(`http://127.0.0.1:${port}/api/live`, {
    headers: { accept: 'text/event-stream', cookie: `dorsal_staff=${member.token}` },
  })
  const reader = (answer.body ?? new Blob([]).stream()).getReader()
  await reader.read()
  await other.close()
  while (!(await reader.read()).done);
})

it('no table of records is without the trigger, whoever adds one', async () => {
  const database = await testDatabase()
  const owner = new Client(database.ownerUrl)
  await owner.connect()
  const silent = `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'patient_id'
    where n.nspname = 'app' and c.relkind = 'r'
      and not exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'live') order by 1`
  const names = async () => (await owner.query<{ name: string }>(silent)).rows.map(({ name }) => name)
  const quiet = [
    'audit',
    'panel_facts',
    'panel_mark',
    'panel_need',
    'push_subscription',
    'receipt',
    'reminder',
    'reminder_effect',
    'reminder_look',
    'reminder_setting',
  ]
  expect(await names()).toEqual(quiet)
  await owner.query('create table app.added_later (tenant_id uuid, patient_id uuid)')
  expect(await names()).toContain('added_later')
  await owner.query(LIVE_TRIGGERS)
  expect(await names()).toEqual(quiet)
  await owner.end()
  await database.drop()
})
