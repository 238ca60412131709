import type { GlassReview, PatientRecord, PersonFound } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import type { Visitor } from '../seed/visitor.ts'
import { type Member, staffMember } from '../test-staff.ts'
import { someIntake, testApp, type TestApp } from '../test-app.ts'

let host: TestApp
beforeAll(async () => {
  const env = { SMTP_URL: 'smtp://127.0.0.1:2525', MAIL_FROM: 'noreply@clinic.example' }
  host = await testApp({ env: { ...env, PUBLIC_URL: 'http://127.0.0.1:8080' } })
})
afterAll(() => host.close())

const reason = 'She fainted at the reception, her plan is needed now.'

let admin: Member
let mate: Member
let other: Member
let patientId = ''
beforeEach(async () => {
  admin = await staffMember(host, { role: 'clinic-admin', name: 'Ada' })
  mate = await staffMember(host, { role: 'therapist', name: 'Dana' })
  other = await staffMember(host, { role: 'therapist', name: 'Olu' })
  const person = host.person()
  patientId = (await person.agree()).patientId
  await person.ok('setContact', { body: { name: 'Rosa Peña Lopes', email: null, phone: null } })
  await person.ok('sendIntake', { id: randomUUID(), body: someIntake(host.content) })
  await admin.visitor.ok('joinTeam', {
    id: patientId,
    params: { staffId: mate.staffId },
    body: { part: 'lead', until: null },
  })
})

const open = (by: Visitor) => by.ok('breakGlass', { id: patientId, body: { id: randomUUID(), reason } })
const status = async (by: Visitor) => (await by.call('patient', { id: patientId })).status

it('a record that was opened with a reason is closed before its time by whoever opened it, and by nobody else', async () => {
  const third = await staffMember(host, { role: 'therapist', name: 'Tomi' })
  for (const { visitor } of [other, third]) await open(visitor)
  await other.visitor.ok('endGlass', { id: patientId })
  expect([await status(other.visitor), await status(third.visitor)]).toEqual([403, 200])
  const { openings } = await admin.visitor.ok<{ openings: GlassReview[] }>('opened')
  const ended = openings.find(({ by, patientId: whose }) => by === 'Olu' && whose === patientId)
  expect(ended?.until).toBe(ended?.at)
})

it('its team reads above the record who opened it and why', async () => {
  await open(other.visitor)
  const { opened } = await mate.visitor.ok<PatientRecord>('patient', { id: patientId })
  expect(opened).toMatchObject([{ by: 'Olu', reason }])
})

it('the team and the administrators are written to, nobody else, and once', async () => {
  const id = randomUUID()
  const body = { id, reason }
  await other.visitor.ok('breakGlass', { id: patientId, body })
  await other.visitor.ok('breakGlass', { id: patientId, body })
  const rows = await inClinic(host.database.db, host.database.tenantId, (tx) =>
    tx.selectFrom('app.mail').select('effect_key').where('effect_key', 'like', `glass:${id}:%`).execute(),
  )
  const told = rows.map(({ effect_key }) => effect_key.slice(`glass:${id}:`.length))
  expect(told).toContain(mate.staffId)
  expect(told).toContain(admin.staffId)
  expect(told).not.toContain(other.staffId)
  expect(new Set(told).size).toBe(told.length)
})

describe('somebody outside of one’s teams is found', () => {
  const found = async (by: Visitor, name: string) =>
    (await by.ok<{ people: PersonFound[] }>('findPerson', { body: { name } })).people

  it('by the whole name, however it is written', async () => {
    const mine = await found(mate.visitor, 'Rosa Peña Lopes')
    expect(mine.find((one) => one.patientId === patientId)?.onTeam).toBe(true)
    const theirs = await found(other.visitor, '  rosa  PENA lopes ')
    expect(theirs.map(({ onTeam }) => onTeam)).toContain(false)
  })

  it.each(['Rosa', 'Rosa Pe%', '%%', 'Lopes Rosa', 'Rosa Peña Lope'])(
    'and by nothing else: %s',
    async (name) => {
      expect(await found(other.visitor, name)).toEqual([])
    },
  )

  it('by those who may open a record, and the trail has whom it showed', async () => {
    for (const role of ['front-desk', 'assistant', 'benefit-manager'] as const) {
      const { visitor } = await staffMember(host, { role, name: role })
      expect((await visitor.call('findPerson', { body: { name: 'Rosa Peña Lopes' } })).status).toBe(403)
    }
    await found(other.visitor, 'Rosa Peña Lopes')
    const line = await inClinic(host.database.db, host.database.tenantId, (tx) =>
      tx
        .selectFrom('app.audit')
        .select('patient_ids')
        .where('action', '=', 'findPerson')
        .orderBy('audit_id', 'desc')
        .executeTakeFirst(),
    )
    expect(line?.patient_ids.length).toBeGreaterThan(0)
  })
})
