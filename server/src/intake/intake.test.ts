import type { IntakeReply, Me, PatientRecord } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import { someIntake, testApp, type TestApp } from '../test-app.ts'

let host: TestApp
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
})
afterAll(() => host.close())

/** The warning groups that must end in urgent care: one question of each. */
const GROUPS = [
  { group: 'severe pain after a fall or accident', id: 'RF01', card: 'emergency', level: 'emergency_now' },
  { group: 'chest pain', id: 'RF02', card: 'emergency', level: 'emergency_now' },
  { group: 'trouble breathing', id: 'RF03', card: 'emergency', level: 'emergency_now' },
  { group: 'fever', id: 'RF20', card: 'same-day', level: 'same_day_urgent' },
  { group: 'feeling very ill', id: 'RF21', card: 'same-day', level: 'same_day_urgent' },
  { group: 'weak legs', id: 'RF06', card: 'emergency', level: 'emergency_now' },
  { group: 'trouble with the bladder', id: 'RF07', card: 'emergency', level: 'emergency_now' },
  { group: 'numbness', id: 'RF09', card: 'emergency', level: 'emergency_now' },
  { group: 'thoughts of self-harm', id: 'RF12', card: 'self-harm', level: 'emergency_now' },
] as const

const rowsOf = (patientId: string) =>
  inClinic(host.database.db, host.database.tenantId, async (tx) => ({
    plans: await tx.selectFrom('app.plan').select('version').where('patient_id', '=', patientId).execute(),
    intakes: await tx
      .selectFrom('app.intake')
      .select('intake_id')
      .where('patient_id', '=', patientId)
      .execute(),
    receipts: await tx.selectFrom('app.receipt').select('id').where('patient_id', '=', patientId).execute(),
  }))

describe('warning signs', () => {
  it.each(GROUPS)('$group: the right card, no plan, a task for the clinic', async ({ id, card, level }) => {
    const person = host.person()
    const { patientId } = await person.agree()
    const body = someIntake(host.content, { [id]: 'yes' })
    const reply = await person.ok<IntakeReply>('sendIntake', { id: randomUUID(), body })
    expect(reply).toMatchObject({ card, next: 'escalate', plan: null, prescription: null })
    expect(reply.triage.rules).toContain(id)
    expect((await rowsOf(patientId)).plans).toEqual([])
    const clinician = await host.clinician()
    const record = await clinician.ok<PatientRecord>('patient', { id: patientId })
    expect(record.tasks).toMatchObject([{ kind: 'red-flag', level, acknowledgedAt: null }])
    expect((await person.ok<Me>('me')).task?.acknowledgedBy).toBeNull()
  })

  it('lets the plan through when the rule of a group is gone (so the tests above can fail)', async () => {
    const items = host.content.redFlags.items.filter((i) => i.id !== 'RF21')
    const content = { ...host.content, redFlags: { ...host.content.redFlags, items } }
    const blind = await testApp({ env: { DEMO: '1' }, content })
    const person = blind.person()
    await person.agree()
    const body = someIntake(content, { RF21: 'yes' })
    const reply = await person.ok<IntakeReply>('sendIntake', { id: randomUUID(), body })
    await blind.close()
    expect(reply.plan).not.toBeNull()
  })
})

describe('what the server takes', () => {
  it('nothing before consent', async () => {
    const sent = await host.person().call('sendIntake', { id: randomUUID(), body: someIntake(host.content) })
    expect(sent).toMatchObject({ status: 401, body: { code: 'sign-in' } })
  })

  it('no intake with an emergency question left out, and names it', async () => {
    const person = host.person()
    const { patientId } = await person.agree()
    const { RF07: _, ...answers } = someIntake(host.content).answers
    const sent = await person.call('sendIntake', {
      id: randomUUID(),
      body: { ...someIntake(host.content), answers },
    })
    expect(sent).toMatchObject({
      status: 422,
      body: { code: 'incomplete-intake', fields: [{ path: 'answers.RF07' }] },
    })
    expect((await rowsOf(patientId)).intakes).toEqual([])
  })

  it('what was answered until an emergency stopped the questions, without a plan', async () => {
    const person = host.person()
    const { patientId } = await person.agree()
    const body = { ...someIntake(host.content), answers: { RF01: 'no', RF02: 'yes' } }
    const sent = await person.call('sendIntake', { id: randomUUID(), body })
    expect(sent).toMatchObject({ status: 200, body: { card: 'emergency', plan: null, next: 'escalate' } })
    expect((await rowsOf(patientId)).intakes).toHaveLength(1)
  })

  it('no answers of anybody under 18', async () => {
    const person = host.person()
    const { patientId } = await person.agree()
    const yearOfBirth = host.clock.now.getUTCFullYear() - 15
    const body = someIntake(host.content, { RF02: 'yes' }, { yearOfBirth })
    expect(await person.call('sendIntake', { id: randomUUID(), body })).toMatchObject({
      status: 422,
      body: { code: 'under-18' },
    })
    const rows = await rowsOf(patientId)
    expect(rows).toMatchObject({ intakes: [], plans: [] })
    expect(rows.receipts).toHaveLength(1)
  })

  it('the same intake under the same id once, whatever else was sent since', async () => {
    const person = host.person()
    const { patientId } = await person.agree()
    const id = randomUUID()
    const body = someIntake(host.content)
    const replies = await Promise.all(
      [1, 2, 3, 4].map(() => person.ok<IntakeReply>('sendIntake', { id, body })),
    )
    expect(new Set(replies.map((r) => JSON.stringify(r))).size).toBe(1)
    await person.ok('sendIntake', { id: randomUUID(), body: someIntake(host.content, { RF02: 'yes' }) })
    expect(await person.ok('sendIntake', { id, body })).toEqual(replies[0])
    expect((await rowsOf(patientId)).intakes).toHaveLength(2)
  })

  it('no second meaning for one id', async () => {
    const person = host.person()
    await person.agree()
    const id = randomUUID()
    await person.ok('sendIntake', { id, body: someIntake(host.content) })
    const other = await person.call('sendIntake', { id, body: someIntake(host.content, { B01: 4 }) })
    expect(other).toMatchObject({ status: 409, body: { code: 'id-taken' } })
  })

  it('text that the database could not keep is mended, not refused', async () => {
    const person = host.person()
    await person.agree()
    const payload = JSON.stringify(someIntake(host.content, { H08: 'before' })).replace(
      '"before"',
      String.raw`"a\u0000b\ud800c"`,
    )
    await person.ok('sendIntake', { id: randomUUID(), payload })
  })
})
