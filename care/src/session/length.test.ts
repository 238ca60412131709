import { describe, expect, it } from 'vitest'
import { lengthsOf } from './length.ts'
import type { PrescribedItem, Prescription } from './session.ts'

const item = (planItemId: string, sets: number) =>
  ({ planItemId, dosage: { sets, reps: 8 } }) as PrescribedItem
const given = (more: Partial<Prescription>) =>
  ({ minutes: 10, items: [item('a', 2)], more: [item('b', 3)], ...more }) as Prescription
const shown = (prescription: Prescription) =>
  lengthsOf(prescription).map(({ minutes, items }) => [
    minutes,
    ...items.map(({ planItemId, dosage }) => `${planItemId}${dosage.sets}`),
  ])
const version = (minutes: number, ...sets: [string, number][]) => ({
  minutes,
  items: sets.map(([planItemId, count]) => ({ planItemId, sets: count })),
})

describe('the lengths of a session', () => {
  it('are what was prescribed alone where nothing else came along', () => {
    expect(shown(given({}))).toEqual([[10, 'a2']])
  })

  it('are offered shortest first, the same session once, with the sets of each', () => {
    const versions = [
      version(5, ['a', 1]),
      version(10, ['a', 2]),
      version(20, ['a', 2], ['b', 3]),
      version(30, ['a', 2], ['b', 3]),
    ]
    expect(shown(given({ versions }))).toEqual([
      [5, 'a1'],
      [10, 'a2'],
      [20, 'a2', 'b3'],
    ])
  })

  it('leave out what is not on the device, and a length with nothing in it', () => {
    expect(shown(given({ versions: [version(5, ['gone', 1]), version(20, ['a', 2], ['gone', 1])] }))).toEqual(
      [[10, 'a2']],
    )
  })
})
