import { expect, it } from 'vitest'
import { placeOf } from './place.ts'

const dangers = [{ id: 'PS1' }, { id: 'PS2' }]
const at = (answers: Record<string, 'yes' | 'no'>, pain: number | null, wanted?: number) =>
  placeOf(dangers, { answers, pain, worry: null }, wanted)
const safe = { PS1: 'no', PS2: 'no' } as const

it('begins with the first question, also where answers are kept', () => {
  expect([at({}, null), at(safe, 3)]).toEqual([0, 0])
})

it('is where the address says, after Back and after a reload', () => {
  expect([0, 1, 2, 3].map((wanted) => at(safe, 3, wanted))).toEqual([0, 1, 2, 3])
})

it('is never behind a danger that was answered with yes', () => {
  expect([at({ PS1: 'no', PS2: 'yes' }, 3, 3), at({ PS1: 'yes', PS2: 'no' }, 3, 2)]).toEqual([1, 0])
})

it('is never behind a danger question or the pain that is not answered', () => {
  expect([at({}, 5, 3), at({ PS1: 'no' }, 5, 3), at({ PS2: 'no' }, 5, 3), at(safe, null, 3)]).toEqual([
    0, 1, 0, 2,
  ])
})
