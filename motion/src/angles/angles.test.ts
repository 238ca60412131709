import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SIGNALS } from './angles.ts'
import { Signal } from '../movement.ts'
import type { Sketch as Posture } from '../person/film.ts'
import { readingOf } from '../testing/read.ts'
import { readingIn } from '../testing/readings.ts'

const angle = (max: number, min = 0) => fc.integer({ min, max })

/** One row a signal: the posture in which its true value is known, and how near the engine must come (the camera is ideal here). */
const KNOWN: [Signal, (value: number) => Posture, fc.Arbitrary<number>, number][] = [
  ['shoulder_abduction', (v) => ({ abductL: v, abductR: v }), angle(170, 5), 4],
  ['shoulder_flexion', (v) => ({ yaw: 90, flexL: v, flexR: v }), angle(170), 1],
  ['elbow_flexion', (v) => ({ yaw: -90, flexL: 60, flexR: 60, elbow: v }), angle(140), 1],
  ['knee_flexion', (v) => ({ yaw: 90, knee: v }), angle(110), 1],
  ['trunk_inclination', (v) => ({ yaw: 90, lean: v }), angle(70, -20), 1],
  ['trunk_inclination', (v) => ({ yaw: -90, lean: v }), angle(70, -20), 1],
  ['trunk_lateral_flexion', (v) => ({ bend: v }), angle(40, -40), 1],
  ['trunk_axial_rotation', (v) => ({ turn: v, flexL: 90, flexR: 90 }), angle(55, -55), 14],
  ['neck_rotation', (v) => ({ headTurn: v }), angle(50, -50), 6],
  ['neck_lateral_flexion', (v) => ({ headBend: v }), angle(35, -35), 1],
]

describe('the angle table', () => {
  test('has a row for every signal, with a source and honest figures', () => {
    expect(Object.keys(SIGNALS).toSorted()).toEqual(Signal.options.toSorted())
    for (const [id, row] of Object.entries(SIGNALS)) {
      expect([id, row.source.length > 20, row.definition.length > 20]).toEqual([id, true, true])
      // A stand-in is a trend: it may not be shown as a number from any view.
      if (row.kind === 'trend') expect([id, row.error]).toEqual([id, {}])
      expect([id, row.views.length > 0, row.landmarks.length > 0, row.parts.length > 0]).toEqual([
        id,
        true,
        true,
        true,
      ])
      expect([id, row.sign.length > 5, row.gate.length > 3, new Set(row.landmarks).size]).toEqual([
        id,
        true,
        true,
        row.landmarks.length,
      ])
      // A number is shown from no other view than those that the definition is made for.
      for (const view of Object.keys(row.error))
        expect([id, row.views]).toEqual([id, expect.arrayContaining([view])])
      if (row.readSpace !== undefined && row.kind !== 'trend')
        expect([id, (row.spaceError ?? 0) > 0]).toEqual([id, true])
      for (const error of Object.values(row.error))
        expect(error).toBeGreaterThan(row.unit === 'deg' ? 2 : row.unit === 'ratio' ? 0.04 : 0.9)
    }
  })

  test.each(KNOWN)('%s reads a known posture', (signal, posture, values, within) => {
    fc.assert(
      fc.property(values, (value) => {
        const reading = readingOf(signal, posture(value))
        expect(reading).not.toBeNull()
        expect(Math.abs((reading?.value ?? 999) - value)).toBeLessThanOrEqual(within)
      }),
      { numRuns: 25 },
    )
  })

  test.each([0, 40, 90, -90])('hip height falls with the squat, seen from %s degrees', (yaw) => {
    expect(readingOf('hip_height_cycle', { yaw })?.value).toBeCloseTo(1, 2)
    expect(readingOf('hip_height_cycle', { yaw, knee: 90 })?.value).toBeCloseTo(Math.SQRT1_2, 1)
  })

  test('hip height works without feet once the person has stood still', () => {
    const shot = { visibility: { ankleL: 0, ankleR: 0 } }
    expect(readingOf('hip_height_cycle', {}, {}, shot)?.value).toBeCloseTo(1, 2)
    const low = readingOf('hip_height_cycle', { knee: 90 }, {}, shot)?.value ?? 0
    expect(low).toBeGreaterThan(0.55)
    expect(low).toBeLessThan(0.8)
  })

  test('the hands-apart ratio and the row depth', () => {
    // Hands held ahead are nearer to the camera: near and far away the ratio is the same.
    for (const distance of [2.2, 5]) {
      const camera = { distance, fov: 55 }
      const before = { flexion: 88, abduction: -5, elbow: -5 }
      const ahead = readingIn('hand_separation_ratio', { armL: before, armR: before }, { camera })
      expect([distance, Math.abs((ahead?.value ?? 0) - 1) < 0.1]).toEqual([distance, true])
    }
    expect(readingOf('hand_separation_ratio', { abductL: 90, abductR: 90 })?.value).toBeGreaterThan(3)
    expect(readingOf('elbow_back_ratio', { yaw: 90, flexL: -40, flexR: -40 })?.value).toBeCloseTo(0.64, 1)
    expect(readingOf('elbow_back_ratio', { yaw: 90, flexL: 60, flexR: 60 })?.value).toBeCloseTo(-0.87, 1)
  })

  test('a shrug makes the index smaller, against the own rest', () => {
    expect(readingOf('shrug_index', {})?.value).toBeCloseTo(1, 2)
    expect(readingOf('shrug_index', { shrug: 0.05 })?.value).toBeLessThan(0.85)
  })

  test('the head further forward is a smaller angle', () => {
    const upright = readingOf('head_forward_angle', { yaw: 90 })?.value ?? 0
    const forward = readingOf('head_forward_angle', { yaw: 90, lean: 25 })?.value ?? 0
    expect(upright - forward).toBeGreaterThan(15)
  })

  test('from the side only the near limb is read', () => {
    const reading = readingOf('shoulder_flexion', { yaw: -90, flexL: 120, flexR: 10 })
    expect(reading?.value).toBeCloseTo(120, 0)
    expect(reading?.right).toBeNaN()
    const other = readingOf('shoulder_flexion', { yaw: 90, flexL: 120, flexR: 10 })
    expect(other?.value).toBeCloseTo(10, 0)
  })

  test('a hidden landmark gives no reading', () => {
    expect(readingOf('elbow_flexion', {}, {}, { visibility: { wristL: 0.2, wristR: 0.2 } })).toBeNull()
    expect(readingOf('trunk_lateral_flexion', {}, {}, { visibility: { hipL: 0.3 } })).toBeNull()
    expect(readingOf('neck_rotation', {}, {}, { visibility: { nose: 0.1 } })).toBeNull()
    expect(readingOf('knee_flexion', {}, {}, { visibility: { kneeL: 0.2 } })?.left).toBeNaN()
  })

  test('a face seen from behind is not believed', () => {
    expect(readingOf('neck_rotation', { yaw: 180 })).toBeNull()
    expect(readingOf('trunk_lateral_flexion', { yaw: 180, bend: 20 })?.value).toBeCloseTo(20, 0)
  })
})
