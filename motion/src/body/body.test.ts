import { describe, expect, test } from 'vitest'
import { BodyReader, can, px, py, trunkNow } from './body.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import type { Frame, Landmark } from '../pose.ts'
import { photograph } from '../person/film.ts'

/** A frame of the person at rest with one landmark changed. */
const withPoint = (t: number, name: Landmark, change: Partial<Record<0 | 1 | 2 | 3, number>>): Frame => {
  const frame = photograph(t, {})
  const image = Float64Array.from(frame.image ?? [])
  for (const [k, value] of Object.entries(change)) image[INDEX[name] * 4 + Number(k)] = value
  return { ...frame, image }
}

describe('BodyReader', () => {
  test('visibility comes in at 0.65 and goes at 0.4', () => {
    const reader = new BodyReader()
    const shown = [0.5, 0.7, 0.5, 0.45, 0.35, 0.5, 0.66].map((visibility, i) =>
      can(reader.read(withPoint(i / 30, 'wristL', { 3: visibility })), 'wristL'),
    )
    expect(shown).toEqual([false, true, true, true, false, false, true])
  })

  test('a landmark outside the picture is not in view, however visible the model says it is', () => {
    const reader = new BodyReader()
    expect(can(reader.read(withPoint(0, 'nose', { 1: -0.1, 3: 1 })), 'nose')).toBe(false)
    expect(can(reader.read(withPoint(0.1, 'footL', { 1: 1.2, 3: 1 })), 'footL')).toBe(false)
  })

  test('what is not finite is not in view', () => {
    const reader = new BodyReader()
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(can(reader.read(withPoint(0, 'hipL', { 0: bad })), 'hipL')).toBe(false)
      expect(can(reader.read(withPoint(1, 'hipL', { 3: Number.NaN })), 'hipL')).toBe(false)
    }
  })

  test('one impossible jump is passed over, a lasting one is believed', () => {
    const reader = new BodyReader()
    for (let i = 0; i < 10; i++) reader.read(photograph(i / 30, {}))
    const x = px(reader.body, 'wristL')
    expect(px(reader.read(withPoint(10 / 30, 'wristL', { 0: 0.05 })), 'wristL')).toBe(x)
    expect(px(reader.read(photograph(11 / 30, {})), 'wristL')).toBeCloseTo(x, 3)
    for (let i = 12; i < 30; i++) reader.read(withPoint(i / 30, 'wristL', { 0: 0.05 }))
    expect(px(reader.body, 'wristL')).toBeLessThan(60)
  })

  test('the trunk keeps its length while the person leans to the camera', () => {
    const reader = new BodyReader()
    for (let i = 0; i < 30; i++) reader.read(photograph(i / 30, {}))
    const upright = reader.body.trunk
    for (let i = 30; i < 60; i++) reader.read(photograph(i / 30, { lean: 60 }))
    expect(trunkNow(reader.body)).toBeLessThan(0.6 * upright)
    expect(reader.body.trunk).toBeGreaterThan(0.98 * upright)
  })

  test('pixels are those of the picture: the aspect ratio does not bend angles', () => {
    const narrow = new BodyReader().read(photograph(0, { abductL: 60 }, { width: 480, height: 640 }))
    const wide = new BodyReader().read(photograph(0, { abductL: 60 }, { width: 1280, height: 640 }))
    const slope = (body: typeof wide): number =>
      (py(body, 'elbowL') - py(body, 'shoulderL')) / (px(body, 'elbowL') - px(body, 'shoulderL'))
    expect(slope(narrow)).toBeCloseTo(slope(wide), 6)
  })

  test('nobody: nothing is in view', () => {
    const reader = new BodyReader()
    reader.read(photograph(0, {}))
    const body = reader.read({ t: 0.1, width: 640, height: 480, image: null, world: null })
    expect([body.seen, can(body, 'nose')]).toEqual([false, false])
  })
})
