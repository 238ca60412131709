import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mirror } from '../skeleton/mirror.ts'
import type { Frame } from '../pose.ts'
import { MOVEMENTS } from '../testing/movements.ts'
import { film, type Sketch as Posture, repetitions } from '../person/film.ts'
import { normal, random } from '../person/random.ts'
import { only, track } from '../testing/track.ts'

const squat =
  (yaw: number, depth = 90) =>
  (t: number): Posture => ({ yaw, knee: depth * repetitions(t, 5, 3) })
const abduction = (t: number): Posture => {
  const out = 4 + 130 * repetitions(t, 4, 3)
  return { abductL: out, abductR: out }
}
/** Turns to the left, then to the right, hands held forward. */
const turns = (t: number): Posture => {
  const turn = t < 2 ? 0 : 40 * Math.sin((2 * Math.PI * (t - 2)) / 4)
  return { flexL: 90, flexR: 90, turn: t > 14 ? 0 : turn }
}

describe('repetitions are counted', () => {
  test.each([
    ['front', 0],
    ['oblique', 38],
    ['side', 90],
    ['the other side', -90],
  ])('a squat seen from the %s', (_view, yaw) => {
    const { summary } = track(MOVEMENTS.squat, film(18, 30, squat(yaw)))
    expect(summary.reps).toEqual({ total: 5, left: 0, right: 0, partial: 0 })
  })

  test('both arms together are one repetition of both', () => {
    const { summary } = track(MOVEMENTS.abduction, film(15, 30, abduction))
    expect(summary.reps.total).toBe(4)
    expect(summary.repetitions.map((one) => one.side)).toEqual(['both', 'both', 'both', 'both'])
  })

  test('one arm alone is a repetition of that side', () => {
    const left = film(15, 30, (t) => ({ abductL: 4 + 100 * repetitions(t, 3, 3) }))
    expect(track(MOVEMENTS.abduction, left).summary.reps).toEqual({ total: 3, left: 3, right: 0, partial: 0 })
  })

  test('turns to either side in turn', () => {
    const { summary } = track(MOVEMENTS.rotation, film(15, 30, turns))
    expect(summary.reps).toEqual({ total: 6, left: 3, right: 3, partial: 0 })
    expect(summary.repetitions[0]?.side).toBe('left')
  })

  test('turns with the arms down, by the narrowing of the shoulders', () => {
    const frames = film(16, 30, (t) => ({ turn: t < 2 ? 0 : 45 * Math.sin((2 * Math.PI * (t - 2)) / 4) }))
    const { reps } = track(MOVEMENTS.rotation, frames).summary
    expect([reps.left, reps.right]).toEqual([4, 3])
  })

  test('the repetition is told when the peak is left, long before the person is back', () => {
    const frames = film(18, 30, squat(90))
    const first = only(track(MOVEMENTS.squat, frames).events, 'rep')[0]
    expect(first?.repetition.peak).toBeCloseTo(3.5, 0)
    expect((first?.t ?? 99) - (first?.repetition.peak ?? 0)).toBeLessThan(0.5)
  })

  test('a short one is reported as partial and does not count', () => {
    const depth = [90, 90, 40, 90]
    const frames = film(16, 30, (t) => ({
      yaw: 90,
      knee: (depth[Math.floor((t - 2) / 3)] ?? 0) * repetitions(t, 4, 3),
    }))
    const { summary } = track(MOVEMENTS.squat, frames)
    expect(summary.reps).toMatchObject({ total: 3, partial: 0 })
    const half = [90, 90, 58, 90]
    const deeper = film(16, 30, (t) => ({
      yaw: 90,
      knee: (half[Math.floor((t - 2) / 3)] ?? 0) * repetitions(t, 4, 3),
    }))
    expect(track(MOVEMENTS.squat, deeper).summary.reps).toMatchObject({ total: 3, partial: 1 })
  })

  test('two thirds of the usual way are whole by a sure signal, and may be half by an unsure one', () => {
    const short = (t: number): number => (t > 11 ? 0.67 : 1) * repetitions(t, 4, 3)
    const raised = (t: number): Posture => ({ abductL: 120 * short(t), abductR: 120 * short(t) })
    const bent = (t: number): Posture => ({ bend: 40 * short(t) })
    // Heights within 8 of 120 degrees, and within 11 of 40.
    expect(track(MOVEMENTS.abduction, film(15, 30, raised)).summary.reps).toMatchObject({
      total: 4,
      partial: 0,
    })
    expect(track(MOVEMENTS.sideBend, film(15, 30, bent)).summary.reps).toMatchObject({ total: 3, partial: 1 })
  })

  test('a bounce at the bottom is no second repetition', () => {
    const frames = film(12, 30, (t) => ({
      yaw: 90,
      knee: 95 * repetitions(t, 1, 6) - (t > 4 && t < 6 ? 8 * Math.sin(6 * t) ** 2 : 0),
    }))
    expect(track(MOVEMENTS.squat, frames).summary.reps.total).toBe(1)
  })
})

describe('what is no repetition is not counted', () => {
  test('a minute of fidgeting', () => {
    const next = random(7)
    const sway = Array.from({ length: 40 }, () => next() - 0.5)
    const frames = film(60, 15, (t) => {
      const at = (k: number): number => {
        const i = Math.floor(t + k) % sway.length
        return (sway[i] ?? 0) + (t % 1) * ((sway[(i + 1) % sway.length] ?? 0) - (sway[i] ?? 0))
      }
      return {
        knee: 6 + 10 * at(0),
        bend: 5 * at(9),
        turn: 8 * at(3),
        abductL: 8 + 12 * at(5),
        abductR: 8 + 12 * at(12),
      }
    })
    for (const id of ['squat', 'abduction', 'sideBend', 'rotation'] as const)
      expect([id, track(MOVEMENTS[id], frames).summary.reps.total]).toEqual([id, 0])
  })

  test('walking in from the side and out again', () => {
    const frames = film(12, 30, (t) =>
      t < 2 || t > 10 ? null : { aside: t < 4 ? 4 - t : t > 8 ? t - 8 : 0, knee: 4 },
    )
    for (const id of ['squat', 'sideBend', 'rotation'] as const)
      expect([id, track(MOVEMENTS[id], frames).summary.reps.total]).toEqual([id, 0])
  })

  test('a movement from a view in which it may not be judged', () => {
    const arms = film(12, 30, (t) => ({
      flexL: 130 * repetitions(t, 3, 3),
      flexR: 130 * repetitions(t, 3, 3),
    }))
    const { events, summary } = track(MOVEMENTS.flexion, arms)
    expect(summary).toMatchObject({ reps: { total: 0, partial: 0 }, repetitions: [], seenShare: 0 })
    expect(only(events, 'found')).toEqual([])
  })

  test('an empty room', () => {
    const { events, summary } = track(
      MOVEMENTS.squat,
      film(5, 30, () => null),
    )
    expect(summary).toMatchObject({ reps: { total: 0, partial: 0 }, range: null, seenShare: 0 })
    expect(events.map((event) => event.type)).toEqual(['framing'])
  })

  test('a peak during which the person was out of the picture', () => {
    const frames = film(8, 30, (t) =>
      t > 3 && t < 4.2 ? null : { yaw: 90, knee: 90 * repetitions(t, 1, 3) },
    )
    const { events, summary } = track(MOVEMENTS.squat, frames)
    expect(summary.reps.total).toBe(0)
    expect(only(events, 'lost')).toHaveLength(1)
  })

  test('a gap of a quarter second is bridged', () => {
    const frames = film(8, 30, (t) =>
      t > 3.2 && t < 3.44 ? null : { yaw: 90, knee: 90 * repetitions(t, 1, 3) },
    )
    const { events, summary } = track(MOVEMENTS.squat, frames)
    expect(summary.reps.total).toBe(1)
    expect(only(events, 'lost')).toHaveLength(0)
  })
})

const inMirror = (frames: readonly Frame[]): Frame[] =>
  frames.map((frame) => ({
    ...frame,
    image: frame.image === null ? null : mirror(frame.image, 'image'),
    world: frame.world === null ? null : mirror(frame.world, 'world'),
  }))

/** The same angle but for what floating point loses; null stays null. */
const closeTo = (value: number | null | undefined): unknown =>
  typeof value === 'number' ? expect.closeTo(value, 6) : null

describe('the result does not depend on the camera', () => {
  const shown = (frames: readonly Frame[]) => track(MOVEMENTS.squat, frames).summary.reps.total

  test('10 to 60 frames a second, jitter, a fifth of the frames dropped', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 60 }),
        fc.integer(),
        fc.constantFrom(0, 38, 90),
        (fps, seed, yaw) => {
          const next = random(seed)
          const jitter = film(18, fps, squat(yaw), { noise: normal(random(seed + 1), 0.004) })
            .filter(() => next() > 0.2)
            .map((frame) => ({ ...frame, t: frame.t + (next() - 0.5) * 0.01 }))
          expect(shown(jitter)).toBe(5)
        },
      ),
      { numRuns: 25 },
    )
  })

  test('distance, place in the picture and size of the picture', () => {
    const shots = fc.record({
      metres: fc.double({ min: 2.1, max: 4, noNaN: true }),
      width: fc.integer({ min: 400, max: 1920 }),
      height: fc.integer({ min: 360, max: 1080 }),
      aside: fc.double({ min: -0.15, max: 0.15, noNaN: true }),
      yaw: fc.integer({ min: -20, max: 20 }),
    })
    fc.assert(
      fc.property(shots, ({ aside, yaw, ...shot }) => {
        const frames = film(15, 15, (t) => ({ ...abduction(t), aside, yaw }), shot)
        const narrow = shot.width / shot.height < 0.9
        if (!narrow && Math.abs(yaw) < 15)
          expect(track(MOVEMENTS.abduction, frames).summary.reps.total).toBe(4)
        expect(shown(film(18, 15, (t) => ({ ...squat(yaw)(t), aside }), shot))).toBe(5)
      }),
      { numRuns: 20 },
    )
  })

  test('in a mirror the sides change and nothing else, whatever the sides were', () => {
    const bends = fc.array(fc.constantFrom(-30, -20, 20, 30), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(
        bends,
        fc.integer({ min: 12, max: 60 }),
        fc.integer({ min: -12, max: 12 }),
        (tops, fps, yaw) => {
          const frames = film(3 + 3 * tops.length, fps, (t) => ({
            yaw,
            bend: tops.reduce((sum, top, i) => sum + top * repetitions(t, 1, 3, 2 + 3 * i), 0),
          }))
          const plain = track(MOVEMENTS.sideBend, frames).summary
          const other = track(MOVEMENTS.sideBend, inMirror(frames)).summary
          expect([plain.reps.left, plain.reps.right]).toEqual([
            tops.filter((top) => top > 0).length,
            tops.filter((top) => top < 0).length,
          ])
          expect([other.reps.left, other.reps.right]).toEqual([plain.reps.right, plain.reps.left])
          expect(other.range?.left ?? null).toEqual(closeTo(plain.range?.right))
          expect(other.range?.right ?? null).toEqual(closeTo(plain.range?.left))
          expect({ ...other.reps, left: 0, right: 0 }).toEqual({ ...plain.reps, left: 0, right: 0 })
        },
      ),
      { numRuns: 25 },
    )
  })

  test('a turn in a mirror is one to the other side', () => {
    const frames = film(13, 30, (t) => ({ ...turns(t), turn: t > 4 ? 0 : (turns(t).turn ?? 0) }))
    const plain = track(MOVEMENTS.rotation, frames).summary
    const other = track(MOVEMENTS.rotation, inMirror(frames)).summary
    expect([plain.reps.left, plain.reps.right]).toEqual([1, 0])
    expect([other.reps.left, other.reps.right]).toEqual([0, 1])
    expect(other.range?.right).toBeCloseTo(plain.range?.left ?? 0, 6)
  })
})
