import type { IntakeReply, Me, PanelRow, PatientRecord, Proposal, ReportReply } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someIntake, someReport, testApp, type TestApp } from './test-app.ts'
import type { Visitor } from './seed/visitor.ts'

let host: TestApp
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
})
afterAll(() => host.close())

async function begun(answers = {}): Promise<{ person: Visitor; reply: IntakeReply }> {
  const person = host.person()
  await person.agree()
  const body = someIntake(host.content, answers)
  return { person, reply: await person.ok<IntakeReply>('sendIntake', { id: randomUUID(), body }) }
}

const sets = (reply: { prescription: IntakeReply['prescription'] }) =>
  (reply.prescription?.items ?? []).map((i) => ({
    planItemId: i.planItemId,
    exerciseId: i.exercise.id,
    reps: i.dosage.reps,
  }))

describe('from the first answer to the next session', () => {
  it('answers a safe intake with the plan and the whole first session', async () => {
    const { reply } = await begun()
    expect(reply.next).toBe('session')
    expect(reply.card).toBeNull()
    expect(reply.plan?.version).toBe(1)
    expect(reply.prescription?.items.length).toBeGreaterThan(2)
  })

  it('stores the report, and the reply holds the next session', async () => {
    const { person, reply } = await begun()
    const report = someReport(sets(reply))
    const answer = await person.ok<ReportReply>('sendReport', { id: report.id, body: report })
    expect(answer.next).toBe('session')
    expect(answer.prescription?.sessionNumber).toBe(2)
    const me = await person.ok<Me>('me')
    expect(me.history.map((h) => h.report.id)).toEqual([report.id])
    expect(me.decisions.map((d) => d.kind)).toEqual([
      'consent',
      'triage',
      'evaluation',
      'plan',
      'prescription',
      'adaptation',
      'prescription',
    ])
  })

  it('makes the next session easier at once after pain', async () => {
    const { person, reply } = await begun()
    const report = someReport(sets(reply), { painAfter: 9 })
    for (const set of report.sets) set.pain = 8
    const answer = await person.ok<ReportReply>('sendReport', { id: report.id, body: report })
    expect(answer.changes.some((c) => c.direction === 'easier' && c.status === 'applied')).toBe(true)
    expect((await person.ok<Me>('me')).plan?.version).toBe(2)
  })

  it('holds everything when the answers before a session warn, and only a clinician opens it again', async () => {
    const { person, reply } = await begun()
    const item = host.content.redFlags.preSession.find((p) => p.disposition === 'emergency_now')
    if (item === undefined) throw new Error('no pre-session emergency item')
    const danger = someReport([])
    danger.before.answers[item.id] = 'yes'
    const answer = await person.ok<ReportReply>('sendReport', { id: danger.id, body: danger })
    expect(answer).toMatchObject({ next: 'escalate', prescription: null })
    expect(answer.card).toBe(item.card)

    const good = someReport(sets(reply))
    const late = await person.ok<ReportReply>('sendReport', { id: good.id, body: good })
    expect(late).toMatchObject({ next: 'escalate', prescription: null, changes: [] })

    const again = await person.ok<IntakeReply>('sendIntake', {
      id: randomUUID(),
      body: someIntake(host.content),
    })
    expect(again).toMatchObject({ next: 'escalate', plan: null, prescription: null })

    const clinician = await host.clinician()
    const { patientId } = await person.ok<Me>('me')
    const record = await clinician.ok<PatientRecord>('patient', { id: patientId })
    const task = record.tasks.find((t) => t.kind === 'red-flag')
    expect(task).toMatchObject({ level: 'emergency_now', acknowledgedAt: null })
    expect((await person.ok<Me>('me')).task).toEqual({ acknowledgedAt: null, acknowledgedBy: null })
    await clinician.ok('acknowledgeTask', { id: record.tasks[0]?.id ?? '' })
    expect((await person.ok<Me>('me')).task?.acknowledgedBy).toBe('Dana Test')

    const rules = (await person.ok<Me>('me')).triage?.rules ?? []
    const body = { id: randomUUID(), rules, reason: 'Examined today, nothing found.' }
    const cleared = await clinician.ok<{ disposition: string }>('clearFlags', { id: patientId, body })
    expect(['none', 'caution']).toContain(cleared.disposition)
    const after = await person.ok<Me>('me')
    expect(after.next).toBe('session')
    expect(after.cleared?.reason).toBe('Examined today, nothing found.')
    expect(after.prescription).not.toBeNull()
  })

  it('screens what is written in the note of a report', async () => {
    const { person, reply } = await begun()
    const report = someReport(sets(reply), { note: 'I have lost control of my bladder since yesterday' })
    const answer = await person.ok<ReportReply>('sendReport', { id: report.id, body: report })
    expect(answer.prescription).toBeNull()
    expect(['escalate', 'book']).toContain(answer.next)
  })

  it('shows the patient to the clinician, on the panel and on one screen', async () => {
    const { person } = await begun()
    const { patientId } = await person.ok<Me>('me')
    const clinician = await host.clinician()
    const { rows } = await clinician.ok<{ rows: PanelRow[] }>('panel')
    const row = rows.find((r) => r.patientId === patientId)
    expect(row?.contact).toBe(false)
    expect(row?.reasons).toContain('no-contact')
    const record = await clinician.ok<PatientRecord>('patient', { id: patientId })
    expect(record.intake?.answers['H03']).toEqual(['between blades'])
    expect(record.planVersions).toHaveLength(1)
  })

  it('turns a request for an appointment into a task, with the contact', async () => {
    const { person } = await begun()
    const contact = { name: 'Test Person', email: 'test@example.org', phone: null }
    const body = { id: randomUUID(), contact, when: 'morning', note: null }
    await person.ok('requestAppointment', { id: body.id, body })
    const me = await person.ok<Me>('me')
    expect(me.appointmentRequestedAt).not.toBeNull()
    expect(me.erasedAfter).toBeNull()
    const clinician = await host.clinician()
    const record = await clinician.ok<PatientRecord>('patient', { id: me.patientId })
    expect(record.tasks.map((t) => t.kind)).toEqual(['appointment-request'])
    expect(record.label).toBe('Test Person')
  })
})

describe('a first plan that waits for a clinician', () => {
  let held: TestApp
  beforeAll(async () => {
    held = await testApp({ env: { DEMO: '0' } })
  })
  afterAll(() => held.close())

  it('gives no session until the clinician accepts, then the first one', async () => {
    const person = held.person()
    await person.agree()
    const reply = await person.ok<IntakeReply>('sendIntake', {
      id: randomUUID(),
      body: someIntake(held.content),
    })
    expect(reply).toMatchObject({ next: 'rest', prescription: null })
    expect(reply.plan?.status).toBe('waiting-for-clinician')

    const clinician = await held.clinician()
    const me = await person.ok<Me>('me')
    const proposal = me.proposals[0]
    expect(proposal).toMatchObject({ kind: 'first-plan', status: 'pending' })
    const body = { action: 'accept', lock: proposal?.lock ?? 0, note: 'Looks right.' }
    const answered = await clinician.ok<Proposal>('answerProposal', { id: proposal?.id ?? '', body })
    expect(answered).toMatchObject({ status: 'accepted', decidedBy: 'Dana Test' })
    const after = await person.ok<Me>('me')
    expect(after.next).toBe('session')
    expect(after.plan?.status).toBe('active')
    expect(after.prescription?.sessionNumber).toBe(1)

    const second = await clinician.call('answerProposal', { id: proposal?.id ?? '', body })
    expect(second.status).toBe(409)
  })
})
