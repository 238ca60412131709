import { describe, expect, test } from 'vitest'
import { repetitions, wave } from '../person/film.ts'
import { normal, random } from '../person/random.ts'
import { GAPS, bridged } from './gaps.ts'
import { OwnRange } from './own-range.ts'
import { Segmenter } from './segmenter.ts'

const MIN = 10
const RATES = [10, 15, 30, 60] as const

/** Peaks, in tenths of seconds, of what was told of a course, partial ones negative. */
function told(value: (t: number) => number, seconds: number, fps: number): number[] {
  const segmenter = new Segmenter(MIN)
  return Array.from({ length: Math.round(seconds * fps) }, (_, i) => segmenter.next(value(i / fps), i / fps))
    .flat()
    .map(({ partial, peak }) => Math.round(10 * peak) * (partial ? -1 : 1))
}
const wholes = (value: (t: number) => number, seconds: number, fps: number): number =>
  told(value, seconds, fps).filter((peak) => peak > 0).length

/** Restless rest before, then excursions of these heights, one every `period` seconds from second 2 on. */
const after = (heights: readonly number[], period: number) => (t: number) => {
  if (t < 2) return 4.5 * Math.sin(2.5 * Math.PI * t) ** 2
  const k = Math.floor((t - 2) / period)
  return (heights[k] ?? 0) * wave(t - 2, period)
}

describe('a small first repetition out of unrest', () => {
  test.each(RATES)('counts once one follows that leads it on in one rhythm, at %s frames a second', (fps) => {
    expect(wholes(after([16, 23], 3), 9, fps)).toBe(2)
  })

  test('does not count when what follows is much larger, or comes long after', () => {
    expect(wholes(after([13, 60], 3), 9, 30)).toBe(1)
    expect(wholes((t) => after([14], 3)(t) + (t > 22 ? 24 * wave(Math.min(t - 22, 3), 3) : 0), 27, 30)).toBe(
      1,
    )
  })

  test('counts although somebody wobbles at rest in between', () => {
    const wobble = (t: number): number => (t > 5 && t < 6 ? 4 * wave(t - 5, 1) : 0)
    const two = (t: number): number =>
      t < 5 ? after([16], 3)(t) : t < 6 ? 0 : t < 9 ? 23 * wave(t - 6, 3) : 0
    expect(wholes((t) => two(t) + wobble(t), 10, 30)).toBe(2)
  })

  test('counts by its way back when somebody was on the way out as the film began', () => {
    const midway = (t: number): number => (t < 1 ? 26 + 14 * t : 40 * wave(Math.min(t - 1, 7) + 1.5, 3))
    const segmenter = new Segmenter(MIN)
    const heights = Array.from({ length: 8 * 30 }, (_, i) => segmenter.next(midway(i / 30), i / 30))
      .flat()
      .map(({ height }) => Math.round(height))
    expect(heights).toEqual([40, 40, 40])
  })

  test('what it hands out belongs to the own range', () => {
    const segmenter = new Segmenter(MIN)
    const course = after([16, 23], 3)
    for (let i = 0; i < 9 * 30; i++) segmenter.next(course(i / 30), i / 30)
    expect(segmenter.range).toBeGreaterThan(17)
    expect(segmenter.range).toBeLessThan(21)
  })
})

describe('small regular repetitions', () => {
  test('just at the smallest range are whole ones, give or take the error of the measurement', () => {
    const heights = [10.6, 10.4, 9.4, 10.6, 10.5]
    for (const fps of RATES) {
      const found = told(after(heights, 3), 18, fps)
      expect([fps, found.length, found.filter((peak) => peak < 0).length]).toEqual([fps, 5, 0])
    }
  })

  test('are found through a wobble between each two', () => {
    const pair = (t: number): number =>
      6 * wave(Math.min(t % 5, 3), 3) + (t % 5 > 3.4 && t % 5 < 4.4 ? 1.7 : 0)
    expect(told(pair, 25, 30).length).toBeGreaterThanOrEqual(4)
  })
})

describe('a slip of the model', () => {
  const rep = (t: number): number => (t > 1 && t < 5 ? 40 * Math.min(1, (t - 1) / 1.5, (5 - t) / 1.5) : 0)

  test.each([15, 30, 60])(
    'sides that are exchanged for a moment at the top split no repetition, at %s',
    (fps) => {
      const noise = normal(random(3), 0.2)
      const swapped = (t: number): number => (t > 2.9 && t < 3.03 ? -38 : rep(t)) + noise()
      expect(wholes(swapped, 7, fps)).toBe(1)
    },
  )

  test('who really falls back and comes again is counted twice', () => {
    const twice = (t: number): number => (t > 2.5 && t < 3.5 ? 80 * Math.abs(t - 3) : rep(t))
    expect(wholes(twice, 7, 30)).toBe(2)
  })

  test.each([5, 10, 30])('a jump within one step that is soon over is none, at %s frames a second', (fps) => {
    expect(told((t) => (t > 3 && t < 3.45 ? 94 : 0), 6, fps)).toEqual([])
  })
})

describe('gaps', () => {
  const rep = (t: number): number => (t > 1 && t < 5 ? 40 * Math.min(1, (t - 1) / 1.5, (5 - t) / 1.5) : 0)
  const hidden =
    (from: number, seconds: number) =>
    (t: number): number =>
      t > from && t < from + seconds ? Number.NaN : rep(t)

  test('a limb may be hidden for less than a second; what it did in a longer gap nobody knows', () => {
    for (const fps of RATES) {
      expect(wholes(hidden(1.8, GAPS.limb - 0.15), 7, fps)).toBe(1)
      expect(wholes(hidden(1.8, GAPS.limb + 0.3), 7, fps)).toBe(0)
    }
  })

  test('without sight a usual camera is bridged for 0.3 s, a slow one for a few steps, never longer', () => {
    expect(bridged(1 / 30)).toBe(GAPS.sight)
    expect(bridged(0.1)).toBeCloseTo(0.45, 6)
    expect(bridged(0.5)).toBe(GAPS.slow)
  })
})

describe('the own range', () => {
  test('is the middle of the last three, and follows who tires', () => {
    const own = new OwnRange()
    expect(own.range).toBeNull()
    for (const height of [130, 123, 110, 91, 87]) own.learn(height)
    expect(own.range).toBe(91)
  })

  test('a single short one changes nothing, three alike do', () => {
    const own = new OwnRange()
    own.learn(60)
    own.learnShort(28)
    own.learnShort(45)
    own.learnShort(28)
    own.learnShort(29)
    expect(own.range).toBe(60)
    own.learnShort(28)
    expect(own.range).toBe(28)
  })
})

describe('an excursion that only waits for others like it', () => {
  /** At rest, three whole ways of 100, and a small way of 26 whose end falls in one step right before a whole one of 100. */
  const course = (t: number): number => {
    if (t < 11) return 100 * repetitions(t, 3, 3)
    if (t < 13) return 26 * Math.min(1, t - 11)
    return t < 13.1 ? 2 : t < 13.2 ? 27 : t < 14 ? 27 + 91 * (t - 13.2) : Math.max(0, 100 - 60 * (t - 14))
  }

  test.each(RATES)('is not gone on with as if it had been told, at %s frames a second', (fps) => {
    expect(wholes(course, 17, fps)).toBe(4)
  })
})
