import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BodyReader } from '../body/body.ts'
import { ViewReader } from '../body/view.ts'
import type { Side } from '../pose.ts'
import { buildOf, type Stature } from '../person/build.ts'
import { framed, WEBCAM, YAW } from '../person/camera.ts'
import type { Posture, Stance } from '../person/figure.ts'
import { shoot } from '../person/shoot.ts'
import { skeletonOf } from '../person/skeleton.ts'
import { MOVEMENTS } from '../testing/movements.ts'
import { film, repetitions } from '../person/film.ts'
import { track } from '../testing/track.ts'
import { calibrationOf, summarize } from '../tracking/summary.ts'
import { startTracking } from '../tracking/state.ts'
import { step } from '../tracking/step.ts'
import type { Calibration } from './calibration.ts'
import { calibrationFrom } from './kept-neutral.ts'
import { mirrorFrame } from './mirrored.ts'
import { type Neutral, NeutralReader } from './neutral.ts'

/** The neutral pose of somebody who keeps still before an ordinary webcam, trembling as landmarks do. */
function neutralOf(
  stance: Stance,
  stature: Stature,
  view: 'front' | 'side' = 'front',
  posture: Posture = {},
  seed = 1,
): Neutral | null {
  const body = skeletonOf(stance, posture, buildOf(stature))
  const camera = framed({ ...WEBCAM, yaw: YAW[view] }, [body])
  const frames = shoot({ seconds: 3, bodyAt: () => body }, camera, { noise: 0.002, seed })
  const [reader, look, neutral] = [new BodyReader(), new ViewReader(), new NeutralReader(null)]
  for (const frame of frames) {
    const now = reader.read(frame)
    now.view = look.read(now)
    neutral.read(now)
  }
  return neutral.neutral
}

const known = (over: Partial<Calibration>): Calibration => ({ ...calibrationFrom(null, null), ...over })

describe('proportions found at rest', () => {
  test('people of any build: breadth and arm by their own trunk', () => {
    const share = fc.double({ min: 0.9, max: 1.12, noNaN: true })
    fc.assert(
      fc.property(
        fc.double({ min: 1.5, max: 1.95, noNaN: true }),
        share,
        share,
        fc.integer({ min: 1, max: 99 }),
        (height, arms, shoulders, seed) => {
          const found = neutralOf('standing', { height, arms, shoulders }, 'front', {}, seed)
          const plain = neutralOf('standing', { height }, 'front', {}, seed)
          expect(Math.abs((found?.arm ?? 0) / (plain?.arm ?? 1) - arms)).toBeLessThan(0.06)
          expect(
            Math.abs((found?.shoulderWidth ?? 0) / (plain?.shoulderWidth ?? 1) - shoulders),
          ).toBeLessThan(0.06)
        },
      ),
      { numRuns: 12, seed: 7 },
    )
  })

  test.each([
    ['standing', 'front'],
    ['standing', 'side'],
    ['seated', 'front'],
    ['seated', 'side'],
    ['side-lying', 'side'],
    ['supine', 'side'],
    ['prone', 'side'],
    ['kneeling', 'front'],
  ] as const)('nothing needs standing: %s, from the %s', (stance, view) => {
    const found = neutralOf(stance, {}, view)
    expect(found).not.toBeNull()
    expect(found?.earHeight).toBeGreaterThan(0.1)
  })

  test('holding a side bend is no rest', () => {
    expect(neutralOf('standing', {}, 'front', { trunk: { bend: 28 } })).toBeNull()
  })

  test('a rest with raised arms serves until the arms come down', () => {
    const arms = { flexL: 88, flexR: 88 }
    const [reader, look, neutral] = [new BodyReader(), new ViewReader(), new NeutralReader(null)]
    const taken: (number | undefined)[] = []
    for (const frame of film(6, 30, (t) => (t < 3 ? arms : {}))) {
      const now = reader.read(frame)
      now.view = look.read(now)
      neutral.read(now)
      taken.push(neutral.neutral?.arm)
    }
    expect(taken[60]).toBeNaN()
    expect(taken.at(-1)).toBeGreaterThan(0.9)
  })
})

describe('a calibration in the tracker', () => {
  const FORWARD = { flexL: 88, flexR: 88 }
  const left = film(22, 30, (t) => ({ ...FORWARD, turn: 38 * repetitions(t, 4, 4) }))
  const sides = (calibration: Calibration | null, mirrored: boolean): readonly Side[] =>
    track(MOVEMENTS.rotation, mirrored ? left.map(mirrorFrame) : left, {
      calibration,
    }).summary.repetitions.map(({ side }) => side)

  test('a mirrored camera gives the very sides of a plain one', () => {
    const plain = sides(known({ mirrored: false }), false)
    expect(new Set(plain)).toEqual(new Set(['left']))
    expect(plain).toHaveLength(4)
    expect(sides(known({ mirrored: true }), true)).toEqual(plain)
    // Without it left is taken for right: that is what the guided movement is for.
    expect(new Set(sides(null, true))).toEqual(new Set(['right']))
  })

  test('a small painful movement counts once it is known to be the own range', () => {
    const small = film(22, 30, (t) => ({ abductL: 5 + 17 * repetitions(t, 4, 4), abductR: 5 }))
    const range = { left: 17, right: null, both: null }
    const calibration = known({ ranges: { shoulder_abduction: range } })
    expect(track(MOVEMENTS.abduction, small).summary.reps.total).toBe(0)
    expect(track(MOVEMENTS.abduction, small, { calibration }).summary.reps.left).toBe(4)
  })

  test('what a set learns goes on to the next: mirror, rest and range', () => {
    let state = startTracking(MOVEMENTS.rotation, { calibration: known({ mirrored: true }) })
    for (const frame of left.map(mirrorFrame)) ({ state } = step(state, frame))
    const next = calibrationOf(state)
    expect(next?.mirrored).toBe(true)
    expect(next?.neutral?.shoulderWidth).toBeGreaterThan(0.5)
    expect(next?.ranges.trunk_axial_rotation?.left).toBeGreaterThan(25)
    expect(next?.ranges.trunk_axial_rotation?.right).toBeNull()
  })

  test('a range is kept in the unit of the signal that is counted, not of the one that is shown: the second set counts, too', () => {
    const squats = film(20, 20, (t) => ({
      yaw: 90,
      knee: 95 * repetitions(t, 4, 4),
      lean: 30 * repetitions(t, 4, 4),
    }))
    const first = startTracking(MOVEMENTS.squat)
    for (const frame of squats) step(first, frame)
    expect(summarize(first).range?.best).toBeGreaterThan(60)
    const learnt = calibrationOf(first)
    expect(learnt?.ranges.hip_height_cycle?.both).toBeLessThan(1)
    expect(track(MOVEMENTS.squat, squats, { calibration: learnt }).summary.reps.total).toBe(4)
  })
})
