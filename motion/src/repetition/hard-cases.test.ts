import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wave } from '../person/film.ts'
import { normal, random } from '../person/random.ts'
import { type Excursion, Segmenter } from './segmenter.ts'

const MIN = 10
const RATES = [10, 15, 30, 60] as const

/** What is told of a signal, and when. */
function play(value: (t: number) => number, seconds: number, fps = 30, personal: number | null = null) {
  const segmenter = new Segmenter(MIN, personal)
  const told: { at: number; excursion: Excursion }[] = []
  for (let i = 0; i < Math.round(seconds * fps); i++)
    for (const excursion of segmenter.next(value(i / fps), i / fps)) told.push({ at: i / fps, excursion })
  return told
}
const full = (told: ReturnType<typeof play>): number => told.filter((one) => !one.excursion.partial).length
const partial = (told: ReturnType<typeof play>): number => told.length - full(told)

/** `n` repetitions of `height` after a second of rest. */
const set = (n: number, period: number, height: (k: number) => number) => (t: number) => {
  const k = Math.floor((t - 1) / period)
  return t < 1 || k >= n ? 0 : height(k) * wave(t - 1, period)
}

describe('sets of all kinds are counted, at 10 to 60 frames a second', () => {
  const noisy = (value: (t: number) => number, seed: number): ((t: number) => number) => {
    const noise = normal(random(seed), 0.4)
    return (t) => value(t) + noise()
  }
  test.each<[string, (t: number) => number, number, number]>([
    ['very slow ones of 10 s', set(5, 10, () => 40), 52, 5],
    ['fast ones of 0.8 s', set(8, 0.8, () => 40), 9, 8],
    ['while the resting level drifts up', (t) => set(8, 3, () => 40)(t) + 0.8 * t, 27, 8],
    ['while the resting level drifts down', (t) => set(8, 3, () => 40)(t) - 0.8 * t, 27, 8],
    ['of half the height in the end', set(10, 3, (k) => 60 - 3.3 * k), 33, 10],
    [
      'with half a minute of rest in between',
      (t) => (t < 14 ? set(4, 3, () => 40)(t) : set(4, 3, () => 40)(t - 40)),
      56,
      8,
    ],
    [
      'after a first one that was broken off',
      (t) => (t < 3 ? 7 * wave(Math.max(0, t - 1), 2) : set(5, 3, () => 40)(t - 2)),
      20,
      5,
    ],
    ['held for 4 s at the end', (t) => 40 * Math.max(0, Math.min(1, (t % 8) - 1, 7 - (t % 8))), 40, 5],
    ['held for 10 s at the end', (t) => 40 * Math.max(0, Math.min(1, (t % 14) - 1, 13 - (t % 14))), 42, 3],
    [
      'with a bounce at the end',
      (t) => set(5, 4, () => 40)(t) - ((t - 1) % 4 > 1.6 && (t - 1) % 4 < 2.4 ? 4 * Math.sin(8 * t) ** 2 : 0),
      22,
      5,
    ],
    ['that begin with the limb up', (t) => (t < 2 ? 40 * (1 - t / 2) : set(5, 3, () => 40)(t - 2)), 20, 5],
  ])('%s', (_what, value, seconds, count) => {
    for (const [i, fps] of RATES.entries()) {
      const told = play(noisy(value, i + 1), seconds, fps)
      expect([fps, full(told), partial(told)]).toEqual([fps, count, 0])
    }
  })

  test('with noise, dropped frames and uneven steps', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RATES),
        fc.integer(),
        fc.double({ min: 1, max: 8, noNaN: true }),
        (fps, seed, period) => {
          const next = random(seed)
          const noise = normal(random(seed + 1), 0.5)
          const segmenter = new Segmenter(MIN)
          let [count, gone] = [0, 0]
          for (let i = 0; i < (2 + 6 * period) * fps; i++) {
            const t = i / fps + ((next() - 0.5) * 0.3) / fps
            // Five in a row would be a gap in which nobody knows what happened; so would a third of a quick repetition.
            gone = next() < 0.2 && gone < 4 && (gone + 1) / fps < period / 3.5 ? gone + 1 : 0
            if (gone > 0) continue
            count += segmenter
              .next(set(6, period, () => 30)(t) + noise(), t)
              .filter((one) => !one.partial).length
          }
          expect(count).toBe(6)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('a repetition is told within one frame of the peak being left', () => {
  test.each(RATES)('at %s frames a second', (fps) => {
    for (const period of [0.8, 1.5, 3, 6]) {
      const value = set(5, period, () => 40)
      const told = play(value, 2 + 5 * period, fps)
      expect(told).toHaveLength(5)
      for (const { at, excursion } of told) {
        // Left: a tenth of the way back, more than any tremble.
        let left = Math.round(excursion.peak * fps)
        while (value(left / fps) > 0.9 * 40) left += 1
        expect(at - left / fps).toBeLessThanOrEqual(1 / fps + 1e-9)
      }
    }
  })

  test('its end, and the seconds out, held and back, follow when the person is back', () => {
    const trapeze = (t: number): number => 40 * Math.max(0, Math.min(1, (t - 2) / 2, (10 - t) / 3))
    for (const fps of RATES) {
      const [one] = play(trapeze, 13, fps)
      expect(one?.at).toBeLessThan(8)
      expect(one?.excursion.outSeconds).toBeGreaterThan(1.5)
      expect(one?.excursion.outSeconds).toBeLessThan(2.2)
      expect(one?.excursion.holdSeconds).toBeGreaterThan(2.5)
      expect(one?.excursion.holdSeconds).toBeLessThan(3.6)
      expect(one?.excursion.backSeconds).toBeGreaterThan(1.9)
      expect(one?.excursion.backSeconds).toBeLessThan(3)
    }
  })
})

describe('small movement', () => {
  const painful = set(5, 3, () => 0.4 * MIN)

  test('five of four tenths of the smallest range, regular and still in between, are five partial ones', () => {
    for (const fps of RATES) {
      const told = play(painful, 17, fps)
      expect([full(told), partial(told)]).toEqual([0, 5])
      expect(told.map(({ excursion }) => Math.abs(Math.round((excursion.peak - 2.5) / 3)))).toEqual([
        0, 1, 2, 3, 4,
      ])
    }
  })

  test('and are counted when that is known to be how far the person goes', () => {
    for (const fps of RATES) expect(full(play(painful, 17, fps, 0.4 * MIN))).toBe(5)
  })

  test('a minute of fidgeting of the same size is nothing, whatever its course', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...RATES), (seed, fps) => {
        const next = random(seed)
        const aims = Array.from({ length: 64 }, () => ({ to: 0.55 * MIN * next(), at: 0.4 + 2 * next() }))
        let [from, k, since] = [0, 0, 0]
        const value = (t: number): number => {
          const aim = aims[k % aims.length] ?? { to: 0, at: 1 }
          if (t - since > aim.at) [from, since, k] = [aim.to, t, k + 1]
          const now = aims[k % aims.length] ?? aim
          return from + (now.to - from) * Math.min(1, (t - since) / now.at)
        }
        expect(play(value, 60, fps)).toEqual([])
      }),
      { numRuns: 100, seed: 7 },
    )
  })

  test('kneading and rocking, faster than any exercise, are nothing', () => {
    for (const period of [0.4, 0.7, 1]) expect(play((t) => 0.5 * MIN * wave(t, period), 60)).toEqual([])
  })

  test('sitting down and shifting about is no repetition', () => {
    const next = random(4)
    const shifts = Array.from({ length: 60 }, () => 4 * next())
    const sits = (t: number): number =>
      45 * Math.min(1, Math.max(0, t - 3)) - (shifts[Math.floor(Math.max(0, t - 6) / 3)] ?? 0)
    for (const fps of RATES) expect(play(sits, 60, fps)).toEqual([])
  })
})
