import { describe, expect, it } from 'vitest'
import { ageOn, mayBeUnderAge } from './age.ts'

const NOW = '2026-03-01T00:00:00.000Z'

describe('age from the year of birth', () => {
  it.each([
    [1981, 45],
    [2026, 0],
    [2027, null],
    [1700, null],
    [Number.NaN, null],
    [1980.5, null],
    ['1981', 45],
    ['', null],
    [null, null],
    [{ toString: undefined }, null],
    [Symbol('1981'), null],
  ])('%o is %s', (year, age) => {
    expect(ageOn(year, NOW)).toBe(age)
  })

  it.each([
    [2009, true],
    [2008, true],
    [2007, false],
    [1940, false],
    [3000, false],
  ])('born in %d may be under 18: %s', (year, under) => {
    expect(mayBeUnderAge(year, NOW)).toBe(under)
  })
})
