import { describe, expect, test } from 'vitest'
import { INDEX } from '../skeleton/landmarks.ts'
import { drawnBody, type Point, UPRIGHT_TRUNK } from '../testing/drawn-body.ts'
import { mid, planeAngle, planeElevation, planeSwing, trunkLine } from './plane.ts'

const { shoulderL, elbowL, elbowR, wristL, hipL, hipR, kneeL } = INDEX
const RAD = Math.PI / 180

/** Seen from the side: shoulders over hips, and an arm that swings forward by so many degrees; `way` +1 faces the right of the picture. */
const sideOn = (degrees: number, way: 1 | -1 = 1, lean = 0) => {
  const turned = (x: number, y: number): Point => {
    const [c, s] = [Math.cos(lean * RAD), Math.sin(lean * RAD)]
    return [320 + way * (x * c - y * s), 250 + x * s + y * c]
  }
  const elbow = turned(60 * Math.sin(degrees * RAD), -100 + 60 * Math.cos(degrees * RAD))
  return drawnBody(
    {
      shoulderL: turned(0, -100),
      shoulderR: turned(0, -100),
      hipL: turned(0, 0),
      hipR: turned(0, 0),
      elbowL: elbow,
    },
    { view: 'side', hipYaw: way * 80 },
  )
}

describe('a limb against the trunk in the picture', () => {
  test.each([-85, -40, 0, 45, 90, 135, 179, 181, 200, 265])(
    'swings to %s degrees, to either side of the picture',
    (v) => {
      expect(planeSwing(sideOn(v), shoulderL, elbowL)).toBeCloseTo(v, 6)
      expect(planeSwing(sideOn(v, -1), shoulderL, elbowL)).toBeCloseTo(v, 6)
    },
  )

  test('goes with the trunk and not with the room: bent over and lying it is the same', () => {
    for (const lean of [-30, 45, 90, 150])
      for (const v of [0, 90, 170])
        expect(planeSwing(sideOn(v, 1, lean), shoulderL, elbowL)).toBeCloseTo(v, 6)
  })

  test('runs on over the top without a leap', () => {
    let before = Number.NEGATIVE_INFINITY
    for (let v = -80; v <= 260; v += 5) {
      const found = planeSwing(sideOn(v), shoulderL, elbowL)
      expect(found).toBeGreaterThan(before)
      before = found
    }
  })

  test('is unknown while nobody knows which way the person faces', () => {
    const body = sideOn(60)
    body.hipYaw = 0
    expect(planeSwing(body, shoulderL, elbowL)).toBeNaN()
  })

  test('is unknown without its landmarks, and for a limb of no length', () => {
    expect(planeSwing(sideOn(60), shoulderL, wristL)).toBeNaN()
    expect(planeSwing(sideOn(60), elbowL, elbowL)).toBeNaN()
    expect(planeElevation(sideOn(60), shoulderL, wristL)).toBeNaN()
    expect(planeElevation(sideOn(60), elbowL, elbowL)).toBeNaN()
  })

  test('its elevation has no side: to the left, to the right, and past the head it folds back', () => {
    for (const way of [1, -1] as const) {
      expect(planeElevation(sideOn(0, way), shoulderL, elbowL)).toBeCloseTo(0, 5)
      expect(planeElevation(sideOn(90, way), shoulderL, elbowL)).toBeCloseTo(90, 6)
      expect(planeElevation(sideOn(-90, way), shoulderL, elbowL)).toBeCloseTo(90, 6)
      expect(planeElevation(sideOn(180, way), shoulderL, elbowL)).toBeCloseTo(180, 5)
      expect(planeElevation(sideOn(200, way), shoulderL, elbowL)).toBeCloseTo(160, 5)
    }
  })
})

describe('the long axis of the trunk', () => {
  test('runs from the middle of the hips to the middle of the shoulders', () => {
    const line = trunkLine(drawnBody(UPRIGHT_TRUNK, { view: 'front' }))
    expect([line?.upX, line?.upY, line?.length]).toEqual([0, -1, 100])
    expect([line?.shoulderX, line?.shoulderY, line?.hipX, line?.hipY]).toEqual([320, 150, 320, 250])
  })

  test.each(['shoulderL', 'shoulderR', 'hipL', 'hipR'] as const)(
    'from the front there is none without %s, from the side there is',
    (name) => {
      const { [name]: _hidden, ...rest } = UPRIGHT_TRUNK
      for (const view of ['front', 'back', 'oblique', null] as const)
        expect(trunkLine(drawnBody(rest, { view }))).toBeNull()
      expect(trunkLine(drawnBody(rest, { view: 'side' }))?.length).toBeGreaterThan(90)
    },
  )

  test('there is none of no length', () => {
    const at: Point = [320, 200]
    expect(trunkLine(drawnBody({ shoulderL: at, shoulderR: at, hipL: at, hipR: at }))).toBeNull()
  })
})

describe('middles and corners', () => {
  test('a middle is that of both, or the one that is seen', () => {
    const body = drawnBody({ hipL: [300, 10], elbowR: [4, 8] })
    expect(mid(body, body.x, hipL, hipR)).toBe(300)
    expect(mid(body, body.x, hipR, hipL)).toBe(300)
    expect(mid(body, body.y, elbowL, elbowR)).toBe(8)
    expect(mid(body, body.x, kneeL, hipR)).toBeNaN()
    const both = drawnBody({ hipL: [300, 10], hipR: [200, 30] })
    expect([mid(both, both.x, hipL, hipR), mid(both, both.y, hipL, hipR)]).toEqual([250, 20])
  })

  test.each([
    [[0, 10], 180],
    [[10, 0], 90],
    [[0, -10], 0],
    [[10, 10], 135],
    [[-10, 10], 135],
  ] as const)('a corner with its second leg towards %s is %s degrees', ([x, y], degrees) => {
    const body = drawnBody({ shoulderL: [100, 90], elbowL: [100, 100], wristL: [100 + x, 100 + y] })
    expect(planeAngle(body, shoulderL, elbowL, wristL)).toBeCloseTo(degrees, 5)
  })

  test('a corner without one of its points, or with two in one place, is unknown', () => {
    expect(planeAngle(drawnBody({ shoulderL: [1, 1], elbowL: [2, 2] }), shoulderL, elbowL, wristL)).toBeNaN()
    const flat = drawnBody({ shoulderL: [2, 2], elbowL: [2, 2], wristL: [5, 5] })
    expect(planeAngle(flat, shoulderL, elbowL, wristL)).toBeNaN()
  })
})
