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

describe('a repetition that is told late', () => {
  const LANES = (): Lanes =>
    new Lanes(
      { signal: 'shoulder_abduction', views: ['front'], direction: 1, minRange: 20 },
      SIGNALS.shoulder_abduction,
      false,
    )
  /** What one limb alone does in small ways that need their like to be believed, and the other one once, long after. */
  const small = (t: number): number => 17 * repetitions(t, 3, 3)

  test('was over before what the other limb does now: that is one of its own', () => {
    const lanes = LANES()
    const told = Array.from({ length: 600 }, (_, i) => {
      const t = i / 30
      // The right arm sets out while the third of the left one is told, and goes on long after.
      return lanes.next(both(small(t), t < 10.4 ? 0 : 60 * repetitions(t - 8.4, 1, 4)), t)
    }).flat()
    expect(told.map(({ side }) => side)).toEqual(['left', 'left', 'left', 'right'])
    const peaks = told.map(({ excursion }) => excursion.peak)
    for (const [i, peak] of [3.5, 6.5, 9.5, 12.4].entries()) expect(peaks[i]).toBeCloseTo(peak, 0)
  })

  test('is of both where the other limb went along with it then, small as it was', () => {
    const lanes = LANES()
    const told = Array.from({ length: 420 }, (_, i) =>
      lanes.next(both(small(i / 30), small(i / 30) * 0.95), i / 30),
    ).flat()
    expect(told.map(({ side }) => side)).toEqual(['both', 'both', 'both'])
  })
})

describe('a change between two frames', () => {
  /** Out in one step of `size` degrees at second 3, back smoothly; the reading states `error`, and the one before it `was`. */
  const stepped = (size: number, error: number, was: number, fps = 30): number => {
    const lanes = new Lanes(
      { signal: 'shoulder_abduction', views: ['front'], direction: 1, minRange: 20 },
      SIGNALS.shoulder_abduction,
      false,
    )
    let told = 0
    for (let i = 0; i < 9 * fps; i++) {
      const t = i / fps
      const way = t < 2 ? 0 : t < 3 ? 30 * (t - 2) : t < 4 ? 30 + size : Math.max(0, 30 + size - 60 * (t - 4))
      const reading = { ...both(way, Number.NaN), error: t >= 3 ? error : was }
      told += lanes.next(reading, t).length
    }
    return told
  }

  test.each([
    ['as fast as people are is followed', 25, 0, 0, 1],
    ['faster than any joint turns is somebody else, or seen from elsewhere', 55, 0, 0, 0],
    ['that the error of the reading after it explains is followed', 55, 25, 0, 1],
    ['that the error of the reading before it explains is followed', 55, 0, 25, 1],
    ['that only both errors together explain is followed', 70, 20, 20, 1],
    ['that both together do not explain is not', 85, 20, 20, 0],
  ])('%s', (_what, size, error, was, count) => {
    expect(stepped(size, error, was)).toBe(count)
  })

  test('at a slow camera a step is longer, and so is what people do in it', () => {
    expect([stepped(80, 0, 0, 10), stepped(80, 0, 0, 30)]).toEqual([1, 0])
  })
})
