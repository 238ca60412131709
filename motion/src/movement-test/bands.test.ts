import { describe, expect, test } from 'vitest'
import { bandOf } from './bands.ts'
import type { TestBand } from './protocol.ts'

const BANDS: TestBand[] = [
  { fromAge: 18, limitedBelow: 35, typical: [40, 50] },
  { fromAge: 40, limitedBelow: 30, typical: [35, 47] },
  { fromAge: 60, limitedBelow: 22, typical: [25, 42] },
]

describe('a value among people of that age', () => {
  test.each([
    [34.9, 39, 'limited'],
    [34.9, 40, 'below'],
    [35, 39, 'below'],
    [35, 40, 'typical'],
    [29.9, 59, 'limited'],
    [29.9, 60, 'typical'],
    [22, 60, 'below'],
    [21.9, 60, 'limited'],
    [40, 18, 'typical'],
    [60, 30, 'typical'],
  ] as const)('%s degrees at %s is %s', (value, age, verdict) => {
    expect(bandOf(value, BANDS, age, null)).toBe(verdict)
  })

  test('nothing is said without a value, an age or a band for it', () => {
    expect(bandOf(null, BANDS, 45, null)).toBe('none')
    expect(bandOf(10, BANDS, null, null)).toBe('none')
    expect(bandOf(10, BANDS, 17, null)).toBe('none')
    expect(bandOf(10, [], 45, null)).toBe('none')
  })

  test('the order in which bands are written does not matter', () => {
    expect(bandOf(30, BANDS.toReversed(), 45, null)).toBe('below')
  })
})

describe('norms that differ by sex', () => {
  const stands: TestBand[] = [
    { fromAge: 18, limitedBelow: 14 },
    { fromAge: 60, sex: 'female', limitedBelow: 12 },
    { fromAge: 60, sex: 'male', limitedBelow: 14 },
    { fromAge: 65, sex: 'female', limitedBelow: 11 },
    { fromAge: 65, sex: 'male', limitedBelow: 12 },
  ]

  test.each([
    [13, 62, 'female', 'typical'],
    [13, 62, 'male', 'limited'],
    [11, 64, 'female', 'limited'],
    [11, 65, 'female', 'typical'],
    [12, 65, 'male', 'typical'],
    [13, 59, 'female', 'limited'],
  ] as const)('%s stands at %s, %s: %s', (value, age, sex, verdict) => {
    expect(bandOf(value, stands, age, sex)).toBe(verdict)
  })

  test('sex unknown: a verdict only where both norms agree', () => {
    expect(bandOf(13, stands, 62, null)).toBe('none')
    expect(bandOf(15, stands, 62, null)).toBe('typical')
    expect(bandOf(9, stands, 62, null)).toBe('limited')
  })
})
