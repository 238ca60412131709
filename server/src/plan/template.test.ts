import {
  type ClinicTemplate,
  draftOf,
  type Me,
  type PlanDraft,
  programmeOf,
  type Reply,
  type TemplateWish,
} from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../seed/visitor.ts'
import { someIntake, testApp, type TestApp } from '../test-app.ts'
import { otherClinic, staffMember, superuser } from '../test-staff.ts'

let host: TestApp
let dana: Visitor
let olu: Visitor
let wish: TemplateWish
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
  dana = (await staffMember(host, { role: 'therapist', name: 'Dana' })).visitor
  olu = (await staffMember(host, { role: 'clinic-admin', name: 'Olu' })).visitor
  const { plan } = await someonesDesk()
  const programme = programmeOf(draftOf(plan), host.content.exercises)
  wish = { name: 'Desk work', whom: 'Stiff after long sitting', state: 'offered', programme }
})
afterAll(() => host.close())

async function someonesDesk() {
  const person = host.person()
  const { patientId } = await person.agree()
  await person.ok('sendIntake', { id: randomUUID(), body: someIntake(host.content) })
  const desk = await dana.ok<Reply<'planDesk'>>('planDesk', { id: patientId })
  return { person, patientId, plan: desk.plan }
}
type Put = { id?: string; base?: number; by?: Visitor } & Partial<TemplateWish>
const put = ({ id = randomUUID(), base = 0, by = dana, ...rest }: Put = {}) =>
  by.call('putTemplate', { id, body: { ...wish, ...rest, base } })
const all = async (by = dana) => (await by.ok<{ templates: ClinicTemplate[] }>('templates')).templates
const versions = (id: string, by = dana) =>
  by.ok<{ templates: ClinicTemplate[] }>('templateVersions', { id }).then(({ templates }) => templates)

describe('a template of the clinic', () => {
  it('is made, renamed and retired, each as a version that stays', async () => {
    const id = randomUUID()
    expect((await put({ id })).body).toMatchObject({ id, version: 1, by: 'Dana', name: 'Desk work' })
    expect((await put({ id, base: 1, name: 'Desk work, first weeks', by: olu })).body).toMatchObject({
      version: 2,
      by: 'Olu',
    })
    expect((await put({ id, base: 2, state: 'retired' })).status).toBe(200)
    expect((await all()).find((one) => one.id === id)).toMatchObject({ version: 3, state: 'retired' })
    expect((await versions(id)).map(({ version, name, state }) => [version, name, state])).toEqual([
      [3, 'Desk work', 'retired'],
      [2, 'Desk work, first weeks', 'offered'],
      [1, 'Desk work', 'offered'],
    ])
    expect((await versions(id)).at(-1)?.programme).toEqual(wish.programme)
    const db = await superuser(host)
    for (const change of [
      'update app.plan_template set name = $1',
      'delete from app.plan_template where name <> $1',
    ])
      await expect(db.query(change, ['Other'])).rejects.toThrow('a version of a template stays')
    await db.end()
  })

  it('lands once however often it is sent, and never on top of a version that its author has not seen', async () => {
    const id = randomUUID()
    expect((await put({ id })).status).toBe(200)
    expect((await put({ id })).body).toMatchObject({ version: 1 })
    expect(await versions(id)).toHaveLength(1)
    expect((await put({ id, name: 'Another' })).body).toMatchObject({ code: 'conflict' })
    const both = await Promise.all([
      put({ id, base: 1, name: 'Of Dana' }),
      put({ id, base: 1, name: 'Of Olu', by: olu }),
    ])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect(await versions(id)).toHaveLength(2)
    expect((await put({ base: 4 })).status).toBe(409)
  })

  it('holds nothing of a person, whatever is sent with it', async () => {
    const id = randomUUID()
    const [item] = wish.programme.items
    const body = {
      ...wish,
      base: 0,
      patientId: 'CANARY-patient',
      programme: {
        ...wish.programme,
        findings: ['CANARY-finding'],
        items: [{ ...item, words: 'CANARY-words', override: 'CANARY-override', because: [{ id: 'CANARY' }] }],
      },
    }
    expect((await dana.call('putTemplate', { id, body })).status).toBe(200)
    const db = await superuser(host)
    const { rows } = await db.query(`select 1 from app.plan_template t where t::text like '%CANARY%'`)
    expect(rows).toEqual([])
    const columns = await db.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'plan_template'`,
    )
    expect(columns.rows.map(({ name }) => name)).not.toContain('patient_id')
    await db.end()
  })

  it('is refused at its place where it cannot be for anybody', async () => {
    const [item] = wish.programme.items
    if (item === undefined) throw new Error('no line')
    const programme = {
      ...wish.programme,
      items: [{ ...item, dosage: { ...item.dosage, sets: 60, tempo: 'for Rosa' } }],
    }
    expect(await put({ programme })).toMatchObject({
      status: 400,
      body: {
        fields: [{ path: 'programme.items.0.sets' }, { path: 'programme.items.0.tempo' }],
      },
    })
    const before = (await all()).length
    expect((await put({ name: ' ' })).status).toBe(400)
    expect(await all()).toHaveLength(before)
  })

  it('is read by an assistant, written by nobody but those who treat, and another clinic’s own affair', async () => {
    const id = randomUUID()
    await put({ id, name: 'Only here' })
    const assistant = (await staffMember(host, { role: 'assistant', name: 'Ash' })).visitor
    expect((await all(assistant)).map(({ name }) => name)).toContain('Only here')
    expect((await put({ by: assistant })).status).toBe(403)
    for (const role of ['front-desk', 'benefit-manager'] as const) {
      const { visitor } = await staffMember(host, { role, name: role })
      expect((await visitor.call('templates')).status).toBe(403)
    }
    const elsewhere = await otherClinic(host)
    const far = (await staffMember(host, { role: 'therapist', name: 'Far', tenantId: elsewhere })).visitor
    expect(await all(far)).toEqual([])
    expect((await far.call('templateVersions', { id })).raw.body).toBe(
      (await far.call('templateVersions', { id: randomUUID() })).raw.body,
    )
    // The same id there is another template: the first version of theirs, with nothing of ours.
    expect((await put({ id, by: far, name: 'Theirs' })).body).toMatchObject({ version: 1, by: 'Far' })
    expect((await versions(id)).map(({ name }) => name)).toEqual(['Only here'])
  })
})

describe('a plan from a template', () => {
  const save = (patientId: string, draft: PlanDraft) =>
    dana.call('savePlan', { id: patientId, body: { id: randomUUID(), draft, why: 'From our template.' } })

  it('says from which one and which version, by the clinic’s own name for it', async () => {
    const id = randomUUID()
    await put({ id, name: 'First name' })
    await put({ id, base: 1, name: 'Second name' })
    const { person, patientId, plan } = await someonesDesk()
    const templates = [{ id, version: 1, name: 'CANARY of the browser' }]
    expect((await save(patientId, { ...draftOf(plan), templates })).status).toBe(200)
    const me = await person.ok<Me>('me')
    expect(me.plan?.templates).toEqual([{ id, version: 1, name: 'First name' }])
    expect(JSON.stringify(me)).not.toContain('CANARY')
  })

  it('is not of one that the clinic does not have', async () => {
    const { patientId, plan } = await someonesDesk()
    const elsewhere = await otherClinic(host)
    const far = (await staffMember(host, { role: 'therapist', name: 'Far 2', tenantId: elsewhere })).visitor
    const theirs = randomUUID()
    await put({ id: theirs, by: far })
    for (const id of [theirs, randomUUID()]) {
      const sent = await save(patientId, { ...draftOf(plan), templates: [{ id, version: 1, name: 'x' }] })
      expect(sent).toMatchObject({ status: 400, body: { fields: [{ path: 'templates' }] } })
    }
  })
})
