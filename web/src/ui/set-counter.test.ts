import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Calibration, type Frame, LANDMARKS, Movement } from '@dorsal/motion'
import { describe, expect, it } from 'vitest'
import { SetCounter } from './set-counter.ts'

const exercise = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../content/data/exercises/squat.json'), 'utf8'),
) as { movement: unknown }
const squat = Movement.parse(exercise.movement)

const HIPS = new Set(['hipL', 'hipR'])
const PLACES: Record<string, [number, number]> = {
  nose: [0.5, 0.15],
  shoulderL: [0.56, 0.28],
  shoulderR: [0.44, 0.28],
  elbowL: [0.58, 0.4],
  elbowR: [0.42, 0.4],
  wristL: [0.58, 0.5],
  wristR: [0.42, 0.5],
  hipL: [0.54, 0.52],
  hipR: [0.46, 0.52],
  kneeL: [0.54, 0.7],
  kneeR: [0.46, 0.7],
  ankleL: [0.54, 0.88],
  ankleR: [0.46, 0.88],
}

/** A person facing the camera whose body above the knees is lowered by `depth` of the picture. */
function person(t: number, depth: number): Frame {
  const image = LANDMARKS.flatMap((name) => {
    const [x, y] =
      PLACES[name] ?? (/heel|foot/.test(name) ? [name.endsWith('L') ? 0.55 : 0.45, 0.9] : [0.5, 0.16])
    const lowered = y < 0.6 || HIPS.has(name) ? depth : 0
    return [x, y + lowered, 0, 1]
  })
  const world = LANDMARKS.flatMap((name) => {
    const [x, y] = PLACES[name] ?? [0.5, 0.16]
    return [(x - 0.5) * 2, (y - 0.52) * 2, 0, 1]
  })
  return { t, width: 640, height: 640, image, world }
}

/** Stands two seconds, squats `times`, four seconds each, at 15 frames a second from `start`. */
function* squats(start: number, times: number): Generator<Frame> {
  for (let i = 0; i < (2 + times * 4) * 15; i++) {
    const t = i / 15
    const depth = t < 2 ? 0 : 0.14 * (0.5 - 0.5 * Math.cos(((t - 2) / 4) * 2 * Math.PI))
    yield person(start + t, depth)
  }
}

describe('a set as the stage counts it', () => {
  it('counts while it runs', () => {
    const set = new SetCounter(1, squat, null)
    for (const frame of squats(0, 3)) set.take(frame, true)
    expect(set.summary().reps.total).toBe(3)
  })

  it('counts nothing before the start or in a pause, and says only where the person is', () => {
    const set = new SetCounter(1, squat, null)
    const types = new Set<string>()
    for (const frame of squats(0, 3)) for (const { type } of set.take(frame, false)) types.add(type)
    expect(set.summary().reps.total).toBe(0)
    expect(types.has('framing')).toBe(true)
    expect([...types].filter((type) => !['framing', 'found', 'lost'].includes(type))).toEqual([])
    for (const frame of squats(20, 2)) set.take(frame, true)
    for (const frame of squats(40, 2)) set.take(frame, false)
    for (const frame of squats(60, 1)) set.take(frame, true)
    expect(set.summary().reps.total).toBe(3)
  })

  it('starts a new set from nothing, but knows how the person stands', () => {
    const first = new SetCounter(1, squat, null)
    for (const frame of squats(0, 2)) first.take(frame, true)
    const second = new SetCounter(2, squat, first)
    expect(second.summary().reps.total).toBe(0)
    expect(second.neutral()).toEqual(first.neutral())
    expect(first.neutral()).not.toBeNull()
  })
})

/** What a device may have kept of the person of these tests, `broad` times as broad, who went `down` of a leg length. */
function kept({ broad = 1, down = 0.5 } = {}): Calibration {
  const first = new SetCounter(0, squat, null)
  for (const frame of squats(0, 1)) first.take(frame, true)
  const seen = first.neutral()
  if (seen?.neutral?.shoulderWidth == null) throw new Error('nothing was learnt of the person')
  const { shoulderWidth } = seen.neutral
  return {
    ...seen,
    mirrored: false,
    neutral: { ...seen.neutral, shoulderWidth: shoulderWidth * broad, hipX: 9999 },
    ranges: { hip_height_cycle: { left: null, right: null, both: down } },
  }
}

/** What the set knows of the person once it has begun. */
function begun(counter: SetCounter): Calibration | null {
  for (const frame of squats(100, 0)) counter.take(frame, false)
  for (const frame of squats(110, 0)) counter.take(frame, true)
  return counter.neutral()
}

describe('a set with what an earlier day has shown', () => {
  it('knows the range and the side of the camera from then, and where the person stands from now', () => {
    const now = begun(new SetCounter(1, squat, null, kept()))
    expect(now?.mirrored).toBe(false)
    expect(now?.ranges).toEqual({ hip_height_cycle: { left: null, right: null, both: 0.5 } })
    expect(now?.neutral?.hipX).toBeLessThan(640)
  })

  it('does not give the range of one person to another in front of the same camera', () => {
    const now = begun(new SetCounter(1, squat, null, kept({ broad: 1.4 })))
    expect(now?.ranges).toEqual({})
    expect(now?.mirrored).toBe(false)
  })

  it('takes over what is learnt while the person waits for the start', () => {
    const counter = new SetCounter(1, squat, null)
    for (const frame of squats(0, 0)) counter.take(frame, false)
    counter.know(kept())
    expect(begun(counter)?.ranges['hip_height_cycle']?.both).toBe(0.5)
  })

  it('uses what is learnt in the middle of a set from the next one on, and keeps the count of this one', () => {
    const first = new SetCounter(1, squat, null)
    for (const frame of squats(0, 1)) first.take(frame, true)
    const learnt = { ...kept(), mirrored: true }
    first.know(learnt)
    for (const frame of squats(20, 1)) first.take(frame, true)
    expect(first.summary().reps.total).toBe(2)
    expect(begun(new SetCounter(2, squat, first, learnt))?.mirrored).toBe(true)
  })

  it('uses what is learnt at once where nothing has been counted', () => {
    const counter = new SetCounter(1, squat, null)
    for (const frame of squats(0, 0)) counter.take(frame, true)
    counter.know({ ...kept(), mirrored: true })
    for (const frame of squats(10, 0)) counter.take(frame, true)
    expect(counter.neutral()?.mirrored).toBe(true)
  })

  it('goes on in the second set with the range of the first, not with that of the other day', () => {
    const known = kept({ down: 0.55 })
    const first = new SetCounter(1, squat, null, known)
    for (const frame of squats(0, 0)) first.take(frame, false)
    for (const frame of squats(10, 3)) first.take(frame, true)
    const shown = first.neutral()?.ranges['hip_height_cycle']?.both ?? Number.NaN
    expect(Math.abs(shown - 0.55)).toBeGreaterThan(0.02)
    const second = begun(new SetCounter(2, squat, first, known))
    expect(second?.ranges['hip_height_cycle']?.both).toBeCloseTo(shown, 6)
  })
})
