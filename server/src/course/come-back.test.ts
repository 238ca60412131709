import type { DayReport, IntakeReply, Me, PatientRecord, Plan, ReportReply } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import { addPlan, latestPlan } from '../plan/plan.store.ts'
import type { Visitor } from '../seed/visitor.ts'
import { someIntake, testApp, type TestApp } from '../test-app.ts'

let host: TestApp
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
})
afterAll(() => host.close())

const DAY = 86_400_000
const SAFE = { PS1: 'no', PS2: 'no', PS3: 'no', PS4: 'no' } as const
const later = (days: number) => {
  host.clock.now = new Date(host.clock.now.getTime() + days * DAY)
}
const me = (person: Visitor) => person.ok<Me>('me')

/** Somebody whose course ended twelve weeks after it began. A therapist had set their own bounds. */
async function ended(): Promise<{ person: Visitor; patientId: string; bounds: Plan['bounds'] }> {
  const person = host.person()
  const { patientId } = await person.agree()
  await person.ok<IntakeReply>('sendIntake', { id: randomUUID(), body: someIntake(host.content) })
  later(84)
  const { db, tenantId } = host.database
  const bounds = await inClinic(db, tenantId, async (tx) => {
    const plan = await latestPlan(tx, patientId)
    if (plan === null) throw new Error('no plan')
    const own = { ...plan.bounds, maxSets: 2 }
    const at = host.clock.now.toISOString()
    const next: Plan = { ...plan, version: plan.version + 1, phase: 'maintenance', bounds: own, at }
    await addPlan(tx, { tenantId, patientId }, next)
    return own
  })
  return { person, patientId, bounds }
}

const again = (more: Partial<Extract<DayReport, { kind: 'again' }>> = {}): DayReport => ({
  kind: 'again',
  id: randomUUID(),
  at: host.clock.now.toISOString(),
  pain: 5,
  answers: SAFE,
  ...more,
})
const send = (person: Visitor, day: DayReport) => person.ok<ReportReply>('sendDay', { id: day.id, body: day })

describe('after the end of a course', () => {
  it('says what keeps the back well, and comes back without new answers for six months', async () => {
    const { person } = await ended()
    const { ended: end } = await me(person)
    expect(end?.keepUp).toEqual(host.content.programme.discharge.relapsePlan.map(({ text }) => text))
    expect(end?.comeBack).toBe('again')
    later(190)
    expect((await me(person)).ended?.comeBack).toBe('anew')
  })

  it('begins again at the first phase, within the bounds that were set, and tells the clinic', async () => {
    const { person, patientId, bounds } = await ended()
    later(60)
    const day = again()
    const reply = await send(person, day)
    expect(reply.next).toBe('session')
    expect(await send(person, day)).toEqual(reply)
    const now = await me(person)
    expect(now.plan).toMatchObject({ phase: 'early', version: 3, bounds })
    expect(now.ended).toBeNull()
    expect(now.course?.startedAt).toBe(host.clock.now.toISOString())
    expect(now.course?.phases.map(({ phase }) => phase)).toEqual(['early'])
    const record = await (await host.clinician()).ok<PatientRecord>('patient', { id: patientId })
    const reasons = record.tasks.flatMap(({ because }) => because.map(({ id }) => id))
    expect(reasons.filter((id) => id === 'course.came-back')).toHaveLength(1)
  })

  it('changes nothing while a course runs, nor when it ended too long ago', async () => {
    const running = host.person()
    await running.agree()
    await running.ok<IntakeReply>('sendIntake', { id: randomUUID(), body: someIntake(host.content) })
    await send(running, again())
    expect((await me(running)).plan?.version).toBe(1)
    const { person } = await ended()
    later(190)
    expect((await send(person, again())).next).toBe('questionnaire')
    expect((await me(person)).plan?.version).toBe(2)
  })

  it('a danger sign stops it: the card, no plan, a task', async () => {
    const { person, patientId } = await ended()
    const reply = await send(person, again({ answers: { ...SAFE, PS1: 'yes' } }))
    expect([reply.next, reply.card, reply.prescription]).toEqual(['escalate', 'emergency', null])
    const record = await (await host.clinician()).ok<PatientRecord>('patient', { id: patientId })
    expect(record.plan?.phase).toBe('maintenance')
    expect(record.tasks.map(({ kind }) => kind)).toContain('red-flag')
  })
})
