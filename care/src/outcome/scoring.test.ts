import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Scoring } from './measure.ts'
import { measureOf, scaleItem } from './measure-fixture.ts'
import { activityChange, cutoffsReached, type GivenAnswers, scoreOf } from './scoring.ts'

const scoring = (method: Scoring['method'], needs: number, prorate = false): Scoring => ({
  method,
  of: ['a', 'b', 'c'],
  needs,
  prorate,
})

describe('a score', () => {
  it.each<[string, Scoring, GivenAnswers, number | null]>([
    ['mean of all', scoring('mean', 3), { a: 2, b: 4, c: 9 }, 5],
    ['mean needs all three', scoring('mean', 3), { a: 2, b: 4 }, null],
    ['mean of two where two are enough', scoring('mean', 2), { a: 2, b: 4 }, 3],
    ['one is not enough for two', scoring('mean', 2), { a: 2 }, null],
    ['sum', scoring('sum', 3), { a: 2, b: 4, c: 9 }, 15],
    ['sum over fewer stays as it is', scoring('sum', 2), { a: 2, b: 4 }, 6],
    ['sum scaled up to all', scoring('sum', 2, true), { a: 2, b: 4 }, 9],
    ['single is the first', scoring('single', 1), { a: 7, b: 1 }, 7],
    ['zero is an answer', scoring('mean', 3), { a: 0, b: 0, c: 0 }, 0],
    ['an answer outside of the scale is none', scoring('mean', 3), { a: 2, b: 11, c: 9 }, null],
    ['half a point is none', scoring('mean', 3), { a: 2, b: 4.5, c: 9 }, null],
    ['words are none', scoring('mean', 3), { a: 2, b: 'four', c: 9 }, null],
    ['null is none', scoring('mean', 3), { a: 2, b: null, c: 9 }, null],
    ['kept, never added up', scoring('none', 1), { a: 2, b: 4, c: 9 }, null],
    ['computed elsewhere', scoring('computed', 0), { a: 2, b: 4, c: 9 }, null],
    ['nothing at all, though nothing is needed', scoring('mean', 0), {}, null],
  ])('%s', (_, rule, answers, value) => {
    expect(scoreOf(measureOf(['a', 'b', 'c'], { scoring: rule }), answers).value).toBe(value)
  })

  it('names what is missing', () => {
    const score = scoreOf(measureOf(['a', 'b']), { b: 3 })
    expect(score).toEqual({ measureId: 'made-up', version: 1, value: null, missing: ['a'] })
  })

  it('of own activities is the mean over those that were answered', () => {
    const own = measureOf(['a'], {
      items: [scaleItem('a', { perActivity: true })],
      scoring: { method: 'mean', of: ['a'], needs: 1, prorate: false },
    })
    expect(scoreOf(own, { a: [3, null, 6] }).value).toBe(4.5)
    expect(scoreOf(own, { a: [null, null] }).value).toBeNull()
    expect(scoreOf(own, { a: 5 }).value).toBeNull()
  })

  it('stays in its range, and moves only with the answers, whatever is sent', () => {
    const junk = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.double(), fc.string(), fc.constant(null))
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__'), junk),
        fc.integer({ min: 0, max: 3 }),
        (answers, needs) => {
          const { value, missing } = scoreOf(
            measureOf(['a', 'b', 'c'], { scoring: scoring('mean', needs) }),
            answers,
          )
          if (value === null) return missing.length > 3 - Math.max(1, needs)
          return value >= 0 && value <= 10 && missing.length <= 3 - Math.max(1, needs)
        },
      ),
    )
  })
})

describe('limits', () => {
  const measure = measureOf(['a'], {
    cutoffs: [
      { id: 'high', side: 'at-least', value: 3, meaning: '', task: null, check: 'author' },
      { id: 'low', side: 'at-most', value: 1, meaning: '', task: null, check: 'author' },
    ],
  })
  it.each([
    [3, ['high']],
    [2.9, []],
    [1, ['low']],
    [1.1, []],
    [null, []],
  ])('%s reaches %j', (value, ids) => {
    expect(cutoffsReached(measure, value).map(({ id }) => id)).toEqual(ids)
  })
})

describe('change of own activities', () => {
  it.each([
    [[2, 4], [5, 5], { points: 2, activities: 2 }],
    [[2, 9], [5, null], { points: 3, activities: 1 }],
    [[2, null], [null, 8], null],
    [[2], [], null],
  ])('%j to %j', (first, last, change) => {
    expect(activityChange(first, last)).toEqual(change)
  })
})
