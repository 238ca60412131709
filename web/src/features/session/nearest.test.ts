import { expect, test } from 'vitest'
import { type Box, nearest } from './nearest.ts'

const at = (x: number, y: number, width = 100, height = 40): Box => ({
  left: x,
  top: y,
  right: x + width,
  bottom: y + height,
})

/**
 *   0      1
 *   2 (wide)
 *   3  4  5
 */
const page = [at(0, 0), at(120, 0), at(0, 60, 320), at(0, 120), at(120, 120), at(240, 120)]
const go = (from: number, way: 'up' | 'down' | 'left' | 'right'): number =>
  nearest(
    page[from] ?? at(0, 0),
    page.map((box, i) => (i === from ? at(9999, 9999, 0, 0) : box)),
    way,
  )

test('an arrow leads to what is nearest that way', () => {
  expect(go(0, 'right')).toBe(1)
  expect(go(1, 'left')).toBe(0)
  expect(go(0, 'down')).toBe(2)
  expect(go(1, 'down')).toBe(2)
  expect(go(2, 'down')).toBe(3)
  expect(go(5, 'left')).toBe(4)
  expect(go(3, 'up')).toBe(2)
})

test('to the side never into another row, and nowhere where nothing is', () => {
  expect(go(1, 'right')).toBe(-1)
  expect(go(2, 'left')).toBe(-1)
  expect(nearest(at(0, 0), [], 'down')).toBe(-1)
})

test('up and down reach everything that stands below one another, also what is off the line', () => {
  expect(nearest(at(0, 0), [at(500, 80)], 'down')).toBe(0)
  expect(nearest(at(0, 0), [at(500, 80), at(0, 200)], 'down')).toBe(1)
})
