import { describe, expect, test } from 'vitest'
import { OneEuroBank, share } from './one-euro.ts'
import { normal, random } from '../person/random.ts'

const run = (fps: number, sample: (t: number) => number, seconds = 3): number[] => {
  const filter = new OneEuroBank(1, 3, 4)
  return Array.from({ length: seconds * fps }, (_, i) => filter.next(0, sample(i / fps), i / fps, 100))
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

  test('samples a tenth of a second apart pass practically as they are, also after jitter and dropped frames', () => {
    const filter = new OneEuroBank(1, 3, 4)
    for (const [i, t] of [0, 0.1, 0.21, 0.3, 0.5, 0.61].entries()) {
      const sample = i % 2 === 0 ? 10 : 60
      expect(Math.abs(filter.next(0, sample, t, 100) - sample)).toBeLessThan(1)
    }
  })

  test('quantities beside one another do not mix', () => {
    const filter = new OneEuroBank(2, 3, 4)
    filter.next(0, 5, 0)
    filter.next(1, 500, 0)
    expect([filter.next(0, 5, 0.03), filter.next(1, 500, 0.03)]).toEqual([5, 500])
    filter.reset(0)
    expect([filter.next(0, 9, 0.06), filter.next(1, 400, 0.06, 1000) > 401]).toEqual([9, true])
  })

  test('a missing sample gives nothing and is forgotten', () => {
    const filter = new OneEuroBank(1, 3, 4)
    filter.next(0, 10, 0)
    expect(filter.next(0, Number.NaN, 0.03)).toBeNaN()
    expect(filter.next(0, 10, 0.06)).toBeCloseTo(10, 9)
  })

  test('after a long gap it starts anew', () => {
    const filter = new OneEuroBank(1, 3, 4)
    filter.next(0, 0, 0)
    expect(filter.next(0, 500, 2)).toBe(500)
  })

  test('the share of a step grows with time and never passes it', () => {
    expect(share(3, 1 / 30)).toBeLessThan(share(3, 1 / 10))
    expect(share(1000, 10)).toBeLessThanOrEqual(1)
  })
})
