import * as z from 'zod/mini'
import { endpoint } from '../contract/endpoint.ts'
import { Uuid } from '../ids.ts'
import { Certified } from './certified.ts'
import { Note, NoteBody, NoteDraft, NoteKind } from './note.ts'
import { Treatment } from './treatment.ts'

const ofPatient = z.object({ id: Uuid })
const byNote = z.object({ id: Uuid, noteId: Uuid })
const lock = z.int().check(z.gte(0), z.lte(1_000_000))

/** A note in the list of a person's. */
export const NoteBrief = z.pick(Note, {
  id: true,
  kind: true,
  state: true,
  author: true,
  saved: true,
  signed: true,
  coSigned: true,
})
export type NoteBrief = z.infer<typeof NoteBrief>

/** A text as its author has it, and the `lock` of the note that they began from; 0: it is new. */
export const NoteWish = z.object({
  kind: NoteKind,
  lang: z.string().check(z.regex(/^[a-z]{2}$/)),
  lock,
  body: NoteBody,
})
export type NoteWish = z.infer<typeof NoteWish>

/** `aside`: somebody else had written or signed first. Nothing was overwritten: `note` is theirs, and what was sent is kept among its `asides`. */
export const NoteSaved = z.object({ outcome: z.enum(['saved', 'aside']), note: Note })
export type NoteSaved = z.infer<typeof NoteSaved>

/** The rows of the API for notes. Each names the person as well as the note, and a note is looked for among that person's only. */
export const noteRows = {
  notes: endpoint({
    method: 'GET',
    path: '/api/patients/:id/notes',
    action: 'note.read',
    summary: 'The notes of a person, the last first, and until when their plan of care holds',
    params: ofPatient,
    body: null,
    reply: z.object({ notes: z.array(NoteBrief), certified: Certified }),
    perMinute: null,
  }),
  draftOfNote: endpoint({
    method: 'GET',
    path: '/api/patients/:id/note-drafts/:kind/:lang',
    action: 'note.read',
    summary: 'A note drafted from the record, each sentence with its source; nothing is kept',
    params: z.object({ id: Uuid, kind: NoteKind, lang: z.enum(['en', 'es', 'pt']) }),
    body: null,
    reply: z.object({ draft: NoteDraft, carried: z.array(Treatment) }),
    perMinute: null,
  }),
  note: endpoint({
    method: 'GET',
    path: '/api/patients/:id/notes/:noteId',
    action: 'note.read',
    summary: 'One note with its signatures, what was added, and texts that were kept beside it',
    params: byNote,
    body: null,
    reply: Note,
    perMinute: null,
  }),
  saveNote: endpoint({
    method: 'PUT',
    path: '/api/patients/:id/notes/:noteId',
    action: 'note.write',
    summary: 'Save a draft; one that somebody else changed in between is never overwritten',
    params: byNote,
    body: NoteWish,
    reply: NoteSaved,
    perMinute: 120,
  }),
  signNote: endpoint({
    method: 'POST',
    path: '/api/patients/:id/notes/:noteId/sign',
    action: 'note.sign',
    summary: 'Sign a note as it was read; its text never changes after that',
    params: byNote,
    body: z.object({ lock }),
    reply: Note,
    perMinute: 60,
  }),
  coSignNote: endpoint({
    method: 'POST',
    path: '/api/patients/:id/notes/:noteId/co-sign',
    action: 'note.co-sign',
    summary: "Sign an assistant's note too",
    params: byNote,
    body: z.object({ lock }),
    reply: Note,
    perMinute: 60,
  }),
  addToNote: endpoint({
    method: 'PUT',
    path: '/api/patients/:id/notes/:noteId/addenda/:addendumId',
    action: 'note.write',
    summary: 'Add words to a signed note, once under their own id',
    params: z.object({ id: Uuid, noteId: Uuid, addendumId: Uuid }),
    body: z.object({ text: z.string().check(z.trim(), z.minLength(3), z.maxLength(4000)) }),
    reply: Note,
    perMinute: 60,
  }),
}
