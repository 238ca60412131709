import { expect, it } from 'vitest'
import { alternates, hasRange } from './exercise.ts'

it('has a range to make smaller where it is done by repetitions, whoever counts them, and none where it is done for a time', () => {
  expect(hasRange({ durationSeconds: null })).toBe(true)
  expect(hasRange({ durationSeconds: 120 })).toBe(false)
})

it('swaps sides by how it is counted or, where nothing is counted, by what it says of itself', () => {
  expect(alternates({ laterality: 'unilateral', movement: { template: 'alternating' } })).toBe(true)
  expect(alternates({ laterality: 'alternating', movement: { template: 'timed' } })).toBe(true)
  expect(alternates({ laterality: 'unilateral', movement: { template: 'timed' } })).toBe(false)
})
