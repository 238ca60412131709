import { describe, expect, test } from 'vitest'
import { repetitions } from '../person/film.ts'
import { FULL, OwnRange } from './own-range.ts'
import { Segmenter } from './segmenter.ts'

const after = (...heights: number[]): OwnRange => {
  const own = new OwnRange()
  for (const height of heights) own.learn(height)
  return own
}

describe('how far a whole repetition goes at the least', () => {
  test('more than a half one that is read as so much by the error', () => {
    expect(after(50, 50, 50).leastWhole(9)).toBe(34)
  })

  test('no more than a whole one that is read as little by the error', () => {
    expect(after(50, 50, 50).leastWhole(17)).toBe(33)
  })

  test.each([0, 1, 3, 24, 1000])('never less than FULL of the own range: an error of %s', (error) => {
    expect(after(50, 50, 50).leastWhole(error)).toBe(FULL * 50)
  })

  test('never more than midway between half and whole', () => {
    expect(after(50, 50, 50).leastWhole(12.5)).toBe(37.5)
  })

  test('before two are known nobody knows how even they are', () => {
    expect(after().leastWhole(12.5)).toBe(0)
    expect(after(50).leastWhole(12.5)).toBe(FULL * 50)
    expect(after(50, 50).leastWhole(12.5)).toBe(37.5)
  })

  // Real people of UI-PRMD, their three repetitions before, and the one that was a repetition, too.
  test.each([
    [[42.12, 47.11, 51.18], 34.72],
    [[85.02, 91.85, 98.1], 57.89],
    [[28.63, 24.6, 35.65], 20.07],
    [[124.07, 115.25, 137.25], 91.86],
    [[80.64, 65.23, 97.44], 61.64],
  ])('who differs as much as %j goes on doing so: %s is whole', (before, next) => {
    expect(after(...before).leastWhole(Math.max(...before) / 4)).toBeLessThanOrEqual(next)
  })
})

/** Three repetitions of `heights`, then one of `next`; how many were whole, and how many partial. */
function play(heights: readonly number[], next: number, stated: number): [whole: number, partial: number] {
  const segmenter = new Segmenter(10)
  const all = [...heights, next]
  const told = Array.from({ length: 30 * (3 + 3 * all.length) }, (_, i) => {
    const t = i / 30
    const height = all[Math.floor((t - 2) / 3)] ?? 0
    return segmenter.next(height * repetitions(t, all.length, 3), t, 0, stated)
  }).flat()
  const partial = told.filter((one) => one.partial).length
  return [told.length - partial, partial]
}

describe('a repetition of two thirds of the way', () => {
  test('is whole where the signal is sure', () => expect(play([50, 49, 50], 33, 1)).toEqual([4, 0]))
  test('may be half a one where it is not', () => expect(play([50, 49, 50], 33, 12)).toEqual([3, 1]))
  test('is whole of who goes now further, now less far', () =>
    expect(play([50, 44, 52], 33, 12)).toEqual([4, 0]))
})
