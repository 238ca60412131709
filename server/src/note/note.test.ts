import {
  type Note,
  type NoteBody,
  type NoteDraft,
  type NoteLine,
  type NoteSaved,
  signedText,
  type Treatment,
} from '@dorsal/care'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import { sha256 } from '../ids.ts'
import type { Visitor } from '../seed/visitor.ts'
import { someIntake, testApp, type TestApp } from '../test-app.ts'
import { otherClinic, staffMember } from '../test-staff.ts'

let host: TestApp
let dana: Visitor
let olu: Visitor
let patientId: string
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
  dana = (await staffMember(host, { role: 'therapist', name: 'Dana' })).visitor
  olu = (await staffMember(host, { role: 'therapist', name: 'Olu' })).visitor
})
afterAll(() => host.close())

async function newcomer(answers = {}): Promise<string> {
  const person = host.person()
  const record = await person.agree()
  await person.ok('sendIntake', { id: randomUUID(), body: someIntake(host.content, answers) })
  return record.patientId
}
beforeEach(async () => {
  patientId = await newcomer()
})

const line = (text: string, more: Partial<NoteLine> = {}): NoteLine => ({
  id: 'l1',
  section: 'assessment',
  text,
  drafted: null,
  sources: [{ kind: 'author', id: null, at: null, part: [] }],
  ask: false,
  ...more,
})
const bodyOf = (text: string, treatments: Treatment[] = []): NoteBody => ({ lines: [line(text)], treatments })
const treatment = (more: Partial<Treatment> = {}): Treatment => ({
  id: randomUUID(),
  technique: 'thrust',
  segments: ['T5'],
  grade: 'V',
  side: 'central',
  minutes: null,
  painBefore: 4,
  painAfter: 3,
  response: 'better',
  words: null,
  override: null,
  carried: null,
  confirmed: true,
  ...more,
})

type Sent = { noteId: string; lock?: number; body?: NoteBody; kind?: Note['kind']; id?: string }
const put = (
  by: Visitor,
  { noteId, lock = 0, body = bodyOf('Easier.'), kind = 'daily', id = patientId }: Sent,
) => by.call('saveNote', { id, params: { noteId }, body: { kind, lang: 'en', lock, body } })
const save = async (by: Visitor, sent: Sent): Promise<NoteSaved> => {
  const { status, body, raw } = await put(by, sent)
  expect(status, raw.body).toBe(200)
  return body as NoteSaved
}
const read = (by: Visitor, noteId: string, id = patientId) => by.call('note', { id, params: { noteId } })
const note = async (by: Visitor, noteId: string) => (await read(by, noteId)).body as Note
const sign = (by: Visitor, noteId: string, lock: number, id = patientId) =>
  by.call('signNote', { id, params: { noteId }, body: { lock } })
const coSign = (by: Visitor, noteId: string, lock: number) =>
  by.call('coSignNote', { id: patientId, params: { noteId }, body: { lock } })
const add = (by: Visitor, noteId: string, text: string, addendumId = randomUUID()) =>
  by.call('addToNote', { id: patientId, params: { noteId, addendumId }, body: { text } })

describe('a draft', () => {
  it('of each kind comes out of the record with a source for each sentence, in each language', async () => {
    for (const kind of ['evaluation', 'plan-of-care', 'daily', 'progress', 'discharge', 'gp-letter'])
      for (const lang of ['en', 'es']) {
        const reply = await dana.ok<{ draft: NoteDraft }>('draftOfNote', {
          id: patientId,
          params: { kind, lang },
        })
        expect(reply.draft.rows.length).toBeGreaterThan(2)
        for (const { sources } of reply.draft.rows) expect(sources.length).toBeGreaterThan(0)
      }
    const spoken = async (lang: string) => {
      const { draft } = await dana.ok<{ draft: NoteDraft }>('draftOfNote', {
        id: patientId,
        params: { kind: 'evaluation', lang },
      })
      return draft.rows.find(({ id }) => id === 'history.H01')?.because.values?.['answer']
    }
    expect(await spoken('en')).toBe('6 to 12 weeks ago')
    expect(await spoken('es')).not.toBe('6 to 12 weeks ago')
  })

  it('is saved again and again by its lock, and a try whose answer was lost is no second writer', async () => {
    const noteId = randomUUID()
    const first = await save(dana, { noteId })
    expect(first).toMatchObject({
      outcome: 'saved',
      note: { lock: 1, state: 'draft', author: { name: 'Dana' } },
    })
    const body = bodyOf('Easier, and slept.')
    expect((await save(dana, { noteId, lock: 1, body })).note.lock).toBe(2)
    const again = await save(dana, { noteId, lock: 1, body })
    expect(again).toMatchObject({ outcome: 'saved', note: { lock: 2, asides: [] } })
  })

  it('that somebody else saved in between is not overwritten: both texts are there, with who and when', async () => {
    const noteId = randomUUID()
    await save(dana, { noteId })
    await save(olu, { noteId, lock: 1, body: bodyOf('Text of Olu') })
    host.clock.now = new Date(host.clock.now.getTime() + 60_000)
    const late = await save(dana, { noteId, lock: 1, body: bodyOf('Text of Dana') })
    expect(late.outcome).toBe('aside')
    expect(late.note).toMatchObject({ lock: 2, body: bodyOf('Text of Olu'), saved: { name: 'Olu' } })
    expect(late.note.asides).toMatchObject([
      { body: bodyOf('Text of Dana'), by: { name: 'Dana', at: host.clock.now.toISOString() } },
    ])
    // The same text once more is kept once.
    expect((await save(dana, { noteId, lock: 1, body: bodyOf('Text of Dana') })).note.asides).toHaveLength(1)
    expect(await note(olu, noteId)).toEqual(
      (await save(dana, { noteId, lock: 1, body: bodyOf('Text of Dana') })).note,
    )
  })

  it('that is gone on with after a conflict leaves the text of the other beside it', async () => {
    const noteId = randomUUID()
    await save(dana, { noteId })
    await save(olu, { noteId, lock: 1, body: bodyOf('Text of Olu') })
    await save(dana, { noteId, lock: 1, body: bodyOf('Text of Dana') })
    const { note: after } = await save(dana, { noteId, lock: 2, body: bodyOf('Text of Dana') })
    expect(after).toMatchObject({ lock: 3, body: bodyOf('Text of Dana') })
    expect(after.asides.map(({ body, by }) => `${by.name}: ${body.lines[0]?.text}`).toSorted()).toEqual([
      'Dana: Text of Dana',
      'Olu: Text of Olu',
    ])
  })

  it('of one person on two pages loses neither text', async () => {
    const noteId = randomUUID()
    await save(dana, { noteId })
    await save(dana, { noteId, lock: 1, body: bodyOf('Second page') })
    expect((await save(dana, { noteId, lock: 1, body: bodyOf('First page') })).outcome).toBe('aside')
    host.clock.now = new Date(host.clock.now.getTime() + 1000)
    await save(dana, { noteId, lock: 2, body: bodyOf('First page') })
    host.clock.now = new Date(host.clock.now.getTime() + 1000)
    const { note: after } = await save(dana, { noteId, lock: 3, body: bodyOf('First page, and on') })
    expect(after.body).toEqual(bodyOf('First page, and on'))
    expect(after.asides.map(({ body }) => body.lines[0]?.text ?? '').toSorted()).toEqual([
      'First page',
      'Second page',
    ])
  })

  it('sent twice at the same moment loses neither text', async () => {
    const noteId = randomUUID()
    const texts = Array.from({ length: 8 }, (_, n) => `Text ${n}`)
    await save(dana, { noteId })
    const replies = await Promise.all(
      texts.map((text, n) => save(n % 2 === 0 ? dana : olu, { noteId, lock: 1, body: bodyOf(text) })),
    )
    expect(replies.filter(({ outcome }) => outcome === 'saved')).toHaveLength(1)
    const last = await note(dana, noteId)
    const kept = [last.body, ...last.asides.map(({ body }) => body)].map(({ lines }) => lines[0]?.text)
    expect(kept.toSorted()).toEqual(texts)
  })

  it('keeps what was typed while somebody else signed', async () => {
    const noteId = randomUUID()
    await save(dana, { noteId })
    expect((await sign(dana, noteId, 1)).status).toBe(200)
    const late = await save(olu, { noteId, lock: 1, body: bodyOf('Came too late') })
    expect(late).toMatchObject({ outcome: 'aside', note: { state: 'signed', body: bodyOf('Easier.') } })
    expect(late.note.asides).toHaveLength(1)
  })
})

describe('a signature', () => {
  it('is over the words as they were read: who signs an older text is told, and nothing is signed', async () => {
    const noteId = randomUUID()
    await save(dana, { noteId })
    await save(olu, { noteId, lock: 1, body: bodyOf('Changed') })
    expect((await sign(dana, noteId, 1)).status).toBe(409)
    expect((await note(dana, noteId)).state).toBe('draft')
    const signed = (await sign(dana, noteId, 2)).body as Note
    expect(signed).toMatchObject({ state: 'signed', signed: { name: 'Dana', role: 'therapist' } })
    expect(signed.hash).toBe(sha256(signedText(await note(olu, noteId))))
  })

  it('is given once, and after it no door changes the text; words are only added, each once', async () => {
    const noteId = randomUUID()
    await save(dana, { noteId })
    expect((await add(dana, noteId, 'Too early')).status).toBe(409)
    const signed = (await sign(dana, noteId, 1)).body as Note
    expect((await sign(dana, noteId, signed.lock)).status).toBe(409)
    expect((await coSign(olu, noteId, signed.lock)).status).toBe(409)
    expect((await save(dana, { noteId, lock: signed.lock, body: bodyOf('Other words') })).outcome).toBe(
      'aside',
    )
    const id = randomUUID()
    expect((await add(olu, noteId, 'Called the next day: better.', id)).status).toBe(200)
    expect((await add(olu, noteId, 'Called the next day: better.', id)).status).toBe(200)
    expect((await add(olu, noteId, 'Other words', id)).status).toBe(409)
    const after = await note(dana, noteId)
    expect(after.addenda).toMatchObject([{ text: 'Called the next day: better.', by: { name: 'Olu' } }])
    expect([after.body, after.hash]).toEqual([signed.body, sha256(signedText(after))])
  })

  it('is refused by the database too, whatever the program does; erasing the whole record still works', async () => {
    const noteId = randomUUID()
    await save(dana, { noteId })
    await sign(dana, noteId, 1)
    await add(dana, noteId, 'An addendum')
    const run = (statement: ReturnType<typeof sql>) =>
      inClinic(host.database.db, host.database.tenantId, (tx) => statement.execute(tx))
    for (const statement of [
      sql`update app.note set body = '{"lines":[],"treatments":[]}' where note_id = ${noteId}`,
      sql`update app.note set state = 'draft', signed = null, hash = null where note_id = ${noteId}`,
      sql`delete from app.note where note_id = ${noteId}`,
    ])
      await expect(run(statement)).rejects.toThrow(/a signed note stays/)
    await expect(run(sql`update app.note_addendum set text = 'x' where note_id = ${noteId}`)).rejects.toThrow(
      /stays/,
    )
    await expect(run(sql`delete from app.note_addendum where note_id = ${noteId}`)).rejects.toThrow(/stays/)
    await run(sql`delete from app.episode where patient_id = ${patientId}`)
    await run(sql`delete from app.patient where patient_id = ${patientId}`)
    expect((await read(dana, noteId)).status).toBe(404)
  })

  it('waits for the sentence that only a person can write', async () => {
    const noteId = randomUUID()
    const ask = line('To be written.', { drafted: 'To be written.', ask: true })
    await save(dana, { noteId, body: { lines: [ask], treatments: [] } })
    const refused = await sign(dana, noteId, 1)
    expect(refused.status).toBe(400)
    expect(refused.body).toMatchObject({
      fields: [{ path: 'l1', message: expect.stringContaining('Only you') }],
    })
    await save(dana, { noteId, lock: 1, body: { lines: [{ ...ask, text: 'Improving.' }], treatments: [] } })
    expect((await sign(dana, noteId, 2)).status).toBe(200)
  })

  it('refuses a thrust where bones may be fragile with the reason, until a therapist writes why', async () => {
    const fragile = host.content.redFlags.items.find(
      ({ precautionTags, answerType, disposition }) =>
        precautionTags.includes('bone_fragile') && answerType !== 'computed' && disposition === 'caution',
    )
    if (fragile === undefined) throw new Error('no question tells of fragile bones')
    patientId = await newcomer({ [fragile.id]: 'yes' })
    const noteId = randomUUID()
    const thrust = treatment()
    await save(dana, { noteId, body: bodyOf('Easier.', [thrust]) })
    const refused = await sign(dana, noteId, 1)
    expect(refused.body).toMatchObject({
      fields: [{ path: thrust.id, message: expect.stringContaining('Bones may be fragile') }],
    })
    const said = { ...thrust, override: 'Bone density was normal in May' }
    await save(dana, { noteId, lock: 1, body: bodyOf('Easier.', [said]) })
    expect((await sign(dana, noteId, 2)).status).toBe(200)
    const { carried } = await dana.ok<{ carried: Treatment[] }>('draftOfNote', {
      id: patientId,
      params: { kind: 'daily', lang: 'en' },
    })
    expect(carried).toMatchObject([{ technique: 'thrust', response: null, override: null, confirmed: false }])
    const next = randomUUID()
    const open = [
      { ...carried[0], response: 'same', override: 'Bone density was normal in May' } as Treatment,
    ]
    await save(dana, { noteId: next, body: bodyOf('Again.', open) })
    expect((await sign(dana, next, 1)).body).toMatchObject({
      fields: [{ message: expect.stringContaining('Confirm') }],
    })
  })

  it('of an assistant waits for a therapist, who is somebody else; judging and planning is not theirs', async () => {
    const made = await staffMember(host, { role: 'assistant', name: 'Ash' })
    const assistant = made.visitor
    const admin = (await staffMember(host, { role: 'clinic-admin', name: 'Ada' })).visitor
    const onTeam = await staffMember(host, { role: 'therapist', name: 'Dee' })
    const noteId = randomUUID()
    expect((await put(assistant, { noteId })).status).toBe(403)
    for (const { staffId } of [made, onTeam])
      await admin.ok('joinTeam', {
        id: patientId,
        params: { staffId },
        body: { part: 'member', until: null },
      })
    await save(assistant, { noteId })
    expect((await put(assistant, { noteId: randomUUID(), kind: 'evaluation' })).status).toBe(403)
    const signed = (await sign(assistant, noteId, 1)).body as Note
    expect(signed.state).toBe('awaiting-co-sign')
    expect((await coSign(assistant, noteId, signed.lock)).status).toBe(403)
    expect((await coSign(onTeam.visitor, noteId, 1)).status).toBe(409)
    const [country, region] = ['PT', null]
    const licence = { kind: 'PT', number: '1', country, region, expiresOn: '2020-01-01' }
    await admin.ok('setLicence', { id: onTeam.staffId, body: licence })
    expect((await coSign(onTeam.visitor, noteId, signed.lock)).body).toMatchObject({
      code: 'licence-expired',
    })
    await admin.ok('setLicence', { id: onTeam.staffId, body: { ...licence, expiresOn: '2090-01-01' } })
    const both = (await coSign(onTeam.visitor, noteId, signed.lock)).body as Note
    expect(both).toMatchObject({ state: 'co-signed', signed: { name: 'Ash' }, coSigned: { name: 'Dee' } })
    expect([both.body, both.hash]).toEqual([signed.body, signed.hash])
  })
})

describe('the list', () => {
  it('tells until when the plan of care holds, from its signature on, and a draft of one counts for nothing', async () => {
    const noteId = randomUUID()
    const certified = async () =>
      (await dana.ok<{ certified: unknown }>('notes', { id: patientId })).certified
    await save(dana, { noteId, kind: 'plan-of-care' })
    expect(await certified()).toMatchObject({ state: 'none' })
    await sign(dana, noteId, 1)
    const dueAt = new Date(host.clock.now.getTime() + 90 * 86_400_000).toISOString()
    expect(await certified()).toEqual({ state: 'running', since: host.clock.now.toISOString(), dueAt })
  })
})

describe('whose notes they are', () => {
  it('a note is found by its person only: under another person of the same clinic it is absent', async () => {
    const noteId = randomUUID()
    await save(dana, { noteId })
    const elsewhere = await newcomer()
    const foreign = await read(dana, noteId, elsewhere)
    const absent = await read(dana, randomUUID(), elsewhere)
    expect([foreign.status, foreign.raw.body]).toEqual([404, absent.raw.body])
    expect((await sign(dana, noteId, 1, elsewhere)).status).toBe(404)
    expect((await put(dana, { noteId, lock: 1, id: elsewhere, body: bodyOf('x') })).status).toBe(404)
    expect((await note(dana, noteId)).lock).toBe(1)
  })

  it('another clinic gets, of each row, the answer of a note that is not there', async () => {
    const noteId = randomUUID()
    await save(dana, { noteId })
    const tenantId = await otherClinic(host)
    const { visitor } = await staffMember(host, { role: 'therapist', name: 'Foreign', tenantId })
    const tries = [
      (id: string) => read(visitor, noteId, id),
      (id: string) => visitor.call('notes', { id }),
      (id: string) => visitor.call('draftOfNote', { id, params: { kind: 'daily', lang: 'en' } }),
      (id: string) => put(visitor, { noteId, id, lock: 1 }),
      (id: string) => sign(visitor, noteId, 1, id),
    ]
    for (const attempt of tries) {
      const foreign = await attempt(patientId)
      const absent = await attempt(randomUUID())
      expect([foreign.status, foreign.raw.body]).toEqual([404, absent.raw.body])
    }
    expect((await note(dana, noteId)).lock).toBe(1)
  })

  it('the front desk, the person and a stranger have no notes', async () => {
    const desk = (await staffMember(host, { role: 'front-desk', name: 'Fran' })).visitor
    expect((await desk.call('notes', { id: patientId })).status).toBe(403)
    expect((await host.person().call('notes', { id: patientId })).status).toBe(401)
  })

  it('leaves a line in the trail for each look, and no word of a note in the log', async () => {
    const noteId = randomUUID()
    await save(dana, { noteId, body: bodyOf('CANARY-WORD-OF-A-NOTE') })
    await read(dana, noteId)
    const rows = await inClinic(host.database.db, host.database.tenantId, (tx) =>
      tx.selectFrom('app.audit').select('action').where('patient_id', '=', patientId).execute(),
    )
    expect(rows.map(({ action }) => action)).toEqual(expect.arrayContaining(['saveNote', 'note']))
    expect(host.lines.join('\n')).not.toContain('CANARY-WORD-OF-A-NOTE')
  })
})
