import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Frame } from '../pose.ts'
import { MOVEMENTS, rule } from '../testing/movements.ts'
import { film, type Sketch as Posture, repetitions } from '../person/film.ts'
import { track } from '../testing/track.ts'

/** Everything that the engine could say about a person, with rules that anything at all would break. */
const MOVED = Object.values(MOVEMENTS).map((movement) => ({
  ...movement,
  faults: [
    rule({ id: 'a', views: ['front', 'side', 'oblique', 'back'], threshold: 0.1, seconds: 0 }),
    rule({
      id: 'b',
      views: ['front', 'side', 'oblique', 'back'],
      signal: 'elbow_flexion',
      when: 'above',
      threshold: 0,
      seconds: 0,
    }),
    rule({
      id: 'c',
      views: ['front', 'side', 'oblique', 'back'],
      signal: 'hip_height_cycle',
      when: 'fasterThan',
      threshold: 0.01,
      seconds: 0,
    }),
  ],
}))
const SAYS = new Set(['rep', 'fault', 'range', 'hold'])
const said = (frames: readonly Frame[]): string[] =>
  MOVED.flatMap((movement) =>
    track(movement, frames)
      .events.map(({ type }) => type)
      .filter((type) => SAYS.has(type)),
  )

const wild = fc.oneof(
  fc.double({ min: -3, max: 3, noNaN: true }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300, -1e300, 5e-324, 0),
)
const numbers = fc.array(wild, { minLength: 100, maxLength: 140 })
const framesOf = (points: fc.Arbitrary<(number[] | null)[]>): fc.Arbitrary<Frame[]> =>
  fc
    .tuple(points, fc.constantFrom(10, 30, 60))
    .map(([all, fps]) =>
      all.map((image, i) => ({ t: i / fps, width: 640, height: 480, image, world: image })),
    )

test('numbers that are no body: nothing is said of anybody', () => {
  fc.assert(
    fc.property(framesOf(fc.array(fc.oneof(numbers, fc.constant(null)), { maxLength: 60 })), (frames) => {
      expect(said(frames)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('visible bodies without length, or of absurd size: nothing is said', () => {
  const visible = (image: number[]): number[] => image.map((value, i) => (i % 4 === 3 ? 1 : value))
  for (const size of [0, 1e-12, 1e12, Number.MAX_VALUE]) {
    const plain = film(4, 30, (t) => ({
      knee: 90 * repetitions(t, 2, 1, 0.5),
      abductL: 80 * repetitions(t, 2, 1, 0.5),
    }))
    const frames = plain.map((frame) => ({
      ...frame,
      image: visible(Array.from(frame.image ?? [], (value) => 0.5 + (value - 0.5) * size)),
      world: Array.from(frame.world ?? [], (value) => value * size),
    }))
    expect([size, said(frames)]).toEqual([size, []])
  }
})

test('two people whom the model takes in turn: neither is counted nor corrected', () => {
  const both =
    (every: number) =>
    (t: number): Posture =>
      Math.floor(t / every) % 2 === 0
        ? { aside: -0.6, knee: 90 * Math.sin(2 * t) ** 2, bend: 20 * Math.sin(3 * t) }
        : { aside: 0.6, abductL: 80, bend: -20 }
  for (const every of [0.07, 0.2, 0.5, 0.9])
    for (const fps of [15, 30]) {
      const frames = film(12, fps, both(every)).filter(({ t }) => t > every)
      const invented = MOVED.flatMap((movement) => track(movement, frames).events).filter(
        ({ type, t }) => (type === 'rep' || type === 'fault') && t > 1,
      )
      // The first of the two may be judged for as long as they are in view, never the one who comes up for a moment.
      expect([every, fps, invented.filter(({ t }) => Math.floor(t / every) % 2 === 0)]).toEqual([
        every,
        fps,
        [],
      ])
    }
})

test('the same frame again and again, and time that runs backwards: the person holds still', () => {
  const [one] = film(1, 30, () => ({ bend: 0 }))
  if (one === undefined) throw new Error('no frame')
  const still = Array.from({ length: 90 }, (_, i) => ({ ...one, t: i % 3 === 2 ? i / 30 - 1 : i / 30 }))
  for (const movement of Object.values(MOVEMENTS))
    expect(track(movement, still).summary).toMatchObject({ reps: { total: 0, partial: 0 }, faults: [] })
})
