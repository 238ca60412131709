import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Frame } from '../pose.ts'
import { MOVEMENTS, rule } from '../testing/movements.ts'
import { film, photograph } from '../person/film.ts'
import { track } from '../testing/track.ts'

const broken = fc.oneof(
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, -0, 1e300, -1e300),
  fc.double({ min: -2, max: 2 }),
)
const points = fc.oneof(
  fc.constant(null),
  fc.constant([]),
  fc.array(broken, { minLength: 132, maxLength: 132 }),
  fc.array(broken, { maxLength: 131 }),
  fc.constant(Array.from({ length: 132 }, () => 0.5)),
  fc.constant(Array.from(photograph(0, {}).image ?? [])),
)
const frames: fc.Arbitrary<Frame[]> = fc.array(
  fc.record({
    t: fc.oneof(fc.double({ min: 0, max: 20, noNaN: true }), broken),
    width: fc.constantFrom(640, 0, -1, Number.NaN),
    height: fc.constantFrom(480, 0),
    image: points,
    world: points,
  }),
  { maxLength: 80 },
)
const all = Object.values(MOVEMENTS).map((movement) => ({
  ...movement,
  faults: [
    rule({}),
    rule({ id: 'fast', when: 'fasterThan', signal: 'hip_height_cycle' }),
    rule({ id: 'x', signal: 'shrug_index' }),
  ],
}))

const finite = (value: unknown): boolean =>
  typeof value === 'number'
    ? Number.isFinite(value)
    : typeof value !== 'object' || value === null || Object.values(value).every(finite)

describe('broken input', () => {
  test('never throws and never gives a number that is none', () => {
    fc.assert(
      fc.property(frames, fc.constantFrom(...all), (film, movement) => {
        const { events, summary } = track(movement, film)
        expect(finite(summary)).toBe(true)
        expect(finite(events)).toBe(true)
        expect(summary.seenShare).toBeGreaterThanOrEqual(0)
        expect(summary.seenShare).toBeLessThanOrEqual(1)
      }),
      { numRuns: 300 },
    )
  })

  test('a body without length gives no angle', () => {
    const flat = Array.from({ length: 132 }, (_, i) => (i % 4 === 3 ? 1 : 0.5))
    const still = Array.from({ length: 90 }, (_, i) => ({
      t: i / 30,
      width: 640,
      height: 480,
      image: flat,
      world: flat,
    }))
    for (const movement of all)
      expect(track(movement, still).summary).toMatchObject({ reps: { total: 0 }, range: null })
  })

  test('time that stands still or runs backwards is passed over', () => {
    const once = film(14, 30, (t) => ({
      knee: t > 2 && t < 11 ? 45 - 45 * Math.cos((2 * Math.PI * (t - 2)) / 3) : 0,
    }))
    const doubled = once.flatMap((frame) => [frame, frame, { ...frame, t: frame.t - 0.5 }])
    expect(track(MOVEMENTS.squat, doubled).summary).toEqual(track(MOVEMENTS.squat, once).summary)
    expect(track(MOVEMENTS.squat, once).summary.reps.total).toBe(3)
  })

  test('two people who swap places from frame to frame are not counted as movement', () => {
    const swap = film(10, 30, (t) => ({ aside: Math.floor(t * 3) % 2 === 0 ? -0.5 : 0.5 }))
    for (const id of ['squat', 'abduction', 'sideBend'] as const)
      expect([id, track(MOVEMENTS[id], swap).summary.reps.total]).toEqual([id, 0])
  })

  test('memory does not grow with the length of the set', () => {
    const [one, ten] = [60, 600].map((seconds) =>
      track(
        MOVEMENTS.squat,
        film(seconds, 10, (t) => ({ knee: 45 - 45 * Math.cos(2 * t) })),
      ),
    )
    expect(ten?.summary.reps.total).toBeGreaterThan(9 * (one?.summary.reps.total ?? 99))
    expect(ten?.summary.repetitions.length).toBeLessThanOrEqual(500)
  })
})
