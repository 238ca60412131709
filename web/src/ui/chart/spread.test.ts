import { expect, test } from 'vitest'
import { evenly, spread } from './spread.ts'

test('the days named below a chart are spread over the course, first and last among them', () => {
  expect(spread([1, 2, 3], 4)).toEqual([1, 2, 3])
  expect(spread([1, 2, 3, 4, 5, 6, 7], 4)).toEqual([1, 3, 5, 7])
})

test('moments below a chart stand evenly, first and last among them', () => {
  expect(evenly(0, 30, 4)).toEqual([0, 10, 20, 30])
})
