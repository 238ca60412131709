import { LESSON_REST_HOURS, type LessonDone, LibraryContent, type Me, type PatientRecord } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import type { Visitor } from '../seed/visitor.ts'
import { someIntake, testApp, type TestApp } from '../test-app.ts'

let host: TestApp
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
})
afterAll(() => host.close())

const HOUR = 3_600_000

const done = (lessonId: string, rest: Partial<LessonDone> = {}): LessonDone => ({
  id: randomUUID(),
  at: host.clock.now.toISOString(),
  lessonId,
  version: 1,
  answer: 'false',
  ...rest,
})

const send = (person: Visitor, body: LessonDone) => person.ok('finishLesson', { id: body.id, body })
const meOf = (person: Visitor) => person.ok<Me>('me')

async function planned(answers = {}): Promise<{ person: Visitor; patientId: string }> {
  const person = host.person()
  const { patientId } = await person.agree()
  await person.ok('sendIntake', { id: randomUUID(), body: someIntake(host.content, answers) })
  return { person, patientId }
}

describe('a lesson read', () => {
  it('is kept once, however often it is sent', async () => {
    const { person, patientId } = await planned()
    const body = done('breathing')
    const replies = await Promise.all(Array.from({ length: 6 }, () => send(person, body)))
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    const { db, tenantId } = host.database
    const rows = await inClinic(db, tenantId, (tx) =>
      tx.selectFrom('app.lesson_done').select('done_id').where('patient_id', '=', patientId).execute(),
    )
    expect(rows).toHaveLength(1)
    const other = await person.call('finishLesson', { id: body.id, body: { ...body, answer: 'true' } })
    expect(other).toMatchObject({ status: 409, body: { code: 'id-taken' } })
    const elsewhere = await person.call('finishLesson', { id: randomUUID(), body })
    expect(elsewhere).toMatchObject({ status: 400, body: { fields: [{ path: 'id' }] } })
  })

  it('is in the record once, at its first reading, and never later than it was told', async () => {
    const { person, patientId } = await planned()
    const first = host.clock.now.toISOString()
    await send(person, done('sleep', { at: '2031-01-01T00:00:00.000Z' }))
    await send(person, done('sleep', { at: '2031-01-02T00:00:00.000Z', version: 2 }))
    await send(person, done('desk', { at: '2026-01-02T00:00:00.000Z' }))
    const { lessons } = await meOf(person)
    expect(lessons).toEqual([
      { id: 'desk', version: 1, doneAt: '2026-01-02T00:00:00.000Z' },
      { id: 'sleep', version: 1, doneAt: first },
    ])
    const record = await (await host.clinician()).ok<PatientRecord>('patient', { id: patientId })
    expect(record.lessons).toEqual(lessons)
    expect(record.texts['lesson.sleep']).toMatch(/\w+ \w+/)
  })

  it('is nobody else’s, and needs a record', async () => {
    const [{ person }, other] = [await planned(), await planned()]
    const body = done('flare')
    await send(person, body)
    expect((await meOf(other.person)).lessons).toEqual([])
    expect((await host.person().call('finishLesson', { id: body.id, body })).status).toBe(401)
  })

  it('changes nothing of the plan, and may be read before there is one or while it is held', async () => {
    const { person } = await planned()
    const before = await meOf(person)
    await send(person, done('pacing'))
    const after = await meOf(person)
    expect([after.plan, after.next, after.prescription]).toEqual([
      before.plan,
      before.next,
      before.prescription,
    ])
    const fresh = host.person()
    await fresh.agree()
    expect(await send(fresh, done('breathing'))).toMatchObject({ next: 'questionnaire' })
    const held = await planned({ RF02: 'yes' })
    expect(await send(held.person, done('breathing'))).toMatchObject({ next: 'escalate' })
  })
})

describe('the lesson that is offered', () => {
  it('is one at a time, the next not before its rest, and never one that was read', async () => {
    const { person } = await planned()
    const start = host.clock.now
    const seen: string[] = []
    for (let count = 0; count < 4; count += 1) {
      const { lesson } = await meOf(person)
      if (lesson === null) throw new Error('no lesson is offered')
      expect(seen).not.toContain(lesson.id)
      seen.push(lesson.id)
      await send(person, done(lesson.id))
      host.clock.now = new Date(host.clock.now.getTime() + (LESSON_REST_HOURS - 1) * HOUR)
      expect((await meOf(person)).lesson).toBeNull()
      host.clock.now = new Date(host.clock.now.getTime() + HOUR)
    }
    expect(host.clock.now.getTime() - start.getTime()).toBeGreaterThan(6 * 24 * HOUR)
    host.clock.now = start
  })

  it('is none while help comes first, and answers what somebody said', async () => {
    const held = await planned()
    expect((await meOf(held.person)).lesson).not.toBeNull()
    const danger =
      host.content.redFlags.preSession.find(({ answerType }) => answerType === 'yes_no')?.id ?? ''
    const day = { id: randomUUID(), at: host.clock.now.toISOString(), kind: 'flare-up', pain: 5 }
    const body = { ...day, worry: null, answers: { [danger]: 'yes' }, note: null }
    await held.person.ok('sendDay', { id: day.id, body })
    const { next, plan, lesson } = await meOf(held.person)
    expect([next, plan !== null, lesson]).toEqual(['escalate', true, null])
    const { person } = await planned({ RF60: 'yes' })
    expect(['osteoporosis', 'desk']).toContain((await meOf(person)).lesson?.id)
  })
})

it.each(['en', 'es', 'pt'])(
  'the library in %s holds every exercise, without what the camera looks at',
  async (lang) => {
    const reply = await host.app.inject({ url: `/content/${host.content.version}/${lang}/library.json` })
    const library = LibraryContent.parse(reply.json())
    expect(library.exercises.map(({ id }) => id)).toEqual(host.content.exercises.map(({ id }) => id))
    const shown = new Set(library.exercises.flatMap(({ movement }) => Object.keys(movement ?? {})))
    expect([...shown].sort()).toEqual(['cameraView', 'figure', 'template'])
    expect(reply.body).not.toContain('"signal":')
  },
)
