import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isResponder, respondersOf } from './responder.ts'

const RULE = { measure: 'nprs', item: 'nprs_avg', share: 0.3, points: 2 }

describe('a responder', () => {
  it.each([
    [6, 4, true],
    [7, 5, false],
    [7, 4.9, true],
    [5, 3, true],
    [3, 2, false],
    [2, 0, true],
    [10, 7, true],
    [10, 8, false],
    [4, 4, false],
    [0, 0, false],
    [null, 3, null],
    [3, null, null],
  ])('from %s to %s: %s', (first, last, verdict) => {
    expect(isResponder(first, last, RULE)).toBe(verdict)
  })
})

describe('a group', () => {
  it('has everybody who started in the denominator', () => {
    const courses = [
      { first: 6, last: 2 },
      { first: 6, last: 6 },
      { first: 6, last: null },
      { first: null, last: null },
    ]
    expect(respondersOf(courses, RULE)).toEqual({
      starters: 4,
      answered: 2,
      responders: 1,
      share: 0.25,
      shareOfAnswered: 0.5,
    })
  })

  it('of nobody has no share', () => {
    expect(respondersOf([], RULE)).toMatchObject({ share: null, shareOfAnswered: null })
  })

  it('never looks better for somebody who left without an answer', () => {
    const value = fc.option(fc.integer({ min: 0, max: 10 }))
    fc.assert(
      fc.property(fc.array(fc.record({ first: value, last: value }), { minLength: 1 }), (courses) => {
        const before = respondersOf(courses, RULE).share ?? 0
        const after = respondersOf([...courses, { first: 8, last: null }], RULE).share ?? 0
        return after <= before
      }),
    )
  })
})
