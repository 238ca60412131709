import type {
  CheckIn,
  CheckInReply,
  ReportReply,
  DayReport,
  IntakeReply,
  Me,
  PanelRow,
  PatientRecord,
  Proposal,
  SessionReport,
} from '@dorsal/care'
import { explain } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookAtCourses } from '../jobs/look-at-courses.ts'
import type { Visitor } from '../seed/visitor.ts'
import { someIntake, someReport, testApp, type TestApp } from '../test-app.ts'

let host: TestApp
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
})
afterAll(() => host.close())

const DAY = 86_400_000
const SAFE = { PS1: 'no', PS2: 'no', PS3: 'no', PS4: 'no' } as const

async function ready(): Promise<{ person: Visitor; patientId: string; reply: IntakeReply }> {
  const person = host.person()
  const { patientId } = await person.agree()
  const body = someIntake(host.content)
  return { person, patientId, reply: await person.ok<IntakeReply>('sendIntake', { id: randomUUID(), body }) }
}

const later = (days: number) => {
  host.clock.now = new Date(host.clock.now.getTime() + days * DAY)
}
const made = () => ({ id: randomUUID(), at: host.clock.now.toISOString() })

function told<K extends DayReport['kind']>(
  kind: K,
  more: Partial<Extract<DayReport, { kind: K }>> = {},
): DayReport {
  const base = {
    'not-today': { reason: 'tired', note: null },
    'flare-up': { pain: 6, worry: 3, answers: SAFE, note: null },
    settled: { pain: 2 },
    morning: { sinceLast: 'same', pain: null },
    smaller: { barrier: null },
    whole: {},
    again: { pain: 4, answers: SAFE },
  }
  return { kind, ...made(), ...base[kind], ...more } as DayReport
}

const send = (person: Visitor, day: DayReport) => person.ok<ReportReply>('sendDay', { id: day.id, body: day })
const me = (person: Visitor) => person.ok<Me>('me')

async function exercise(person: Visitor, more: Partial<SessionReport> = {}): Promise<void> {
  const { prescription } = await me(person)
  const items = (prescription?.items ?? []).map(({ planItemId, exercise: { id }, dosage: { reps } }) => ({
    planItemId,
    exerciseId: id,
    reps,
  }))
  const at = host.clock.now.toISOString()
  const report = someReport(items, { startedAt: at, endedAt: at, ...more })
  await person.ok('sendReport', { id: report.id, body: report })
}

const checkIn = (answers: CheckIn['answers'], event: CheckIn['event'] = null): CheckIn => ({
  ...made(),
  moments: ['weekly'],
  answers,
  event,
})
const answer = (person: Visitor, body: CheckIn) =>
  person.ok<CheckInReply>('sendCheckIn', { id: body.id, body })

describe('a day that is told', () => {
  it('leaves a session out and asks for nothing', async () => {
    const { person } = await ready()
    const reply = await send(person, told('not-today'))
    expect(reply.next).toBe('rest')
    const now = await me(person)
    expect(now.next).toBe('session')
    expect(now.told).toHaveLength(1)
  })

  it('lands once, however often it is sent, and another body under its id is refused', async () => {
    const { person } = await ready()
    const day = told('not-today')
    const replies = await Promise.all([send(person, day), send(person, day), send(person, day)])
    expect(new Set(replies.map((one) => JSON.stringify(one))).size).toBe(1)
    expect((await me(person)).told).toHaveLength(1)
    const changed = await person.call('sendDay', { id: day.id, body: { ...day, reason: 'ill' } })
    expect(changed).toMatchObject({ status: 409, body: { code: 'id-taken' } })
  })

  it('of a flare-up gives a calm session at once, another one the next days, and the whole plan when it has settled', async () => {
    const { person, reply } = await ready()
    const usual = reply.prescription?.items.map(({ exercise: { id } }) => id)
    const flared = await send(person, told('flare-up'))
    expect(flared.next).toBe('session')
    const first = flared.prescription?.items.map(({ exercise: { id } }) => id)
    expect(first).not.toEqual(usual)
    expect(first?.length).toBeGreaterThan(0)
    later(1)
    const next = await me(person)
    expect(next.flare).toMatchObject({ day: 1 })
    expect(next.prescription?.items.map(({ exercise: { id } }) => id)).not.toEqual(first)
    await send(person, told('settled'))
    const after = await me(person)
    expect(after.flare).toBeNull()
    expect(after.prescription?.items.map(({ exercise: { id } }) => id)).toEqual(usual)
    expect(after.plan?.version).toBe(reply.plan?.version)
  })

  it('makes nothing harder while a flare-up runs', async () => {
    const { person } = await ready()
    await exercise(person)
    later(1)
    await send(person, told('flare-up', { pain: 4 }))
    await exercise(person)
    const { proposals } = await me(person)
    expect(proposals.filter(({ kind }) => kind !== 'first-plan')).toEqual([])
  })

  it('of a flare-up with a danger answer goes to the card, holds the plan and makes a task', async () => {
    const { person, patientId } = await ready()
    const day = told('flare-up', { answers: { ...SAFE, PS1: 'yes' } })
    const reply = await send(person, day)
    expect(reply.next).toBe('escalate')
    expect(reply.card).not.toBeNull()
    expect(reply.prescription).toBeNull()
    const { rows } = await (await host.clinician()).ok<{ rows: PanelRow[] }>('panel')
    expect(rows.find((row) => row.patientId === patientId)?.reasons).toContain('red-flag')
    expect((await me(person)).next).toBe('escalate')
  })

  it('has its words screened before anything else', async () => {
    const { person } = await ready()
    const reply = await send(person, {
      ...told('not-today'),
      note: 'crushing chest pain going down my left arm since this morning',
    } as DayReport)
    expect(reply.next).toBe('escalate')
    expect(reply.prescription).toBeNull()
  })

  it('takes the smaller programme and gives it back', async () => {
    const { person } = await ready()
    const small = await send(person, told('smaller'))
    expect(small.prescription?.items.length).toBeLessThanOrEqual(3)
    expect((await me(person)).plan?.small).toMatchObject({ exercises: 3 })
    const whole = await send(person, told('whole'))
    expect(whole.prescription?.items.length).toBeGreaterThan(3)
    expect((await me(person)).plan?.small).toBeUndefined()
  })

  it('before any plan is held', async () => {
    const person = host.person()
    await person.agree()
    const day = told('not-today')
    expect(await person.call('sendDay', { id: day.id, body: day })).toMatchObject({ status: 409 })
  })
})

describe('the daily look', () => {
  it('steps a plan back after a week without a session, once, and says so', async () => {
    const { person } = await ready()
    await exercise(person)
    later(8)
    const look = () => lookAtCourses(host.database.db, host.content, host.clock.now)
    expect(await look()).toBeGreaterThan(0)
    const after = await me(person)
    expect(after.prescription?.changes.some(({ id }) => id.startsWith('adapt.gap'))).toBe(true)
    await look()
    const gaps = (await me(person)).decisions.filter(
      ({ kind, rule }) => kind === 'course' && rule.split('+').includes('gap'),
    )
    expect(gaps).toHaveLength(1)
  })
})

describe('a check-in', () => {
  it('is due after a week, is scored, and is not asked again', async () => {
    const { person } = await ready()
    later(7)
    const { due } = await me(person)
    expect(due.map(({ measureId }) => measureId)).toContain('nprs')
    const reply = await answer(person, checkIn({ nprs: { nprs_avg: 3, nprs_worst: 5, nprs_now: 2 } }))
    expect(reply.scores).toMatchObject([{ measureId: 'nprs', value: 3 }])
    const now = await me(person)
    expect(now.due.map(({ measureId }) => measureId)).not.toContain('nprs')
    expect(now.checkIns).toHaveLength(1)
  })

  it('never asks at the start what the intake or a session asks', async () => {
    const { person } = await ready()
    await exercise(person)
    const asked = (await me(person)).due.map(({ measureId }) => measureId)
    expect(asked).toContain('peg')
    expect(asked).not.toContain('nprs')
    expect(asked).not.toContain('effort')
    later(1)
    const morning = (await me(person)).due.find(({ measureId }) => measureId === 'nprs')
    expect(morning?.items).toEqual(['nprs_now'])
    await exercise(person)
    expect((await me(person)).due.map(({ measureId }) => measureId)).not.toContain('nprs')
  })

  it('carries what the charts start from, for the person and for the clinic', async () => {
    const { person, patientId } = await ready()
    await send(person, told('flare-up'))
    const { course } = await me(person)
    expect(course).toMatchObject({ phases: [{ phase: 'early' }], flares: [{ ended: null }] })
    expect(course?.activities.length).toBeGreaterThan(0)
    const record = await (await host.clinician()).ok<PatientRecord>('patient', { id: patientId })
    expect(record.course).toEqual(course)
  })

  it('counts a warning sign that the device asked about and that was answered with yes', async () => {
    const { person } = await ready()
    const item = host.content.redFlags.items.find(({ disposition }) => disposition === 'emergency_now')
    const reply = await answer(person, { ...checkIn({}), yes: [item?.id ?? ''] })
    expect(reply.next).toBe('escalate')
  })

  it('gives the clinic a reason that can be read, from a limit and from a side effect', async () => {
    const { person, patientId } = await ready()
    await answer(
      person,
      checkIn({ phq2: { phq2_1: 2, phq2_2: 2 } }, { severity: 1, kinds: ['dizzy'], text: null }),
    )
    const record = await (await host.clinician()).ok<PatientRecord>('patient', { id: patientId })
    const words = record.tasks.flatMap(({ because }) => because.map((one) => explain(one)))
    expect(words.join(' ')).toMatch(/Mood \(PHQ-2\): 4 of 6\. .*offer a talk/)
    expect(words.join(' ')).toMatch(/Dizziness \(Mild\)/)
  })

  it('has a side effect that needed a clinician looked at within a working day', async () => {
    const { person, patientId } = await ready()
    await answer(person, checkIn({}, { severity: 2, kinds: [], text: null }))
    const record = await (await host.clinician()).ok<PatientRecord>('patient', { id: patientId })
    const hours = (Date.parse(record.tasks[0]?.dueAt ?? '') - host.clock.now.getTime()) / 3_600_000
    expect(hours).toBeLessThanOrEqual(72)
  })

  it('makes a serious event a task of its hours, and any other a task too', async () => {
    const { person, patientId } = await ready()
    await answer(person, checkIn({}, { severity: 3, kinds: [], text: null }))
    const record = await (await host.clinician()).ok<PatientRecord>('patient', { id: patientId })
    const [task] = record.tasks
    expect(task).toMatchObject({ kind: 'review', level: 'same_day_urgent' })
    const hours = (Date.parse(task?.dueAt ?? '') - host.clock.now.getTime()) / 3_600_000
    expect(hours).toBeLessThanOrEqual(host.content.outcome.seriousHours)
    expect(record.checkIns).toHaveLength(1)
  })

  it('screens what was written', async () => {
    const { person } = await ready()
    const text = 'since the exercise I cannot feel my legs and I wet myself'
    const reply = await answer(person, checkIn({}, { severity: 1, kinds: [], text }))
    expect(reply.next).toBe('escalate')
  })

  it('opens the way into the next phase, which a clinician decides', async () => {
    const { person, patientId } = await ready()
    for (let day = 0; day < 8; day += 1) {
      await exercise(person, { effort: 2 })
      later(1)
    }
    await answer(person, checkIn({ nprs: { nprs_avg: 2, nprs_worst: 3, nprs_now: 1 } }))
    const waiting = (await me(person)).proposals.find(({ kind }) => kind === 'next-phase')
    expect(waiting).toMatchObject({ status: 'pending' })
    const clinician = await host.clinician()
    const { rows } = await clinician.ok<{ rows: PanelRow[] }>('panel')
    expect(rows.find((row) => row.patientId === patientId)?.reasons).toContain('proposal-waiting')
    const body = { action: 'accept', lock: waiting?.lock ?? 0, note: null }
    await clinician.ok<Proposal>('answerProposal', { id: waiting?.id ?? '', body })
    const after = await me(person)
    expect(after.plan).toMatchObject({ phase: 'middle', status: 'active' })
    expect(after.next).toBe('session')
    expect(after.prescription?.items.length).toBeGreaterThan(3)
  })
})
