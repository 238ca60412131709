import { describe, expect, test } from 'vitest'
import { wave } from '../person/film.ts'
import { normal, random } from '../person/random.ts'
import { countCourse, evenly, levelled } from './course.ts'

const RATE = 20

/** Excursions of these heights, one every three seconds from second 2 on, with a second of rest after the last. */
const set = (heights: readonly number[], rest: (t: number) => number = () => 0): number[] =>
  Array.from({ length: (3 + 3 * heights.length) * RATE }, (_, i) => {
    const t = i / RATE
    const height = t < 2 ? 0 : (heights[Math.floor((t - 2) / 3)] ?? 0)
    return rest(t) + height * wave(t - 2, 3)
  })
const full = (values: readonly number[]): number => countCourse(values, RATE).full.length
const SIX = [40, 40, 40, 40, 40, 40]

describe('repetitions in a whole course of values', () => {
  test('are counted whatever the unit, the sign and the rest', () => {
    for (const scale of [0.001, 1, -1, -300])
      expect([scale, full(set(SIX).map((value) => 500 + scale * value))]).toEqual([scale, 6])
  })

  test('of somebody who tires to a third of the way are each one for its place in the rhythm', () => {
    expect(full(set([60, 52, 44, 36, 30, 25, 22, 20]))).toBe(8)
    expect(full(set([20, 22, 25, 30, 36, 44, 52, 60]))).toBe(8)
  })

  test('are counted on a rest that shifts by more than they are large', () => {
    expect(full(set([...SIX, ...SIX], (t) => 3 * t))).toBe(12)
  })

  test('with noise are as many', () => {
    const next = normal(random(4), 2)
    expect(full(set(SIX).map((value) => value + next()))).toBe(6)
  })

  test('with gaps are as many, and a gap is no excursion', () => {
    const gaps = set(SIX).map((value, i) => (i % 60 < 4 ? Number.NaN : value))
    expect(full(gaps)).toBe(6)
  })
})

describe('what is no whole repetition in a rhythm', () => {
  test('an excursion of less than half of those before and after it', () => {
    const { full: whole, partial } = countCourse(set([40, 40, 40, 6, 40, 40, 40]), RATE)
    expect(whole).toHaveLength(6)
    expect(whole.map(({ peak }) => Math.round((peak - 3.5) / 3))).toEqual([0, 1, 2, 4, 5, 6])
    expect(partial.length).toBeLessThanOrEqual(1)
  })

  test('but one that is small among small ones is', () => {
    expect(full(set([40, 38, 30, 24, 20, 20, 20]))).toBe(7)
  })

  test('the tremble of rest before and after, which is not blown up to the size of the movement', () => {
    const next = normal(random(9), 0.6)
    const rest = Array.from({ length: 12 * RATE }, () => next())
    const values = [...rest, ...set(SIX).map((value) => value + next()), ...rest]
    expect(full(values)).toBe(6)
  })

  test('nothing but tremble, and nothing at all', () => {
    const next = normal(random(2), 1)
    expect(full(Array.from({ length: 30 * RATE }, () => next()))).toBe(0)
    expect(full(Array.from({ length: 30 * RATE }, () => 7))).toBe(0)
    expect(full(Array.from({ length: 100 }, () => Number.NaN))).toBe(0)
    expect(full([])).toBe(0)
  })
})

describe('levels and even steps', () => {
  test('a level is taken out over its seconds, and gaps stay gaps', () => {
    const straight = Array.from({ length: 200 }, (_, i) => (i === 50 ? Number.NaN : 5 + i))
    const left = levelled(straight, RATE, 2)
    expect(left[50]).toBeNaN()
    expect(Math.max(...left.slice(30, 45).map(Math.abs))).toBeLessThan(0.6)
  })

  test('values at uneven times are held until the next, but not over a longer gap', () => {
    const times = [0, 0.1, 0.21, 0.3, 0.4, 1.4, 1.5, 1.6, 1.7]
    const { rate, values } = evenly(
      times,
      times.map((_, i) => i),
    )
    expect(rate).toBeCloseTo(10, 6)
    expect(values.slice(0, 5)).toEqual([0, 1, 2, 3, 4])
    expect(values[6]).toBe(4)
    expect(values[10]).toBeNaN()
    expect(values[14]).toBe(5)
  })

  test('a single time, or the same again and again, is one step after another', () => {
    expect(evenly([3], [8])).toEqual({ rate: 1, values: [8] })
    expect(evenly([2, 2, 2], [1, 2, 3]).values).toEqual([1, 2, 3])
  })
})
