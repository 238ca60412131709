import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeOf } from './change.ts'
import type { ImportantChange } from './measure.ts'
import { measureOf } from './measure-fixture.ts'

const row = (more: Partial<ImportantChange>): ImportantChange => ({
  points: -1,
  share: null,
  meaning: 'least',
  from: null,
  to: null,
  references: [],
  check: 'read',
  ...more,
})
const pain = measureOf(['a'], {
  changes: [
    row({ points: -1, share: -0.15 }),
    row({ points: -2, share: -0.33, meaning: 'much' }),
    row({ points: -2, from: 5, to: 7 }),
    row({ points: -1, from: 1, to: 4 }),
  ],
})
const ability = measureOf(['a'], { better: 'higher', changes: [row({ points: 2 })] })

describe('what a change means', () => {
  it.each([
    ['much less', pain, 6, 3, 'much-better', true],
    ['a third off, but a point', pain, 3, 2, 'much-better', true],
    ['a point', pain, 6, 5, 'better', false],
    ['half a point of a mean', pain, 6, 5.5, 'about-the-same', false],
    ['the same', pain, 6, 6, 'about-the-same', false],
    ['a point more', pain, 4, 5, 'worse', false],
    ['from nothing', pain, 0, 0, 'about-the-same', false],
    ['from nothing to some', pain, 0, 2, 'worse', false],
    ['two points up where up is better', ability, 4, 6, 'better', null],
    ['nearly two', ability, 4, 5.9, 'about-the-same', null],
    ['two points down', ability, 4, 2, 'worse', null],
    ['a measure without a number', measureOf(['a']), 9, 1, 'not-known', null],
  ] as const)('%s', (_, measure, first, last, meaning, forFirstValue) => {
    expect(changeOf(measure, first, last)).toMatchObject({ meaning, forFirstValue, points: last - first })
  })

  it('is not made up where a value is missing', () => {
    expect([changeOf(pain, null, 3), changeOf(pain, 3, null)]).toEqual([null, null])
  })

  it('rounding of means changes nothing', () => {
    expect(changeOf(pain, 0.3, 0.1 + 0.2)?.meaning).toBe('about-the-same')
    expect(changeOf(pain, 5.1, 4.1)?.meaning).toBe('better')
  })

  it('less pain never means worse, and more never better', () => {
    const value = fc.integer({ min: 0, max: 10 })
    fc.assert(
      fc.property(value, value, (first, last) => {
        const meaning = changeOf(pain, first, last)?.meaning
        return last < first
          ? meaning !== 'worse'
          : last > first
            ? meaning === 'worse'
            : meaning === 'about-the-same'
      }),
    )
  })
})
