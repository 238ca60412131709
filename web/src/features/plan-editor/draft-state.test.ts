import type { DraftItem, PlanDraft } from '@dorsal/care'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { act, type DraftAct, type DraftState, movedTo } from './draft-state.ts'

const line = (id: string): DraftItem => ({
  id,
  exerciseId: id,
  dosage: null,
  rangeShare: 0.8,
  state: 'active',
  words: null,
  override: null,
})
const draft: PlanDraft = {
  base: 1,
  phase: 'early',
  cadence: { clinicVisitsPerWeek: 1, homeSessionsPerWeek: 3, minutesPerSession: 15 },
  bounds: { maxSets: 3, maxRepsShare: 1.5, maxEffort: 6, weeklyVolumeShare: 0.2, allowHarderExercise: false },
  items: ['a', 'b', 'c'].map(line),
}
const start: DraftState = { draft, past: [] }
const ids = ({ draft: { items } }: DraftState) => items.map(({ id }) => id).join('')

describe('a draft on the desk', () => {
  it('adds, moves, sets, removes, and takes each of it back', () => {
    const acts: DraftAct[] = [
      { do: 'add', items: [line('d')] },
      { do: 'move', id: 'd', to: 0 },
      { do: 'set', id: 'b', change: { words: 'green band' } },
      { do: 'remove', id: 'c' },
      { do: 'plan', change: { phase: 'middle' } },
    ]
    const end = acts.reduce(act, start)
    expect(ids(end)).toBe('dab')
    expect(end.draft.phase).toBe('middle')
    const back = acts.reduce((state) => act(state, { do: 'undo' }), end)
    expect(back).toEqual(start)
    expect(act(back, { do: 'undo' })).toEqual(start)
  })

  it('keeps no step for what changes nothing', () => {
    expect(act(start, { do: 'move', id: 'a', to: -3 })).toBe(start)
    expect(act(start, { do: 'set', id: 'a', change: { words: null } })).toBe(start)
    expect(act(start, { do: 'remove', id: 'nowhere' })).toBe(start)
  })

  it('loses and doubles no line, wherever it is moved', () => {
    fc.assert(
      fc.property(fc.constantFrom('a', 'b', 'c', 'z'), fc.integer({ min: -9, max: 9 }), (id, to) => {
        const moved = movedTo(draft.items, id, to).map((item) => item.id)
        expect([...moved].sort((a, b) => a.localeCompare(b))).toEqual(['a', 'b', 'c'])
        if (id !== 'z') expect(moved.indexOf(id)).toBe(Math.max(0, Math.min(2, to)))
      }),
    )
  })
})
