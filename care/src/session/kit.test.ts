import { expect, it } from 'vitest'
import { kitOf, withoutKit } from './kit.ts'
import type { PrescribedItem } from './session.ts'

const item = (planItemId: string, ...equipment: string[]) =>
  ({ planItemId, exercise: { equipment } }) as PrescribedItem
const items = [item('row', 'band', 'chair'), item('sit', 'chair'), item('breathe')]
const idsOf = (left: readonly PrescribedItem[]) => left.map(({ planItemId }) => planItemId)

it('what a session needs is named once', () => {
  expect(kitOf(items)).toEqual(['band', 'chair'])
})

it('what needs a missing thing is left out, and all else stays', () => {
  expect(idsOf(withoutKit(items, []))).toEqual(['row', 'sit', 'breathe'])
  expect(idsOf(withoutKit(items, ['band']))).toEqual(['sit', 'breathe'])
  expect(idsOf(withoutKit(items, ['chair', 'band']))).toEqual(['breathe'])
  expect(withoutKit([item('sit', 'chair')], ['chair'])).toEqual([])
})
