import { describe, expect, test } from 'vitest'
import { normal, random } from '../person/random.ts'
import { rhythmOf, swingAt } from './rhythm.ts'
import { SLOT_RATE } from './slots.ts'

const series = (seconds: number, of: (t: number) => number): Float64Array =>
  Float64Array.from({ length: seconds * SLOT_RATE }, (_, i) => of(i / SLOT_RATE))
const sine = (perMinute: number) => (t: number) => Math.sin((2 * Math.PI * perMinute * t) / 60)

describe('the rhythm of a quantity', () => {
  test.each([5, 8, 12, 15.3, 21.7, 30, 40])('%s a minute, between the bins of the spectrum', (rate) => {
    const noise = normal(random(3), 0.2)
    const rhythm = rhythmOf(series(60, (t) => sine(rate)(t) + noise()))
    expect((rhythm?.frequency ?? 0) * 60).toBeCloseTo(rate, 0)
    expect(rhythm?.quality ?? 0).toBeGreaterThan(0.9)
  })

  test('a drift of the posture ten times as large does not move it', () => {
    const noise = normal(random(3), 0.1)
    const rhythm = rhythmOf(series(60, (t) => sine(12)(t) + t / 6 + (t / 20) ** 2 + noise()))
    expect((rhythm?.frequency ?? 0) * 60).toBeCloseTo(12, 0)
  })

  test('an overtone is not taken for the rate', () => {
    const noise = normal(random(5), 0.1)
    const rhythm = rhythmOf(series(60, (t) => sine(9)(t) + 0.6 * sine(18)(t) + noise()))
    expect((rhythm?.frequency ?? 0) * 60).toBeCloseTo(9, 0)
  })

  test('chance makes no quality: white noise and a random walk, a hundred of each', () => {
    for (const walk of [0, 0.98]) {
      const qualities = Array.from({ length: 100 }, (_, seed) => {
        const noise = normal(random(seed + 1), 1)
        let value = 0
        return rhythmOf(series(60, () => (value = walk * value + noise())))?.quality ?? 0
      })
      expect(Math.max(...qualities)).toBeLessThan(0.6)
    }
  })

  test('a rhythm that changes half way is none', () => {
    const noise = normal(random(5), 0.1)
    const rhythm = rhythmOf(series(60, (t) => (t < 30 ? sine(10)(t) : sine(20)(t)) + noise()))
    expect(rhythm?.quality ?? 0).toBeLessThan(0.6)
  })

  test('fewer than four breaths are no rhythm', () => {
    expect(rhythmOf(series(30, sine(6)))).toBeNull()
  })

  test('stillness and a mere drift are none', () => {
    expect(rhythmOf(series(60, () => 4))?.quality ?? 0).toBeLessThan(0.6)
    expect(rhythmOf(series(60, (t) => t))?.quality ?? 0).toBeLessThan(0.6)
  })

  test('the swing at a rate is that from trough to crest', () => {
    expect(
      swingAt(
        series(60, (t) => 3 * sine(12)(t) + t),
        0.2,
      ),
    ).toBeCloseTo(6, 0)
    expect(
      swingAt(
        series(60, (t) => 3 * sine(12)(t)),
        0.4,
      ),
    ).toBeLessThan(0.2)
  })
})
