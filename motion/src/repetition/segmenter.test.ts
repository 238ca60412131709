import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Excursion, Segmenter } from './segmenter.ts'
import { wave } from '../person/film.ts'
import { normal, random } from '../person/random.ts'

function play(value: (t: number) => number, seconds: number, minRange = 10, fps = 30): Excursion[] {
  const segmenter = new Segmenter(minRange)
  return Array.from({ length: Math.round(seconds * fps) }, (_, i) =>
    segmenter.next(value(i / fps), i / fps),
  ).flat()
}

describe('Segmenter', () => {
  test('counts waves of any size above the smallest range, at any frame rate, with noise', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 12, max: 160 }),
        fc.double({ min: 1, max: 8, noNaN: true }),
        fc.integer({ min: 10, max: 60 }),
        fc.integer(),
        (height, period, fps, seed) => {
          const noise = normal(random(seed), 0.3)
          const found = play(
            (t) => height * 1.05 * wave(Math.max(0, t - 1), period) + noise(),
            1 + period * 6,
            10,
            fps,
          )
          expect(found.filter((one) => !one.partial)).toHaveLength(6)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('start, peak and end lie where they are', () => {
    const [one] = play((t) => 50 * wave(Math.max(0, Math.min(4, t - 1)), 4), 6)
    expect(one?.start).toBeGreaterThan(0.9)
    expect(one?.start).toBeLessThan(1.7)
    expect(one?.peak).toBeCloseTo(3, 1)
    expect(one?.end).toBeGreaterThan(4.2)
    expect(one?.end).toBeLessThanOrEqual(5)
    expect(one?.outSeconds).toBeCloseTo(1.6, 0)
    expect(one?.backSeconds).toBeCloseTo(1.4, 0)
  })

  test('the end is told with the first frame past the hysteresis', () => {
    const segmenter = new Segmenter(10)
    const told = [0, 0, 10, 20, 30, 30, 29, 27].map((value, i) => segmenter.next(value, i / 5))
    expect(told.map((all) => all.length > 0)).toEqual([false, false, false, false, false, false, false, true])
  })

  test('a hold at the end of range is measured, the same at every frame rate', () => {
    const held = (t: number): number => 50 * Math.min(1, Math.max(0, t - 1), Math.max(0, 6 - t))
    for (const fps of [10, 30, 60]) {
      const [one] = play(held, 8, 10, fps)
      expect(one?.holdSeconds).toBeGreaterThan(2.7)
      expect(one?.holdSeconds).toBeLessThan(3.4)
    }
  })

  test('below the smallest range: partial when near it, nothing when far', () => {
    expect(play((t) => 7 * wave(t, 3), 9).map((one) => one.partial)).toEqual([true, true, true])
    expect(play((t) => 4 * wave(t, 3), 9)).toEqual([])
  })

  test('short of the own range is partial, and the own range follows the person', () => {
    const heights = [60, 60, 60, 30, 60, 30, 30, 30, 30, 30]
    const found = play((t) => (heights[Math.floor(t / 3)] ?? 0) * wave(t, 3), 30)
    expect(found.map((one) => one.partial).slice(0, 5)).toEqual([false, false, false, true, false])
    expect(found.at(-1)?.partial).toBe(false)
  })

  test('a halt on the way out is the same repetition, not a partial and a full one', () => {
    const stepped = (t: number): number =>
      t < 1 ? 8 * t : t < 2 ? 8 - (t - 1) : t < 4 ? 7 + 20 * (t - 2) : 47 * (5 - t)
    expect(play((t) => Math.max(0, stepped(t)), 6).map((one) => one.partial)).toEqual([false])
  })

  test('a slip of a few frames is no movement', () => {
    expect(play((t) => (t > 2 && t < 2.1 ? 40 : 0), 5)).toEqual([])
  })

  test('a changed posture becomes the new rest', () => {
    const found = play((t) => (t < 2 ? 0 : t < 12 ? 3.5 : 3.5 + 30 * wave(t - 12, 3)), 15)
    expect(found).toHaveLength(1)
    expect(found[0]?.height).toBeCloseTo(30, 0)
  })

  test('an interrupted excursion never counts', () => {
    const segmenter = new Segmenter(10)
    for (let i = 0; i < 30; i++) segmenter.next(i, i / 30)
    segmenter.interrupt()
    const after = Array.from({ length: 30 }, (_, i) => segmenter.next(29 - i, 1 + i / 30))
    expect(after.every((all) => all.length === 0)).toBe(true)
  })

  test('a missing value changes nothing', () => {
    const segmenter = new Segmenter(10)
    const values = [0, Number.NaN, 20, Number.NaN, 30, 30, Number.POSITIVE_INFINITY, 20]
    expect(values.map((value, i) => segmenter.next(value, i / 5).length > 0).indexOf(true)).toBe(7)
  })
})
