import type { IntakeReply, Me, PlanChange, Proposal, ReportReply } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasUnsigned } from '../start.ts'
import { inClinic } from '../db/connect.ts'
import type { Visitor } from '../seed/visitor.ts'
import { someIntake, someReport, testApp, type TestApp } from '../test-app.ts'
import { addProposal } from './proposal.store.ts'

let host: TestApp
let clinician: Visitor
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
  clinician = await host.clinician()
})
afterAll(() => host.close())

async function begun() {
  const person = host.person()
  const { patientId } = await person.agree()
  const body = someIntake(host.content)
  const reply = await person.ok<IntakeReply>('sendIntake', { id: randomUUID(), body })
  return { person, patientId, reply }
}

/** A change beyond the bounds, as the rules would have put it to the therapist. */
async function asked(kind: Proposal['kind'], status: PlanChange['status']) {
  const { person, patientId, reply } = await begun()
  const item = reply.prescription?.items.find((i) => i.dosage.sets === 2 || i.dosage.sets === 3)
  if (item === undefined) throw new Error('no item with sets')
  const change: PlanChange = {
    planItemId: item.planItemId,
    variable: 'sets',
    from: item.dosage.sets,
    to: item.dosage.sets + 1,
    direction: 'harder',
    status,
    because: [{ id: 'test' }],
  }
  const { tenantId, db } = host.database
  await inClinic(db, tenantId, (tx) =>
    addProposal(
      tx,
      { tenantId, patientId },
      { kind, planVersion: 1, changes: [change], because: [] },
      host.clock.now,
    ),
  )
  const proposal = (await person.ok<Me>('me')).proposals[0]
  if (proposal === undefined) throw new Error('no proposal')
  const setsNow = async () =>
    (await person.ok<Me>('me')).prescription?.items.find((i) => i.planItemId === item.planItemId)?.dosage.sets
  return { person, patientId, proposal, change, before: item.dosage.sets, setsNow }
}

const answer = (proposal: Proposal, body: object) =>
  clinician.call('answerProposal', { id: proposal.id, body: { lock: proposal.lock, note: null, ...body } })

describe('a therapist answers a change beyond the bounds', () => {
  it('accept: the plan has it, the patient’s next session too, and both see who decided', async () => {
    const { person, proposal, before, setsNow } = await asked('beyond-bounds', 'waiting')
    expect(await setsNow()).toBe(before)
    expect((await answer(proposal, { action: 'accept' })).status).toBe(200)
    const me = await person.ok<Me>('me')
    expect(me.plan).toMatchObject({ version: 2, status: 'active' })
    expect(me.plan?.decidedBy).toMatch(/^clinician:/)
    expect(me.proposals[0]).toMatchObject({ status: 'accepted', decidedBy: 'Dana Test' })
    expect(me.plan?.items.some((i) => i.dosage?.sets === before + 1)).toBe(true)
    expect(me.decisions.at(-2)).toMatchObject({ kind: 'review', rule: 'beyond-bounds.accepted' })
  })

  it('reject: nothing changes', async () => {
    const { person, proposal, before, setsNow } = await asked('beyond-bounds', 'waiting')
    await answer(proposal, { action: 'reject', note: 'Too early.' })
    expect(await setsNow()).toBe(before)
    expect((await person.ok<Me>('me')).proposals[0]).toMatchObject({ status: 'rejected', note: 'Too early.' })
  })

  it('edit: the plan has what the therapist wrote', async () => {
    const { person, proposal, change } = await asked('beyond-bounds', 'waiting')
    const edited = { ...change, variable: 'rest', from: 30, to: 77, direction: 'easier' }
    expect((await answer(proposal, { action: 'edit', changes: [edited] })).status).toBe(200)
    expect((await person.ok<Me>('me')).plan?.items.some((i) => i.dosage?.restSeconds === 77)).toBe(true)
  })

  it('with a value that nobody may set: refused, and still to be answered', async () => {
    const { person, proposal, change } = await asked('beyond-bounds', 'waiting')
    const mad = { ...change, to: 400 }
    expect((await answer(proposal, { action: 'edit', changes: [mad] })).status).toBe(400)
    expect((await person.ok<Me>('me')).proposals[0]).toMatchObject({ status: 'pending', lock: proposal.lock })
  })

  it('two at the same moment: one answer counts, the other hears of it', async () => {
    const { proposal, person } = await asked('beyond-bounds', 'waiting')
    const both = await Promise.all([
      answer(proposal, { action: 'accept' }),
      answer(proposal, { action: 'reject' }),
    ])
    expect(both.map((b) => b.status).sort((a, b) => a - b)).toEqual([200, 409])
    expect((await person.ok<Me>('me')).plan?.version).toBeLessThanOrEqual(2)
  })

  it('on an old lock: refused', async () => {
    const { proposal } = await asked('beyond-bounds', 'waiting')
    expect((await answer(proposal, { action: 'accept', lock: proposal.lock + 1 })).status).toBe(409)
  })
})

describe('the weekly co-sign', () => {
  it('rejected takes the change back out of the plan', async () => {
    const { person, proposal, change } = await asked('co-sign', 'listed')
    await answer(proposal, { action: 'reject' })
    const item = (await person.ok<Me>('me')).plan?.items.find((i) => i.id === change.planItemId)
    expect(item?.dosage?.sets).toBe(change.from)
  })
})

describe('a first plan at once', () => {
  it('outside a demo needs signed content, and then gives the session at once', async () => {
    const draft = JSON.stringify(host.content)
    const content = JSON.parse(
      draft.replaceAll('"state":"draft"', '"state":"reviewed"'),
    ) as TestApp['content']
    expect(hasUnsigned(host.content)).toBe(true)
    expect(hasUnsigned(content)).toBe(false)
    const signed = await testApp({ env: { DEMO: '0', FIRST_PLAN: 'immediate' }, content })
    const person = signed.person()
    await person.agree()
    const reply = await person.ok<IntakeReply>('sendIntake', { id: randomUUID(), body: someIntake(content) })
    expect(reply).toMatchObject({ next: 'session', plan: { status: 'active' } })
    expect(reply.prescription).not.toBeNull()
    await signed.close()
  })
})

describe('changes by the rules', () => {
  it('easier ones are applied, and no proposal asks for them', async () => {
    const { person, reply } = await begun()
    const items = (reply.prescription?.items ?? []).map((i) => ({
      planItemId: i.planItemId,
      exerciseId: i.exercise.id,
      reps: i.dosage.reps,
    }))
    const report = someReport(items, { painAfter: 9 })
    for (const set of report.sets) set.pain = 9
    await person.ok<ReportReply>('sendReport', { id: report.id, body: report })
    expect((await person.ok<Me>('me')).proposals).toEqual([])
  })
})
