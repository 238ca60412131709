import { describe, expect, it } from 'vitest'
import type { NoteKind, NoteState } from './note.ts'
import { noteOfVisit } from './of-visit.ts'

const note = (id: string, at: string, kind: NoteKind = 'daily', state: NoteState = 'signed') => ({
  id,
  kind,
  state,
  author: { staffId: 's', name: 'Dana', role: 'therapist' as const, at },
})
const VISIT = { day: '2026-12-03', zone: 'America/New_York' }

describe('the note of a visit', () => {
  it('is the last that was begun on its day, by the clocks of its place', () => {
    const notes = [
      note('later', '2026-12-04T06:00:00.000Z'),
      // Half past eleven in the evening of the third, where the visit is.
      note('evening', '2026-12-04T04:30:00.000Z'),
      note('morning', '2026-12-03T15:00:00.000Z'),
      // Still the second there.
      note('before', '2026-12-03T04:30:00.000Z'),
    ]
    expect(noteOfVisit(notes, VISIT)?.id).toBe('evening')
    expect(noteOfVisit(notes.toReversed(), VISIT)?.id).toBe('evening')
  })

  it('begun later is a draft that is still open, and never the signed one of another visit', () => {
    const signed = note('signed', '2026-12-05T15:00:00.000Z')
    expect(noteOfVisit([signed], VISIT)).toBeNull()
    const drafts = [
      note('second', '2026-12-07T15:00:00.000Z', 'daily', 'draft'),
      note('first', '2026-12-04T15:00:00.000Z', 'evaluation', 'draft'),
    ]
    expect(noteOfVisit([signed, ...drafts], VISIT)?.id).toBe('first')
    expect(noteOfVisit([note('old', '2026-12-01T15:00:00.000Z', 'daily', 'draft')], VISIT)).toBeNull()
  })

  it('is no letter and no plan of care', () => {
    const others = (['gp-letter', 'plan-of-care'] as const).map((kind) =>
      note(kind, '2026-12-03T15:00:00.000Z', kind, 'draft'),
    )
    expect(noteOfVisit(others, VISIT)).toBeNull()
  })
})
