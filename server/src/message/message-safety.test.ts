import type { Me } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import { otherClinic, staffMember } from '../test-staff.ts'
import { noteCalls } from './call.store.ts'
import {
  answer,
  callsOf,
  type Clinic,
  clinicThread,
  clinicWithMessages,
  message,
  rowOf,
  STARTED,
  tasksOf,
  threadOf,
  write,
} from './message-fixture.ts'

let clinic: Clinic
beforeAll(async () => {
  clinic = await clinicWithMessages()
})
afterEach(() => {
  clinic.host.clock.now = STARTED
})
afterAll(() => clinic.host.close())

const DANGER = 'I cannot feel between my legs and I cannot pass urine'
/** Words that only touch on a danger: asked about, not said. */
const TOUCHED = 'A slight chill.'

describe('a danger in a message', () => {
  it('is the stop card at once, an emergency task once, and no exercise; the words are kept with what was found', async () => {
    const { person, patientId, dana } = await clinic.cared()
    expect((await person.ok<Me>('me')).next).toBe('session')
    expect(await write(person, DANGER)).toMatchObject({ card: 'emergency', next: 'escalate' })
    const me = await person.ok<Me>('me')
    expect(me).toMatchObject({ next: 'escalate', prescription: null })
    expect(me.triage?.card).toBe('emergency')
    const [task, ...more] = await tasksOf(dana, patientId)
    expect(more).toEqual([])
    expect(task).toMatchObject({ kind: 'red-flag', level: 'emergency_now', acknowledgedAt: null })
    expect((await rowOf(dana, patientId))?.reasons).toEqual(
      expect.arrayContaining(['red-flag', 'message-waiting']),
    )
    const [kept] = (await clinicThread(dana, patientId)).messages
    expect(kept).toMatchObject({
      words: DANGER,
      flag: { level: 'emergency_now', taskId: task?.id, seenAt: null },
    })
    expect(kept?.flag?.because[0]?.values?.['words']).toBeTruthy()
  })

  it.each([
    ['No siento la entrepierna y no puedo orinar', 'es'],
    ['Quero me matar', 'pt'],
  ])('is heard in the language of the page: %s', async (words, lang) => {
    const { person } = await clinic.newcomer()
    const body = message(words, {}, lang)
    expect(await person.ok('sendMessage', { id: body.id, body })).toMatchObject({ next: 'escalate' })
  })

  it('that is only touched on counts as said until its question is answered', async () => {
    const { person, patientId, dana } = await clinic.cared()
    expect((await write(person, TOUCHED)).next).toBe('escalate')
    expect((await tasksOf(dana, patientId))[0]).toMatchObject({ kind: 'red-flag', level: 'same_day_urgent' })
    const other = await clinic.cared()
    const no = { RF20: 'no' }
    expect(await write(other.person, TOUCHED, no)).toMatchObject({ card: null, next: 'session' })
    expect(await tasksOf(other.dana, other.patientId)).toEqual([])
    expect((await clinicThread(other.dana, other.patientId)).messages).toMatchObject([
      { answers: no, flag: null },
    ])
    // What was answered a moment ago is not asked again by the next message.
    expect(await write(other.person, 'Thank you all the same')).toMatchObject({ card: null })
    const third = await clinic.cared()
    expect((await write(third.person, TOUCHED, { RF20: 'unsure' })).next).toBe('escalate')
  })

  it('is heard when it comes drop by drop, and in the answer to a question of the clinic', async () => {
    const { person, patientId, dana } = await clinic.cared()
    const drop = await write(person, 'It is numb.', { RF02: 'no', RF03: 'no', RF04: 'no' })
    expect(drop.next).not.toBe('escalate')
    expect(await write(person, 'between my legs')).toMatchObject({ next: 'escalate' })
    const other = await clinic.cared()
    await answer(other.dana, other.patientId, 'Is it numb between your legs?')
    expect((await write(other.person, 'yes')).next).toBe('escalate')
    expect((await tasksOf(dana, patientId)).filter(({ kind }) => kind === 'red-flag')).toHaveLength(1)
  })

  it('holds whoever has no plan yet too, and words that nobody can read are not passed over', async () => {
    const person = clinic.host.person()
    await person.agree()
    expect(await write(person, DANGER)).toMatchObject({ card: 'emergency', next: 'escalate' })
    expect((await threadOf(person)).messages).toMatchObject([
      { words: DANGER, flag: { level: 'emergency_now' } },
    ])
    expect((await write(person, 'Мне очень плохо, я не чувствую ног')).card).toBe('emergency')
  })

  it('is cleared by nobody but a clinician', async () => {
    const { person, patientId, dana } = await clinic.cared()
    await write(person, DANGER)
    await answer(dana, patientId, 'I have called you.')
    await write(person, 'It was nothing.', { RF02: 'no', RF03: 'no' })
    const { next, triage } = await person.ok<Me>('me')
    expect(next).toBe('escalate')
    const body = {
      id: randomUUID(),
      rules: triage?.rules ?? [],
      reason: 'Seen in person, sensation is normal.',
    }
    await dana.ok('clearFlags', { id: patientId, body })
    expect((await person.ok<Me>('me')).next).toBe('session')
  })
})

describe('a flagged message that nobody acknowledges', () => {
  it('calls the team at once, then every clinician, then the admin, until somebody has seen it', async () => {
    const { person, patientId, dana } = await clinic.cared()
    const olu = (await clinic.member('therapist', 'Olu')).visitor
    const assistant = (await clinic.member('assistant')).visitor
    const boss = await clinic.admin()
    const called = async () =>
      Promise.all([dana, olu, assistant, boss].map(async (by) => (await callsOf(by, patientId)).length))
    await write(person, 'Hello')
    expect(await called()).toEqual([0, 0, 0, 0])
    await write(person, DANGER)
    expect(await called()).toEqual([1, 0, 0, 0])
    clinic.later(15)
    expect(await called()).toEqual([1, 1, 0, 0])
    clinic.later(15)
    expect(await called()).toEqual([1, 1, 0, 1])
    const [call] = await callsOf(olu, patientId)
    expect(call).toMatchObject({ level: 'emergency_now', called: 'admins', cares: false })
    expect(JSON.stringify(call)).not.toMatch(/urine|legs|RF|because|words/)
    await dana.ok('acknowledgeTask', { id: call?.taskId ?? '' })
    expect(await called()).toEqual([0, 0, 0, 0])
    expect((await threadOf(person)).messages[1]?.flag).toMatchObject({ seenBy: 'Dana' })
  })

  it('leaves one row for each call, to be told outside, without a word of what was written', async () => {
    const { db, tenantId } = clinic.host.database
    const { person, patientId, dana } = await clinic.cared()
    await noteCalls(db, clinic.host.clock.now)
    await write(person, DANGER)
    const [task] = await tasksOf(dana, patientId)
    const rows = () =>
      inClinic(db, tenantId, (tx) =>
        tx
          .selectFrom('app.outbox')
          .select(['effect_key', 'payload'])
          .where('effect_key', 'like', `message-call:${task?.id}:%`)
          .orderBy('effect_key')
          .execute(),
      )
    for (const minutes of [0, 1, 15, 0, 15, 29, 2]) {
      clinic.later(minutes)
      await noteCalls(db, clinic.host.clock.now)
    }
    expect((await rows()).map(({ effect_key }) => effect_key.at(-1))).toEqual(['1', '2', '3', '4'])
    expect((await rows()).map(({ payload }) => payload)).toEqual(
      ['team', 'clinicians', 'admins', 'admins'].map((called) => ({ task: task?.id, called })),
    )
  })
})

describe('a thread is nobody else’s', () => {
  const doors = (id: string, messageId: string) =>
    [
      ['clinicThread', { id }],
      ['clinicThreadBefore', { id, params: { messageId } }],
      ['answerMessage', { id, params: { messageId }, body: { id: messageId, words: 'Hello' } }],
      ['seeMessages', { id, params: { messageId } }],
      ['settleMessages', { id, params: { messageId } }],
    ] as const

  it('another clinic’s answers like one that is not there, byte for byte', async () => {
    const { person, patientId } = await clinic.cared()
    const { id: messageId } = await write(person, 'CANARY-5512')
    const tenantId = await otherClinic(clinic.host)
    const far = await staffMember(clinic.host, { role: 'therapist', name: 'Far', tenantId })
    for (const [name, input] of doors(patientId, messageId)) {
      const foreign = await far.visitor.call(name, input)
      const absent = await far.visitor.call(name, { ...input, id: randomUUID() })
      expect([foreign.status, foreign.raw.body], name).toEqual([404, absent.raw.body])
    }
    expect((await far.visitor.call('messageCalls')).raw.body).not.toContain(patientId)
    const seen = await inClinic(clinic.host.database.db, tenantId, (tx) =>
      tx.selectFrom('app.message').selectAll().execute(),
    )
    expect(seen).toEqual([])
  })

  it('and a colleague’s who is not on the team, an assistant’s, the front desk’s or a stranger’s is refused', async () => {
    const { person, patientId } = await clinic.cared()
    const { id: messageId } = await write(person, 'CANARY-5513')
    for (const role of [
      'therapist',
      'assistant',
      'front-desk',
      'benefit-manager',
      'platform-admin',
    ] as const) {
      const { visitor } = await clinic.member(role)
      for (const [name, input] of doors(patientId, messageId)) {
        const { status, raw } = await visitor.call(name, input)
        expect([status, raw.body.includes('CANARY')], `${role} ${name}`).toEqual([403, false])
      }
    }
    for (const [name, input] of doors(patientId, messageId))
      expect((await person.call(name, input)).status, name).toBe(401)
  })

  it('one person reads and moves no message of another', async () => {
    const [mine, other] = [await clinic.cared(), await clinic.cared()]
    const theirs = await answer(other.dana, other.patientId, 'Not for you')
    const { id } = await write(other.person, 'Nor this')
    for (const name of ['threadBefore', 'readMessages'] as const)
      for (const one of [id, theirs])
        expect((await mine.person.call(name, { id: one })).status, name).toBe(404)
    const given = { id: mine.patientId, params: { messageId: id } }
    for (const name of ['clinicThreadBefore', 'seeMessages', 'settleMessages'] as const)
      expect((await mine.dana.call(name, given)).status, name).toBe(404)
    expect((await threadOf(mine.person)).messages).toEqual([])
    const { messages } = await threadOf(other.person)
    expect(messages.map((one) => [one.id, one.readAt, one.answeredAt])).toEqual([
      [theirs, null, null],
      [id, null, null],
    ])
  })

  it('goes with the record when the person erases it', async () => {
    const { person } = await clinic.cared()
    const { id } = await write(person, DANGER)
    await person.ok('eraseMe')
    const left = await inClinic(clinic.host.database.db, clinic.host.database.tenantId, (tx) =>
      tx.selectFrom('app.message').select('message_id').where('message_id', '=', id).execute(),
    )
    expect(left).toEqual([])
  })
})
