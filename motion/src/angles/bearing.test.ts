import { describe, expect, test } from 'vitest'
import { drawnBody, UPRIGHT_TRUNK } from '../testing/drawn-body.ts'
import type { Neutral } from '../calibration/neutral.ts'
import { facing, leftIsNear, near, ownLeft, restingLean, trunkLean, trunkSeen } from './bearing.ts'

const side = { view: 'side' as const }
/** Seen from the side, the nose so many pixels before the ears, to the right of the picture. */
const profile = (before: number) =>
  drawnBody({ ...UPRIGHT_TRUNK, earL: [320, 130], earR: [320, 130], nose: [320 + before, 132] }, side)

describe('which way somebody faces', () => {
  test('by the depth of the hips first: own left away from the camera is facing the right of the picture', () => {
    for (const [hipYaw, way] of [
      [80, 1],
      [9, 1],
      [-9, -1],
      [-80, -1],
    ] as const)
      expect([hipYaw, facing(drawnBody(UPRIGHT_TRUNK, { ...side, hipYaw }))]).toEqual([hipYaw, way])
  })

  test('straight on it is not known', () => {
    for (const hipYaw of [-7.9, 0, 7.9])
      expect(facing(drawnBody(UPRIGHT_TRUNK, { ...side, hipYaw }))).toBeNaN()
  })

  test('by the shoulders where hips have no depth', () => {
    expect(facing(drawnBody(UPRIGHT_TRUNK, { ...side, shoulderYaw: 70 }))).toBe(1)
    expect(facing(drawnBody(UPRIGHT_TRUNK, { ...side, shoulderYaw: -70 }))).toBe(-1)
  })

  test('depth says it although the nose says otherwise', () => {
    const body = profile(20)
    body.hipYaw = -60
    expect(facing(body)).toBe(-1)
  })

  test('without depth by the nose before the ears, when it stands out', () => {
    expect(facing(profile(20))).toBe(1)
    expect(facing(profile(-20))).toBe(-1)
    expect(facing(profile(4))).toBeNaN()
    expect(facing(profile(8))).toBe(1)
  })

  test('lying on the back it turns with the trunk: the nose above the ears, head to the right', () => {
    const lying = drawnBody(
      {
        shoulderL: [400, 300],
        shoulderR: [400, 300],
        hipL: [300, 300],
        hipR: [300, 300],
        earL: [420, 300],
        earR: [420, 300],
        nose: [422, 282],
      },
      side,
    )
    // The front lies anticlockwise of the way from hips to head: as of somebody upright who looks to the left.
    expect(facing(lying)).toBe(-1)
  })

  test('unknown without a nose, and without a length to measure it by', () => {
    expect(facing(drawnBody(UPRIGHT_TRUNK, side))).toBeNaN()
    const body = profile(20)
    body.trunk = Number.NaN
    expect(facing(body)).toBeNaN()
  })
})

describe('near and far', () => {
  const looking = (hipYaw: number) => drawnBody(UPRIGHT_TRUNK, { ...side, hipYaw })

  test('who faces the left of the picture has the own left nearer', () => {
    expect(leftIsNear(looking(-80))).toBe(true)
    expect(leftIsNear(looking(80))).toBe(false)
    expect(leftIsNear(looking(0))).toBeNull()
  })

  test.each([
    ['left near', -80, 10, 30, 10],
    ['right near', 80, 10, 30, 30],
    ['unknown: the mean', 0, 10, 30, 20],
    ['left near but hidden: the far one', -80, Number.NaN, 30, 30],
    ['right near but hidden: the far one', 80, 10, Number.NaN, 10],
    ['unknown, one hidden', 0, Number.NaN, 30, 30],
    ['unknown, the other hidden', 0, 10, Number.NaN, 10],
  ])('%s', (_what, yaw, left, right, told) => {
    expect(near(looking(yaw), left, right)).toBe(told)
  })

  test('neither seen is unknown; from the front both count', () => {
    expect(near(looking(-80), Number.NaN, Number.NaN)).toBeNaN()
    expect(near(drawnBody(UPRIGHT_TRUNK, { view: 'front', hipYaw: -80 }), 10, 30)).toBe(20)
  })

  test('own left is the left of the picture only from behind', () => {
    expect(ownLeft(drawnBody({}, { view: 'back' }))).toBe(-1)
    for (const view of ['front', 'side', 'oblique', null] as const)
      expect(ownLeft(drawnBody({}, { view }))).toBe(1)
  })
})

describe('lean', () => {
  test('towards the right of the picture is positive, whatever the size', () => {
    const leaning = (x: number) =>
      drawnBody({ shoulderL: [320 + x, 150], shoulderR: [320 + x, 150], hipL: [320, 250], hipR: [320, 250] })
    expect(trunkLean(leaning(0))).toBe(0)
    expect(trunkLean(leaning(100))).toBeCloseTo(45, 6)
    expect(trunkLean(leaning(-100))).toBeCloseTo(-45, 6)
  })

  test('a trunk without length has none', () => {
    expect(
      trunkLean(drawnBody({ shoulderL: [1, 1], shoulderR: [1, 1], hipL: [1, 1], hipR: [1, 1] })),
    ).toBeNaN()
  })

  test('the resting lean is taken off only of somebody who stands or sits somewhat askew', () => {
    const rest = (lean: number) => ({ lean }) as Neutral
    expect(restingLean(null)).toBe(0)
    expect(restingLean(rest(12))).toBe(12)
    expect(restingLean(rest(-15))).toBe(-15)
    expect(restingLean(rest(15.1))).toBe(0)
    expect(restingLean(rest(-80))).toBe(0)
    expect(restingLean(rest(Number.NaN))).toBe(0)
  })

  test('a trunk is seen by both shoulders and both hips', () => {
    expect(trunkSeen(drawnBody(UPRIGHT_TRUNK))).toBe(true)
    for (const name of ['shoulderL', 'shoulderR', 'hipL', 'hipR'] as const) {
      const { [name]: _hidden, ...rest } = UPRIGHT_TRUNK
      expect([name, trunkSeen(drawnBody(rest))]).toEqual([name, false])
    }
  })
})
