import { describe, expect, test } from 'vitest'
import type { Signal } from '../movement.ts'
import type { Posture } from '../person/figure.ts'
import { readingIn, type Shot } from '../testing/readings.ts'
import { SIGNALS } from './angles.ts'

const both = (arm: NonNullable<Posture['armL']>): Posture => ({ armL: arm, armR: arm })

/** Postures in the order in which the trend must rise, each step by more than the trembling of the landmarks. */
const RISING: [string, Signal, Posture[], Shot][] = [
  [
    'slumped, upright, extended',
    'thoracic_extension_proxy',
    [20, 0, -12, -24].map((flexion) => ({ thorax: { flexion } })),
    { view: 'side', stance: 'seated' },
  ],
  [
    'round, flat, hollow',
    'quad_trunk_curve',
    [-30, 0, 25].map((v) => ({ trunk: { flexion: -v }, head: { nod: -v } })),
    { view: 'side', stance: 'quadruped' },
  ],
  [
    'reached, at rest, squeezed',
    'scapular_retraction_proxy',
    [4, 0, -4].map((reach) => both({ reach })),
    { view: 'side' },
  ],
  [
    'squeezed, at rest, rounded',
    'rounded_shoulder_offset',
    [-4, 0, 4].map((reach) => both({ reach })),
    { view: 'side' },
  ],
  ['shrugged, at rest', 'shrug_index', [5, 2.5, 0].map((shrug) => both({ shrug })), { view: 'front' }],
  [
    'shrugged, at rest, from the side',
    'shrug_index',
    [5, 2.5, 0].map((shrug) => both({ shrug })),
    { view: 'side' },
  ],
  [
    'head forward, at rest, drawn back',
    'head_forward_angle',
    [5, 2.5, 0, -3].map((forward) => ({ head: { forward } })),
    { view: 'side' },
  ],
  [
    'blades back, at rest, reaching',
    'arm_straight_press',
    [-3, 0, 3].map((reach) => both({ flexion: 88, abduction: -5, elbow: -5, reach })),
    { view: 'side' },
  ],
]

describe('a trend goes the way that it says', () => {
  test.each(RISING)('%s: %s', (_, signal, postures, shot) => {
    const row = SIGNALS[signal]
    const found = postures.map((posture) => readingIn(signal, posture, shot)?.value ?? Number.NaN)
    for (const [i, value] of found.entries())
      if (i > 0)
        expect(value - (found[i - 1] ?? 0)).toBeGreaterThan(row.kind === 'trend' ? row.change * 0.9 : 0)
  })

  test('rest is the zero, whatever the person looks like at rest', () => {
    const rest: Posture = {
      head: { turn: 6, bend: 3, nod: 8 },
      armL: { reach: 2 },
      armR: { reach: 2 },
      trunk: { bend: 3 },
    }
    for (const signal of [
      'neck_rotation',
      'neck_lateral_flexion',
      'trunk_lateral_flexion',
      'head_pitch',
    ] as const)
      expect([signal, Math.abs(readingIn(signal, rest, { rest })?.value ?? 9) < 0.5]).toEqual([signal, true])
    for (const signal of [
      'scapular_retraction_proxy',
      'thoracic_extension_proxy',
      'quad_trunk_curve',
      'trunk_inclination',
    ] as const)
      expect([signal, Math.abs(readingIn(signal, rest, { rest, view: 'side' })?.value ?? 9) < 0.5]).toEqual([
        signal,
        true,
      ])
    expect(readingIn('shrug_index', rest, { rest })?.value).toBeCloseTo(1, 2)
  })

  test('a position that is held from the start is no rest: the plain angle is kept', () => {
    const rest: Posture = { trunk: { flexion: 50 } }
    expect(readingIn('trunk_inclination', rest, { rest, view: 'side' })?.value).toBeCloseTo(50, 0)
  })

  test('extension is withheld while the hips travel', () => {
    expect(
      readingIn(
        'thoracic_extension_proxy',
        { legL: { flexion: 60, knee: 80 }, legR: { flexion: 60, knee: 80 } },
        { view: 'side' },
      ),
    ).toBeNull()
  })
})

describe('on the floor', () => {
  const floor = (signal: Signal, posture: Posture, shot: Shot) => readingIn(signal, posture, shot)

  test('bridge: the hips open as they rise, from any depth of camera', () => {
    const bridge = (tilt: number): Posture => ({
      pelvis: { tilt: -tilt },
      legL: { flexion: 50, knee: 90 },
      legR: { flexion: 50, knee: 90 },
    })
    const shot: Shot = { view: 'side', stance: 'supine' }
    for (const [tilt, known] of [
      [0, 130],
      [20, 150],
      [40, 170],
    ] as const)
      for (const flaws of [{}, { depth: 'sensor' as const }])
        expect(
          Math.abs((floor('pelvis_lift', bridge(tilt), { ...shot, flaws })?.value ?? 0) - known),
        ).toBeLessThan(1)
  })

  test('body line: bent hips below 180, sagging hips above', () => {
    const shot: Shot = { view: 'side', stance: 'prone' }
    for (const [v, known] of [
      [20, 160],
      [0, 180],
      [-15, 195],
    ] as const) {
      const posture: Posture = { legL: { flexion: v }, legR: { flexion: v } }
      for (const flaws of [{}, { depth: 'sensor' as const }])
        expect(Math.abs((floor('body_line', posture, { ...shot, flaws })?.value ?? 0) - known)).toBeLessThan(
          1,
        )
    }
  })

  test('bird dog: the arm and the opposite leg that stretch out tell the line, the others stand', () => {
    const stretched: Posture = { armL: { flexion: 80 }, legR: { flexion: -80, knee: -80 } }
    const found = floor('limb_line', stretched, { view: 'side', stance: 'quadruped' })
    expect(found?.value).toBeGreaterThan(165)
    expect(found?.left).toBe(found?.value)
    expect(found?.right).toBeLessThan(125)
  })

  test('arm opened on all fours: each degree of turn is a degree', () => {
    const at = (turn: number) =>
      floor(
        'quad_arm_elevation',
        { trunk: { turn }, armL: { flexion: -40, abduction: 30 } },
        { view: 'front', stance: 'quadruped' },
      )?.left ?? 0
    expect(at(40) - at(0)).toBeGreaterThan(32)
    expect(at(40) - at(0)).toBeLessThan(48)
  })

  test('open book: forward and backward are told apart, but no number is shown', () => {
    const book = (abduction: number): Posture => ({ armL: { flexion: -abduction, abduction } })
    const shot: Shot = { view: 'front', stance: 'side-lying' }
    const [closed, open] = [
      floor('quad_arm_elevation', book(0), shot),
      floor('quad_arm_elevation', book(80), shot),
    ]
    expect((open?.left ?? 0) - (closed?.left ?? 0)).toBeGreaterThan(18)
    expect(open?.error).toBeGreaterThan(12)
  })

  test('clam: the knees part', () => {
    const clam = (v: number): Posture => ({ legL: { rotation: v, abduction: v / 2 } })
    const shot: Shot = { view: 'front', stance: 'side-lying' }
    const [closed, open] = [
      floor('hip_abduction_sidelying', clam(0), shot),
      floor('hip_abduction_sidelying', clam(40), shot),
    ]
    expect((open?.value ?? 0) - (closed?.value ?? 0)).toBeGreaterThan(0.2)
  })
})

describe('side bend', () => {
  test('one raised arm, or one drawn-up shoulder, is no side bend beyond its error', () => {
    for (const armL of [{ abduction: 150 }, { shrug: 3 }, { flexion: 150 }])
      expect(Math.abs(readingIn('trunk_lateral_flexion', { armL })?.value ?? 99)).toBeLessThan(6)
    expect(Math.abs(readingIn('trunk_lateral_flexion', { armL: { shrug: 6 } })?.value ?? 99)).toBeLessThan(
      7.5,
    )
  })
})
