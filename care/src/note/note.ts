import * as z from 'zod/mini'
import { STAFF_ROLES } from '../access/principal.ts'
import { Because } from '../decision.ts'
import { Instant, Uuid } from '../ids.ts'
import { NoteSource } from './source.ts'
import { Treatment } from './treatment.ts'

/** What is written of a course of care. `daily` is the note of one visit or session (SOAP), `gp-letter` the letter to the family doctor. */
export const NOTE_KINDS = [
  'evaluation',
  'plan-of-care',
  'daily',
  'progress',
  'discharge',
  'gp-letter',
] as const
export const NoteKind = z.enum(NOTE_KINDS)
export type NoteKind = z.infer<typeof NoteKind>

export const SectionId = z.enum([
  'subjective',
  'warning-signs',
  'function',
  'objective',
  'treatment',
  'assessment',
  'goals',
  'plan',
])
export type SectionId = z.infer<typeof SectionId>

/** The sections of each kind, in the order in which they are read. */
export const NOTE_SECTIONS: Readonly<Record<NoteKind, readonly SectionId[]>> = {
  evaluation: ['subjective', 'warning-signs', 'function', 'objective', 'assessment', 'goals', 'plan'],
  'plan-of-care': ['assessment', 'function', 'goals', 'plan'],
  daily: ['subjective', 'objective', 'treatment', 'assessment', 'plan'],
  progress: ['subjective', 'function', 'objective', 'treatment', 'assessment', 'goals', 'plan'],
  discharge: ['subjective', 'function', 'objective', 'assessment', 'goals', 'plan'],
  'gp-letter': ['subjective', 'warning-signs', 'function', 'assessment', 'plan'],
}

const sources = z.array(NoteSource).check(z.minLength(1), z.maxLength(400))

/**
 * One sentence of a draft: a reason-like id with its values, and the records that it comes from. `ask`: nothing in the record can say it;
 * whoever signs writes it or takes it out.
 */
export const DraftRow = z.object({
  id: z.string(),
  section: SectionId,
  because: Because,
  sources,
  ask: z.boolean(),
})
export type DraftRow = z.infer<typeof DraftRow>

/** Everything that a draft says, in reading order. */
export const NoteDraft = z.object({ kind: NoteKind, rows: z.array(DraftRow), at: Instant })
export type NoteDraft = z.infer<typeof NoteDraft>

/**
 * One sentence of a note as it is kept. `drafted`: the words that the draft had, null where its author wrote it; a sentence whose `text`
 * still is what was drafted is told apart from one that a person changed. No sentence is without a source: its author is one.
 */
export const NoteLine = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(120)),
  section: SectionId,
  text: z.string().check(z.maxLength(4000)),
  drafted: z.nullable(z.string().check(z.maxLength(4000))),
  sources,
  ask: z.boolean(),
})
export type NoteLine = z.infer<typeof NoteLine>

/** What its author writes: everything that a signature closes. */
export const NoteBody = z.object({
  lines: z.array(NoteLine).check(z.maxLength(400)),
  treatments: z.array(Treatment).check(z.maxLength(40)),
})
export type NoteBody = z.infer<typeof NoteBody>

/** `awaiting-co-sign`: signed by an assistant, whose notes a therapist signs too. Nothing leads back to `draft`. */
export const NOTE_STATES = ['draft', 'awaiting-co-sign', 'signed', 'co-signed'] as const
export const NoteState = z.enum(NOTE_STATES)
export type NoteState = z.infer<typeof NoteState>

/** Who did something to a note, and when. */
export const NoteMark = z.object({
  staffId: Uuid,
  name: z.string(),
  role: z.enum(STAFF_ROLES),
  at: Instant,
})
export type NoteMark = z.infer<typeof NoteMark>

/** Words that were added after signing. */
export const Addendum = z.object({ id: Uuid, text: z.string(), by: NoteMark })
export type Addendum = z.infer<typeof Addendum>

/** A text that could not be saved because somebody else had saved first: kept beside the note, whole. */
export const NoteAside = z.object({ id: Uuid, body: NoteBody, by: NoteMark })
export type NoteAside = z.infer<typeof NoteAside>

/**
 * A note as it stands. `lock` rises with each write; a write on an old one changes nothing. `hash`: SHA-256 of what was signed, in the
 * form of `signedText`.
 */
export const Note = z.object({
  id: Uuid,
  patientId: Uuid,
  kind: NoteKind,
  state: NoteState,
  lang: z.string().check(z.maxLength(10)),
  lock: z.int(),
  body: NoteBody,
  author: NoteMark,
  saved: NoteMark,
  signed: z.nullable(NoteMark),
  coSigned: z.nullable(NoteMark),
  hash: z.nullable(z.string()),
  addenda: z.array(Addendum),
  asides: z.array(NoteAside),
})
export type Note = z.infer<typeof Note>

/** What a signature is over: the same words give the same text, whatever order a database keeps keys in. */
export function signedText(note: Pick<Note, 'id' | 'patientId' | 'kind' | 'lang' | 'body'>): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, member]): [string, unknown] => [key, sorted(member)]),
    )
  }
  const { id, patientId, kind, lang, body } = note
  return JSON.stringify(sorted({ id, patientId, kind, lang, body }))
}
