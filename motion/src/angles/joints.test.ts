import { describe, expect, test } from 'vitest'
import type { Neutral } from '../calibration/neutral.ts'
import { drawnBody, UPRIGHT_TRUNK } from '../testing/drawn-body.ts'
import { hipShift } from './hip-shift.ts'
import { mirrorPose, POSE_ANGLES, poseDistance, poseOf } from './joints.ts'
import { atRest, fromRest, mirrorResting, restingFrom, restingNow, restingOf } from './resting.ts'
import { pair, single } from './row.ts'

const unknown = (): Float64Array => new Float64Array(POSE_ANGLES).fill(Number.NaN)
const pose = (...values: number[]): Float64Array => {
  const out = unknown()
  values.forEach((value, i) => (out[i] = value))
  return out
}

describe('a pose as joint angles', () => {
  test('the distance is the largest difference, over what both show', () => {
    expect(poseDistance(pose(10, 20, 30, 40), pose(12, 20, 45, 39))).toBe(15)
    expect(poseDistance(pose(10, 20, 30, 40, 99), pose(12, 20, 45, 39))).toBe(15)
  })

  test('three angles are too few to tell', () => {
    expect(poseDistance(pose(10, 20, 30), pose(10, 20, 30))).toBeNaN()
    expect(poseDistance(pose(10, 20, 30, 40), pose(10, 20, 30, Number.NaN, 50))).toBeNaN()
  })

  test('directions of the trunk meet at 180', () => {
    const [a, b] = [pose(0, 0, 0), pose(0, 0, 0)]
    a[POSE_ANGLES - 1] = 175
    b[POSE_ANGLES - 1] = -170
    expect(poseDistance(a, b)).toBe(15)
  })

  test('the mirror changes the sides and the lean, and twice gives it back', () => {
    const here = [1, 2, 3, 4, 5, 6, 7, 8, 9]
    expect(mirrorPose(here)).toEqual([2, 1, 4, 3, 6, 5, 8, 7, -9])
    expect(mirrorPose(mirrorPose(here))).toEqual(here)
  })

  test('of somebody upright the trunk points up; what is not seen is unknown', () => {
    const found = poseOf(drawnBody(UPRIGHT_TRUNK, { view: 'front' }), unknown())
    expect(found[POSE_ANGLES - 1]).toBeCloseTo(0, 9)
    expect(Array.from(found.slice(0, -1)).every(Number.isNaN)).toBe(true)
  })
})

describe('rest', () => {
  const body = drawnBody(UPRIGHT_TRUNK, { view: 'front' })
  const neutral = (view: 'front' | 'side', bend: number): Neutral =>
    ({ view, resting: restingFrom({ trunk_lateral_flexion: bend }) }) as unknown as Neutral

  test('is known only from the view in which it was seen; measured depth knows it from anywhere', () => {
    expect(atRest(body, neutral('front', 4), 'trunk_lateral_flexion')).toBe(4)
    expect(atRest(body, neutral('side', 4), 'trunk_lateral_flexion')).toBeNaN()
    expect(atRest({ ...body, depth: 'sensor' }, neutral('side', 4), 'trunk_lateral_flexion')).toBe(4)
    expect(atRest(body, null, 'trunk_lateral_flexion')).toBeNaN()
  })

  test('up to 15 degrees askew is taken off; beyond it somebody holds a position', () => {
    expect([fromRest(20, 15), fromRest(20, -15), fromRest(20, 15.1), fromRest(20, -80)]).toEqual([
      5, 35, 20, 20,
    ])
    expect([fromRest(20, 24, 25), fromRest(20, 26, 25)]).toEqual([-4, 20])
    expect(fromRest(20, Number.NaN)).toBe(20)
    expect(fromRest(Number.NaN, 3)).toBeNaN()
  })

  test('of many frames it is the middle one of those in which it was seen', () => {
    const at = (bend: number) => restingFrom({ trunk_lateral_flexion: bend })
    expect(restingOf([at(1), at(90), at(3)]).trunk_lateral_flexion).toBe(3)
    expect(restingOf([at(1), at(Number.NaN)]).trunk_lateral_flexion).toBe(1)
    expect(restingOf([]).trunk_lateral_flexion).toBeNaN()
  })

  test('of a record, what is null or missing is unknown', () => {
    const read = restingFrom({ head_pitch: null, shrug_index: 0.4 })
    expect([read.head_pitch, read.neck_rotation, read.shrug_index]).toEqual([Number.NaN, Number.NaN, 0.4])
  })

  test('in the mirror what knows sides changes its sign, and nothing else does', () => {
    const read = restingFrom({
      trunk_lateral_flexion: 3,
      neck_rotation: -4,
      neck_lateral_flexion: 5,
      head_pitch: 6,
      shrug_index: 0.4,
    })
    expect(mirrorResting(read)).toMatchObject({
      trunk_lateral_flexion: -3,
      neck_rotation: 4,
      neck_lateral_flexion: -5,
      head_pitch: 6,
      shrug_index: 0.4,
    })
  })

  test('of a bare trunk the lean is known and the face is not', () => {
    const now = restingNow(body)
    expect(now.trunk_lateral_flexion).toBeCloseTo(0, 9)
    expect(now.trunk_length).toBe(100)
    for (const name of ['neck_rotation', 'neck_lateral_flexion', 'head_pitch', 'shrug_index'] as const)
      expect([name, now[name]]).toEqual([name, Number.NaN])
  })
})

describe('hips and readings', () => {
  const rest = { hipX: 320, hipY: 250 } as Neutral

  test('the drift of the hips is in trunk lengths, to any side', () => {
    const at = (x: number, y: number) => drawnBody({ hipL: [x, y], hipR: [x, y] })
    expect(hipShift(at(320, 250), rest)).toBe(0)
    expect(hipShift(at(350, 290), rest)).toBeCloseTo(0.5, 9)
    expect(hipShift(at(290, 210), rest)).toBeCloseTo(0.5, 9)
    expect(hipShift(at(290, 210), null)).toBeNaN()
    expect(hipShift(drawnBody({}), rest)).toBeNaN()
  })

  test('a pair is the mean of the sides that are seen', () => {
    expect(pair(10, 30)).toEqual({ value: 20, left: 10, right: 30, error: null })
    expect(pair(10, Number.NaN, 5)).toEqual({ value: 10, left: 10, right: Number.NaN, error: 5 })
    expect(pair(Number.NaN, 30)?.value).toBe(30)
    expect(pair(Number.NaN, Number.POSITIVE_INFINITY)).toBeNull()
  })

  test('a single value that is no number is no reading', () => {
    expect(single(Number.NaN)).toBeNull()
    expect(single(Number.POSITIVE_INFINITY)).toBeNull()
    expect(single(0, 3)).toEqual({ value: 0, left: Number.NaN, right: Number.NaN, error: 3 })
  })
})
