import {
  type DraftItem,
  draftOf,
  type Intake,
  type IntakeReply,
  type Me,
  newDraftItem,
  PLAN_EDITED,
  type Plan,
  type PlanDraft,
  PlanEdited,
  type Reply,
} from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addProposal } from '../adaptation/proposal.store.ts'
import { inClinic } from '../db/connect.ts'
import type { Visitor } from '../seed/visitor.ts'
import { someIntake, someReport, testApp, type TestApp } from '../test-app.ts'
import { otherClinic, staffMember } from '../test-staff.ts'

let host: TestApp
let dana: Visitor
let olu: Visitor
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
  dana = (await staffMember(host, { role: 'therapist', name: 'Dana' })).visitor
  olu = (await staffMember(host, { role: 'therapist', name: 'Olu' })).visitor
})
afterAll(() => host.close())

async function begun(answers: Intake['answers'] = {}, rest: Partial<Intake> = {}) {
  const person = host.person()
  const { patientId } = await person.agree()
  const body = someIntake(host.content, answers, rest)
  const reply = await person.ok<IntakeReply>('sendIntake', { id: randomUUID(), body })
  return { person, patientId, reply }
}

const desk = (by: Visitor, id: string) => by.ok<Reply<'planDesk'>>('planDesk', { id })
const check = (by: Visitor, id: string, draft: PlanDraft) =>
  by.ok<Reply<'checkPlan'>>('checkPlan', { id, body: { draft } })
type Sent = { draft: PlanDraft; why?: string; id?: string }
const save = (
  by: Visitor,
  patientId: string,
  { draft, why = 'A little more now.', id = randomUUID() }: Sent,
) => by.call('savePlan', { id: patientId, body: { id, draft, why } })
const changed = (draft: PlanDraft, id: string, set: Partial<DraftItem>): PlanDraft => ({
  ...draft,
  items: draft.items.map((item) => (item.id === id ? { ...item, ...set } : item)),
})
const withExercise = (
  draft: PlanDraft,
  id: string,
  tags: readonly string[],
  set: Partial<DraftItem> = {},
) => {
  const exercise = host.content.exercises.find((one) => one.id === id)
  if (exercise === undefined) throw new Error(`no exercise ${id}`)
  return { ...draft, items: [...draft.items, { ...newDraftItem(exercise, draft, tags), ...set }] }
}
const repsOf = ({ items }: PlanDraft) => {
  const item = items.find(({ dosage }) => dosage?.reps != null && dosage.sets > 1)
  if (item?.dosage == null) throw new Error('no item with repetitions')
  return { ...item, dosage: item.dosage }
}
const sessionItems = (reply: Pick<IntakeReply, 'prescription'>) =>
  (reply.prescription?.items ?? []).map((i) => ({
    planItemId: i.planItemId,
    exerciseId: i.exercise.id,
    reps: i.dosage.reps,
  }))
const versions = async (patientId: string): Promise<number> =>
  (
    await inClinic(host.database.db, host.database.tenantId, (tx) =>
      tx.selectFrom('app.plan').select('version').where('patient_id', '=', patientId).execute(),
    )
  ).length

describe('a plan set by a therapist', () => {
  it('is the next version at once, and its person reads what changed, why and who decided', async () => {
    const { person, patientId } = await begun()
    const { plan, templates } = await desk(dana, patientId)
    expect(templates.find(({ id }) => id === 'early')?.exercises.length).toBeGreaterThan(5)
    const draft = draftOf(plan)
    const item = repsOf(draft)
    const next = changed(draft, item.id, { dosage: { ...item.dosage, reps: 11 }, words: 'green band' })
    const { status, body } = await save(dana, patientId, { draft: next })
    expect(status).toBe(200)
    expect((body as Reply<'savePlan'>).plan.version).toBe(plan.version + 1)
    const me = await person.ok<Me>('me')
    expect(me.plan).toMatchObject({ version: plan.version + 1, status: 'active' })
    expect(me.texts[me.plan?.decidedBy ?? '']).toBe('Dana')
    expect(me.prescription?.planVersion).toBe(plan.version + 1)
    expect(me.prescription?.items.find(({ planItemId }) => planItemId === item.id)?.dosage.reps).toBe(11)
    const decision = me.decisions.find(({ rule }) => rule === PLAN_EDITED)
    expect(PlanEdited.parse(decision?.outcome)).toMatchObject({
      why: 'A little more now.',
      changes: [
        { what: 'changed', itemId: item.id, field: 'reps', from: item.dosage.reps, to: 11 },
        { what: 'changed', itemId: item.id, field: 'words', to: 'green band' },
      ],
    })
    const old = await dana.ok<Plan>('planVersion', {
      id: patientId,
      params: { version: String(plan.version) },
    })
    expect(old).toEqual(plan)
    const absent = await dana.call('planVersion', { id: patientId, params: { version: '77' } })
    expect(absent.status).toBe(404)
  })

  it('lands once however often it is sent, and never on top of a version that its author has not seen', async () => {
    const { patientId } = await begun()
    const draft = draftOf((await desk(dana, patientId)).plan)
    const item = repsOf(draft)
    const mine = { draft: changed(draft, item.id, { words: 'mine' }), id: randomUUID() }
    const all = await Promise.all([1, 2, 3].map(() => save(dana, patientId, mine)))
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await versions(patientId)).toBe(2)
    const late = await save(olu, patientId, { draft: changed(draft, item.id, { words: 'late' }) })
    expect(late).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect(await versions(patientId)).toBe(2)
    const race = (await desk(dana, patientId)).plan
    const both = await Promise.all([
      save(dana, patientId, { draft: draftOf(race) }),
      save(olu, patientId, { draft: draftOf(race) }),
    ])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  })

  it('lets a session go on that was begun before it', async () => {
    const { person, patientId, reply } = await begun()
    const draft = draftOf((await desk(dana, patientId)).plan)
    const items = sessionItems(reply)
    const dropped = items[0]?.planItemId
    const rest = { ...draft, items: draft.items.filter(({ id }) => id !== dropped) }
    expect((await save(dana, patientId, { draft: rest })).status).toBe(200)
    const report = someReport(items, { planVersion: 1 })
    await person.ok('sendReport', { id: report.id, body: report })
    const me = await person.ok<Me>('me')
    expect(me.history).toHaveLength(1)
    expect(me.plan?.items.map(({ id }) => id)).not.toContain(dropped)
    expect(me.prescription?.items.map(({ planItemId }) => planItemId)).not.toContain(dropped)
  })

  it('answers a first plan that waited, and a step to a phase that was chosen otherwise', async () => {
    const { person, patientId } = await begun()
    const { tenantId, db } = host.database
    const propose = (kind: 'first-plan' | 'next-phase') =>
      inClinic(db, tenantId, (tx) =>
        addProposal(
          tx,
          { tenantId, patientId },
          { kind, planVersion: 1, changes: [], because: [] },
          host.clock.now,
        ),
      )
    await propose('first-plan')
    await propose('next-phase')
    const same = draftOf((await desk(dana, patientId)).plan)
    await save(dana, patientId, { draft: same })
    const states = async () =>
      Object.fromEntries((await person.ok<Me>('me')).proposals.map(({ kind, status }) => [kind, status]))
    expect(await states()).toEqual({ 'first-plan': 'edited', 'next-phase': 'pending' })
    const draft = { ...draftOf((await desk(dana, patientId)).plan), phase: 'middle' as const }
    expect((await save(dana, patientId, { draft })).status).toBe(200)
    expect(await states()).toEqual({ 'first-plan': 'edited', 'next-phase': 'edited' })
    expect((await person.ok<Me>('me')).course?.phases.map(({ phase }) => phase)).toEqual(['early', 'middle'])
  })
})

describe('what stands against a plan', () => {
  const RIB = { id: '', tag: 'rib_injury' }
  const rib = async () => {
    const item = host.content.redFlags.items.find(
      ({ precautionTags, disposition }) => precautionTags.includes(RIB.tag) && disposition === 'caution',
    )
    if (item === undefined) throw new Error('no caution has this tag')
    return { ...(await begun({ [item.id]: 'yes' })), question: item.question }
  }

  it('is said with the answer that it comes from, nothing kept; words release it, and the next clinician reads them', async () => {
    const { person, patientId, question } = await rib()
    const { plan, tags } = await desk(dana, patientId)
    expect(tags).toContain(RIB.tag)
    const draft = withExercise(draftOf(plan), 'towel-assisted-rotation', tags)
    const { verdict, foresight } = await check(dana, patientId, draft)
    expect(foresight).toBeNull()
    expect(verdict.faults).toContainEqual(
      expect.objectContaining({ grade: 'refused', answers: [{ question, answer: 'yes' }] }),
    )
    const refused = await save(dana, patientId, { draft })
    expect(refused).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'ex-towel-assisted-rotation.exercise' }] },
    })
    expect(await versions(patientId)).toBe(1)
    const reason = 'Ribs healed: pain free under my hands today.'
    const open = changed(draft, 'ex-towel-assisted-rotation', { override: reason })
    const ahead = await check(dana, patientId, open)
    expect(ahead.verdict.blocked).toBe(false)
    expect(ahead.foresight?.items.length).toBeGreaterThan(3)
    expect(await versions(patientId)).toBe(1)
    expect((await save(dana, patientId, { draft: open })).status).toBe(200)
    const next = await desk(olu, patientId)
    const line = next.plan.items.find(({ id }) => id === 'ex-towel-assisted-rotation')
    expect(line?.released).toMatchObject({ reason, tags: [RIB.tag] })
    const me = await person.ok<Me>('me')
    const all = [...(me.prescription?.items ?? []), ...(me.prescription?.more ?? [])]
    expect(all.map(({ planItemId }) => planItemId)).toContain('ex-towel-assisted-rotation')
  })

  it('a warning that stands has no override', async () => {
    const { person, patientId, reply } = await begun()
    const { plan } = await desk(dana, patientId)
    const report = someReport(sessionItems(reply), { note: 'since yesterday I cannot feel my legs' })
    await person.ok('sendReport', { id: report.id, body: report })
    const { verdict } = await check(dana, patientId, draftOf(plan))
    expect(verdict.faults[0]).toMatchObject({ grade: 'never', because: { id: 'draft.warning' } })
    expect((await save(dana, patientId, { draft: draftOf(plan) })).status).toBe(400)
  })

  it('no plan, no change', async () => {
    const { patientId } = await host.person().agree()
    expect(await dana.call('planDesk', { id: patientId })).toMatchObject({
      status: 409,
      body: { code: 'held' },
    })
  })

  it('needs words why, and a draft that is one', async () => {
    const { patientId } = await begun()
    const draft = draftOf((await desk(dana, patientId)).plan)
    expect((await save(dana, patientId, { draft, why: ' ' })).status).toBe(400)
    const broken = { ...draft, items: [{ id: 'x' }] } as unknown as PlanDraft
    expect((await save(dana, patientId, { draft: broken })).status).toBe(400)
  })
})

describe('somebody else', () => {
  it('of another clinic, or without the right, reads and changes nothing', async () => {
    const { patientId, person } = await begun()
    const draft = draftOf((await desk(dana, patientId)).plan)
    const far = (
      await staffMember(host, { role: 'therapist', name: 'Far', tenantId: await otherClinic(host) })
    ).visitor
    const assistant = (await staffMember(host, { role: 'assistant', name: 'Ann' })).visitor
    for (const [by, status] of [
      [far, 404],
      [assistant, 403],
      [person, 401],
    ] as const) {
      expect((await by.call('planDesk', { id: patientId })).status).toBe(status)
      expect((await by.call('checkPlan', { id: patientId, body: { draft } })).status).toBe(status)
      expect((await save(by, patientId, { draft })).status).toBe(status)
    }
    expect((await far.call('planVersion', { id: patientId, params: { version: '1' } })).status).toBe(404)
    expect(await versions(patientId)).toBe(1)
  })
})
