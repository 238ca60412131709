import type { NoteDraft, NoteKind, NoteLine, Sayings } from '@dorsal/care'
import { call } from '../../lib/api.ts'
import { newId } from '../../lib/new-id.ts'
import { type NoteLanguage, sayingsIn, sayNote } from './note-sayings.ts'

/** The sentences of a draft in words, as they are kept: from here on a change of a template changes no note. */
export const linesOf = ({ rows }: NoteDraft, sayings: Sayings): NoteLine[] =>
  rows.map(({ id, section, because, sources, ask }) => {
    const text = sayNote(because, sayings)
    return { id, section, text, drafted: text, sources, ask }
  })

/** Drafts a note from the record and keeps it; gives its id. */
export async function startNote(id: string, kind: NoteKind, lang: NoteLanguage): Promise<string> {
  const { draft, carried } = await call('draftOfNote', { params: { id, kind, lang } })
  const body = { lines: linesOf(draft, await sayingsIn(lang)), treatments: carried }
  const noteId = newId()
  await call('saveNote', { params: { id, noteId }, body: { kind, lang, lock: 0, body } })
  return noteId
}
