import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { againstCurve, curveFor, expectedAt } from './expected-curve.ts'
import type { ExpectedCurve } from './outcome-rules.ts'

const CURVE: ExpectedCurve = {
  id: 'short',
  measure: 'nprs',
  durations: ['6-12 weeks'],
  points: [
    { week: 0, typical: 1, low: 1, high: 1 },
    { week: 6, typical: 0.5, low: 0.2, high: 1.1 },
  ],
  label: 'usual',
  grade: 'borrowed',
  references: ['natural-course'],
  note: 'no promise',
}

describe('the expected curve', () => {
  it('is that of the duration, or none', () => {
    expect(curveFor([CURVE], 'nprs', '6-12 weeks')).toBe(CURVE)
    expect(curveFor([CURVE], 'nprs', null)).toBeNull()
    expect(curveFor([CURVE], 'peg', '6-12 weeks')).toBeNull()
  })

  it.each([
    [0, { typical: 8, low: 8, high: 8 }],
    [3, { typical: 6, low: 4.8, high: 8.4 }],
    [6, { typical: 4, low: 1.6, high: 8.8 }],
    [6.1, null],
    [-1, null],
  ])('week %s', (week, expected) => {
    const given = expectedAt(CURVE, 8, week)
    if (expected === null) expect(given).toBeNull()
    else
      for (const [key, value] of Object.entries(expected))
        expect(given).toHaveProperty(key, expect.closeTo(value, 6))
  })

  it('never goes above the scale, and needs a first value', () => {
    expect(expectedAt(CURVE, 10, 6)?.high).toBe(10)
    expect(expectedAt(CURVE, null, 6)).toBeNull()
  })

  it.each([
    [1, 'less'],
    [4, 'usual'],
    [9, 'more'],
    [null, null],
  ])('%s after six weeks is %s', (value, standing) => {
    expect(againstCurve(CURVE, 8, 6, value)).toBe(standing)
  })

  it('the line lies in its band', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 10, noNaN: true }),
        fc.double({ min: 0, max: 6, noNaN: true }),
        (first, week) => {
          const expected = expectedAt(CURVE, first, week)
          return (
            expected !== null &&
            expected.low <= expected.typical + 1e-9 &&
            expected.typical <= expected.high + 1e-9
          )
        },
      ),
    )
  })
})
