import type { StaffRole } from '../access/principal.ts'
import type { Because } from '../decision.ts'
import type { Note, NoteBody, NoteKind, NoteState } from './note.ts'
import { faultsOfTreatment } from './precaution.ts'

export type NoteAct = 'save' | 'sign' | 'co-sign' | 'addend'

type Transition = {
  act: NoteAct
  from: readonly NoteState[]
  who: readonly StaffRole[]
  /** Where it leads; null: the note stays as it is, words are added beside it. */
  to: NoteState | null
}

const THERAPISTS = ['therapist', 'clinic-admin'] as const
const CLINICAL = [...THERAPISTS, 'assistant'] as const
const CLOSED = ['awaiting-co-sign', 'signed', 'co-signed'] as const

/** All that can be done to a note. No row leads from a signed state to another text: what was signed is only ever added to. */
export const NOTE_TRANSITIONS: readonly Transition[] = [
  { act: 'save', from: ['draft'], who: CLINICAL, to: 'draft' },
  { act: 'sign', from: ['draft'], who: THERAPISTS, to: 'signed' },
  { act: 'sign', from: ['draft'], who: ['assistant'], to: 'awaiting-co-sign' },
  { act: 'co-sign', from: ['awaiting-co-sign'], who: THERAPISTS, to: 'co-signed' },
  { act: 'addend', from: CLOSED, who: CLINICAL, to: null },
]

/** Who may write a note of a kind: an assistant documents visits; judging, planning and ending care is a therapist's. */
export const NOTE_WRITERS: Readonly<Record<NoteKind, readonly StaffRole[]>> = {
  evaluation: THERAPISTS,
  'plan-of-care': THERAPISTS,
  daily: CLINICAL,
  progress: THERAPISTS,
  discharge: THERAPISTS,
  'gp-letter': THERAPISTS,
}

type Caller = { staffId: string; role: StaffRole }
type Told = Pick<Note, 'kind' | 'state'> & { signed: { staffId: string } | null }

/** Where an act leads, or null where this caller may not do it to this note now. Nobody signs for themselves a second time. */
export function transition(note: Told, act: NoteAct, { staffId, role }: Caller): { to: NoteState } | null {
  const row = NOTE_TRANSITIONS.find(
    (candidate) =>
      candidate.act === act && candidate.from.includes(note.state) && candidate.who.includes(role),
  )
  if (row === undefined || !NOTE_WRITERS[note.kind].includes(role)) return null
  if (act === 'co-sign' && note.signed?.staffId === staffId) return null
  return { to: row.to ?? note.state }
}

/** Something that keeps a note from being signed; `line` or `treatment` names where. */
export type SignFault = { because: Because; line: string | null; treatment: string | null }

/**
 * Why a note cannot be signed yet: nothing in it, a question to its author that has no answer, or a treatment that is incomplete or
 * against a precaution. Empty: it can. `tags`: the precautions of the person now.
 */
export function faultsOfNote(
  { lines, treatments }: NoteBody,
  given: { tags: readonly string[]; role: StaffRole },
): SignFault[] {
  const open = lines.filter(({ ask, text, drafted }) => ask && (text.trim() === '' || text === drafted))
  const said = lines.some(({ text }) => text.trim() !== '')
  return [
    ...(said ? [] : [{ because: { id: 'note.sign.empty' }, line: null, treatment: null }]),
    ...open.map(({ id }) => ({ because: { id: 'note.sign.open' }, line: id, treatment: null })),
    ...treatments
      .flatMap((treatment) => faultsOfTreatment(treatment, given))
      .map(({ because, treatmentId }) => ({ because, line: null, treatment: treatmentId })),
  ]
}
