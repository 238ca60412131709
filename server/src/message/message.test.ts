import type { Me, Message, MessagePage, ReplyFigures, Thread } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  answer,
  type Clinic,
  clinicThread,
  clinicWithMessages,
  message,
  rowOf,
  RULE,
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
const said = ({ from, by, words }: Message) => [from, by, words]

describe('a message', () => {
  it('goes to the named therapist, waits in the panel until it is answered, and the answer comes back', async () => {
    const { person, patientId, dana } = await clinic.cared()
    expect(await threadOf(person)).toMatchObject({
      therapist: 'Dana',
      open: true,
      unread: 0,
      rule: RULE,
      messages: [],
    })
    expect(await write(person, 'Can I do this at work?')).toMatchObject({ card: null, next: 'session' })
    expect((await rowOf(dana, patientId))?.reasons).toContain('message-waiting')
    const seen = await clinicThread(dana, patientId)
    expect(seen).toMatchObject({ lang: 'en', waitingSince: STARTED.toISOString() })
    expect(seen.dueAt).toBe('2026-11-24T12:00:00.000Z')
    expect(seen.messages).toMatchObject([{ from: 'patient', words: 'Can I do this at work?', flag: null }])
    clinic.later(30)
    await answer(dana, patientId, 'Yes, on a chair.')
    expect((await rowOf(dana, patientId))?.reasons).not.toContain('message-waiting')
    expect((await clinicThread(dana, patientId)).waitingSince).toBe(null)
    const back = await threadOf(person)
    expect(back.unread).toBe(1)
    expect(back.messages.map(said)).toEqual([
      ['patient', null, 'Can I do this at work?'],
      ['clinic', 'Dana', 'Yes, on a chair.'],
    ])
    expect((await person.ok<Me>('me')).unreadMessages).toBe(1)
  })

  it('is kept once, however often it is sent, and its id is taken for other words', async () => {
    const { person, patientId, dana } = await clinic.cared()
    const body = message(DANGER)
    const first = await person.ok('sendMessage', { id: body.id, body })
    clinic.later(5)
    expect(await person.ok('sendMessage', { id: body.id, body })).toEqual(first)
    const sent = await Promise.all([1, 2, 3].map(() => person.call('sendMessage', { id: body.id, body })))
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200])
    const other = await person.call('sendMessage', { id: body.id, body: { ...body, words: 'else' } })
    expect(other).toMatchObject({ status: 409, body: { code: 'id-taken' } })
    expect((await threadOf(person)).messages).toHaveLength(1)
    expect(await tasksOf(dana, patientId)).toHaveLength(1)
    const own = randomUUID()
    const reply = { id: patientId, params: { messageId: own }, body: { id: own, words: 'Please call us.' } }
    await dana.ok('answerMessage', reply)
    await dana.ok('answerMessage', reply)
    expect((await threadOf(person)).messages).toHaveLength(2)
    const elsewhere = { ...reply, params: { messageId: randomUUID() } }
    expect((await dana.call('answerMessage', elsewhere)).status).toBe(400)
  })

  it('is told as read to the other side, by the first who saw it', async () => {
    const { person, patientId, dana } = await clinic.cared()
    const { id } = await write(person, 'Hello')
    await dana.ok('seeMessages', { id: patientId, params: { messageId: id } })
    clinic.later(5)
    const olu = await clinic.onTeam(patientId, 'Olu', 'member')
    await olu.ok('seeMessages', { id: patientId, params: { messageId: id } })
    const read = (await threadOf(person)).messages[0]
    expect(read).toMatchObject({ readAt: STARTED.toISOString(), readBy: 'Dana' })
    const back = await answer(dana, patientId, 'Good morning')
    await write(person, 'One more thing')
    await person.ok('readMessages', { id: back })
    expect((await threadOf(person)).unread).toBe(0)
    const [, second, third] = (await clinicThread(dana, patientId)).messages
    expect([second?.readAt !== null, third?.readAt]).toEqual([true, null])
  })

  it('comes in parts of fifty, without a gap and without one twice', async () => {
    const { person, patientId, dana } = await clinic.cared()
    const ids: string[] = []
    for (let i = 0; i < 53; i += 1) ids.push(await answer(dana, patientId, `Number ${i}`))
    const newest = await threadOf(person)
    expect(newest.earlier).toBe(true)
    const first = newest.messages[0]?.id ?? ''
    const rest = await person.ok<MessagePage>('threadBefore', { id: first })
    expect(rest.earlier).toBe(false)
    expect([...rest.messages, ...newest.messages].map(({ id }) => id)).toEqual(ids)
    const same = { id: patientId, params: { messageId: first } }
    expect(await dana.ok('clinicThreadBefore', same)).toEqual(rest)
  })

  it('is still read and answered after the end of a course, for as long as the rule says, and a danger always', async () => {
    const { person, patientId } = await clinic.cared()
    const admin = await clinic.admin()
    await admin.ok('setReplyPromise', { body: { ...RULE, afterEndDays: 0 } })
    await clinic.endCourse(patientId)
    expect((await threadOf(person)).open).toBe(true)
    clinic.later(60 * 24 * 3)
    expect((await threadOf(person)).open).toBe(false)
    const late = message('Could you help again?')
    const refused = await person.call('sendMessage', { id: late.id, body: late })
    expect(refused).toMatchObject({ status: 409, body: { code: 'thread-closed' } })
    expect((await write(person, DANGER)).card).toBe('emergency')
    const again = await clinic.admin()
    await again.ok('setReplyPromise', { body: RULE })
    await person.ok('sendMessage', { id: late.id, body: late })
    expect((await threadOf(person)).messages).toHaveLength(2)
  })
})

describe('the promise about answers', () => {
  const figures = async () =>
    (await (await clinic.admin()).ok<{ figures: ReplyFigures }>('replyPromise')).figures

  it('is measured: answered in time, answered late, never answered; what needed no answer counts for nothing', async () => {
    const before = await figures()
    const { person, patientId, dana } = await clinic.cared()
    await write(person, 'First question')
    clinic.later(30)
    await answer(dana, patientId, 'First answer')
    const { id } = await write(person, 'Thank you')
    await dana.ok('settleMessages', { id: patientId, params: { messageId: id } })
    expect((await clinicThread(dana, patientId)).waitingSince).toBe(null)
    const open = await write(person, 'Second question')
    expect(await figures()).toMatchObject({ messages: before.messages + 1 })
    clinic.later(3 * 24 * 60)
    const late = await figures()
    expect(late.messages).toBeGreaterThanOrEqual(before.messages + 2)
    expect(late.kept).toBeLessThan(1)
    const [, , , last] = (await threadOf(person)).messages
    expect(last).toMatchObject({ id: open.id, answeredAt: null })
  })

  it('of a message stays as it was when it came, whatever the clinic says later', async () => {
    const { person } = await clinic.cared()
    await write(person, 'Under the old promise')
    const admin = await clinic.admin()
    await admin.ok('setReplyPromise', { body: { ...RULE, workingDays: 3 } })
    await write(person, 'Under the new one')
    await admin.ok('setReplyPromise', { body: RULE })
    const { messages } = await threadOf(person)
    expect(messages.map(({ dueAt }) => dueAt)).toEqual([
      '2026-11-24T12:00:00.000Z',
      '2026-11-26T12:00:00.000Z',
    ])
  })

  it('and the templates are the admin’s to set, and no one else’s', async () => {
    const dana = (await clinic.member('therapist')).visitor
    expect((await dana.call('setReplyPromise', { body: RULE })).status).toBe(403)
    expect((await dana.call('setTemplates', { body: { templates: [] } })).status).toBe(403)
    const own = { id: 'got-it', title: 'Ours', words: { en: 'a', es: 'b', pt: 'c' } }
    const admin = await clinic.admin()
    const set = (templates: unknown) => admin.call('setTemplates', { body: { templates } })
    expect((await set([own, { ...own, title: 'Ours again' }])).status).toBe(200)
    const { patientId } = await clinic.newcomer()
    const { templates } = await clinicThread(dana, patientId)
    expect(templates.filter(({ id }) => id === 'got-it')).toMatchObject([{ title: 'Ours again' }])
    expect(templates.length).toBeGreaterThan(2)
    expect((await set([{ ...own, words: { en: 'only' } }])).status).toBe(400)
    await set([])
  })
})

describe('the words of a person', () => {
  it('are said to nobody in another language, and stand in no log', async () => {
    const { person, patientId, dana } = await clinic.cared()
    const words = clinic.host.content.questions[0]?.text ?? ''
    await write(person, words)
    await write(person, 'CANARY-7391')
    const spoken = await person.call('thread', { headers: { 'accept-language': 'es' } })
    expect((spoken.body as Thread).messages[0]?.words).toBe(words)
    await clinicThread(dana, patientId)
    expect(clinic.host.lines.join('')).not.toContain('CANARY-7391')
  })
})
