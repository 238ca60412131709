import type { NoteBody, NoteKind, NoteMark, NoteState } from '@dorsal/care'
import type { ColumnType } from 'kysely'

type Json<T> = ColumnType<T, string, string>
type At = ColumnType<Date, Date | string, never>
type MarkOrNull = ColumnType<NoteMark | null, string | null, string | null>
type OfNote = { tenant_id: string; patient_id: string; note_id: string }

/** The tables behind notes. Of a signed one the database itself lets no word be changed. */
export type NoteTables = {
  'app.note': OfNote & {
    kind: NoteKind
    state: NoteState
    lang: string
    lock: number
    body: Json<NoteBody>
    author: Json<NoteMark>
    saved: Json<NoteMark>
    signed: MarkOrNull
    co_signed: MarkOrNull
    hash: string | null
    created_at: At
  }
  'app.note_addendum': OfNote & {
    addendum_id: string
    text: string
    by: Json<NoteMark>
    created_at: At
  }
  'app.note_aside': OfNote & { aside_id: string; body: Json<NoteBody>; by: Json<NoteMark>; created_at: At }
}
