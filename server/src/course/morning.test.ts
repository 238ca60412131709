import type { DayReport, IntakeReply, Me, PatientRecord, ReportReply } from '@dorsal/care'
import { meanwhile, morningAnswer, morningDue } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Visitor } from '../seed/visitor.ts'
import { someIntake, someReport, testApp, type TestApp } from '../test-app.ts'

let host: TestApp
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
})
afterAll(() => host.close())
/** Each test begins minutes after the one before: a code of a clinician's generator works once. */
let began = Date.parse('2026-11-24T17:00:00Z')
beforeEach(() => {
  host.clock.now = new Date(began)
  began += 120_000
})

const DAY = 86_400_000
const meOf = (person: Visitor) => person.ok<Me>('me')
type Morning = Extract<DayReport, { kind: 'morning' }>

/** Somebody on the morning after the first session. */
async function nextMorning(): Promise<{ person: Visitor; patientId: string }> {
  const person = host.person()
  const { patientId } = await person.agree()
  const id = randomUUID()
  const reply = await person.ok<IntakeReply>('sendIntake', { id, body: someIntake(host.content) })
  const items = (reply.prescription?.items ?? []).map(({ planItemId, exercise, dosage }) => ({
    planItemId,
    exerciseId: exercise.id,
    reps: dosage.reps,
  }))
  const at = host.clock.now.toISOString()
  const report = someReport(items, { startedAt: at, endedAt: at })
  await person.ok('sendReport', { id: report.id, body: report })
  host.clock.now = new Date(host.clock.now.getTime() + 0.6 * DAY)
  return { person, patientId }
}

const morning = (more: Partial<Morning> = {}): Morning => ({
  kind: 'morning',
  id: randomUUID(),
  at: host.clock.now.toISOString(),
  sinceLast: 'same',
  pain: 3,
  sleep: 'so-so',
  ...more,
})
const send = (person: Visitor, body: Morning) => person.ok<ReportReply>('sendDay', { id: body.id, body })
const asks = (me: Me) => {
  const given = { history: me.history.map(({ report }) => report), told: me.told }
  const now = host.clock.now.toISOString()
  return {
    due: morningDue({ ...given, now, offsetMinutes: 0 }) !== null,
    since: morningAnswer({ ...given, now }),
  }
}

describe('a morning', () => {
  it('is offered, told once, and then neither offered nor asked at the session', async () => {
    const { person, patientId } = await nextMorning()
    expect(asks(await meOf(person))).toEqual({ due: true, since: null })
    const body = morning({ sinceLast: 'a-little-worse' })
    const replies = await Promise.all([send(person, body), send(person, body)])
    expect(replies[0]).toEqual(replies[1])
    const me = await meOf(person)
    expect(asks(me)).toEqual({ due: false, since: 'a-little-worse' })
    expect(me.told).toEqual([body])
    const record = await (await host.clinician()).ok<PatientRecord>('patient', { id: patientId })
    expect(record.told).toEqual([body])
  })

  it('changes no plan by itself: the next session report carries it', async () => {
    const { person } = await nextMorning()
    const before = await meOf(person)
    const reply = await send(person, morning({ sinceLast: 'much-worse', pain: 8 }))
    const after = await meOf(person)
    expect([reply.next, reply.card, reply.changes]).toEqual(['session', null, []])
    expect([after.plan, after.prescription, after.next]).toEqual([
      before.plan,
      before.prescription,
      before.next,
    ])
  })

  it('asked about dangers and clear of them leaves the day as it is, also with pain left out', async () => {
    const { person } = await nextMorning()
    const answers = { PS1: 'no', PS2: 'no', PS3: 'no', PS4: 'no' } as const
    expect((await send(person, morning({ sinceLast: 'much-worse', pain: null, answers }))).next).toBe(
      'session',
    )
  })

  it.each([
    ['PS1', 'escalate', 'emergency'],
    ['PS3', 'escalate', 'same-day'],
  ])(
    'with %s answered yes holds the plan, on the server and before it on the device',
    async (id, next, card) => {
      const { person, patientId } = await nextMorning()
      const body = morning({ sinceLast: 'much-worse', pain: 4, answers: { [id]: 'yes' } })
      const known = await meOf(person)
      const alone = meanwhile({ me: known, ahead: null, reports: [], days: [body], now: body.at })
      expect([alone.next, alone.prescription, alone.triage?.card]).toEqual([next, null, card])
      const reply = await send(person, body)
      expect([reply.next, reply.card, reply.prescription]).toEqual([next, card, null])
      const me = await meOf(person)
      expect([me.next, me.prescription, me.triage?.rules.includes(id)]).toEqual([next, null, true])
      const record = await (await host.clinician()).ok<PatientRecord>('patient', { id: patientId })
      expect(record.tasks.filter(({ kind }) => kind === 'red-flag')).toHaveLength(1)
    },
  )
})
