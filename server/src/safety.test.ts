import type { IntakeReply, Me, PatientRecord, PlanChange, ReportReply } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addProposal } from './adaptation/proposal.store.ts'
import { inClinic } from './db/connect.ts'
import type { Visitor } from './seed/visitor.ts'
import { someIntake, someReport, testApp, type TestApp } from './test-app.ts'

let host: TestApp
let clinician: Visitor
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
  clinician = await host.clinician()
})
afterAll(() => host.close())

/** A sign that a clinician may clear, and the restriction that stays when they do. */
const SIGN = 'RF44'
const RESTRICTION = 'inflammatory_spine'

const send = (person: Visitor, answers = {}, rest = {}) =>
  person.ok<IntakeReply>('sendIntake', {
    id: randomUUID(),
    body: someIntake(host.content, answers, rest),
  })

async function newcomer() {
  const person = host.person()
  const { patientId } = await person.agree()
  return { person, patientId }
}

async function clearAll(person: Visitor, patientId: string) {
  const rules = (await person.ok<Me>('me')).triage?.rules
  const body = { id: randomUUID(), rules, reason: 'Seen in person, may begin gently.' }
  await clinician.ok('clearFlags', { id: patientId, body })
  return person.ok<Me>('me')
}

const sets = (reply: { prescription: IntakeReply['prescription'] }) =>
  (reply.prescription?.items ?? []).map((i) => ({
    planItemId: i.planItemId,
    exerciseId: i.exercise.id,
    reps: i.dosage.reps,
  }))

describe('a second intake', () => {
  it('with a sign that a clinician clears: the plan is made anew, with its restriction', async () => {
    const { person, patientId } = await newcomer()
    await send(person)
    await send(person, { [SIGN]: 'yes' })
    expect((await person.ok<Me>('me')).prescription).toBeNull()
    const me = await clearAll(person, patientId)
    expect(me.plan?.precautionTags).toContain(RESTRICTION)
    expect(me.plan?.version).toBe(2)
    expect(me.prescription?.planVersion).toBe(2)
  })

  it('that says no to all neither opens the gate nor takes the restriction away, not even a third one', async () => {
    const { person, patientId } = await newcomer()
    await send(person, { [SIGN]: 'yes' })
    expect(await send(person)).toMatchObject({ next: 'book', plan: null })
    expect((await clearAll(person, patientId)).plan?.precautionTags).toContain(RESTRICTION)
    expect((await send(person)).plan?.precautionTags).toContain(RESTRICTION)
    expect((await send(person)).plan?.precautionTags).toContain(RESTRICTION)
  })

  it('of somebody whose sign was cleared before keeps the restriction', async () => {
    const { person, patientId } = await newcomer()
    await send(person, { [SIGN]: 'yes' })
    await clearAll(person, patientId)
    expect((await send(person)).plan?.precautionTags).toContain(RESTRICTION)
  })

  it('never lets a report of the plan before it bring that plan back', async () => {
    const { person, patientId } = await newcomer()
    const first = await send(person)
    await send(person, { [SIGN]: 'yes' })
    const late = someReport(sets(first))
    expect(await person.ok<ReportReply>('sendReport', { id: late.id, body: late })).toMatchObject({
      next: 'book',
      prescription: null,
    })
    expect((await clearAll(person, patientId)).plan?.precautionTags).toContain(RESTRICTION)
  })
})

describe('an answer that is none', () => {
  it.each(['maybe', 'y', '1', '', 7])(
    'to a warning sign (%s) is refused, never taken for a no',
    async (odd) => {
      const { person } = await newcomer()
      const body = someIntake(host.content, { RF20: odd })
      expect(await person.call('sendIntake', { id: randomUUID(), body })).toMatchObject({
        status: 400,
        body: { fields: [{ path: 'answers.RF20' }] },
      })
    },
  )

  it.each([2030, 2100, 2010.5])(
    'to the year of birth (%s) is refused: nobody is an adult by a slip',
    async (year) => {
      const { person } = await newcomer()
      const body = someIntake(host.content, {}, { yearOfBirth: year })
      expect(await person.call('sendIntake', { id: randomUUID(), body })).toMatchObject({
        status: 400,
        body: { fields: [{ path: 'yearOfBirth' }] },
      })
    },
  )
})

describe('a yes before a session to a question that this server does not know', () => {
  it('(the page was older) stops the plan until somebody has asked', async () => {
    const { person } = await newcomer()
    const report = someReport(sets(await send(person)))
    report.before.answers['PS99'] = 'yes'
    expect(await person.ok<ReportReply>('sendReport', { id: report.id, body: report })).toMatchObject({
      next: 'book',
      card: 'clinician-first',
      prescription: null,
    })
  })
})

describe('words that name a danger', () => {
  const request = (note: string | null, name = 'Ann') => ({
    id: randomUUID(),
    contact: { name, email: 'ann@example.org', phone: null },
    when: 'soonest',
    note,
  })

  it.each([
    ['note', request('I have crushing chest pain right now')],
    ['name', request(null, 'I want to kill myself')],
    ['check questions', { ...request('my chest feels odd'), yes: ['RF02'] }],
  ])('in the %s of an appointment stop the plan and make one task', async (_, body) => {
    const { person, patientId } = await newcomer()
    await send(person)
    await person.ok('requestAppointment', { id: body.id, body })
    await person.ok('requestAppointment', { id: body.id, body })
    expect(await person.ok<Me>('me')).toMatchObject({
      next: 'escalate',
      prescription: null,
      triage: { disposition: 'emergency_now' },
    })
    const record = await clinician.ok<PatientRecord>('patient', { id: patientId })
    expect(record.tasks.filter((t) => t.kind === 'red-flag')).toHaveLength(1)
    expect((await clearAll(person, patientId)).prescription).not.toBeNull()
  })

  it('in a report: thoughts of self-harm show their own card', async () => {
    const { person } = await newcomer()
    const report = someReport(sets(await send(person)), { note: 'I want to kill myself' })
    expect(await person.ok<ReportReply>('sendReport', { id: report.id, body: report })).toMatchObject({
      card: 'self-harm',
      next: 'escalate',
      prescription: null,
    })
  })
})

describe('a plan that waits for a clinician', () => {
  it('is not moved by a late report, so that it can still be accepted', async () => {
    const held = await testApp({ env: { DEMO: '1', FIRST_PLAN: 'after-clinician' } })
    const desk = await held.clinician()
    const person = held.person()
    await person.agree()
    const reply = await person.ok<IntakeReply>('sendIntake', {
      id: randomUUID(),
      body: someIntake(held.content),
    })
    const report = someReport(
      (reply.plan?.items ?? [])
        .filter((i) => i.kind === 'exercise')
        .map((i) => ({ planItemId: i.id, exerciseId: i.exerciseId ?? '', reps: i.dosage?.reps ?? null })),
    )
    for (const set of report.sets) set.pain = 9
    await person.ok('sendReport', { id: report.id, body: report })
    const [proposal] = (await person.ok<Me>('me')).proposals
    const body = { action: 'accept', lock: proposal?.lock, note: null }
    expect((await desk.call('answerProposal', { id: proposal?.id ?? '', body })).status).toBe(200)
    expect((await person.ok<Me>('me')).prescription).not.toBeNull()
    await held.close()
  })
})

describe('a change that waits for the therapist', () => {
  it('is taken back when the same exercise hurt since', async () => {
    const { person, patientId } = await newcomer()
    const reply = await send(person)
    const [item] = sets(reply)
    const change: PlanChange = {
      planItemId: item?.planItemId ?? '',
      variable: 'exercise',
      from: item?.exerciseId ?? '',
      to: 'x',
      direction: 'harder',
      status: 'waiting',
      because: [],
    }
    const { db, tenantId } = host.database
    const proposal = { kind: 'beyond-bounds', planVersion: 1, changes: [change], because: [] } as const
    await inClinic(db, tenantId, (tx) =>
      addProposal(
        tx,
        { tenantId, patientId },
        { ...proposal, changes: [change], because: [] },
        host.clock.now,
      ),
    )
    const report = someReport(sets(reply), { painAfter: 9 })
    for (const set of report.sets) set.pain = 9
    await person.ok('sendReport', { id: report.id, body: report })
    expect((await person.ok<Me>('me')).proposals).toMatchObject([{ status: 'rejected', decidedBy: 'rules' }])
  })
})
