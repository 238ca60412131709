import type { Note, NoteKind } from './note.ts'
import type { Treatment } from './treatment.ts'

/** After which notes a draft of a kind tells only what is new; none: it tells of the whole course. */
const AFTER: Readonly<Record<NoteKind, readonly NoteKind[]>> = {
  evaluation: [],
  'plan-of-care': [],
  daily: ['evaluation', 'daily', 'progress'],
  progress: ['evaluation', 'progress'],
  discharge: [],
  'gp-letter': [],
}

type Signed = Pick<Note, 'id' | 'kind' | 'state' | 'signed' | 'body'>

const inTime = (a: Signed, b: Signed): number =>
  Date.parse(a.signed?.at ?? '') - Date.parse(b.signed?.at ?? '')

const closed = (notes: readonly Signed[]): Signed[] =>
  notes.filter(({ signed }) => signed !== null).toSorted(inTime)

/** When the note that came last before a draft of this kind was signed; null: none was. Drafts never count. */
export function lastBefore(notes: readonly Signed[], kind: NoteKind): string | null {
  return closed(notes).findLast((note) => AFTER[kind].includes(note.kind))?.signed?.at ?? null
}

/** Hands-on work that signed notes record since then, oldest first. */
export function treatmentsSince(notes: readonly Signed[], since: string | null): Treatment[] {
  return closed(notes)
    .filter(({ signed }) => since === null || Date.parse(signed?.at ?? '') > Date.parse(since))
    .flatMap(({ body }) => body.treatments)
}

/** The last signed note with hands-on work, for today's record to begin from; null: there is none. */
export function lastTreated(
  notes: readonly Signed[],
): { noteId: string; at: string; treatments: Treatment[] } | null {
  const last = closed(notes).findLast(({ body }) => body.treatments.length > 0)
  return last?.signed == null
    ? null
    : { noteId: last.id, at: last.signed.at, treatments: last.body.treatments }
}

/** Since when the plan of care is certified: its last signature that needs no further one. */
export function certifiedAt(
  notes: readonly Pick<Note, 'kind' | 'state' | 'signed' | 'coSigned'>[],
): string | null {
  const at = notes.flatMap(({ kind, state, signed, coSigned }) =>
    kind === 'plan-of-care' && (state === 'signed' || state === 'co-signed')
      ? [(coSigned ?? signed)?.at ?? '']
      : [],
  )
  return at.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? null
}
