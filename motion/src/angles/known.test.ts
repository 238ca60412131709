import { describe, expect, test } from 'vitest'
import type { Signal } from '../movement.ts'
import { buildOf, PEOPLE } from '../person/build.ts'
import type { Posture } from '../person/figure.ts'
import { mirrorPosture } from '../person/posture.ts'
import { LANDMARKS, type Landmark, type View } from '../pose.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import { bodyIn, readingIn, type Shot } from '../testing/readings.ts'
import { readSignal, SIGNALS } from './angles.ts'

const both = (arm: NonNullable<Posture['armL']>): Posture => ({ armL: arm, armR: arm })
const legs = (leg: NonNullable<Posture['legL']>): Posture => ({ legL: leg, legR: leg })

/** A posture by the one angle that is known; stances hold the arms 2 degrees forward and 5 out, elbows 5 and knees 2 bent. */
type Known = {
  signal: Signal
  posture: (value: number) => Posture
  values: readonly number[]
  shot: Shot
  within: number
}

const known = (
  signal: Signal,
  view: View,
  values: readonly number[],
  posture: Known['posture'],
  more: Partial<Shot> & { within?: number } = {},
): Known => {
  const { within = 1, ...shot } = more
  return { signal, posture, values, shot: { view, ...shot }, within }
}

const flexed = (v: number): Posture => both({ flexion: v - 2, abduction: -5 })
const abducted = (v: number): Posture => both({ flexion: -2, abduction: v - 5 })
const atSide = (v: number): Posture => both({ flexion: -2, elbow: 85, rotation: v })
const heldOut = (v: number): Posture => both({ flexion: -2, abduction: 85, elbow: 85, rotation: v })
const hip = (v: number): Posture => ({ legL: { flexion: v - 1 }, legR: { flexion: v - 1 } })
const squat = (v: number): Posture => legs({ flexion: v / 2, knee: v - 2 })

const KNOWN: Known[] = [
  known('shoulder_flexion', 'side', [-40, 10, 60, 90, 130, 170], flexed),
  known('shoulder_flexion', 'side', [30, 90, 130], (v) => both({ flexion: v + 8, abduction: -20 }), {
    stance: 'supine',
  }),
  known('shoulder_flexion', 'side', [30, 90, 130], (v) => both({ flexion: v - 84 }), { stance: 'quadruped' }),
  known('shoulder_flexion', 'side', [20, 110], flexed, { stance: 'seated' }),
  known('shoulder_abduction', 'front', [10, 60, 90, 130, 170], abducted),
  known('shoulder_abduction', 'back', [10, 90, 170], abducted),
  known('shoulder_external_rotation', 'front', [-55, -30, 0, 30, 55], atSide, { within: 12 }),
  known('shoulder_external_rotation', 'front', [-30, 0, 30, 55], heldOut, { within: 12 }),
  known('elbow_flexion', 'side', [10, 60, 120, 145], (v) =>
    both({ flexion: 60, abduction: -5, elbow: v - 5 }),
  ),
  known('trunk_lateral_flexion', 'front', [-35, -10, 10, 35], (v) => ({ trunk: { bend: v } })),
  known('trunk_lateral_flexion', 'back', [-20, 20], (v) => ({ trunk: { bend: v } })),
  known('trunk_lateral_flexion', 'front', [-20, 20], (v) => ({ trunk: { bend: v } }), { stance: 'seated' }),
  known('trunk_inclination', 'side', [-20, 10, 30, 60], (v) => ({ trunk: { flexion: v } })),
  known('trunk_inclination', 'side', [10, 30], (v) => ({ trunk: { flexion: v } }), { stance: 'seated' }),
  known('hip_flexion', 'side', [-20, 30, 60, 90], hip),
  known('knee_flexion', 'side', [10, 60, 110], squat),
  known('neck_rotation', 'front', [-60, -30, 30, 60], (v) => ({ head: { turn: v } })),
  known('neck_lateral_flexion', 'front', [-30, 15, 35], (v) => ({ head: { bend: v } })),
  known('head_pitch', 'side', [-30, 20, 40], (v) => ({ head: { nod: v } })),
  known('head_pitch', 'front', [-20, 20, 40], (v) => ({ head: { nod: v } }), { within: 2 }),
  known('leg_lower_angle', 'side', [90, 45, 10], (v) => legs({ flexion: v, knee: v }), { stance: 'supine' }),
]

const said = ({ signal, shot }: Known): string => `${signal}, ${shot.view}, ${shot.stance ?? 'standing'}`
const sensor = { flaws: { depth: 'sensor' as const } }

describe('a known angle is read', () => {
  test.each(KNOWN.map((one) => [said(one), one] as const))(
    '%s',
    (_, { signal, posture, values, shot, within }) => {
      const error = SIGNALS[signal].kind === 'trend' ? 0 : (SIGNALS[signal].error[shot.view ?? 'front'] ?? 0)
      expect(within).toBeLessThanOrEqual(error)
      for (const value of values) {
        const found = readingIn(signal, posture(value), shot)?.value ?? Number.NaN
        expect([value, Math.abs(found - value) <= within, found]).toEqual([value, true, found])
      }
    },
  )

  test.each(KNOWN.map((one) => [said(one), one] as const))(
    '%s: by measured depth from anywhere',
    (_, { signal, posture, values, shot }) => {
      for (const turned of [0, 35, -70, 140])
        for (const value of values) {
          const found = readingIn(signal, posture(value), { ...shot, ...sensor, turned })?.value
          // Shoulder over hip to knee, as a goniometer and the published landmarks have it: shoulders are broader than hips.
          const within = signal === 'hip_flexion' ? 2 : 0.26
          expect([signal, turned, value, found, Math.abs((found ?? Number.NaN) - value) < within]).toEqual([
            signal,
            turned,
            value,
            found,
            true,
          ])
        }
    },
  )

  test.each(KNOWN.map((one) => [said(one), one] as const))(
    '%s: with the camera 20 degrees aside it stays within the error',
    (_, { signal, posture, values, shot }) => {
      const row = SIGNALS[signal]
      const error = row.kind === 'trend' ? 0 : (row.error[shot.view ?? 'front'] ?? 0)
      for (const turned of [-20, 20])
        for (const value of values) {
          const found = readingIn(signal, posture(value), { ...shot, turned })
          const off = Math.abs((found?.value ?? value) - value)
          expect([signal, turned, value, off <= Math.max(error, found?.error ?? 0), off]).toEqual([
            signal,
            turned,
            value,
            true,
            off,
          ])
        }
    },
  )

  test('an elbow from the front is a number only while the arm lies in the picture plane', () => {
    const upright = readingIn('elbow_flexion', both({ flexion: -2, abduction: 85, rotation: 90, elbow: 80 }))
    expect(Math.abs((upright?.value ?? 0) - 85)).toBeLessThan(6)
    expect(upright?.error).toBeNull()
    expect(readingIn('elbow_flexion', both({ flexion: 60, elbow: 60 }))?.error).toBeGreaterThan(12)
  })

  test('people of any size and shape, near and far, high and low', () => {
    for (const stature of Object.values(PEOPLE))
      for (const camera of [
        { distance: 4, above: 0.6 },
        { distance: 8, above: 1.6, width: 1280, height: 960 },
      ])
        for (const { signal, posture, values, shot, within } of KNOWN)
          for (const value of values.slice(0, 2)) {
            const found =
              readingIn(signal, posture(value), { ...shot, build: buildOf(stature), camera })?.value ??
              Number.NaN
            expect([signal, value, Math.abs(found - value) <= within + 4, found]).toEqual([
              signal,
              value,
              true,
              found,
            ])
          }
  })
})

describe('left and right', () => {
  const askew: Posture = {
    trunk: { bend: 12, turn: 10 },
    head: { turn: 25, bend: -8 },
    armL: { flexion: 20, abduction: 60, elbow: 80 },
    armR: { abduction: 30, elbow: 70, rotation: 20 },
    legL: { flexion: 30, knee: 40 },
  }
  test.each(Object.keys(SIGNALS) as Signal[])(
    '%s: the mirror changes the sides and nothing else',
    (signal) => {
      for (const flaws of [{}, { depth: 'sensor' as const }]) {
        const plain = readingIn(signal, askew, { flaws })
        const mirrored = readingIn(signal, mirrorPosture(askew), { flaws })
        const sign = SIGNALS[signal].signed ? -1 : 1
        expect(mirrored === null).toBe(plain === null)
        if (plain === null || mirrored === null) return
        expect(mirrored.value).toBeCloseTo(sign * plain.value, 3)
        if (!SIGNALS[signal].paired) return
        expect(mirrored.left).toBeCloseTo(plain.right, 3)
        expect(mirrored.right).toBeCloseTo(plain.left, 3)
      }
    },
  )
})

describe('what each row looks at', () => {
  const without =
    (names: readonly Landmark[]): NonNullable<Shot['hide']> =>
    (frame) => ({
      ...frame,
      image: Array.from(frame.image ?? [], (value, i) =>
        i % 4 === 3 && names.includes(LANDMARKS[(i - 3) / 4] ?? 'nose') ? 0 : value,
      ),
    })
  const READABLE = (Object.keys(SIGNALS) as Signal[]).filter((signal) => SIGNALS[signal].read !== undefined)
  const pose: Posture = both({ flexion: 60, elbow: 80 })

  test.each(READABLE)('%s: without its landmarks it is silent, and others make no difference', (signal) => {
    const row = SIGNALS[signal]
    const view = row.views[0] ?? 'front'
    const posture =
      signal === 'arm_straight_press'
        ? both({ flexion: 86, elbow: -5 })
        : signal === 'shoulder_external_rotation'
          ? atSide(0)
          : signal === 'thoracic_extension_proxy'
            ? { head: { nod: 10 } }
            : pose
    for (const flaws of [{}, { depth: 'sensor' as const }]) {
      const plain = readingIn(signal, posture, { view, flaws })
      expect([signal, plain === null]).toEqual([signal, false])
      expect([signal, readingIn(signal, posture, { view, flaws, hide: without(row.landmarks) })]).toEqual([
        signal,
        null,
      ])
      const others = LANDMARKS.filter((name) => !row.landmarks.includes(name))
      const alone = readingIn(signal, posture, { view, flaws, hide: without(others) })
      expect([signal, alone?.value]).toEqual([signal, expect.closeTo(plain?.value ?? Number.NaN, 1)])
    }
  })

  test('no number that is not finite ever leaves the table', () => {
    const { body, neutral } = bodyIn(pose)
    for (const name of LANDMARKS)
      for (const broken of [Number.NaN, Number.POSITIVE_INFINITY, 0]) {
        const kept = [body.x[INDEX[name]], body.y[INDEX[name]], body.space.z[INDEX[name]]] as const
        body.x[INDEX[name]] = broken
        body.y[INDEX[name]] = broken
        body.space.z[INDEX[name]] = broken
        for (const depth of ['none', 'model', 'sensor'] as const)
          for (const signal of READABLE) {
            const reading = readSignal({ ...body, depth }, neutral, signal)
            expect(reading === null || Number.isFinite(reading.value)).toBe(true)
          }
        body.x[INDEX[name]] = kept[0] ?? 0
        body.y[INDEX[name]] = kept[1] ?? 0
        body.space.z[INDEX[name]] = kept[2] ?? 0
      }
  })

  test('neck_rotation is read about the line of the trunk: who leans has turned the head no less', () => {
    const turned = (bend: number, turn: number): number =>
      readingIn('neck_rotation', { trunk: { bend }, head: { turn, nod: 20 } }, { view: 'front' })?.value ??
      Number.NaN
    for (const turn of [-40, 0, 40]) {
      expect(Math.abs(turned(0, turn) - turn)).toBeLessThan(6)
      for (const bend of [-20, 20]) expect(Math.abs(turned(bend, turn) - turned(0, turn))).toBeLessThan(5)
    }
  })
})
