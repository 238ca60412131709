import type { Me, PanelRow, PatientRecord, StaffRole, Teams } from '@dorsal/care'
import { GLASS_MINUTES } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import type { Visitor } from '../seed/visitor.ts'
import { otherClinic, somePlace, staffMember } from '../test-staff.ts'
import { someIntake, testApp, type TestApp } from '../test-app.ts'

let host: TestApp
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
})
afterAll(() => host.close())

const member = (role: StaffRole, name?: string) => staffMember(host, { role, name: name ?? role })

async function newcomer() {
  const person = host.person()
  const { patientId } = await person.agree()
  await person.ok('sendIntake', { id: randomUUID(), body: someIntake(host.content) })
  return { person, patientId }
}

const join = (by: Visitor, patientId: string, staffId: string, until: string | null = null) =>
  by.call('joinTeam', {
    id: patientId,
    params: { staffId },
    body: { part: until === null ? 'lead' : 'cover', until },
  })

const reason = 'She fainted at the reception, her plan is needed now.'
const glass = (by: Visitor, patientId: string, id = randomUUID(), why = reason) =>
  by.call('breakGlass', { id: patientId, body: { id, reason: why } })

let admin: Visitor
let onTeam: Awaited<ReturnType<typeof member>>
let other: Awaited<ReturnType<typeof member>>
beforeEach(async () => {
  admin = (await member('clinic-admin')).visitor
  onTeam = await member('therapist', 'Dana')
  other = await member('therapist', 'Olu')
})

const read = async (by: Visitor, id: string) => (await by.call('patient', { id })).status
const inPanel = async (by: Visitor, id: string) =>
  (await by.ok<{ rows: PanelRow[] }>('panel')).rows.some((row) => row.patientId === id)

describe('a team', () => {
  it('has the record to itself; before there is one, every therapist of the clinic has', async () => {
    const { patientId } = await newcomer()
    expect([await read(onTeam.visitor, patientId), await read(other.visitor, patientId)]).toEqual([200, 200])
    await join(admin, patientId, onTeam.staffId)
    expect([await read(onTeam.visitor, patientId), await read(other.visitor, patientId)]).toEqual([200, 403])
    expect([await inPanel(onTeam.visitor, patientId), await inPanel(other.visitor, patientId)]).toEqual([
      true,
      false,
    ])
    const refused = await other.visitor.call('patient', { id: patientId })
    expect(refused.body).toMatchObject({ code: 'not-on-team' })
  })

  it('lets nobody join by themselves, and ends for whoever is taken off or whose cover is over', async () => {
    const { patientId } = await newcomer()
    await join(admin, patientId, onTeam.staffId)
    expect((await join(other.visitor, patientId, other.staffId)).status).toBe(403)
    const tomorrow = new Date(host.clock.now.getTime() + 86_400_000).toISOString()
    expect((await join(onTeam.visitor, patientId, other.staffId, tomorrow)).status).toBe(200)
    expect(await read(other.visitor, patientId)).toBe(200)
    const before = host.clock.now
    host.clock.now = new Date(before.getTime() + 86_400_001)
    const late = await staffMember(host, { role: 'therapist', name: 'Olu', email: other.email })
    expect(await read(late.visitor, patientId)).toBe(403)
    host.clock.now = before
    await admin.ok('leaveTeam', { id: patientId, params: { staffId: onTeam.staffId } })
    expect(await read(onTeam.visitor, patientId)).toBe(403)
  })

  it('takes on nobody who does not work here, and an assistant sees the people of their team alone', async () => {
    const { patientId } = await newcomer()
    expect((await join(admin, patientId, randomUUID())).status).toBe(404)
    const assistant = await member('assistant')
    expect(await read(assistant.visitor, patientId)).toBe(403)
    await join(admin, patientId, assistant.staffId)
    expect(await read(assistant.visitor, patientId)).toBe(200)
    // Nobody who treats is on it yet: the therapists still see who needs one.
    expect(await read(other.visitor, patientId)).toBe(200)
    const frontDesk = await member('front-desk')
    expect((await join(admin, patientId, frontDesk.staffId)).status).toBe(400)
    const far = await staffMember(host, { role: 'therapist', name: 'Far', tenantId: await otherClinic(host) })
    expect((await join(admin, patientId, far.staffId)).status).toBe(404)
    const body = { id: randomUUID(), rules: ['RF44'], reason: 'Seen in person this morning.' }
    expect((await assistant.visitor.call('clearFlags', { id: patientId, body })).status).toBe(403)
  })

  it('is for the people of its place: who works elsewhere does not see somebody who has no team yet', async () => {
    const { patientId } = await newcomer()
    const [north, south] = [randomUUID(), randomUUID()]
    await admin.ok('putLocation', { id: north, body: somePlace('North') })
    await admin.ok('putLocation', { id: south, body: somePlace('South') })
    await admin.ok('setPlace', { id: patientId, body: { locationId: north } })
    await admin.ok('setWorkplaces', { id: other.staffId, body: { locations: [south] } })
    await admin.ok('setWorkplaces', { id: onTeam.staffId, body: { locations: [north, south] } })
    expect([await read(onTeam.visitor, patientId), await read(other.visitor, patientId)]).toEqual([200, 403])
    const { people, patients } = await admin.ok<Teams>('teams')
    expect(people.find((p) => p.staffId === other.staffId)?.locations).toEqual([south])
    expect(patients.find((p) => p.patientId === patientId)).toMatchObject({ locationId: north, team: [] })
    expect((await admin.call('setPlace', { id: patientId, body: { locationId: randomUUID() } })).status).toBe(
      404,
    )
  })

  it('ends with the membership: who has left the clinic is on no team, and is signed in no more', async () => {
    const { patientId } = await newcomer()
    await join(admin, patientId, onTeam.staffId)
    await host.database.db
      .updateTable('auth.membership')
      .set({ ended_at: host.clock.now })
      .where('staff_id', '=', onTeam.staffId)
      .execute()
    expect(await read(onTeam.visitor, patientId)).toBe(401)
    expect(await read(other.visitor, patientId)).toBe(200)
  })
})

describe('a record opened with a reason', () => {
  it('is open for an hour, says so above itself, and tells its person and the admin', async () => {
    const { person, patientId } = await newcomer()
    await join(admin, patientId, onTeam.staffId)
    const id = randomUUID()
    const until = new Date(host.clock.now.getTime() + GLASS_MINUTES * 60_000).toISOString()
    expect((await glass(other.visitor, patientId, id)).body).toMatchObject({ glass: { reason, until } })
    const record = await other.visitor.ok<PatientRecord>('patient', { id: patientId })
    expect(record.glass).toEqual({ reason, until })
    expect((await onTeam.visitor.ok<PatientRecord>('patient', { id: patientId })).glass).toBeNull()
    expect((await person.ok<Me>('me')).opened).toMatchObject([
      { by: 'Olu', role: 'therapist', reason, until },
    ])
    expect((await admin.ok<{ openings: unknown[] }>('opened')).openings).toContainEqual(
      expect.objectContaining({ id, patientId, by: 'Olu', reason, reviewedAt: null }),
    )
    await admin.ok('reviewOpened', { id })
    expect((await admin.ok<{ openings: unknown[] }>('opened')).openings).toContainEqual(
      expect.objectContaining({ id, reviewedBy: 'clinic-admin' }),
    )
    const effects = await inClinic(host.database.db, host.database.tenantId, (tx) =>
      tx.selectFrom('app.outbox').select('effect_key').where('effect_key', '=', `glass:${id}`).execute(),
    )
    expect(effects).toHaveLength(1)
  })

  it('closes by itself, and opens nothing else: nobody else’s eyes, nobody else’s record', async () => {
    const { patientId } = await newcomer()
    const second = await newcomer()
    for (const id of [patientId, second.patientId]) await join(admin, id, onTeam.staffId)
    const third = await member('therapist', 'Tomi')
    await glass(other.visitor, patientId)
    expect(await read(other.visitor, patientId)).toBe(200)
    expect(await read(other.visitor, second.patientId)).toBe(403)
    expect(await read(third.visitor, patientId)).toBe(403)
    const before = host.clock.now
    host.clock.now = new Date(before.getTime() + 59 * 60_000)
    expect(await read(other.visitor, patientId)).toBe(200)
    host.clock.now = new Date(before.getTime() + 60 * 60_000)
    expect(
      await read((await staffMember(host, { ...other, name: 'Olu', role: 'therapist' })).visitor, patientId),
    ).toBe(403)
    host.clock.now = before
  })

  it('needs words, is the same when sent twice, and is not for the front desk or an assistant', async () => {
    const { patientId } = await newcomer()
    await join(admin, patientId, onTeam.staffId)
    expect((await glass(other.visitor, patientId, randomUUID(), 'urgent     ')).status).toBe(400)
    const id = randomUUID()
    const first = await glass(other.visitor, patientId, id)
    expect((await glass(other.visitor, patientId, id)).body).toEqual(first.body)
    expect((await glass(other.visitor, patientId, id, `${reason} Again.`)).status).toBe(409)
    for (const role of ['front-desk', 'assistant', 'benefit-manager', 'platform-admin'] as const)
      expect((await glass((await member(role)).visitor, patientId)).status).toBe(403)
  })
})

it('one person works in two clinics, in each with the role that they have there', async () => {
  const elsewhere = await otherClinic(host)
  const { db } = host.database
  const dana = await member('therapist', 'Dana')
  await db
    .insertInto('auth.membership')
    .values({
      tenant_id: elsewhere,
      staff_id: dana.staffId,
      role: 'front-desk',
      since: new Date(),
      ended_at: null,
    })
    .execute()
  const role = async () => (await dana.visitor.ok<{ role: StaffRole }>('staffMe')).role
  expect(await role()).toBe('therapist')
  await db
    .updateTable('auth.staff_session')
    .set({ tenant_id: elsewhere })
    .where('staff_id', '=', dana.staffId)
    .execute()
  expect(await role()).toBe('front-desk')
  expect((await dana.visitor.call('panel')).status).toBe(403)
})
