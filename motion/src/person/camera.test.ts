import { describe, expect, test } from 'vitest'
import { COUNT, INDEX } from '../skeleton/landmarks.ts'
import type { Frame, Landmark } from '../pose.ts'
import { type Camera, focal, framed, inCamera, project, WEBCAM } from './camera.ts'
import { CLEAN, type Flaws, Sensor } from './sensor.ts'
import { skeletonOf } from './skeleton.ts'

const camera: Camera = { ...WEBCAM, distance: 3, above: 1, fov: 90, width: 400, height: 200 }
const standing = skeletonOf('standing', {})

describe('a pinhole camera', () => {
  test('a point on its axis is in the middle, one aside where similar triangles put it', () => {
    expect(project(camera, inCamera(camera, [0, 1, 0]))).toEqual({ x: 0.5, y: 0.5, depth: 3 })
    // At 90 degrees of view the picture is as high as twice the distance: 100 pixels a metre at one metre.
    expect(focal(camera)).toBeCloseTo(100, 9)
    const { x, y } = project(camera, inCamera(camera, [0.6, 1.3, 0]))
    expect(x * 400).toBeCloseTo(200 + (0.6 * 100) / 3, 9)
    expect(y * 200).toBeCloseTo(100 - (0.3 * 100) / 3, 9)
  })

  test('twice as far is half as large', () => {
    const far = { ...camera, distance: 6 }
    const near = project(camera, inCamera(camera, [0.3, 1, 0])).x - 0.5
    expect(project(far, inCamera(far, [0.3, 1, 0])).x - 0.5).toBeCloseTo(near / 2, 9)
  })

  test('from +90 somebody who looks ahead looks to the right of the picture, from 180 left and right change', () => {
    const side = { ...camera, yaw: 90 }
    expect(inCamera(side, [0, 1, 0.5])[0]).toBeCloseTo(0.5, 9)
    const back = { ...camera, yaw: 180 }
    expect(inCamera(back, [0.5, 1, 0])[0]).toBeCloseTo(-0.5, 9)
    expect(inCamera(back, [0, 1, 0.5])[2]).toBeCloseTo(3.5, 9)
  })

  test('looking down moves everything up in the picture', () => {
    const down = { ...camera, pitch: 20 }
    expect(project(down, inCamera(down, [0, 1, 0])).y).toBeCloseTo(
      0.5 - (Math.tan(Math.PI / 9) * 100) / 200,
      9,
    )
  })

  test('a framed camera has the whole body in the picture with room around it', () => {
    for (const body of [
      standing,
      skeletonOf('supine', {}),
      skeletonOf('seated', { armL: { flexion: 170 } }),
    ]) {
      const placed = framed({ ...WEBCAM, yaw: -90 }, [body])
      for (const joint of Object.values(body.joints)) {
        const { x, y } = project(placed, inCamera(placed, joint))
        expect(Math.min(x, 1 - x, y, 1 - y)).toBeGreaterThan(0.03)
      }
    }
  })
})

const see = (flaws: Partial<Flaws> = {}, at: Camera = WEBCAM, body = standing): Frame =>
  new Sensor(at, { ...CLEAN, ...flaws }).see(0, body)
const point = (frame: Frame, of: 'image' | 'world', name: Landmark): number[] =>
  Array.from(frame[of] ?? []).slice(INDEX[name] * 4, INDEX[name] * 4 + 4)

describe('what the model makes of a body', () => {
  test('33 landmarks; the own left on the right of the picture; world in metres from the hips, y down', () => {
    const frame = see()
    expect(frame.image).toHaveLength(COUNT * 4)
    const [lx = 0] = point(frame, 'image', 'shoulderL')
    const [rx = 0] = point(frame, 'image', 'shoulderR')
    expect(lx).toBeGreaterThan(rx)
    const [x = 0, y = 0, z = 0] = point(frame, 'world', 'shoulderL')
    expect(x).toBeCloseTo(0.175, 3)
    expect(y).toBeCloseTo(-0.49, 3)
    expect(z).toBeCloseTo(0, 3)
  })

  test('depth of the model is squeezed, of a sensor it is true and said to be', () => {
    const body = skeletonOf('standing', { armL: { flexion: 88, abduction: -5 } })
    const depth = (flaws: Partial<Flaws>): number =>
      point(see(flaws, WEBCAM, body), 'world', 'elbowL')[2] ?? 0
    expect(depth({ depth: 'sensor' })).toBeCloseTo(-0.29, 2)
    expect(depth({ depth: 'model', squeeze: 0.5 })).toBeCloseTo(-0.145, 2)
    expect(see({ depth: 'sensor' }).depth).toBe('sensor')
    expect(see().depth).toBeUndefined()
  })

  test('from the side far limbs are hidden, trunk and head are not', () => {
    const side = see({}, { ...WEBCAM, yaw: -90 })
    const visible = (name: Landmark): number => point(side, 'image', name)[3] ?? 0
    for (const near of ['elbowL', 'wristL', 'kneeL', 'ankleL', 'shoulderR', 'hipR', 'earR'] as const)
      expect(visible(near), near).toBeGreaterThan(0.9)
    for (const far of ['elbowR', 'kneeR', 'ankleR'] as const) expect(visible(far), far).toBeLessThan(0.4)
  })

  test('from the front nothing is hidden, also with both hands held forward together', () => {
    const arm = { flexion: 82, abduction: -31 }
    for (const body of [standing, skeletonOf('seated', { armL: arm, armR: arm })]) {
      const frame = see({}, WEBCAM, body)
      for (const name of ['shoulderL', 'elbowL', 'elbowR', 'wristR', 'hipL', 'kneeR', 'ankleL'] as const)
        expect(point(frame, 'image', name)[3], name).toBeGreaterThan(0.9)
    }
  })

  test('a table before the legs hides them and nothing else', () => {
    const table = { low: [-1, 0, 0.8], high: [1, 0.7, 1.2] } as const
    const frame = see({ boxes: [table] })
    expect(point(frame, 'image', 'ankleL')[3]).toBeLessThan(0.2)
    expect(point(frame, 'image', 'shoulderL')[3]).toBeGreaterThan(0.9)
  })

  test('a mirrored camera shows the body in a mirror: left is taken for right', () => {
    const body = skeletonOf('standing', { armL: { abduction: 80 } })
    const [mirrored, right] = [see({}, { ...WEBCAM, mirrored: true }, body), see({}, WEBCAM, body)]
    const [x = 0, y = 0] = point(mirrored, 'image', 'wristR')
    const [own = 0, height = 0] = point(right, 'image', 'wristL')
    expect(x).toBeCloseTo(1 - own, 9)
    expect(y).toBeCloseTo(height, 9)
  })

  test('noise has the size that is asked for and is the same for the same seed', () => {
    const off = (seed: number): number[] => {
      const sensor = new Sensor(WEBCAM, { ...CLEAN, seed, noise: 0.01 })
      return Array.from({ length: 3000 }, (_, i) => {
        const frame = sensor.see(i / 3, standing)
        return (point(frame, 'world', 'shoulderL')[0] ?? 0) - 0.175
      })
    }
    const values = off(3)
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length)
    expect(deviation).toBeGreaterThan(0.008)
    expect(deviation).toBeLessThan(0.012)
    expect(off(3)).toEqual(values)
    expect(off(4)).not.toEqual(values)
  })

  test('slips and swaps happen when asked for, and only then', () => {
    const jumps = (flaws: Partial<Flaws>): number => {
      const sensor = new Sensor(WEBCAM, { ...CLEAN, seed: 2, ...flaws })
      const frames = Array.from({ length: 600 }, (_, i) => sensor.see(i / 30, standing))
      const still = frames[0]?.image ?? []
      return frames.filter(({ image }) =>
        Array.from(image ?? []).some((value, i) => i % 4 < 2 && Math.abs(value - (still[i] ?? 0)) > 0.01),
      ).length
    }
    expect(jumps({})).toBe(0)
    expect(jumps({ slips: 1 })).toBeGreaterThan(5)
    expect(jumps({ swaps: 12 })).toBeGreaterThan(5)
  })
})
