import type { Note, NoteBody, NoteSaved, WaitingNote } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Visitor } from '../seed/visitor.ts'
import { someIntake, testApp, type TestApp } from '../test-app.ts'
import { type Member, otherClinic, staffMember } from '../test-staff.ts'

let host: TestApp
let admin: Visitor
let ash: Member
let dee: Member
let olu: Member
beforeAll(async () => {
  host = await testApp()
  admin = (await staffMember(host, { role: 'clinic-admin', name: 'Ada' })).visitor
  ash = await staffMember(host, { role: 'assistant', name: 'Ash' })
  dee = await staffMember(host, { role: 'therapist', name: 'Dee' })
  olu = await staffMember(host, { role: 'therapist', name: 'Olu' })
})
afterAll(() => host.close())

type Queue = { notes: WaitingNote[]; more: number }
const queueOf = (by: Visitor) => by.ok<Queue>('coSignQueue', {})
const countOf = async (by: Visitor) => (await by.ok<{ waiting: number }>('coSignCount', {})).waiting
const names = async (by: Visitor) => (await queueOf(by)).notes.map(({ noteId }) => noteId)

/** A person of this team, and a note of the assistant's that waits. */
async function waiting(team: readonly Member[], name: string): Promise<{ id: string; note: Note }> {
  const person = host.person()
  const { patientId: id } = await person.agree()
  await person.ok('sendIntake', { id: randomUUID(), body: someIntake(host.content) })
  await person.ok('setContact', { body: { name, email: null, phone: null } })
  for (const { staffId } of [ash, ...team])
    await admin.ok('joinTeam', { id, params: { staffId }, body: { part: 'member', until: null } })
  const noteId = randomUUID()
  const sources = [{ kind: 'author' as const, id: null, at: null, part: [] }]
  const line = {
    id: 'l1',
    section: 'assessment' as const,
    text: 'Easier.',
    drafted: null,
    sources,
    ask: false,
  }
  const body: NoteBody = { lines: [line], treatments: [] }
  const of = { id, params: { noteId } }
  await ash.visitor.ok<NoteSaved>('saveNote', { ...of, body: { kind: 'daily', lang: 'en', lock: 0, body } })
  return { id, note: await ash.visitor.ok<Note>('signNote', { ...of, body: { lock: 1 } }) }
}

it("lists an assistant's signed notes for the therapists of the person, the longest waiting first", async () => {
  const first = await waiting([dee], 'Berta Longname')
  host.clock.now = new Date(host.clock.now.getTime() + 60_000)
  const second = await waiting([dee, olu], 'Ana Shortname')
  expect(await names(dee.visitor)).toEqual([first.note.id, second.note.id])
  expect(await names(olu.visitor)).toEqual([second.note.id])
  expect([await countOf(dee.visitor), await countOf(olu.visitor)]).toEqual([2, 1])
  const [top] = (await queueOf(dee.visitor)).notes
  expect(top).toMatchObject({
    patientId: first.id,
    label: 'Berta Longname',
    kind: 'daily',
    signed: { name: 'Ash' },
  })
  await dee.visitor.ok('coSignNote', {
    id: first.id,
    params: { noteId: first.note.id },
    body: { lock: first.note.lock },
  })
  expect(await names(dee.visitor)).toEqual([second.note.id])
  expect(await countOf(dee.visitor)).toBe(1)
})

it('has no draft in it, and nothing that one signed oneself', async () => {
  const { id, note } = await waiting([dee], 'Cora')
  const draft = randomUUID()
  await ash.visitor.ok('saveNote', {
    id,
    params: { noteId: draft },
    body: { kind: 'daily', lang: 'en', lock: 0, body: note.body },
  })
  const before = await names(dee.visitor)
  expect(before).toContain(note.id)
  expect(before).not.toContain(draft)
  // A new role is a new sign-in.
  const as = async (role: 'therapist' | 'assistant') => {
    await admin.ok('setStaffRole', { id: ash.staffId, body: { role } })
    ash = await staffMember(host, { role, name: 'Ash', email: ash.email })
  }
  await as('therapist')
  expect(await names(ash.visitor)).not.toContain(note.id)
  await as('assistant')
})

it('is no door for assistants, the front desk, the person, or another clinic', async () => {
  const desk = (await staffMember(host, { role: 'front-desk', name: 'Fran' })).visitor
  const tenantId = await otherClinic(host)
  const foreign = (await staffMember(host, { role: 'therapist', name: 'Foreign', tenantId })).visitor
  for (const name of ['coSignQueue', 'coSignCount'] as const) {
    expect((await ash.visitor.call(name, {})).status).toBe(403)
    expect((await desk.call(name, {})).status).toBe(403)
    expect((await host.person().call(name, {})).status).toBe(401)
  }
  expect(await queueOf(foreign)).toMatchObject({ notes: [], more: 0 })
  expect(await countOf(foreign)).toBe(0)
})
