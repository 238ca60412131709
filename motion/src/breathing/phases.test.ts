import { describe, expect, test } from 'vitest'
import { breathAt } from '../testing/breath.ts'
import { phasesOf } from './phases.ts'
import { SLOT_RATE } from './slots.ts'

const wave = (rate: number, seconds = 60): Float64Array =>
  Float64Array.from({ length: seconds * SLOT_RATE }, (_, i) => breathAt(i / SLOT_RATE, rate, 0.1))

describe('breathing in and out', () => {
  test.each([6, 10, 15])('%s a minute: in for two fifths of the breath, to a quarter of a second', (rate) => {
    const { inhaleSeconds, exhaleSeconds } = phasesOf(wave(rate), rate / 60)
    expect(Math.abs((inhaleSeconds ?? 99) - (0.4 * 60) / rate)).toBeLessThan(0.6)
    expect(Math.abs((exhaleSeconds ?? 99) - (0.6 * 60) / rate)).toBeLessThan(0.6)
    expect(exhaleSeconds ?? 0).toBeGreaterThanOrEqual(inhaleSeconds ?? 99)
  })

  test('is not told where fewer than three whole breaths are there', () => {
    expect(phasesOf(wave(6, 20), 0.1)).toEqual({ inhaleSeconds: null, exhaleSeconds: null })
  })
})
