import type { Absence, Caseload, PanelPage, StaffRole } from '@dorsal/care'
import { ANYBODY } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { someIntake, testApp, type TestApp } from '../test-app.ts'
import { type Member, otherClinic, staffMember } from '../test-staff.ts'

let host: TestApp
let admin: Member
let far: Member
let dana: Member
let olu: Member
const member = (role: StaffRole, name: string) => staffMember(host, { role, name })
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
  admin = await member('clinic-admin', 'Ada')
  far = await staffMember(host, { role: 'therapist', name: 'Far', tenantId: await otherClinic(host) })
})
beforeEach(async () => {
  dana = await member('therapist', 'Dana')
  olu = await member('therapist', 'Olu')
})
afterAll(() => host.close())

async function danas() {
  const person = host.person()
  const { patientId } = await person.agree()
  await person.ok('sendIntake', { id: randomUUID(), body: someIntake(host.content) })
  const body = { part: 'lead', until: null }
  await admin.visitor.ok('joinTeam', { id: patientId, params: { staffId: dana.staffId }, body })
  return { person, patientId }
}

const panel = (by: Member, whose = 'all') =>
  by.visitor.ok<PanelPage>('panelPage', { body: { ...ANYBODY, whose } })
const idsOf = async (by: Member, whose?: string) => (await panel(by, whose)).rows.map((r) => r.patientId)
const read = async (by: Member, id: string) => (await by.visitor.call('patient', { id })).status
const loads = (by: Member) => by.visitor.ok<{ people: Caseload[]; absences: Absence[] }>('caseloads')
const loadOf = async ({ staffId }: Member) =>
  (await loads(admin)).people.find((person) => person.staffId === staffId)

const wish = (patientIds: string[] | null, more: object = {}) => ({
  id: randomUUID(),
  from: dana.staffId,
  to: olu.staffId,
  patientIds,
  note: 'Careful with the left shoulder.',
  ...more,
})
const hand = (body: object, by = dana) => by.visitor.call('handOver', { body })

describe('a hand-over', () => {
  it('of some: the taker leads them and reads the note until they say so; the giver sees them no longer', async () => {
    const [one, two] = [(await danas()).patientId, (await danas()).patientId]
    const body = wish([one])
    expect((await hand(body)).body).toEqual({ handed: 1 })
    expect((await hand(body)).body).toEqual({ handed: 1 })
    expect([await read(dana, one), await read(olu, one)]).toEqual([403, 200])
    expect([await read(dana, two), await read(olu, two)]).toEqual([200, 403])
    const { handed } = await panel(olu)
    expect(handed).toMatchObject([{ from: 'Dana', note: body.note, people: [{ patientId: one }] }])
    expect((await dana.visitor.call('seeHandOver', { id: body.id })).status).toBe(404)
    await olu.visitor.ok('seeHandOver', { id: body.id })
    expect((await panel(olu)).handed).toEqual([])
    expect(await idsOf(olu, 'mine')).toEqual([one])
  })

  it('of all by the administrator, of nobody by anybody else', async () => {
    const ids = [(await danas()).patientId, (await danas()).patientId]
    expect((await hand(wish(null), olu)).status).toBe(403)
    expect((await hand(wish(null), far)).status).toBe(403)
    expect((await hand(wish(null), admin)).body).toEqual({ handed: 2 })
    expect((await idsOf(olu, 'mine')).sort()).toEqual(ids.sort())
  })

  it('with one among them who is not theirs hands over nobody', async () => {
    const own = (await danas()).patientId
    const giver = dana
    dana = await member('therapist', 'Dana the second')
    const foreign = (await danas()).patientId
    const mixed = { ...wish([own, foreign]), from: giver.staffId }
    expect((await hand(mixed, giver)).status).toBe(404)
    expect((await hand({ ...wish([own, randomUUID()]), from: giver.staffId }, giver)).status).toBe(404)
    expect(await idsOf(giver, 'mine')).toEqual([own])
  })

  it('goes to nobody of another clinic, nor beyond the number that was agreed', async () => {
    const ids = [(await danas()).patientId, (await danas()).patientId]
    expect((await hand(wish(ids, { to: far.staffId }))).status).toBe(404)
    const setCap = (cap: number | null, by = admin) =>
      by.visitor.call('setCap', { id: olu.staffId, body: { cap } })
    expect((await setCap(1, dana)).status).toBe(403)
    expect((await setCap(1)).status).toBe(200)
    expect((await hand(wish(ids))).body).toMatchObject({ code: 'caseload-full' })
    expect((await hand(wish([ids[0] ?? '']))).status).toBe(200)
    expect(await loadOf(olu)).toMatchObject({ patients: 1, cap: 1 })
    expect((await setCap(null)).status).toBe(200)
    expect((await hand(wish([ids[1] ?? '']))).status).toBe(200)
    expect(await loadOf(olu)).toMatchObject({ patients: 2, cap: null })
  })
})

describe('an absence', () => {
  // In minutes, so that whoever is signed in still is at its end.
  const MINUTE = 60_000
  const at = (minutes: number) => new Date(host.clock.now.getTime() + minutes * MINUTE).toISOString()
  const away = (from: number, until: number, more: object = {}) => ({
    staffId: dana.staffId,
    coverId: olu.staffId,
    from: at(from),
    until: at(until),
    note: '',
    ...more,
  })
  const set = (body: object, { by = dana, id = randomUUID() } = {}) =>
    by.visitor.call('setAbsence', { id, body })

  it('gives the cover everybody of the absent one, also who comes meanwhile, from its beginning to its end', async () => {
    const { patientId } = await danas()
    const before = host.clock.now
    expect((await set(away(5, 10))).status).toBe(200)
    expect(await read(olu, patientId)).toBe(403)
    host.clock.now = new Date(before.getTime() + 6 * MINUTE)
    expect(await read(olu, patientId)).toBe(200)
    const later = await danas()
    const { rows, covering } = await panel(olu, 'covered')
    expect(rows.map((row) => row.patientId).sort()).toEqual([patientId, later.patientId].sort())
    expect(rows[0]).toMatchObject({
      lead: 'Dana',
      coverUntil: new Date(before.getTime() + 10 * MINUTE).toISOString(),
    })
    expect(covering).toMatchObject([{ staffId: dana.staffId, name: 'Dana' }])
    expect(await idsOf(olu, 'mine')).toEqual([])
    expect(await loadOf(olu)).toMatchObject({ patients: 0, covered: 2 })
    host.clock.now = new Date(before.getTime() + 10 * MINUTE)
    expect(await read(olu, patientId)).toBe(403)
    host.clock.now = before
  })

  it('lets new signs of danger and messages reach the cover', async () => {
    const { person, patientId } = await danas()
    await set(away(0, 10))
    const id = randomUUID()
    const body = { id, words: 'I have chest pain and cannot breathe well', lang: 'en', answers: {} }
    await person.ok('sendMessage', { id, body })
    const row = (await panel(olu)).rows.find((one) => one.patientId === patientId)
    expect(row?.reasons).toEqual(expect.arrayContaining(['red-flag', 'message-waiting']))
    const { calls } = await olu.visitor.ok<{ calls: { patientId: string; cares: boolean }[] }>('messageCalls')
    expect(calls.find((one) => one.patientId === patientId)).toMatchObject({ cares: true })
  })

  it('is said by whoever is away or the administrator, and taken back by them', async () => {
    const { patientId } = await danas()
    expect((await set(away(0, 10), { by: olu })).status).toBe(403)
    expect((await set(away(0, 10, { coverId: far.staffId }))).status).toBe(404)
    expect((await set(away(0, 10, { coverId: dana.staffId }))).status).toBe(400)
    expect((await set(away(-2, -1))).status).toBe(400)
    const id = randomUUID()
    expect((await set(away(0, 10), { by: admin, id })).status).toBe(200)
    expect((await loads(olu)).absences.map((absence) => absence.id)).toContain(id)
    expect(await read(olu, patientId)).toBe(200)
    expect((await olu.visitor.call('endAbsence', { id })).status).toBe(403)
    expect((await far.visitor.call('endAbsence', { id })).status).toBe(404)
    expect((await dana.visitor.call('endAbsence', { id })).status).toBe(200)
    expect(await read(olu, patientId)).toBe(403)
  })
})
