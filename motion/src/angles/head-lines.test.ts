import { expect, test } from 'vitest'
import { drawnBody } from '../testing/drawn-body.ts'
import { shoulderTurn } from './head-lines.ts'

/** Shoulders turned by so many degrees, with the depth that tells the side. */
const turned = (degrees: number, yaw: number): number => {
  const half = 40 * Math.cos((degrees * Math.PI) / 180)
  const shoulders = { shoulderL: [320 + half, 150], shoulderR: [320 - half, 150] } as const
  return shoulderTurn(drawnBody(shoulders, { trunk: 100, breadth: 0.8, shoulderYaw: yaw }), 0)
}

test('shoulders that narrow turn with the head: surely from 25 degrees on, not at all below 15', () => {
  expect([10, 15].map((degrees) => Math.abs(turned(degrees, 30)))).toEqual([0, 0])
  expect(turned(20, 30)).toBeCloseTo(10, 5)
  for (const sure of [25, 35, 50]) expect(turned(sure, 30)).toBeCloseTo(sure, 5)
})

test('depth says to which side, and without a side no turn is made up', () => {
  expect(turned(35, -30)).toBeCloseTo(-35, 5)
  expect(turned(35, 4)).toBe(0)
  expect(turned(35, Number.NaN)).toBe(0)
})
