import { describe, expect, test } from 'vitest'
import { type Reading, SIGNALS } from '../angles/angles.ts'
import { Lanes } from './lanes.ts'
import type { Signal } from '../movement.ts'
import { repetitions } from '../person/film.ts'

const both = (left: number, right: number): Reading => ({
  value: (left + right) / 2,
  left,
  right,
  error: null,
})
const trunk = (value: number): Reading => ({ value, left: Number.NaN, right: Number.NaN, error: null })

function sides(
  signal: Signal,
  alternating: boolean,
  reading: (t: number) => Reading,
  direction: 1 | -1 = 1,
): string[] {
  const lanes = new Lanes({ signal, views: ['front'], direction, minRange: 10 }, SIGNALS[signal], alternating)
  return Array.from({ length: 600 }, (_, i) => lanes.next(reading(i / 30), i / 30))
    .flat()
    .map(({ repetition }) => repetition.side)
}

describe('sides of a repetition', () => {
  test('limbs that go together are one of both, also when one lags or goes less far', () => {
    const reading = (t: number) => both(80 * repetitions(t, 3, 4), 60 * repetitions(t - 0.3, 3, 4))
    expect(sides('shoulder_abduction', false, reading)).toEqual(['both', 'both', 'both'])
  })

  test('a limb that hardly moves along is not part of it', () => {
    const reading = (t: number) => both(80 * repetitions(t, 3, 4), 9 * repetitions(t, 3, 4))
    expect(sides('shoulder_abduction', false, reading)).toEqual(['left', 'left', 'left'])
  })

  test('limbs in turn count each for itself, the other still on its way down', () => {
    const reading = (t: number) => both(80 * repetitions(t, 3, 4), 80 * repetitions(t - 2, 3, 4))
    expect(sides('shoulder_flexion', true, reading)).toEqual([
      'left',
      'right',
      'left',
      'right',
      'left',
      'right',
    ])
  })

  test('a hidden limb is not counted', () => {
    const reading = (t: number) => both(Number.NaN, 80 * repetitions(t, 3, 4))
    expect(sides('shoulder_abduction', false, reading)).toEqual(['right', 'right', 'right'])
  })

  test('a trunk that turns to one side in a set of its own, whichever side that is', () => {
    const turned = (way: number) => (t: number) => trunk(way * 30 * repetitions(t, 3, 4))
    expect(sides('trunk_axial_rotation', false, turned(1))).toEqual(['left', 'left', 'left'])
    expect(sides('trunk_axial_rotation', false, turned(-1))).toEqual(['right', 'right', 'right'])
  })

  test('a trunk that turns in turn', () => {
    const reading = (t: number) => trunk(t < 2 ? 0 : 30 * Math.sin((Math.PI * (t - 2)) / 3))
    expect(sides('trunk_axial_rotation', true, reading)).toEqual([
      'left',
      'right',
      'left',
      'right',
      'left',
      'right',
    ])
  })

  test('a trunk that turns to one side only', () => {
    const reading = (t: number) => trunk(-30 * repetitions(t, 2, 4))
    expect(sides('trunk_axial_rotation', false, reading, -1)).toEqual(['right', 'right'])
    expect(sides('trunk_axial_rotation', true, reading)).toEqual(['right', 'right'])
  })

  test('what has no side is of both', () => {
    const lower = (t: number) => trunk(1 - 40 * repetitions(t, 2, 4))
    expect(sides('hip_height_cycle', false, lower, -1)).toEqual(['both', 'both'])
  })
})
