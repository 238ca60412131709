import type { Content } from '../content.ts'
import type { Because } from '../decision.ts'
import type { NoteKind, SectionId } from './note.ts'
import type { NoteRecord, NoteSource } from './source.ts'
import type { Treatment } from './treatment.ts'

/**
 * What a note is drafted from. `since`: when the last note of the course was signed, null: this is the first; `treatments`: what notes
 * since then record of hands-on work; `now` is asked for nothing but the date of the draft.
 */
export type DraftInput = {
  kind: NoteKind
  record: NoteRecord
  content: Pick<Content, 'measures' | 'movementTests' | 'outcome'>
  treatments: readonly Treatment[]
  since: string | null
  now: string
}

export type Drafted = { id: string; because: Because; sources: NoteSource[]; ask?: boolean }

/** One kind of sentence: in which section of which notes it stands, and what it says of a record. */
export type RowRule = {
  in: Partial<Record<NoteKind, SectionId>>
  rows: (given: DraftInput) => Drafted[]
}

type SourceKind = NoteSource['kind']

/** Where a value was found, or was looked for. */
export const from = (
  kind: SourceKind,
  id: string | null,
  at: string | null,
  ...part: string[]
): NoteSource => ({
  kind,
  id,
  at,
  part,
})

/** When the answers of the intake were given: the begin of the course, else of the record. */
export const intakeAt = ({ course, createdAt }: NoteRecord): string => course?.startedAt ?? createdAt

/** Found in, or looked for in, the intake. */
export const fromIntake = (record: NoteRecord, ...part: string[]): NoteSource =>
  from('intake', null, intakeAt(record), ...part)

/** One sentence. */
export const row = (
  id: string,
  sources: NoteSource[],
  because: Because['id'],
  values: NonNullable<Because['values']> = {},
): Drafted => ({ id, sources, because: { id: because, values } })

/** What nothing in the record says, and only a person can. */
export const askRow = (id: string, because: string): Drafted => ({
  ...row(id, [from('author', null, null)], because),
  ask: true,
})

/** The day of a moment, as it is written in every language: 2026-11-22 (UTC). */
export const dayIn = (at: string): string => at.slice(0, 10)

/** Nothing is lost of a list, other than in a reason to a patient: "a", "a and b", "a, b and c". */
export function all(words: readonly (string | number)[]): string {
  const last = String(words.at(-1) ?? '')
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

/** To one decimal. */
export const round1 = (value: number): number => Math.round(value * 10) / 10
