import type {
  IntakeReply,
  Needs,
  PanelPage,
  PanelWish,
  PlanChange,
  SavedView,
  StaffRole,
  WaitingProposal,
} from '@dorsal/care'
import { ANYBODY } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addProposal } from '../adaptation/proposal.store.ts'
import { inClinic } from '../db/connect.ts'
import { someIntake, someReport, testApp, type TestApp } from '../test-app.ts'
import { type Member, otherClinic, staffMember } from '../test-staff.ts'

let host: TestApp
let admin: Member
let dana: Member
let olu: Member
let far: Member
const member = (role: StaffRole, name: string) => staffMember(host, { role, name })
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
  admin = await member('clinic-admin', 'Ada')
  dana = await member('therapist', 'Dana')
  olu = await member('therapist', 'Olu')
  far = await staffMember(host, { role: 'therapist', name: 'Far', tenantId: await otherClinic(host) })
})
afterAll(() => host.close())

async function newcomer(name = 'Rosa') {
  const person = host.person()
  const { patientId } = await person.agree()
  const body = someIntake(host.content)
  const reply = await person.ok<IntakeReply>('sendIntake', { id: randomUUID(), body })
  await person.ok('setContact', { body: { name, email: `${randomUUID()}@example.org`, phone: null } })
  return { person, patientId, reply }
}

const join = (patientId: string, { staffId }: Member) =>
  admin.visitor.ok('joinTeam', { id: patientId, params: { staffId }, body: { part: 'lead', until: null } })
const page = (by: Member, wish: Partial<PanelWish> = {}) =>
  by.visitor.ok<PanelPage>('panelPage', { body: { ...ANYBODY, ...wish } })
const idsOf = async (by: Member, wish: Partial<PanelWish> = {}) =>
  (await page(by, wish)).rows.map(({ patientId }) => patientId)

/** Somebody of Dana's with a change that waits: a repetition more or fewer, of the first exercise. */
async function asked(kind: 'co-sign' | 'beyond-bounds', direction: PlanChange['direction'] = 'harder') {
  const someone = await newcomer()
  await join(someone.patientId, dana)
  const item = someone.reply.prescription?.items[0]
  if (item === undefined) throw new Error('no item')
  const { sets } = item.dosage
  const change: PlanChange = {
    planItemId: item.planItemId,
    variable: 'sets',
    from: sets,
    to: direction === 'harder' ? sets + 1 : Math.max(1, sets - 1),
    direction,
    status: kind === 'co-sign' ? 'listed' : 'waiting',
    because: [],
  }
  const { tenantId, db } = host.database
  const key = { tenantId, patientId: someone.patientId }
  const proposal = { kind, planVersion: 1, changes: [change], because: [] }
  await inClinic(db, tenantId, (tx) => addProposal(tx, key, proposal, host.clock.now))
  return someone
}
type Low = { items: { patientId: string; proposal: WaitingProposal }[] }
const lowOf = async (patientId: string) =>
  (await dana.visitor.ok<Low>('lowRisk')).items.find((item) => item.patientId === patientId)?.proposal
const acceptLow = (id: string, lock: number, by = dana) =>
  by.visitor.call('acceptLowRisk', { id, body: { lock } })

describe('the panel', () => {
  it('finds by whose people they are, by reason, phase and name, and counts the reasons of the rest', async () => {
    const rosa = (await newcomer('Rosa Núñez')).patientId
    const hal = (await newcomer('Hal')).patientId
    await join(rosa, dana)
    expect(await idsOf(dana, { whose: 'mine' })).toEqual([rosa])
    expect(await idsOf(dana, { whose: 'nobody' })).toContain(hal)
    expect(await idsOf(dana, { whose: olu.staffId })).toEqual([])
    expect(await idsOf(dana, { name: 'nunez' })).toEqual([rosa])
    expect(await idsOf(olu, { name: 'nunez' })).toEqual([])
    expect(await idsOf(dana, { name: 'nunez', phase: 'late' })).toEqual([])
    const { rows, total, counts } = await page(dana, { name: 'nunez', reasons: ['red-flag'] })
    expect([rows, total]).toEqual([[], 0])
    const [row] = (await page(dana, { name: 'nunez' })).rows
    expect(row).toMatchObject({ lead: 'Dana', coverUntil: null, phase: 'early' })
    for (const reason of row?.reasons ?? []) expect(counts[reason]).toBe(1)
    expect(await idsOf(far)).toEqual([])
  })

  it('says of sessions what it said before, from what the database keeps of them', async () => {
    const { person, patientId, reply } = await newcomer('Mo')
    const items = reply.prescription?.items.map((i) => ({
      planItemId: i.planItemId,
      exerciseId: i.exercise.id,
      reps: i.dosage.reps,
    }))
    const ended = (days: number) => new Date(host.clock.now.getTime() - days * 86_400_000).toISOString()
    const pains = [2, null, 4, 5]
    for (const [index, pain] of pains.entries()) {
      const report = someReport(items ?? [], { sessionNumber: index + 1 }, host.content)
      const at = ended(9 - 3 * index)
      const body = {
        ...report,
        startedAt: at,
        endedAt: at,
        painAfter: pain,
        before: { ...report.before, pain },
      }
      await person.call('sendReport', { id: report.id, body })
    }
    const { tenantId, db } = host.database
    const facts = await inClinic(db, tenantId, (tx) =>
      tx
        .selectFrom('app.panel_facts')
        .selectAll()
        .where('patient_id', '=', patientId)
        .executeTakeFirstOrThrow(),
    )
    expect(facts).toMatchObject({ plan_status: 'active', phase: 'early', pain_start: 4, checked_at: null })
    expect(facts.reports.map(({ before }) => before.pain)).toEqual([2, 4, 5])
    const [row] = (await page(dana, { name: 'Mo' })).rows
    expect(row).toMatchObject({ painFirst: 4, painLast: 5, sessionsLast7Days: 3, lastSessionAt: ended(0) })
    expect(row?.reasons).toContain('pain-trend')
  })
})

describe('a low-risk proposal', () => {
  it('is listed with what it changes, and accepted as it was shown', async () => {
    const { person, patientId } = await asked('co-sign')
    const proposal = await lowOf(patientId)
    expect(proposal?.changes[0]).toMatchObject({ variable: 'sets', title: expect.stringMatching(/\w/) })
    if (proposal === undefined) throw new Error('not listed')
    expect((await acceptLow(proposal.id, proposal.lock + 1)).status).toBe(409)
    expect((await acceptLow(proposal.id, proposal.lock, olu)).status).toBe(403)
    expect((await acceptLow(proposal.id, proposal.lock, far)).status).toBe(404)
    expect((await acceptLow(proposal.id, proposal.lock)).body).toMatchObject({ status: 'accepted' })
    expect((await acceptLow(proposal.id, proposal.lock)).body).toMatchObject({ code: 'conflict' })
    expect(await lowOf(patientId)).toBeUndefined()
    const { lookers } = await person.ok<{ lookers: { what: string }[] }>('lookers')
    expect(lookers.map(({ what }) => what)).toContain('acceptLowRisk')
  })

  it('is none any more once somebody has written, whatever the list still shows', async () => {
    const { person, patientId } = await asked('co-sign')
    const proposal = await lowOf(patientId)
    if (proposal === undefined) throw new Error('not listed')
    const id = randomUUID()
    const words = { id, words: 'May I ask something about the third exercise?', lang: 'en', answers: {} }
    await person.ok('sendMessage', { id, body: words })
    expect((await acceptLow(proposal.id, proposal.lock)).body).toMatchObject({ code: 'not-low-risk' })
    expect(await lowOf(patientId)).toBeUndefined()
  })

  it('is never one that makes it harder beyond the bounds', async () => {
    const { patientId } = await asked('beyond-bounds')
    expect(await lowOf(patientId)).toBeUndefined()
    const { rows } = await page(dana)
    const proposal = rows.find((row) => row.patientId === patientId)?.waiting[0]
    expect(proposal?.low).toBe(false)
    expect((await acceptLow(proposal?.id ?? '', proposal?.lock ?? 0)).body).toMatchObject({
      code: 'not-low-risk',
    })
    expect(await lowOf((await asked('beyond-bounds', 'easier')).patientId)).toMatchObject({ low: true })
  })
})

describe('a view', () => {
  it('is kept for whoever keeps it, one of them the first', async () => {
    const filter = { reasons: ['flare' as const], whose: 'mine' as const, phase: null }
    const [one, two] = [randomUUID(), randomUUID()]
    await dana.visitor.ok('keepView', { id: one, body: { name: 'Flares', first: true, filter } })
    await dana.visitor.ok('keepView', { id: two, body: { name: 'Again', first: true, filter } })
    const views = async (by: Member) => (await by.visitor.ok<{ views: SavedView[] }>('views')).views
    expect((await views(dana)).map(({ name, first }) => [name, first])).toEqual([
      ['Again', true],
      ['Flares', false],
    ])
    expect(await views(olu)).toEqual([])
    await olu.visitor.ok('dropView', { id: one })
    expect(await views(dana)).toHaveLength(2)
    await dana.visitor.ok('dropView', { id: one })
    expect(await views(dana)).toHaveLength(1)
  })
})

describe('why those who come today need a look', () => {
  const needs = (by: Member, people: string[]) => by.visitor.ok<Needs>('needs', { body: { people } })
  const told = async (by: Member, people: string[]) =>
    new Map((await needs(by, people)).people.map(({ patientId, reasons }) => [patientId, reasons]))

  it('is told of exactly those asked for, with the reasons that the panel gives', async () => {
    const [vera, wim, not] = [await newcomer('Vera'), await newcomer('Wim'), await newcomer('Not')].map(
      ({ patientId }) => patientId,
    )
    const found = await told(dana, [vera ?? '', wim ?? ''])
    expect([...found.keys()].sort()).toEqual([vera, wim].sort())
    expect(found.has(not ?? '')).toBe(false)
    const [row] = (await page(dana, { name: 'vera' })).rows
    expect(found.get(vera ?? '')).toEqual(row?.reasons)
  })

  it('of whoever is not on the team, of another clinic or not there nothing is told, and the three are one answer', async () => {
    const { patientId } = await newcomer('Xenia')
    await join(patientId, dana)
    expect((await told(dana, [patientId])).size).toBe(1)
    expect((await needs(olu, [patientId])).people).toEqual([])
    expect((await needs(far, [patientId])).people).toEqual([])
    expect((await needs(dana, [randomUUID()])).people).toEqual([])
    expect((await needs(dana, [])).people).toEqual([])
  })
})
