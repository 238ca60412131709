import type { PatientRecord, Proposal } from '@dorsal/care'
import { expect, test } from 'vitest'
import { changesOf, editRows } from './edit-changes.ts'

const item = (id: string, reps: number | null) => ({
  id,
  kind: 'exercise',
  title: id,
  state: 'active',
  dosage: { sets: 2, reps },
})
const record = { plan: { items: [item('row', 8), item('walk', null)] } } as unknown as PatientRecord
const proposal = {
  changes: [
    { planItemId: 'row', variable: 'reps', from: 8, to: 10 },
    { planItemId: 'row', variable: 'hold', from: 0, to: 2 },
  ],
} as unknown as Proposal

test('the edit starts from what was proposed', () => {
  expect(editRows(record, proposal).map((row) => [row.planItemId, row.sets, row.reps])).toEqual([
    ['row', 2, 10],
    ['walk', 2, null],
  ])
})

test('saving untouched rows is the proposal itself', () => {
  const changes = changesOf(record, proposal, editRows(record, proposal))
  expect(changes.map((change) => [change.planItemId, change.variable, change.to])).toEqual([
    ['row', 'hold', 2],
    ['row', 'reps', 10],
  ])
})

test('leaving an exercise out pauses it and drops what was proposed for it', () => {
  const rows = editRows(record, proposal).map((row) => ({ ...row, on: row.planItemId !== 'row' }))
  const changes = changesOf(record, proposal, rows)
  expect(changes.map((change) => [change.planItemId, change.variable, change.to, change.direction])).toEqual([
    ['row', 'state', 'paused', 'easier'],
  ])
})

test('fewer sets than now is easier, more is harder', () => {
  const rows = editRows(record, { changes: [] } as unknown as Proposal)
  const directions = (sets: number) =>
    changesOf(
      record,
      { changes: [] } as unknown as Proposal,
      rows.slice(0, 1).map((row) => ({ ...row, sets })),
    ).map((c) => c.direction)
  expect(directions(1)).toEqual(['easier'])
  expect(directions(3)).toEqual(['harder'])
})
