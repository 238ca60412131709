import { dayOf, wallOf } from '../schedule/clock.ts'
import type { VisitKind } from '../schedule/visit.ts'
import type { NoteKind } from './note.ts'
import type { NoteBrief } from './note-rows.ts'

/** The kind of note that a kind of visit is documented in. */
export const NOTE_OF_VISIT: Readonly<Record<VisitKind, NoteKind>> = {
  evaluation: 'evaluation',
  treatment: 'daily',
  video: 'daily',
  class: 'daily',
}

/** What is written of a visit. A letter and a plan of care may be begun on the same day and are about more than it. */
const OF_A_VISIT: readonly NoteKind[] = ['evaluation', 'daily', 'progress', 'discharge']

type Begun = Pick<NoteBrief, 'kind' | 'state' | 'author'>

/**
 * Which of somebody's notes is that of a visit: the last that was begun on its day, by the clocks of its place; else the first of those begun
 * later that is still a draft. A note names no visit, so two visits of one day have one note.
 * @param notes In any order; `author.at` says when each was begun.
 * @param visit Its day, `YYYY-MM-DD`, and the zone of its place.
 * @returns Null where none was begun: earlier notes are of earlier visits.
 */
export function noteOfVisit<N extends Begun>(
  notes: readonly N[],
  { day, zone }: { day: string; zone: string },
): N | null {
  const begun = notes
    .filter(({ kind }) => OF_A_VISIT.includes(kind))
    .map((note) => ({ note, on: dayOf(wallOf(Date.parse(note.author.at), zone)) }))
    .sort((a, b) => (a.note.author.at < b.note.author.at ? -1 : 1))
  const found =
    begun.findLast(({ on }) => on === day) ?? begun.find(({ on, note }) => on > day && note.state === 'draft')
  return found?.note ?? null
}
