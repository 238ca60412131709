import { describe, expect, test } from 'vitest'
import type { Landmark } from '../pose.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import { drawnBody, type Point, UPRIGHT_TRUNK } from '../testing/drawn-body.ts'
import { inclination } from './inclination.ts'
import {
  chestAxes,
  cross,
  dot,
  elevation,
  pelvisAxes,
  round,
  size,
  spaceAngle,
  swing,
  unit,
  UPRIGHT,
  vector,
  way,
  wayOfMiddles,
  without,
} from './space.ts'

const { shoulderL, shoulderR, elbowL, wristL, hipL, hipR } = INDEX
const RAD = Math.PI / 180
const sensor = { depth: 'sensor' as const }

/** Every point turned about the vertical by `yaw` degrees: the same person seen from elsewhere. */
function turned(points: Partial<Record<Landmark, Point>>, yaw: number): Partial<Record<Landmark, Point>> {
  const [c, s] = [Math.cos(yaw * RAD), Math.sin(yaw * RAD)]
  return Object.fromEntries(
    Object.entries(points).map(([name, [x, y, z = 0]]) => [
      name,
      [320 + (x - 320) * c - z * s, y, (x - 320) * s + z * c],
    ]),
  )
}

/** A straight person whose left arm is raised forward by `flexion` or to the side by `abduction`; z runs away from the camera. */
const withArm = (flexion: number, abduction = 0): Partial<Record<Landmark, Point>> => ({
  ...UPRIGHT_TRUNK,
  elbowL: [
    360 + 30 * Math.sin(abduction * RAD),
    150 + 30 * Math.cos(flexion * RAD) * Math.cos(abduction * RAD),
    -30 * Math.sin(flexion * RAD) * Math.cos(abduction * RAD),
  ],
})

/** A trunk that leans forward and to the own left, degrees. */
const leaning = (forward: number, aside: number): Partial<Record<Landmark, Point>> => {
  const up = Math.cos(forward * RAD) * Math.cos(aside * RAD)
  const x = 100 * Math.sin(aside * RAD)
  const z = -100 * Math.sin(forward * RAD) * Math.cos(aside * RAD)
  return {
    hipL: [345, 250, 0],
    hipR: [295, 250, 0],
    shoulderL: [360 + x, 250 - 100 * up, z],
    shoulderR: [280 + x, 250 - 100 * up, z],
  }
}

describe('vectors', () => {
  test('products and lengths', () => {
    const [a, b] = [
      { x: 1, y: 2, z: 3 },
      { x: -2, y: 0, z: 5 },
    ]
    expect(dot(a, b)).toBe(13)
    expect(size({ x: 2, y: 3, z: 6 })).toBe(7)
    const c = cross(a, b, vector())
    expect([dot(c, a), dot(c, b)]).toEqual([0, 0])
    expect(cross({ x: 1, y: 0, z: 0 }, { x: 0, y: 1, z: 0 }, vector())).toEqual({ x: 0, y: 0, z: 1 })
  })

  test('what lies along a direction is taken off', () => {
    const a = without({ x: 3, y: 4, z: 5 }, UPRIGHT)
    expect([a.x, a.z]).toEqual([3, 5])
    expect(a.y).toBeCloseTo(0, 12)
  })

  test('no direction has no length, or an absurd one', () => {
    expect(unit({ x: 0, y: 0, z: 0 })).toBe(false)
    expect(unit({ x: 1e9, y: 0, z: 0 })).toBe(false)
    expect(unit({ x: Number.NaN, y: 0, z: 1 })).toBe(false)
    const a = { x: 0, y: -3, z: 4 }
    expect([unit(a), a]).toEqual([true, { x: 0, y: -0.6, z: 0.8 }])
  })

  test('a way needs both of its ends, and numbers', () => {
    const body = drawnBody(UPRIGHT_TRUNK, sensor)
    const out = vector()
    expect(way(body, shoulderR, shoulderL, out)).toBe(true)
    expect(out.x).toBeCloseTo(0.8, 9)
    expect(way(body, shoulderR, elbowL, out)).toBe(false)
    expect(wayOfMiddles(body, hipL, hipR, shoulderL, shoulderR, out)).toBe(true)
    expect([out.x, out.y]).toEqual([expect.closeTo(0, 9), expect.closeTo(-1, 9)])
    body.space.z[shoulderL] = Number.NaN
    expect(way(body, shoulderR, shoulderL, out)).toBe(false)
    expect(wayOfMiddles(body, hipL, hipR, shoulderL, shoulderR, out)).toBe(false)
  })
})

describe('the directions of chest and pelvis', () => {
  test.each([0, 40, 90, -135, 180])('turned by %s degrees they stay square, left to the own left', (yaw) => {
    const body = drawnBody(turned(UPRIGHT_TRUNK, yaw), sensor)
    for (const axes of [chestAxes(body), pelvisAxes(body)]) {
      expect(axes).not.toBeNull()
      if (axes === null) return
      expect(axes.up).toEqual({ x: expect.closeTo(0, 9), y: expect.closeTo(-1, 9), z: expect.closeTo(0, 9) })
      expect(axes.left.x).toBeCloseTo(Math.cos(yaw * RAD), 9)
      // Facing the camera, forward is towards it.
      expect(axes.forward.z).toBeCloseTo(-Math.cos(yaw * RAD), 9)
      expect([dot(axes.up, axes.left), dot(axes.up, axes.forward), dot(axes.left, axes.forward)]).toEqual([
        expect.closeTo(0, 9),
        expect.closeTo(0, 9),
        expect.closeTo(0, 9),
      ])
    }
  })

  test.each(['shoulderL', 'shoulderR', 'hipL', 'hipR'] as const)('unknown without %s', (name) => {
    const { [name]: _hidden, ...rest } = UPRIGHT_TRUNK
    expect(chestAxes(drawnBody(rest, sensor))).toBeNull()
    expect(pelvisAxes(drawnBody(rest, sensor))).toBeNull()
  })
})

describe('a limb in space', () => {
  const read = (points: Partial<Record<Landmark, Point>>, yaw: number) => {
    const body = drawnBody(turned(points, yaw), sensor)
    return {
      swing: swing(body, shoulderL, elbowL, chestAxes(body)),
      elevation: elevation(body, shoulderL, elbowL, chestAxes(body)),
    }
  }

  test.each([-80, -30, 0, 60, 90, 150, 180, 200, 260])(
    'raised forward by %s degrees, seen from anywhere',
    (v) => {
      for (const yaw of [0, 50, 110, -160]) {
        const found = read(withArm(v), yaw)
        expect(found.swing).toBeCloseTo(v, 4)
        expect(found.elevation).toBeCloseTo(v > 180 ? 360 - v : Math.abs(v), 4)
      }
    },
  )

  test.each([0, 30, 90, 120, 180])('raised to the side by %s degrees', (v) => {
    for (const yaw of [0, 50, -110]) expect(read(withArm(0, v), yaw).elevation).toBeCloseTo(v, 4)
  })

  test('held out to the side it has no swing; 65 degrees out it still has one', () => {
    expect(read(withArm(90, 75), 20).swing).toBeNaN()
    expect(read(withArm(90, 65), 20).swing).toBeCloseTo(90, 4)
  })

  test('no limb swings further back than 90 degrees: that has gone over the top', () => {
    expect([round(-91), round(-90), round(0), round(179)]).toEqual([269, -90, 0, 179])
  })

  test('without a chest, or without its own points, it is unknown', () => {
    const body = drawnBody(withArm(60), sensor)
    expect(swing(body, shoulderL, elbowL, null)).toBeNaN()
    expect(elevation(body, shoulderL, elbowL, null)).toBeNaN()
    expect(swing(body, elbowL, wristL, chestAxes(body))).toBeNaN()
    expect(spaceAngle(body, shoulderL, elbowL, wristL)).toBeNaN()
  })

  test('a corner is the same from anywhere', () => {
    const points: Partial<Record<Landmark, Point>> = {
      shoulderL: [320, 0, 0],
      elbowL: [320, 30, 0],
      wristL: [320, 30, -30],
    }
    for (const yaw of [0, 33, 90, 170])
      expect(spaceAngle(drawnBody(turned(points, yaw), sensor), shoulderL, elbowL, wristL)).toBeCloseTo(90, 5)
  })
})

describe('the lean of the trunk in space', () => {
  const lean = (forward: number, aside: number, yaw = 0): number =>
    inclination(drawnBody(turned(leaning(forward, aside), yaw), sensor))

  test.each([-40, -20, 0, 10, 45, 80])('straight forward by %s degrees, seen from anywhere', (v) => {
    for (const yaw of [0, 45, 90, 200]) expect(lean(v, 0, yaw)).toBeCloseTo(v, 4)
  })

  test('mainly forward it is the whole angle with the vertical, as published landmarks are read', () => {
    for (const [forward, aside] of [
      [20, 5],
      [28, 11],
      [28, -11],
      [60, 20],
    ] as const) {
      const whole = Math.acos(Math.cos(forward * RAD) * Math.cos(aside * RAD)) / RAD
      expect(lean(forward, aside)).toBeCloseTo(whole, 4)
      expect(lean(-forward, aside)).toBeCloseTo(-whole, 4)
    }
  })

  test('a side bend is none', () => {
    for (const aside of [-35, -20, 20, 35]) {
      expect(Math.abs(lean(0, aside))).toBeLessThan(1e-6)
      expect(Math.abs(lean(4, aside) - 4)).toBeLessThan(1)
    }
  })

  test('nowhere does it leap: not between forward and aside, nor from a lean back to a lean forward', () => {
    for (const aside of [0, 3, 8, 12, 25]) {
      let before = lean(-40, aside)
      for (let forward = -39.5; forward <= 40; forward += 0.5) {
        const now = lean(forward, aside)
        expect([aside, forward, Math.abs(now - before) < 4]).toEqual([aside, forward, true])
        before = now
      }
    }
    for (const forward of [2, 6, 15]) {
      let before = lean(forward, 0)
      for (let aside = 0.5; aside <= 40; aside += 0.5) {
        const now = lean(forward, aside)
        expect([forward, aside, Math.abs(now - before) < 3]).toEqual([forward, aside, true])
        before = now
      }
    }
  })

  test('unknown for somebody on one side, whose hips stand one over the other', () => {
    const lying: Partial<Record<Landmark, Point>> = {
      hipL: [300, 200],
      hipR: [300, 250],
      shoulderL: [400, 190],
      shoulderR: [400, 260],
    }
    expect(inclination(drawnBody(lying, sensor))).toBeNaN()
  })

  test('in the picture it goes with the way that the person faces, and is unknown with it', () => {
    const side = (hipYaw: number) =>
      inclination(
        drawnBody(
          { shoulderL: [370, 163], shoulderR: [370, 163], hipL: [320, 250], hipR: [320, 250] },
          { view: 'side', hipYaw, depth: 'model' },
        ),
      )
    expect(side(80)).toBeCloseTo(29.9, 1)
    expect(side(-80)).toBeCloseTo(-29.9, 1)
    expect(side(0)).toBeNaN()
  })
})
