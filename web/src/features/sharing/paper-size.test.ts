import { expect, it } from 'vitest'
import { codeSpan, type OnPaper, paperSize } from './paper-size.ts'

const given = (exercises: number, letters: number): OnPaper => ({
  items: Array.from({ length: exercises }, () => ({ name: 'x'.repeat(24), dose: 'x'.repeat(letters) })),
  stop: Array.from({ length: 7 }, () => 'x'.repeat(85)),
  code: 'x'.repeat(80),
})

it('few exercises stand in larger type than many, and short words in larger than long ones', () => {
  const sizes = [2, 4, 7, 9].map((exercises) => paperSize(given(exercises, 30)).dose)
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  expect(new Set(sizes).size).toBeGreaterThan(2)
  expect(paperSize(given(7, 70)).dose).toBeLessThan(paperSize(given(7, 20)).dose)
})

it('is never smaller than 11.5 points, however much there is: then it takes a second page', () => {
  const smallest = paperSize(given(30, 90))
  expect(Math.min(smallest.name, smallest.dose, smallest.stop)).toBe(11.5)
})

it.each([
  [7, 3, 2],
  [8, 3, 1],
  [9, 3, 3],
  [3, 2, 1],
  [4, 2, 2],
])('after %i exercises in %i columns the code goes over %i', (exercises, columns, span) => {
  expect(codeSpan(exercises, columns)).toBe(span)
})
