import {
  type Addendum,
  type Note,
  type NoteAside,
  type NoteMark,
  type NoteState,
  type NoteWish,
  Refusal,
} from '@dorsal/care'
import type { Selectable } from 'kysely'
import { json, type Tx } from '../db/connect.ts'
import type { Database } from '../db/schema.ts'
import { hashOf, newId } from '../ids.ts'
import type { PatientKey } from '../patient/decision.store.ts'

export type NoteKey = PatientKey & { noteId: string }

type Row = Selectable<Database['app.note']>

type Beside = { addenda: Addendum[]; asides: NoteAside[] }

const noteFrom = (row: Row, { addenda, asides }: Beside): Note => ({
  id: row.note_id,
  patientId: row.patient_id,
  kind: row.kind,
  state: row.state,
  lang: row.lang,
  lock: row.lock,
  body: row.body,
  author: row.author,
  saved: row.saved,
  signed: row.signed,
  coSigned: row.co_signed,
  hash: row.hash,
  addenda,
  asides,
})

/** Among the notes of this person: an id alone names nothing. */
const mine = (tx: Tx, { patientId, noteId }: NoteKey) =>
  tx.selectFrom('app.note').selectAll().where('patient_id', '=', patientId).where('note_id', '=', noteId)

async function beside(tx: Tx, { patientId, noteId }: NoteKey): Promise<Beside> {
  const addenda = await tx
    .selectFrom('app.note_addendum')
    .selectAll()
    .where('patient_id', '=', patientId)
    .where('note_id', '=', noteId)
    .orderBy('created_at')
    .orderBy('addendum_id')
    .execute()
  const asides = await tx
    .selectFrom('app.note_aside')
    .selectAll()
    .where('patient_id', '=', patientId)
    .where('note_id', '=', noteId)
    .orderBy('created_at')
    .orderBy('aside_id')
    .execute()
  return {
    addenda: addenda.map(({ addendum_id, text, by }) => ({ id: addendum_id, text, by })),
    asides: asides.map(({ aside_id, body, by }) => ({ id: aside_id, body, by })),
  }
}

/** A note of this person; absent and another person's are one answer. */
export async function noteOf(tx: Tx, key: NoteKey): Promise<Note> {
  const row = await mine(tx, key).executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found')
  return noteFrom(row, await beside(tx, key))
}

/** The same, held until the transaction ends, so that two writes come one after the other; null: there is none. */
export async function heldNote(tx: Tx, key: NoteKey): Promise<Note | null> {
  const row = await mine(tx, key).forUpdate().executeTakeFirst()
  return row === undefined ? null : noteFrom(row, await beside(tx, key))
}

/** All notes of a person, the last written first. */
export async function notesOf(tx: Tx, patientId: string): Promise<Note[]> {
  const rows = await tx
    .selectFrom('app.note')
    .selectAll()
    .where('patient_id', '=', patientId)
    .orderBy('created_at', 'desc')
    .orderBy('note_id', 'desc')
    .execute()
  return rows.map((row) => noteFrom(row, { addenda: [], asides: [] }))
}

/** Begins a note. False where one of this id was there a moment before. */
export async function addNote(tx: Tx, key: NoteKey, wish: NoteWish, by: NoteMark): Promise<boolean> {
  const done = await tx
    .insertInto('app.note')
    .values({
      tenant_id: key.tenantId,
      patient_id: key.patientId,
      note_id: key.noteId,
      kind: wish.kind,
      state: 'draft',
      lang: wish.lang,
      lock: 1,
      body: json(wish.body),
      author: json(by),
      saved: json(by),
      signed: null,
      co_signed: null,
      hash: null,
      created_at: by.at,
    })
    .onConflict((c) => c.columns(['tenant_id', 'patient_id', 'note_id']).doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

type Change = {
  state: NoteState
  saved?: string
  body?: string
  lang?: string
  signed?: string
  co_signed?: string
  hash?: string
}

/** Changes a note as it was seen: where anybody wrote in between, `lock` has moved on and nothing happens (null). */
async function changeNote(tx: Tx, key: NoteKey, lock: number, change: Change): Promise<Note | null> {
  const row = await tx
    .updateTable('app.note')
    .set((eb) => ({ ...change, lock: eb('lock', '+', 1) }))
    .where('patient_id', '=', key.patientId)
    .where('note_id', '=', key.noteId)
    .where('lock', '=', lock)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? null : noteFrom(row, await beside(tx, key))
}

export const writeNote = (tx: Tx, key: NoteKey, { lock, body, lang }: NoteWish, by: NoteMark) =>
  changeNote(tx, key, lock, { state: 'draft', body: json(body), lang, saved: json(by) })

export const closeNote = (
  tx: Tx,
  key: NoteKey,
  { lock, state, hash, by }: { lock: number; state: NoteState; hash: string; by: NoteMark },
) => changeNote(tx, key, lock, { state, hash, signed: json(by) })

export const coSign = (tx: Tx, key: NoteKey, lock: number, by: NoteMark) =>
  changeNote(tx, key, lock, { state: 'co-signed', co_signed: json(by) })

/** Keeps a text that came too late beside the note; the same one of the same person once. */
export async function keepAside(tx: Tx, key: NoteKey, body: Note['body'], by: NoteMark): Promise<void> {
  const { asides } = await beside(tx, key)
  const known = asides.some((aside) => aside.by.staffId === by.staffId && hashOf(aside.body) === hashOf(body))
  if (known) return
  await tx
    .insertInto('app.note_aside')
    .values({
      tenant_id: key.tenantId,
      patient_id: key.patientId,
      note_id: key.noteId,
      aside_id: newId(new Date(by.at)),
      body: json(body),
      by: json(by),
      created_at: by.at,
    })
    .execute()
}

/** Adds words to a signed note, once under their own id. Other words under the same id are refused. */
export async function addAddendum(tx: Tx, key: NoteKey, { id, text, by }: Addendum): Promise<void> {
  const there = (await beside(tx, key)).addenda.find((one) => one.id === id)
  if (there !== undefined && there.text !== text) throw new Refusal('conflict')
  if (there !== undefined) return
  await tx
    .insertInto('app.note_addendum')
    .values({
      tenant_id: key.tenantId,
      patient_id: key.patientId,
      note_id: key.noteId,
      addendum_id: id,
      text,
      by: json(by),
      created_at: by.at,
    })
    .execute()
}
