import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BodyReader } from '../../body/body.ts'
import { ViewReader } from '../../body/view.ts'
import { NeutralReader } from '../../calibration/neutral.ts'
import { mirrorFrame } from '../../calibration/mirrored.ts'
import type { Frame } from '../../pose.ts'
import { film, type Sketch as Posture, type Shot, wave } from '../../person/film.ts'
import { normal, random } from '../../person/random.ts'
import { RotationReader, type RotationReading, trunkRotation } from './rotation.ts'

/** Readings frame by frame, as the tracker takes them. */
function readings(frames: readonly Frame[]): (RotationReading | null)[] {
  const [body, view, neutral, rotation] = [
    new BodyReader(),
    new ViewReader(true),
    new NeutralReader(null),
    new RotationReader(),
  ]
  return frames.map((frame) => {
    const now = body.read(frame)
    if (!now.seen) return null
    now.view = view.read(now)
    neutral.read(now)
    return rotation.read(now, neutral.neutral)
  })
}

const FORWARD: Posture = { flexL: 90, flexR: 90 }
/** Still for two seconds, arms into place in one, then `posture` for two. */
const then =
  (arms: Posture, posture: Posture) =>
  (t: number): Posture =>
    t < 2 ? {} : t < 3 ? { ...arms, ...raised(arms, t - 2) } : { ...arms, ...posture }
const raised = (arms: Posture, u: number): Posture =>
  Object.fromEntries(Object.entries(arms).map(([key, value]) => [key, u * value]))

const last = (posture: (t: number) => Posture | null, shot: Shot = {}): RotationReading | null =>
  readings(film(6, 30, posture, shot)).at(-1) ?? null

describe('trunk rotation', () => {
  test.each([-50, -30, -15, 15, 30, 50])(
    'hands forward, %s degrees, within the error that it says',
    (turn) => {
      const found = last(then(FORWARD, { ...FORWARD, turn }))
      expect(found?.evidence[0]).toBe('hands-forward')
      // The test person stands so far away that hands held forward look no larger: the perspective of a webcam is taken out in vain.
      expect(Math.abs((found?.value ?? 99) - turn)).toBeLessThan(4 + (found?.error ?? 0))
      expect(found?.error).toBeLessThan(15)
    },
  )

  // The far elbow goes behind the chest at the end of a turn, while both hands stay in sight.
  test.each([
    [45, 'elbowL'],
    [45, 'elbowR'],
    [-45, 'elbowL'],
  ] as const)('hands forward, %s degrees, one elbow hidden: the hands go on to count', (turn, elbow) => {
    const posture = then(FORWARD, { ...FORWARD, turn })
    const [seen, hidden] = [last(posture), last(posture, { visibility: { [elbow]: 0.2 } })]
    expect(hidden?.evidence[0]).toBe('hands-forward')
    expect(Math.abs((hidden?.value ?? 99) - (seen?.value ?? 0))).toBeLessThan(2)
  })

  test.each([-60, -40, 40, 60])('arms down, %s degrees, by breadth, with a larger error', (turn) => {
    const found = last(then({}, { turn }))
    expect(found?.evidence[0]).toBe('shoulder-width')
    expect(Math.sign(found?.value ?? 0)).toBe(Math.sign(turn))
    expect(Math.abs((found?.value ?? 99) - turn)).toBeLessThan(2 * (found?.error ?? 0))
    expect(found?.error).toBeGreaterThan(7)
  })

  test('a small turn rests on depth and the error is larger than the turn may be', () => {
    const found = last(then({}, { turn: 5 }))
    expect(found?.evidence[0]).toBe('depth')
    expect(found?.error).toBeGreaterThan(5)
    expect(Math.abs(found?.value ?? 99)).toBeLessThan(15)
  })

  test.each([-40, -20, 20, 40])('stepping round by %s degrees is no rotation of the trunk', (yaw) => {
    for (const arms of [{}, FORWARD])
      expect([
        yaw,
        Math.abs(last(then(arms, { ...arms, yaw }))?.value ?? 99) < 4 + 0.4 * Math.abs(yaw),
      ]).toEqual([yaw, true])
  })

  test('withheld under a side bend until the trunk is upright again', () => {
    expect(last(then({}, { bend: 26 }))).toBeNull()
    expect(last(then({}, { turn: 30, bend: -28 }))).toBeNull()
    expect(last((t) => ({ bend: t < 2 ? 0 : t < 4 ? 26 : 17 }))).toBeNull()
    expect(last((t) => ({ bend: t < 2 ? 0 : t < 4 ? 26 : 8 }))).not.toBeNull()
  })

  test('a resting lean is the own zero, not a bend', () => {
    const found = last((t) => ({
      bend: 8,
      ...(t < 2 ? {} : { ...FORWARD, turn: 40 * Math.min(1, (t - 2) / 2) }),
    }))
    expect(found?.value).toBeGreaterThan(28)
  })

  test.each(['shoulderL', 'shoulderR', 'hipL', 'hipR'] as const)('withheld when %s is hidden', (part) => {
    expect(last(then({}, { turn: 30 }), { visibility: { [part]: 0.2 } })).toBeNull()
  })

  test('hidden hands leave breadth and depth', () => {
    const found = last(then(FORWARD, { ...FORWARD, turn: 40 }), { visibility: { wristL: 0, wristR: 0 } })
    expect(found?.evidence).not.toContain('hands-forward')
    expect(Math.sign(found?.value ?? 0)).toBe(1)
  })

  test('without depth the side of a turn is not known, and the error says so', () => {
    const flat = film(6, 30, then({}, { turn: 45 })).map((frame) => ({ ...frame, world: null }))
    expect(readings(flat).at(-1)?.error).toBeGreaterThan(30)
  })

  test('goes smoothly while evidence comes and goes', () => {
    const frames = film(12, 30, (t) => ({
      turn: 45 * Math.sin(t),
      flexL: 90 * wave(t, 5),
      flexR: 90 * wave(t, 5),
    }))
    const values = readings(frames).map((reading) => reading?.value ?? Number.NaN)
    const steps = values.slice(30).map((value, i) => Math.abs(value - (values[i + 29] ?? value)))
    expect(Math.max(...steps)).toBeLessThan(9)
  })

  test('a mirror turns the sign and nothing else', () => {
    const frames = film(8, 30, (t) => ({ ...FORWARD, turn: 40 * Math.sin(t) }))
    const plain = readings(frames)
    for (const [i, reading] of readings(frames.map(mirrorFrame)).entries())
      expect(reading?.value).toBeCloseTo(-(plain[i]?.value ?? Number.NaN), 6)
  })

  test('holds at 10 to 60 frames a second', () => {
    const at = (fps: number): number =>
      readings(film(8, fps, (t) => ({ ...FORWARD, turn: 35 * Math.min(1, t / 4) }))).at(-1)?.value ?? 99
    for (const fps of [10, 15, 60]) expect(Math.abs(at(fps) - at(30))).toBeLessThan(2)
  })

  test('trembling landmarks, any turn: the sign of a clear turn is right and the value stays within three errors', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 999 }), (turn, seed) => {
        const shot = { noise: normal(random(seed), 0.004) }
        const found = last(then(FORWARD, { ...FORWARD, turn }), shot)
        if (found === null) return
        expect(Math.abs(found.value - turn)).toBeLessThan(3 * found.error)
        if (Math.abs(turn) > 20) expect(Math.sign(found.value)).toBe(Math.sign(turn))
      }),
      { numRuns: 25, seed: 4 },
    )
  })

  test('one frame alone gives a reading, with nothing of the past', () => {
    const body = new BodyReader()
    const [frame] = film(1, 30, () => ({ ...FORWARD, turn: 30 }))
    if (frame === undefined) throw new Error('no frame')
    const now = body.read(frame)
    expect(trunkRotation(now, null)?.error).toBeGreaterThan(5)
  })
})
