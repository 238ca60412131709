import { describe, expect, test } from 'vitest'
import { OneEuro, share } from './one-euro.ts'
import { normal, random } from '../testing/person.ts'

const run = (fps: number, sample: (t: number) => number, seconds = 3): number[] => {
  const filter = new OneEuro(3, 4)
  return Array.from({ length: seconds * fps }, (_, i) => filter.next(sample(i / fps), i / fps, 100))
}
const deviation = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}

describe('OneEuro', () => {
  test('stills a trembling point', () => {
    const noise = normal(random(3), 1)
    const raw = Array.from({ length: 300 }, () => noise())
    let i = 0
    const calm = run(60, () => raw[i++ % raw.length] ?? 0, 5)
    expect(deviation(calm.slice(30))).toBeLessThan(0.6 * deviation(raw))
  })

  test('follows a fast movement within a twentieth of a second, at any frame rate', () => {
    for (const fps of [15, 30, 60]) {
      const last = run(fps, (t) => 150 * t).at(-1) ?? 0
      expect(150 * (3 - 1 / fps) - last).toBeLessThan(150 * 0.05)
    }
  })

  test('a missing sample gives nothing and is forgotten', () => {
    const filter = new OneEuro(3, 4)
    filter.next(10, 0)
    expect(filter.next(Number.NaN, 0.03)).toBeNaN()
    expect(filter.next(10, 0.06)).toBeCloseTo(10, 9)
  })

  test('after a long gap it starts anew', () => {
    const filter = new OneEuro(3, 4)
    filter.next(0, 0)
    expect(filter.next(500, 2)).toBe(500)
  })

  test('the share of a step grows with time and never passes it', () => {
    expect(share(3, 1 / 30)).toBeLessThan(share(3, 1 / 10))
    expect(share(1000, 10)).toBeLessThan(1)
  })
})
