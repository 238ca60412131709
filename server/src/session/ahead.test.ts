import {
  type Ahead,
  AHEAD_DAYS,
  type DayReport,
  type IntakeReply,
  type Me,
  meanwhile,
  type Prescription,
  sessionAhead,
  type SessionReport,
  workOf,
} from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../seed/visitor.ts'
import { someIntake, someReport, testApp, type TestApp } from '../test-app.ts'

let host: TestApp
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
})
afterAll(() => host.close())

const DAY = 86_400_000
const NO = { PS1: 'no', PS2: 'no', PS3: 'no', PS4: 'no' } as const

async function ready(answers = {}): Promise<{ person: Visitor; me: Me; ahead: Ahead }> {
  const person = host.person()
  await person.agree()
  const body = someIntake(host.content, answers)
  await person.ok<IntakeReply>('sendIntake', { id: randomUUID(), body })
  const { ahead } = await person.ok<{ ahead: Ahead | null }>('ahead')
  if (ahead === null) throw new Error('nothing ahead')
  return { person, me: await person.ok<Me>('me'), ahead }
}

const now = () => host.clock.now.toISOString()
const at = (days: number) => new Date(host.clock.now.getTime() + days * DAY).toISOString()

/** A report on this device alone: as prescribed and easy, but for what is given. */
function told(me: Me, rest: Partial<SessionReport> = {}): SessionReport {
  const items = (me.prescription?.items ?? []).map(({ planItemId, exercise, dosage }) => ({
    planItemId,
    exerciseId: exercise.id,
    reps: dosage.reps,
  }))
  const report = someReport(items, { startedAt: now(), endedAt: now(), ...rest })
  return { ...report, planVersion: me.prescription?.planVersion ?? 0 }
}

const stands = (me: Me, ahead: Ahead | null, given: Partial<Parameters<typeof meanwhile>[0]>) =>
  meanwhile({ me, ahead, reports: [], days: [], now: now(), ...given })

const workIn = ({ items }: Prescription) => items.reduce((sum, { dosage }) => sum + workOf(dosage), 0)

describe('the sessions ahead', () => {
  it('are those that would be prescribed next, whole, and small enough to be fetched each day', async () => {
    const { me, ahead } = await ready()
    expect(ahead.sessions).toHaveLength(AHEAD_DAYS)
    expect(ahead.sessions.map(({ sessionNumber }) => sessionNumber)).toEqual(
      Array.from({ length: AHEAD_DAYS }, (_, i) => i + 1),
    )
    const { changes: _changes, ...first } = me.prescription as Prescription
    expect(sessionAhead(ahead, 'next', 1)).toEqual({ ...first, changes: [] })
    expect(sessionAhead(ahead, 'next', 99)).toBeNull()
    expect(gzipSync(JSON.stringify(ahead)).length).toBeLessThan(60_000)
  })

  it('are never harder than the plan as it is', async () => {
    const { me, ahead } = await ready()
    const dosed = new Map(me.plan?.items.map(({ id, dosage }) => [id, dosage]))
    for (const { sessionNumber } of ahead.sessions)
      for (const { planItemId, dosage } of sessionAhead(ahead, 'next', sessionNumber)?.items ?? []) {
        const planned = dosed.get(planItemId)
        expect(planned && workOf(dosage) <= workOf(planned)).toBe(true)
      }
    const calm = sessionAhead(ahead, 'calm', 2)
    expect(workIn(calm as Prescription)).toBeLessThan(workIn(me.prescription as Prescription))
  })

  it('are none for somebody who has to be looked at first', async () => {
    const { person, me } = await ready()
    const report = told(me, {
      before: { answers: { ...NO, PS1: 'yes' }, pain: null, sinceLast: 'first' },
      sets: [],
    })
    await person.ok('sendReport', { id: report.id, body: report })
    expect(await person.ok('ahead')).toEqual({ ahead: null })
  })

  it('are in the language of the person', async () => {
    const { person } = await ready()
    const { ahead } = await person.ok<{ ahead: Ahead }>('ahead', { headers: { 'accept-language': 'es' } })
    const names = new Map(host.content.exercises.map(({ id, name }) => [id, name]))
    expect(
      Object.values(ahead.exercises).filter(({ id, name }) => name !== names.get(id)).length,
    ).toBeGreaterThan(0)
  })
})

describe('the record while the server does not know yet', () => {
  it('is the record where nothing was told', async () => {
    const { me, ahead } = await ready()
    expect(stands(me, ahead, {})).toBe(me)
    expect(stands(me, ahead, { offline: true })).toBe(me)
  })

  it('goes on to the next session, and shows what was done', async () => {
    const { me, ahead } = await ready()
    const after = stands(me, ahead, { reports: [told(me)] })
    expect(after).toMatchObject({ next: 'session', prescription: { sessionNumber: 2 } })
    expect(after.history).toHaveLength(me.history.length + 1)
    expect(stands(me, ahead, { reports: [told(me), told(me)] }).prescription?.sessionNumber).toBe(3)
  })

  it.each([
    [
      'an emergency before the start',
      { before: { answers: { ...NO, PS1: 'yes' as const }, pain: null, sinceLast: null }, sets: [] },
      'escalate',
    ],
    ['a danger sign in the session', { stop: { rule: 'SS01', planItemId: null } }, 'escalate'],
  ])('holds everything after %s, with or without sessions ahead', async (_name, rest, next) => {
    const { me, ahead } = await ready()
    for (const known of [ahead, null]) {
      const after = stands(me, known, { reports: [told(me, rest)] })
      expect(after).toMatchObject({ next, prescription: null, task: null })
      expect(after.triage?.card).not.toBeNull()
    }
  })

  it('agrees with what the server will say of the same danger', async () => {
    const { person, me, ahead } = await ready()
    const report = told(me, {
      before: { answers: { ...NO, PS2: 'yes' }, pain: null, sinceLast: 'first' },
      sets: [],
    })
    const here = stands(me, ahead, { reports: [report] })
    await person.ok('sendReport', { id: report.id, body: report })
    const there = await person.ok<Me>('me')
    expect([here.next, here.triage?.disposition, here.triage?.card]).toEqual([
      there.next,
      there.triage?.disposition,
      there.triage?.card,
    ])
  })

  it('holds after words that mean danger', async () => {
    const { me, ahead } = await ready()
    const because = [{ id: 'triage.text' as const, values: { rule: 'x', words: 'numb' } }]
    const after = stands(me, ahead, {
      reports: [told(me, { note: 'my legs are numb' })],
      read: () => ({ disposition: 'same_day_urgent', card: 'same-day', rules: ['x'], because }),
    })
    expect(after).toMatchObject({ next: 'escalate', triage: { card: 'same-day' } })
  })

  it('holds after a danger sign in anything else that was told, and only after one', async () => {
    const { me, ahead } = await ready()
    const sign = { card: null, rules: ['x'], because: [] }
    const held = stands(me, ahead, { warnings: [{ ...sign, disposition: 'see_clinician_first' }] })
    expect(held).toMatchObject({ next: 'book', prescription: null })
    expect(stands(me, ahead, { warnings: [{ ...sign, disposition: 'caution' }] }).next).toBe('session')
  })

  it('is not held by what a clinician has cleared since', async () => {
    const { me, ahead } = await ready()
    const danger = told(me, {
      before: { answers: { ...NO, PS1: 'yes' }, pain: null, sinceLast: null },
      sets: [],
    })
    const cleared = { by: 'Dana', at: at(1), reason: 'seen' }
    expect(stands({ ...me, cleared }, ahead, { reports: [danger] }).next).toBe('session')
  })

  it('leaves out what hurt, and makes a session after a bad day a set shorter', async () => {
    const { me, ahead } = await ready()
    const [first] = told(me).sets
    const sore = told(me, {
      sets: told(me).sets.map((set) =>
        set === first || set.planItemId === first?.planItemId ? { ...set, pain: 9 } : set,
      ),
    })
    const after = stands(me, ahead, { reports: [sore] }).prescription
    const whole = sessionAhead(ahead, 'next', 2) as Prescription
    expect(after?.items.map(({ planItemId }) => planItemId)).not.toContain(first?.planItemId)
    expect(
      after?.items.every(({ planItemId, dosage }) => {
        const before = whole.items.find((item) => item.planItemId === planItemId)?.dosage.sets ?? 0
        return dosage.sets === Math.max(1, before - 1)
      }),
    ).toBe(true)
    const all = told(me, { sets: told(me).sets.map((set) => ({ ...set, pain: 9 })) })
    expect(
      stands(
        me,
        {
          ...ahead,
          sessions: ahead.sessions.map((s) => ({
            ...s,
            items: s.items.filter((i) => all.sets.some((set) => set.planItemId === i.planItemId)),
            more: [],
          })),
        },
        { reports: [all] },
      ),
    ).toMatchObject({ next: 'rest', prescription: null })
  })

  it('is calm in a flare-up, rests on a day that is left out, and is itself again the day after', async () => {
    const { me, ahead } = await ready()
    const flare: DayReport = {
      kind: 'flare-up',
      id: randomUUID(),
      at: now(),
      pain: 5,
      worry: 3,
      answers: NO,
      note: null,
    }
    const calm = stands(me, ahead, { days: [flare] })
    expect(calm.prescription?.items.map(({ planItemId }) => planItemId)).toEqual(
      sessionAhead(ahead, 'calm', 1)?.items.map(({ planItemId }) => planItemId),
    )
    const out: DayReport = { kind: 'not-today', id: randomUUID(), at: now(), reason: 'tired', note: null }
    expect(stands(me, ahead, { days: [out] }).next).toBe('rest')
    expect(stands(me, ahead, { days: [out], now: at(1) }).next).toBe('session')
    const danger: DayReport = { ...flare, answers: { ...NO, PS1: 'yes' } }
    expect(stands(me, ahead, { days: [danger] }).next).toBe('escalate')
  })

  it('offers nothing of another plan, nothing after two weeks, and less after a week without a session', async () => {
    const { me, ahead } = await ready()
    const done = told(me)
    expect(stands(me, { ...ahead, planVersion: 99 }, { reports: [done] }).prescription).toBeNull()
    expect(stands(me, null, { reports: [done] }).prescription).toBeNull()
    expect(stands(me, ahead, { offline: true, now: at(15) })).toMatchObject({
      prescription: null,
      next: 'rest',
    })
    const week = stands(me, ahead, { reports: [done], offline: true, now: at(8) })
      .prescription as Prescription
    expect(workIn(week)).toBeLessThan(workIn(sessionAhead(ahead, 'next', 2) as Prescription))
  })

  it('never is harder than what was handed out, whatever was told', async () => {
    const { me, ahead } = await ready()
    const whole = sessionAhead(ahead, 'next', 2) as Prescription
    for (const pain of [0, 2, 4, 6, 8, 10])
      for (const sinceLast of ['better', 'same', 'much-worse'] as const) {
        const report = told(me, { before: { answers: NO, pain, sinceLast }, painAfter: pain, effort: 0 })
        const { prescription } = stands(me, ahead, { reports: [report] })
        if (prescription === null) continue
        for (const { planItemId, dosage } of prescription.items) {
          const handed = whole.items.find((item) => item.planItemId === planItemId)
          expect(handed !== undefined && workOf(dosage) <= workOf(handed.dosage)).toBe(true)
        }
      }
  })
})
