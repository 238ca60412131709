import { describe, expect, test } from 'vitest'
import { BodyReader } from '../body/body.ts'
import { NeutralReader } from '../calibration/neutral.ts'
import type { Signal } from '../movement.ts'
import { WEBCAM } from '../person/camera.ts'
import type { Posture } from '../person/figure.ts'
import { blend } from '../person/posture.ts'
import { CLEAN, Sensor } from '../person/sensor.ts'
import { skeletonOf } from '../person/skeleton.ts'
import { shown } from '../testing/readings.ts'
import { SignalReader } from './signal-reader.ts'

/** The course of one signal while a person moves, at `fps` frames a second: null where it is withheld. */
function course(
  signal: Signal,
  seconds: number,
  posture: (t: number) => Posture,
  fps = 15,
): (number | null)[] {
  const sensor = new Sensor({ ...WEBCAM, distance: 4, fov: 45 }, { ...CLEAN, noise: 0.002 })
  const [reader, neutral, signals] = [new BodyReader(), new NeutralReader(null), new SignalReader()]
  return Array.from({ length: Math.round(seconds * fps) }, (_, i) => {
    const body = reader.read(shown(sensor.see(i / fps, skeletonOf('standing', posture(i / fps)))))
    body.view = 'front'
    neutral.read(body)
    return signals.read(body, neutral.neutral, signal)?.value ?? null
  })
}

const lifted = (share: number) => ({ flexion: 70 * share, knee: 75 * share })
/** Marching at so many steps a minute from the second second on. */
const march =
  (rate: number) =>
  (t: number): Posture => {
    const phase = Math.sin(((t - 2) * rate * Math.PI) / 60)
    return t < 2 ? {} : { legL: lifted(Math.max(0, phase)), legR: lifted(Math.max(0, -phase)) }
  }

describe('step cadence', () => {
  test.each([
    [60, 15],
    [100, 15],
    [100, 30],
    [130, 10],
    [130, 30],
  ])('%s steps a minute at %s frames a second', (rate, fps) => {
    const found = course('step_cadence', 10, march(rate), fps)
    expect(Math.abs((found.at(-1) ?? 0) - rate)).toBeLessThanOrEqual(4)
    expect(found.slice(0, 2 * fps).every((value) => value === null)).toBe(true)
  })

  test('silent for somebody who stands, sways or squats, and soon after the last step', () => {
    expect(
      course('step_cadence', 6, (t) => ({ trunk: { bend: 8 * Math.sin(3 * t) } })).every(
        (value) => value === null,
      ),
    ).toBe(true)
    const squat = (t: number) => lifted(Math.max(0, Math.sin(2 * t)))
    expect(
      course('step_cadence', 6, (t) => ({ legL: squat(t), legR: squat(t) })).every((value) => value === null),
    ).toBe(true)
    expect(course('step_cadence', 12, (t) => (t > 8 ? {} : march(100)(t))).at(-1)).toBeNull()
  })
})

describe('hold of a pose', () => {
  const pose: Posture = { armL: { abduction: 85 }, armR: { abduction: 85 } }
  const other: Posture = { armL: { abduction: 60, elbow: 80 }, trunk: { bend: 25 } }
  const at = (t: number, from: number, to: Posture, back = Number.POSITIVE_INFINITY): Posture =>
    blend({}, to, Math.min(1, Math.max(0, (t - from) / 0.6)) - Math.min(1, Math.max(0, (t - back) / 0.6)))
  const index = (t: number): number => Math.round(t * 15)

  test('nothing is taught at rest; the first still pose away from it is', () => {
    const found = course('hold_pose', 8, (t) => at(t, 2, pose))
    expect(found.slice(0, index(3.4)).every((value) => value === null)).toBe(true)
    expect(found.slice(index(4.2)).every((value) => value !== null && value < 8)).toBe(true)
  })

  test('leaving the pose shows, and so does coming back', () => {
    const found = course('hold_pose', 12, (t) => (t < 8 ? at(t, 2, pose, 6) : at(t, 9, pose)))
    expect(found[index(5)] ?? 99).toBeLessThan(8)
    expect(found[index(7.5)] ?? 0).toBeGreaterThan(40)
    expect(found[index(11)] ?? 99).toBeLessThan(8)
  })

  test('a quite different pose, once still, takes its place: the other side can be held too', () => {
    const found = course('hold_pose', 11, (t) =>
      t < 6 ? at(t, 2, pose) : blend(pose, other, Math.min(1, t - 6)),
    )
    expect(found[index(5)] ?? 99).toBeLessThan(8)
    expect(found[index(6.8)] ?? 0).toBeGreaterThan(15)
    expect(found[index(10)] ?? 99).toBeLessThan(8)
  })

  test('somebody who never stands still teaches nothing', () => {
    const restless = (t: number): Posture =>
      t < 2 ? {} : { armL: { abduction: 60 + 25 * Math.sin(4 * t) }, trunk: { bend: 10 * Math.sin(3 * t) } }
    expect(course('hold_pose', 8, restless).every((value) => value === null)).toBe(true)
  })
})
