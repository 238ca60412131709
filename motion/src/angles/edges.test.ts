import { describe, expect, test } from 'vitest'
import type { Signal } from '../movement.ts'
import type { Posture } from '../person/figure.ts'
import type { Landmark } from '../pose.ts'
import { LANDMARKS } from '../pose.ts'
import { readingIn, type Shot } from '../testing/readings.ts'
import { SIGNALS, type TrendSignal } from './angles.ts'
import { trendChange } from './text.ts'

/* The edges of the table: straight, square, overhead; the near and the far limb; both ways round; trends as change. */

const both = (arm: NonNullable<Posture['armL']>): Posture => ({ armL: arm, armR: arm })
const legs = (leg: NonNullable<Posture['legL']>): Posture => ({ legL: leg, legR: leg })
const hidden =
  (...names: Landmark[]): NonNullable<Shot['hide']> =>
  (frame) => ({
    ...frame,
    image: Array.from(frame.image ?? [], (value, i) =>
      i % 4 === 3 && names.includes(LANDMARKS[(i - 3) / 4] ?? 'nose') ? 0 : value,
    ),
  })
const sensor = { flaws: { depth: 'sensor' as const } }

const side: Shot = { view: 'side' }
const front: Shot = { view: 'front' }

describe('one limb of two', () => {
  /** Which way round: `YAW.side` sees the own right, the other way round the own left. */
  const around: readonly [string, number, 'left' | 'right'][] = [
    ['from the right', 0, 'right'],
    ['from the left', 180, 'left'],
  ]
  const PAIRED: readonly [Signal, Posture, number][] = [
    ['shoulder_flexion', both({ flexion: 88, abduction: -5 }), 90],
    ['elbow_flexion', both({ flexion: 60, abduction: -5, elbow: 70 }), 75],
    ['hip_flexion', legs({ flexion: 59, knee: 60 }), 60],
    ['knee_flexion', legs({ flexion: 40, knee: 78 }), 80],
  ]
  test.each(
    PAIRED.flatMap(([signal, posture, value]) =>
      around.map((way) => [signal, way[0], posture, value, way] as const),
    ),
  )(
    '%s, %s: the near one is read, the far one is left out',
    (signal, _, posture, value, [, turned, near]) => {
      const found = readingIn(signal, posture, { ...side, turned })
      const far = near === 'left' ? 'right' : 'left'
      expect(Math.abs((found?.[near] ?? 0) - value)).toBeLessThan(2)
      expect(found?.[far]).toBeNaN()
      expect(found?.value).toBe(found?.[near])
    },
  )

  test('where the far limb is held out beyond the body both are read, each for itself', () => {
    for (const turned of [0, 180]) {
      const lowered = readingIn(
        'leg_lower_angle',
        { legL: { flexion: 90, knee: 90 }, legR: { flexion: 40, knee: 90 } },
        { ...side, turned, stance: 'supine' },
      )
      expect(Math.abs((lowered?.left ?? 0) - 90)).toBeLessThan(2)
      expect(Math.abs((lowered?.right ?? 0) - 40)).toBeLessThan(2)
      const dog = readingIn(
        'limb_line',
        { armL: { flexion: 80 }, legR: { flexion: -80, knee: -80 } },
        { ...side, turned, stance: 'quadruped' },
      )
      expect((dog?.left ?? 0) - (dog?.right ?? 0)).toBeGreaterThan(40)
    }
  })

  test('a hidden limb is not a number, and the other one goes on', () => {
    const arms = { armL: { abduction: 60, flexion: -2 }, armR: { abduction: 30, flexion: -2 } }
    const left = readingIn('shoulder_abduction', arms, { ...front, hide: hidden('elbowR') })
    expect(left?.right).toBeNaN()
    expect(Math.abs((left?.value ?? 0) - 65)).toBeLessThan(2)
    const right = readingIn('shoulder_abduction', arms, { ...front, hide: hidden('elbowL') })
    expect(right?.left).toBeNaN()
    expect(Math.abs((right?.value ?? 0) - 35)).toBeLessThan(2)
  })
})

describe('edges', () => {
  /** Signals that must run on without a fold over the whole way that a body can go, in steps of ten degrees. */
  const SWEEPS: readonly [Signal, readonly number[], (v: number) => Posture, Shot][] = [
    [
      'shoulder_flexion',
      [-40, 0, 40, 90, 130, 170, 178, 185],
      (v) => both({ flexion: v - 2, abduction: -5 }),
      side,
    ],
    [
      'shoulder_flexion',
      [-40, 0, 90, 170, 178, 185],
      (v) => both({ flexion: v - 2, abduction: -5 }),
      { ...side, ...sensor },
    ],
    ['shoulder_abduction', [5, 45, 88, 92, 140, 172], (v) => both({ flexion: -2, abduction: v - 5 }), front],
    ['elbow_flexion', [5, 45, 88, 92, 140], (v) => both({ flexion: 60, abduction: -5, elbow: v - 5 }), side],
    ['knee_flexion', [5, 45, 88, 92, 130], (v) => legs({ flexion: v / 2, knee: v - 2 }), side],
    ['hip_flexion', [-20, 0, 45, 88, 92, 110], (v) => ({ legL: { flexion: v }, legR: { flexion: v } }), side],
    ['trunk_inclination', [-25, 0, 45, 80], (v) => ({ pelvis: { tilt: v } }), side],
    [
      'leg_lower_angle',
      [5, 45, 88, 92, 110],
      (v) => legs({ flexion: v, knee: v }),
      { ...side, stance: 'supine' },
    ],
    [
      'quad_arm_elevation',
      [0, 25, 50],
      (v) => ({ trunk: { turn: v }, armL: { flexion: -40, abduction: 30 } }),
      { ...front, stance: 'quadruped' },
    ],
    [
      'shoulder_external_rotation',
      [-70, -40, 0, 40, 70],
      (v) => both({ flexion: -2, elbow: 85, rotation: v }),
      front,
    ],
    ['neck_rotation', [-70, -40, 0, 40, 70], (turn) => ({ head: { turn } }), front],
    ['neck_lateral_flexion', [-40, -15, 0, 15, 40], (bend) => ({ head: { bend } }), front],
    ['head_pitch', [-40, -15, 0, 15, 40], (nod) => ({ head: { nod } }), side],
    ['trunk_lateral_flexion', [-40, -15, 0, 15, 40], (bend) => ({ trunk: { bend } }), front],
    ['trunk_lateral_flexion', [-40, -15, 0, 15, 40], (bend) => ({ trunk: { bend } }), { view: 'back' }],
    ['pelvis_rotation', [-40, -15, 0, 15, 40], (turn) => ({ pelvis: { turn } }), { ...front, ...sensor }],
    ['elbow_back_ratio', [60, 20, 0, -20, -40], (flexion) => both({ flexion }), side],
    ['elbow_back_ratio', [60, 20, 0, -20, -40], (flexion) => both({ flexion }), { ...front, ...sensor }],
    [
      'hand_separation_ratio',
      [5, 30, 60, 85],
      (abduction) => both({ flexion: 85 - abduction, abduction }),
      front,
    ],
    [
      'hand_separation_ratio',
      [5, 30, 60, 85],
      (abduction) => both({ flexion: 85 - abduction, abduction }),
      { ...side, ...sensor },
    ],
    ['hip_height_cycle', [110, 80, 40, 0], (v) => legs({ flexion: v / 2, knee: v }), front],
    ['hip_height_cycle', [110, 80, 40, 0], (v) => legs({ flexion: v / 2, knee: v }), { ...side, ...sensor }],
    [
      'hip_abduction_sidelying',
      [0, 20, 40],
      (v) => ({ legL: { rotation: v, abduction: v / 2 } }),
      { ...front, stance: 'side-lying' },
    ],
    [
      'hip_abduction_sidelying',
      [0, 20, 40],
      (v) => ({ legL: { rotation: v, abduction: v / 2 } }),
      { ...front, stance: 'side-lying', ...sensor },
    ],
    [
      'body_line',
      [30, 10, 0, -10, -20],
      (v) => ({ legL: { flexion: v }, legR: { flexion: v } }),
      { ...side, stance: 'prone' },
    ],
  ]
  test.each(
    SWEEPS.map(
      ([signal, values, posture, shot]) =>
        [
          `${signal}, ${shot.view}${shot.flaws === undefined ? '' : ', in space'}`,
          signal,
          values,
          posture,
          shot,
        ] as const,
    ),
  )('%s rises from each step to the next', (_, signal, values, posture, shot) => {
    let before = Number.NEGATIVE_INFINITY
    for (const value of values) {
      const reading = readingIn(signal, posture(value), shot)
      const found = SIGNALS[signal].paired && Number.isFinite(reading?.left) ? reading?.left : reading?.value
      expect([value, (found ?? Number.NaN) > before, found, before]).toEqual([value, true, found, before])
      before = found ?? Number.NaN
    }
  })

  test('sitting is known as low before anybody has stood', () => {
    const seated: Shot = { ...side, stance: 'seated' }
    expect(Math.abs((readingIn('hip_height_cycle', {}, seated)?.value ?? 0) - 0.5)).toBeLessThan(0.08)
  })

  test('a hip in space, standing, has the breadth of the shoulders in it, and no more', () => {
    const standing = readingIn('hip_flexion', {}, { ...side, ...sensor })?.value ?? Number.NaN
    expect(standing).toBeGreaterThan(3)
    expect(standing).toBeLessThan(12)
    expect(Math.abs(readingIn('hip_flexion', {}, side)?.value ?? Number.NaN)).toBeLessThan(3)
  })

  test('a thigh behind the trunk is negative, in the picture and in space', () => {
    const back: Posture = { legL: { flexion: -30 }, legR: { flexion: -30 } }
    for (const more of [{}, sensor]) {
      const found = readingIn('hip_flexion', back, { ...side, ...more })?.value ?? Number.NaN
      expect(Math.abs(found + 29)).toBeLessThan(3)
    }
  })

  test('one who has shrugged comes back to rest, and is not taken for leaning', () => {
    const found = readingIn('shrug_index', both({ shrug: 0 }), { ...front, rest: {} })?.value
    expect(found).toBeCloseTo(1, 2)
    const shrugged = readingIn('shrug_index', both({ shrug: 5 }), front)?.value ?? 1
    expect(shrugged).toBeLessThan(0.8)
  })
})

describe('a trend is told as change against oneself', () => {
  const TOLD: readonly [TrendSignal, Posture, Posture, Shot, 'more' | 'less'][] = [
    ['shrug_index', {}, both({ shrug: 4 }), front, 'less'],
    ['shrug_index', both({ shrug: 4 }), {}, front, 'more'],
    ['scapular_retraction_proxy', {}, both({ reach: -4 }), side, 'more'],
    ['scapular_retraction_proxy', {}, both({ reach: 4 }), side, 'less'],
    ['rounded_shoulder_offset', {}, both({ reach: 4 }), side, 'more'],
    ['rounded_shoulder_offset', {}, both({ reach: -4 }), side, 'less'],
    ['head_forward_angle', {}, { head: { forward: 4 } }, side, 'less'],
    ['head_forward_angle', { head: { forward: 4 } }, {}, side, 'more'],
    ['thoracic_extension_proxy', {}, { thorax: { flexion: -20 } }, { ...side, stance: 'seated' }, 'more'],
    ['thoracic_extension_proxy', {}, { thorax: { flexion: 20 } }, { ...side, stance: 'seated' }, 'less'],
    [
      'quad_trunk_curve',
      {},
      { trunk: { flexion: -25 }, head: { nod: -25 } },
      { ...side, stance: 'quadruped' },
      'more',
    ],
    [
      'quad_trunk_curve',
      {},
      { trunk: { flexion: 25 }, head: { nod: 25 } },
      { ...side, stance: 'quadruped' },
      'less',
    ],
    [
      'arm_straight_press',
      both({ flexion: 88, abduction: -5, elbow: -5 }),
      both({ flexion: 88, abduction: -5, elbow: -5, reach: 4 }),
      side,
      'more',
    ],
  ]
  test.each(TOLD)('%s (%#)', (signal, before, now, shot, way) => {
    for (const turned of shot.view === 'side' ? [0, 180] : [0]) {
      const [a, b] = [before, now].map(
        (posture) => readingIn(signal, posture, { ...shot, turned })?.value ?? Number.NaN,
      )
      expect(trendChange(signal, a ?? Number.NaN, b ?? Number.NaN)?.way).toBe(way)
      expect(trendChange(signal, a ?? Number.NaN, a ?? Number.NaN)?.way).toBe('same')
    }
  })
})
