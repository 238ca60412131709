import { describe, expect, test } from 'vitest'
import { type Reading, SIGNALS } from '../angles/angles.ts'
import { wave } from '../person/film.ts'
import { drifting, normal, random } from '../person/random.ts'
import { Lanes } from './lanes.ts'
import { Segmenter } from './segmenter.ts'

const MIN = 10
const RATES = [10, 15, 30, 60] as const
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8]

/** How many were told, full and partial, of a signal. */
function told(value: (t: number) => number, seconds: number, fps: number): [number, number] {
  const segmenter = new Segmenter(MIN)
  const all = Array.from({ length: Math.round(seconds * fps) }, (_, i) =>
    segmenter.next(value(i / fps), i / fps),
  ).flat()
  const full = all.filter((one) => !one.partial).length
  return [full, all.length - full]
}

describe('a first repetition that is hardly larger than the smallest range', () => {
  test.each(RATES)('is told at once when the person was still before, at %s frames a second', (fps) => {
    for (const seed of SEEDS) {
      const noise = normal(random(seed), 0.3)
      const two = (t: number): number => (t > 2 && t < 8 ? 1.45 * MIN * wave(t - 2, 3) : 0) + noise()
      expect([seed, told(two, 10, fps)]).toEqual([seed, [2, 0]])
    }
  })

  test.each(RATES)('is not believed when it comes out of restlessness, at %s frames a second', (fps) => {
    for (const seed of SEEDS) {
      const drift = drifting(random(seed), 0.25 * MIN, 1)
      let last = 0
      const restless = (t: number): number => {
        const dt = t - last
        last = t
        return drift(dt)
      }
      expect([seed, told(restless, 60, fps)]).toEqual([seed, [0, 0]])
    }
  })
})

const arms = (left: number, right: number): Reading => ({
  value: (left + right) / 2,
  left,
  right,
  error: null,
})

/** Sides of what is told of two arms, partial ones with a p. */
function sides(reading: (t: number) => Reading, seconds: number, fps = 30): string[] {
  const lanes = new Lanes(
    { signal: 'shoulder_abduction', views: ['front'], direction: 1, minRange: MIN },
    SIGNALS.shoulder_abduction,
    false,
  )
  return Array.from({ length: Math.round(seconds * fps) }, (_, i) => lanes.next(reading(i / fps), i / fps))
    .flat()
    .map(({ repetition }) => `${repetition.side}${repetition.partial ? ' p' : ''}`)
}

describe('two limbs', () => {
  const set = (t: number): number => (t > 1 && t < 10 ? 80 * wave(t - 1, 3) : 0)

  test('in sets of both, half as far by one limb alone is a partial one, a little is nothing', () => {
    const alone = (height: number) => (t: number) =>
      arms(set(t) + (t > 11 && t < 14 ? height * wave(t - 11, 3) : 0), set(t))
    expect(sides(alone(40), 15)).toEqual(['both', 'both', 'both', 'left p'])
    expect(sides(alone(22), 15)).toEqual(['both', 'both', 'both'])
    expect(sides(alone(75), 15)).toEqual(['both', 'both', 'both', 'left'])
  })

  test('a limb that jumps faster than people move is not counted, the other one is', () => {
    const jumps = (t: number): number => (t % 3 > 1 && t % 3 < 2.2 ? 120 : 0)
    expect(sides((t) => arms(jumps(t), set(t)), 12)).toEqual(['right', 'right', 'right'])
  })
})
