import {
  type Me,
  REPLAY_AGREEMENT,
  type ReplayPlayed,
  type ReplayRow,
  type SessionReport,
} from '@dorsal/care'
import { readReplay } from '@dorsal/motion'
import { randomUUID } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import type { Visitor } from '../seed/visitor.ts'
import { someIntake, someReport, testApp, type TestApp } from '../test-app.ts'
import { otherClinic, staffMember } from '../test-staff.ts'
import { eraseOldReplays, replaysHeld } from './replay.store.ts'
import { someReplay } from './some-replay.ts'

const EXERCISE = 'seated-thoracic-rotation'
let host: TestApp
let bytes: Uint8Array
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
  const exercise = host.content.exercises.find(
    ({ id, movement }) => id === EXERCISE || movement.count !== null,
  )
  if (exercise === undefined) throw new Error('there is no exercise to count')
  bytes = someReplay(exercise.id)
  exerciseId = exercise.id
})
afterAll(() => host.close())
let exerciseId = ''

const packed = (of: Uint8Array = bytes): string => gzipSync(of).toString('base64')
const agreement = (agreed: boolean) => ({
  agreed,
  version: REPLAY_AGREEMENT,
  lang: 'en',
  at: new Date().toISOString(),
})
const agree = (person: Visitor, agreed = true) => person.ok('agreeReplays', { body: agreement(agreed) })

type Somebody = { person: Visitor; patientId: string; report: SessionReport }

/** Somebody with a report of two sets of the exercise. */
async function somebody(): Promise<Somebody> {
  const person = host.person()
  const { patientId } = await person.agree()
  await person.ok('sendIntake', { id: randomUUID(), body: someIntake(host.content) })
  const report = someReport([
    { planItemId: 'a', exerciseId, reps: 4 },
    { planItemId: 'a', exerciseId, reps: 4 },
  ])
  await person.ok('sendReport', { id: report.id, body: report })
  return { person, patientId, report }
}

const send = ({ person, report }: Somebody, over: object = {}) =>
  person.call('sendReplay', {
    id: report.id,
    body: { sessionId: report.id, set: 0, calibration: null, data: packed(), ...over },
  })
const mine = async ({ person }: Somebody) => (await person.ok<{ replays: ReplayRow[] }>('myReplays')).replays
const rows = (patientId: string) =>
  inClinic(host.database.db, host.database.tenantId, (tx) =>
    tx.selectFrom('app.replay').select('set_index').where('patient_id', '=', patientId).execute(),
  )

describe('without a yes', () => {
  it('nothing of a movement is kept, whatever a device sends', async () => {
    const one = await somebody()
    expect(await send(one)).toMatchObject({ status: 403, body: { code: 'no-replay-agreement' } })
    expect(await rows(one.patientId)).toEqual([])
  })

  it('that was taken back, what was kept is erased at once, and nothing more is taken', async () => {
    const one = await somebody()
    await agree(one.person)
    await send(one)
    await send(one, { set: 1 })
    expect(await mine(one)).toHaveLength(2)
    expect(await agree(one.person, false)).toEqual({ agreed: false, erased: 2 })
    expect(await rows(one.patientId)).toEqual([])
    expect((await send(one)).status).toBe(403)
    expect(await agree(one.person, false)).toEqual({ agreed: false, erased: 0 })
    const { decisions } = await one.person.ok<Me>('me')
    expect(decisions.filter(({ rule }) => rule === 'replay-agreement').map(({ outcome }) => outcome)).toEqual(
      ['agreed', 'taken-back'],
    )
  })

  it('to these words: one to older ones is not taken', async () => {
    const one = await somebody()
    const older = { ...agreement(true), version: '2020-01' }
    expect((await one.person.call('agreeReplays', { body: older })).status).toBe(400)
    expect((await send(one)).status).toBe(403)
  })

  it('the database itself takes no replay', async () => {
    const { patientId, report } = await somebody()
    const { db, tenantId } = host.database
    const insert = inClinic(db, tenantId, (tx) =>
      tx
        .insertInto('app.replay')
        .values({
          tenant_id: tenantId,
          patient_id: patientId,
          session_id: report.id,
          set_index: 0,
          replay_id: randomUUID(),
          exercise_id: exerciseId,
          done_at: new Date(),
          seconds: 1,
          reps: 1,
          calibration: 'null',
          data: Buffer.from('x'),
          received_at: new Date(),
        })
        .execute(),
    )
    await expect(insert).rejects.toThrow(/foreign key/)
  })
})

describe('a replay', () => {
  it('lands once under its session and set, however often it is sent, and comes back bit by bit', async () => {
    const one = await somebody()
    await agree(one.person)
    const answers = await Promise.all([send(one), send(one), send(one)])
    answers.push(await send(one))
    expect(new Set(answers.map(({ raw }) => raw.body)).size).toBe(1)
    expect(answers[0]?.status).toBe(200)
    expect(await rows(one.patientId)).toHaveLength(1)
    const other = packed(bytes.slice())
    expect((await send(one, { data: other })).status).toBe(200)
    const different = gzipSync(bytes, { level: 1 }).toString('base64')
    expect(await send(one, { data: different })).toMatchObject({ status: 409, body: { code: 'id-taken' } })

    const clinician = await host.clinician()
    const { replays } = await clinician.ok<{ replays: ReplayRow[] }>('replays', { id: one.patientId })
    expect(replays).toMatchObject([{ sessionId: one.report.id, set: 0, exerciseId }])
    expect(replays[0]?.reps).toBeGreaterThan(2)
    const input = { id: one.patientId, params: { replayId: replays[0]?.id ?? '' } }
    const played = await clinician.ok<ReplayPlayed>('replay', input)
    expect(played.exercise?.id).toBe(exerciseId)
    expect(new Uint8Array(gunzipSync(Buffer.from(played.data, 'base64')))).toEqual(bytes)
    expect(readReplay(gunzipSync(Buffer.from(played.data, 'base64'))).complete).toBe(true)
    const elsewhere = await somebody()
    const stranger = { ...input, id: elsewhere.patientId }
    expect((await clinician.call('replay', stranger)).status).toBe(404)
  })

  it.each<[string, (one: Somebody) => object, string]>([
    ['of text', () => ({ data: Buffer.from('a page').toString('base64') }), 'not a packed replay'],
    [
      'of something else, packed',
      () => ({ data: packed(Buffer.from('<!doctype html>')) }),
      'not a replay of a session',
    ],
    ['cut short', () => ({ data: packed(bytes.slice(0, bytes.length - 40)) }), 'damaged'],
    ['damaged in the middle', () => ({ data: packed(bytes.with(900, (bytes[900] ?? 0) ^ 1)) }), 'damaged'],
    ['that unfolds to fill a memory', () => ({ data: packed(new Uint8Array(40_000_000)) }), 'larger than'],
    ['of a set that is not in the report', () => ({ set: 9 }), 'no such set'],
    ['of another session', () => ({ sessionId: randomUUID() }), 'not the session of the address'],
    ['that is no base64', () => ({ data: '%%%' }), ''],
  ])('%s is refused in a sentence', async (_what, over, says) => {
    const one = await somebody()
    await agree(one.person)
    const { status, body } = await send(one, over(one))
    expect(status).toBe(400)
    expect((body as { fields: { message: string }[] }).fields[0]?.message).toContain(says)
    expect(await rows(one.patientId)).toEqual([])
  })

  it('of another exercise than the set is refused', async () => {
    const one = await somebody()
    await agree(one.person)
    const other = host.content.exercises.find(({ id, movement }) => id !== exerciseId && movement.figure)
    if (other === undefined) throw new Error('there is one exercise only')
    const { body } = await send(one, { data: packed(someReplay(other.id)) })
    expect(JSON.stringify(body)).toContain('another exercise')
  })

  it('that is too large is refused at the door, before it is read', async () => {
    const one = await somebody()
    await agree(one.person)
    expect(await send(one, { data: 'A'.repeat(800_000) })).toMatchObject({
      status: 413,
      body: { title: 'This is too large.' },
    })
    expect(await send(one, { data: 'A'.repeat(700_000) })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'data', message: 'This is too long or too large.' }] },
    })
  })
})

describe('who sees the movement of a person', () => {
  it('is who treats them, and nobody else; each look is written down', async () => {
    const one = await somebody()
    await agree(one.person)
    await send(one)
    const [{ id: replayId } = { id: '' }] = await mine(one)
    const { db, tenantId } = host.database
    const far = await otherClinic(host)
    const lead = await staffMember(host, { role: 'therapist', name: 'Lead' })
    const admin = await staffMember(host, { role: 'clinic-admin', name: 'Admin' })
    await admin.visitor.ok('joinTeam', {
      id: one.patientId,
      params: { staffId: lead.staffId },
      body: { part: 'lead', until: null },
    })
    const asks = async (visitor: Visitor) => [
      (await visitor.call('replays', { id: one.patientId })).status,
      (await visitor.call('replay', { id: one.patientId, params: { replayId } })).status,
    ]
    expect(await asks(lead.visitor)).toEqual([200, 200])
    for (const [role, clinic] of [
      ['front-desk', tenantId],
      ['benefit-manager', tenantId],
      ['platform-admin', tenantId],
      ['assistant', tenantId],
      ['therapist', tenantId],
      ['therapist', far],
      ['clinic-admin', far],
    ] as const) {
      const { visitor } = await staffMember(host, { role, name: role, tenantId: clinic })
      for (const status of await asks(visitor)) expect([403, 404], role).toContain(status)
    }
    expect(await asks(host.person())).toEqual([401, 401])
    const looks = await inClinic(db, tenantId, (tx) =>
      tx
        .selectFrom('app.audit')
        .select(['action', 'outcome'])
        .where('patient_id', '=', one.patientId)
        .where('actor_id', '=', lead.staffId)
        .execute(),
    )
    expect(looks).toEqual([
      { action: 'replays', outcome: 'done' },
      { action: 'replay', outcome: 'done' },
    ])
    const stranger = await somebody()
    await agree(stranger.person)
    expect(await mine(stranger)).toEqual([])
  })
})

describe('watching one’s own set again', () => {
  it('gives what was sent, and of somebody else what an absent one gives', async () => {
    const [one, other] = [await somebody(), await somebody()]
    for (const each of [one, other]) {
      await agree(each.person)
      await send(each)
    }
    const [{ id } = { id: '' }] = await mine(one)
    const played = await one.person.ok<ReplayPlayed>('myReplay', { id })
    expect(played).toMatchObject({ id, exercise: { id: exerciseId } })
    expect(gunzipSync(Buffer.from(played.data, 'base64'))).toEqual(Buffer.from(bytes))
    const theirs = await other.person.call('myReplay', { id })
    expect(theirs.body).toEqual((await other.person.call('myReplay', { id: randomUUID() })).body)
    expect(theirs.status).toBe(404)
    await one.person.ok('agreeReplays', { body: agreement(false) })
    expect((await one.person.call('myReplay', { id })).status).toBe(404)
  })
})

describe('keeping', () => {
  it('ends with the person, and after twelve months; until then it is in the export', async () => {
    const { db, tenantId } = host.database
    const [gone, old] = [await somebody(), await somebody()]
    for (const one of [gone, old]) {
      await agree(one.person)
      await send(one)
    }
    const held = await inClinic(db, tenantId, (tx) => replaysHeld(tx, old.patientId))
    expect(held.agreed?.version).toBe(REPLAY_AGREEMENT)
    expect(held.replays[0]?.data).toBe(packed())
    await gone.person.ok('eraseMe')
    expect(await rows(gone.patientId)).toEqual([])
    const after = (days: number) => new Date(host.clock.now.getTime() + days * 86_400_000)
    await eraseOldReplays(db, after(364))
    expect(await rows(old.patientId)).toHaveLength(1)
    expect(await eraseOldReplays(db, after(367))).toBeGreaterThan(0)
    expect(await rows(old.patientId)).toEqual([])
  })
})
