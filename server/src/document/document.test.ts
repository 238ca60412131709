import { cleanJpeg, type DocumentRow, DOCUMENT_LIMITS, type DocumentReply, type Me } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import { type Clinic, clinicWithMessages, STARTED, tasksOf } from '../message/message-fixture.ts'
import { somePhotograph } from '../message/some-photograph.ts'
import type { Visitor } from '../seed/visitor.ts'
import { otherClinic, staffMember } from '../test-staff.ts'
import { documentsHeld } from './document.store.ts'
import { somePdf } from './some-pdf.ts'

let clinic: Clinic
beforeAll(async () => {
  clinic = await clinicWithMessages()
})
afterEach(() => {
  clinic.host.clock.now = STARTED
})
afterAll(() => clinic.host.close())

type Wish = { id?: string; title?: string; name?: string; answers?: Record<string, string> }

const bodyOf = (bytes: Buffer, wish: Wish) => ({
  id: wish.id ?? randomUUID(),
  kind: 'referral',
  title: wish.title ?? '',
  name: wish.name ?? 'letter.pdf',
  data: bytes.toString('base64'),
})

function give(person: Visitor, bytes: Buffer, wish: Wish = {}) {
  const body = { ...bodyOf(bytes, wish), lang: 'en', answers: wish.answers ?? {} }
  return person.call('giveDocument', { id: body.id, body })
}

function add(by: Visitor, patientId: string, bytes: Buffer, wish: Wish = {}) {
  const body = bodyOf(bytes, wish)
  return by.call('addDocument', { id: patientId, params: { documentId: body.id }, body })
}

const own = async (person: Visitor) =>
  (await person.ok<{ documents: DocumentRow[] }>('myDocuments')).documents
const seen = async (by: Visitor, id: string) =>
  (await by.ok<{ documents: DocumentRow[] }>('documents', { id })).documents
const fetched = (person: Visitor, path: string) =>
  clinic.host.app.inject({
    method: 'GET',
    url: path,
    headers: { host: '127.0.0.1' },
    cookies: Object.fromEntries(person.cookies),
  })
const mine = (person: Visitor, id: string) => fetched(person, `/api/me/documents/${id}/file`)
const theirs = (by: Visitor, patientId: string, id: string) =>
  fetched(by, `/api/patients/${patientId}/documents/${id}/file`)

describe('a document', () => {
  it('given by the person is there for both sides, with who gave it and when', async () => {
    const { person, patientId, dana } = await clinic.cared()
    const id = randomUUID()
    expect(
      (await give(person, somePdf(), { id, title: 'From my GP', name: '../Brief.PDF.exe' })).body,
    ).toEqual({
      refused: null,
      card: null,
    })
    const row = { id, kind: 'referral', type: 'pdf', title: 'From my GP', name: 'Brief.PDF.pdf', by: null }
    const at = STARTED.toISOString()
    expect(await own(person)).toMatchObject([{ ...row, from: 'patient', mine: true, at }])
    expect(await seen(dana, patientId)).toMatchObject([{ ...row, from: 'patient', mine: false, at }])
    expect((await theirs(dana, patientId, id)).rawPayload).toEqual(somePdf())
  })

  it('added at the desk says by whom, and the person has it too', async () => {
    const { person, patientId, dana } = await clinic.cared()
    const id = randomUUID()
    expect((await add(dana, patientId, somePdf(), { id })).status).toBe(200)
    expect(await own(person)).toMatchObject([{ id, from: 'clinic', by: 'Dana', mine: false }])
    expect(await seen(dana, patientId)).toMatchObject([{ id, mine: true }])
    expect((await mine(person, id)).rawPayload).toEqual(somePdf())
  })

  it('is handed over as a file: to be saved, never guessed at, run or kept by a browser', async () => {
    const { person, patientId, dana } = await clinic.cared()
    const id = randomUUID()
    await give(person, somePdf(), { id, name: 'Überweisung "1"; x.html' })
    for (const answer of [await mine(person, id), await theirs(dana, patientId, id)]) {
      expect(answer.headers).toMatchObject({
        'content-type': 'application/pdf',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
        'cache-control': 'no-store',
        'content-disposition':
          'attachment; filename="_berweisung 1 x.pdf"; filename*=UTF-8\'\'%C3%9Cberweisung%201%20x.pdf',
      })
    }
  })

  it('that is a photograph is written anew without place and what hides behind it', async () => {
    const { person } = await clinic.cared()
    const id = randomUUID()
    expect((await give(person, somePhotograph(), { id, name: 'x.svg' })).status).toBe(200)
    const answer = await mine(person, id)
    expect(answer.headers['content-type']).toBe('image/jpeg')
    expect(answer.headers['content-disposition']).toContain('filename="x.jpg"')
    expect(answer.rawPayload).toEqual(Buffer.from(cleanJpeg(somePhotograph(), 2000)?.bytes ?? []))
    expect(answer.rawPayload.includes('48.2082')).toBe(false)
  })

  it('is one however often it is sent, and its id is taken for another', async () => {
    const { person, patientId, dana } = await clinic.cared()
    const [id, second] = [randomUUID(), randomUUID()]
    const sent = await Promise.all([1, 2, 3].map(() => give(person, somePdf(), { id })))
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await give(person, somePdf(), { id, title: 'Another' })).body).toMatchObject({ code: 'id-taken' })
    for (const _ of [1, 2]) expect((await add(dana, patientId, somePdf(), { id: second })).status).toBe(200)
    expect((await add(dana, patientId, somePdf(), { id })).body).toMatchObject({ code: 'id-taken' })
    expect(await own(person)).toHaveLength(2)
  })

  it('is refused by its content on both doors, with words for people, and nothing is kept', async () => {
    const { person, patientId, dana } = await clinic.cared()
    const active = somePdf({ catalogue: '/OpenAction << /S /JavaScript /JS (x) >>' })
    for (const [bytes, code] of [
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'document-unknown'],
      [Buffer.from('%PDF-1.7 <html><script>alert(1)</script>'), 'document-unknown'],
      [active, 'document-active'],
    ] as const) {
      expect(await give(person, bytes)).toMatchObject({ status: 422, body: { code } })
      expect(await add(dana, patientId, bytes)).toMatchObject({ status: 422, body: { code } })
    }
    expect((await give(person, Buffer.alloc(DOCUMENT_LIMITS.bytes + 3))).status).toBe(400)
    expect((await give(person, Buffer.alloc(DOCUMENT_LIMITS.bytes + 30_000))).status).toBe(413)
    expect(await own(person)).toEqual([])
  })

  it('is one of ten in a day', async () => {
    const { person, patientId, dana } = await clinic.cared()
    for (let nth = 0; nth < DOCUMENT_LIMITS.perDay; nth += 1)
      expect((await give(person, somePdf(), { title: `Letter ${nth}` })).status).toBe(200)
    expect((await give(person, somePdf())).body).toMatchObject({ code: 'documents-full' })
    expect((await add(dana, patientId, somePdf())).body).toMatchObject({ code: 'documents-full' })
  })

  it('is not there for anybody else, nor in another record or clinic', async () => {
    const { person, patientId } = await clinic.cared()
    const other = await clinic.cared()
    const id = randomUUID()
    await give(person, somePdf(), { id })
    const absent = await mine(other.person, randomUUID())
    expect((await mine(other.person, id)).json()).toEqual(absent.json())
    expect((await theirs(other.dana, other.patientId, id)).statusCode).toBe(404)
    const tenantId = await otherClinic(clinic.host)
    const away = await staffMember(clinic.host, { role: 'therapist', name: 'Away', tenantId })
    expect((await theirs(away.visitor, patientId, id)).statusCode).toBe(404)
    expect((await add(other.dana, patientId, somePdf())).status).toBe(403)
  })
})

describe('taking a document out of view', () => {
  it('is for whoever gave it, and it stays in the export with its mark', async () => {
    const { person, patientId, dana } = await clinic.cared()
    const colleague = await clinic.onTeam(patientId, 'Col', 'cover')
    const [given, added] = [randomUUID(), randomUUID()]
    await give(person, somePdf(), { id: given })
    await add(dana, patientId, somePdf(), { id: added })
    const back = (by: Visitor, documentId: string) =>
      by.call('takeDocumentBack', { id: patientId, params: { documentId } })
    expect((await back(dana, given)).status).toBe(404)
    expect((await back(colleague, added)).status).toBe(404)
    expect((await person.call('removeDocument', { id: added })).status).toBe(404)
    expect(await own(person)).toHaveLength(2)
    for (const _ of [1, 2]) expect((await person.call('removeDocument', { id: given })).status).toBe(200)
    expect((await back(dana, added)).status).toBe(200)
    expect([await own(person), await seen(dana, patientId)]).toEqual([[], []])
    expect((await mine(person, given)).statusCode).toBe(404)
    expect((await theirs(dana, patientId, added)).statusCode).toBe(404)
    const { db, tenantId } = clinic.host.database
    const held = () => inClinic(db, tenantId, (tx) => documentsHeld(tx, patientId))
    expect(await held()).toMatchObject([
      { id: given, removedAt: STARTED, data: somePdf().toString('base64') },
      { id: added, removedAt: STARTED },
    ])
    await person.ok('eraseMe')
    expect(await held()).toEqual([])
  })
})

describe('words that a person writes about a document', () => {
  const DANGER = 'I want to kill myself'

  it('are read for warning signs like a message: a task, the card, and no exercise until it is cleared', async () => {
    const { person, patientId, dana } = await clinic.cared()
    const reply = (await give(person, somePdf(), { title: DANGER })).body as DocumentReply
    expect(reply).toEqual({ refused: null, card: 'self-harm' })
    expect(await tasksOf(dana, patientId)).toMatchObject([{ kind: 'red-flag', level: 'emergency_now' }])
    expect((await person.ok<Me>('me')).next).toBe('escalate')
  })

  it('are heard even where the file cannot be taken', async () => {
    const { person, patientId, dana } = await clinic.cared()
    const reply = (await give(person, Buffer.from('no file'), { title: DANGER })).body
    expect(reply).toEqual({ refused: 'document-unknown', card: 'self-harm' })
    expect(await tasksOf(dana, patientId)).toHaveLength(1)
    expect(await own(person)).toEqual([])
  })

  it('are not those of the file’s name, nor of somebody of the clinic', async () => {
    const { person, patientId, dana } = await clinic.cared()
    await give(person, somePdf(), { name: `${DANGER}.pdf` })
    await add(dana, patientId, somePdf(), { title: DANGER })
    expect(await tasksOf(dana, patientId)).toEqual([])
  })
})
