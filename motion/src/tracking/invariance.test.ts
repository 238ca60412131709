import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SetSummary } from '../events.ts'
import { MOVEMENTS } from '../testing/movements.ts'
import { film, type Sketch as Posture, repetitions, type Shot } from '../person/film.ts'
import { normal, random } from '../person/random.ts'
import { track } from '../testing/track.ts'

type Case = { name: keyof typeof MOVEMENTS; posture: (t: number) => Posture; truth: number }

/** Four repetitions each, and the range that they truly have. */
const CASES: readonly Case[] = [
  {
    name: 'abduction',
    posture: (t) => ({ abductL: 4 + 90 * repetitions(t, 4, 3), abductR: 4 + 90 * repetitions(t, 4, 3) }),
    truth: 94,
  },
  { name: 'sideBend', posture: (t) => ({ bend: 25 * repetitions(t, 4, 3) }), truth: 25 },
]

const play = ({ name, posture }: Case, fps: number, shot: Shot = {}, over: Posture = {}): SetSummary =>
  track(
    MOVEMENTS[name],
    film(15, fps, (t) => ({ ...posture(t), ...over }), shot),
  ).summary

const rangeOff = ({ truth }: Case, { range }: SetSummary): number =>
  Math.abs((range?.best ?? Number.NaN) - truth)

describe('counts and ranges are those of the person', () => {
  const any = fc.constantFrom(...CASES)

  test('at 10 to 60 frames a second, with noise', () => {
    fc.assert(
      fc.property(any, fc.integer({ min: 10, max: 60 }), fc.integer(), (one, fps, seed) => {
        const summary = play(one, fps, { noise: normal(random(seed), 0.003) })
        expect(summary.reps).toMatchObject({ total: 4, partial: 0 })
        expect(rangeOff(one, summary)).toBeLessThanOrEqual(summary.range?.error ?? 0)
      }),
      { numRuns: 8, seed: 3 },
    )
  })

  test('from near and far, wherever in the picture, up to 20 degrees askew', () => {
    const shots = fc.record({
      metres: fc.double({ min: 2.1, max: 4, noNaN: true }),
      aside: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
      yaw: fc.integer({ min: -20, max: 20 }),
    })
    fc.assert(
      fc.property(any, shots, (one, { metres, aside, yaw }) => {
        const summary = play(one, 20, { metres }, { aside, yaw })
        // Too far askew to be the view that is asked for, the engine may abstain, but never say something else.
        if (summary.seenShare > 0.5) expect(summary.reps).toMatchObject({ total: 4, partial: 0 })
        if (summary.range !== null) expect(rangeOff(one, summary)).toBeLessThanOrEqual(summary.range.error)
        if (Math.abs(yaw) <= 12) expect(summary.range).not.toBeNull()
      }),
      { numRuns: 8, seed: 5 },
    )
  })

  test('the same repetition lasts as long at every frame rate', () => {
    for (const one of CASES) {
      const [slow, fast] = [play(one, 10), play(one, 60)]
      for (const [i, repetition] of slow.repetitions.entries()) {
        const other = fast.repetitions[i]
        expect(Math.abs(repetition.peak - (other?.peak ?? 0))).toBeLessThan(0.2)
        expect(Math.abs(repetition.start - (other?.start ?? 0))).toBeLessThan(0.25)
        expect(Math.abs((repetition.backSeconds ?? 9) - (other?.backSeconds ?? 0))).toBeLessThan(0.3)
      }
    }
  })
})

describe('what a set came to, by side', () => {
  test('best and mean range, times and symmetry', () => {
    const tops = [30, 20, 26, 18]
    const frames = film(18, 30, (t) => ({
      bend: tops.reduce(
        (sum, top, i) => sum + (i % 2 === 0 ? top : -top) * repetitions(t, 1, 3, 2 + 3.5 * i),
        0,
      ),
    }))
    const { sides, meanRange, symmetry, range } = track(MOVEMENTS.sideBend, frames).summary
    expect([sides?.left.reps, sides?.right.reps, sides?.both.reps]).toEqual([2, 2, 0])
    expect(sides?.left.best).toBeCloseTo(30, -1)
    expect(Math.abs((sides?.left.mean ?? 0) - 28)).toBeLessThan(1.5)
    expect(Math.abs((sides?.right.mean ?? 0) - 19)).toBeLessThan(1.5)
    expect(symmetry).toBeCloseTo(19 / 28, 1)
    expect(meanRange).toMatchObject({ left: sides?.left.mean, right: sides?.right.mean, error: range?.error })
    expect(sides?.left.outSeconds).toBeGreaterThan(0.8)
    expect(sides?.left.backSeconds).toBeGreaterThan(0.6)
  })

  test('both arms at once: each has its range, and neither what nobody measured', () => {
    const frames = film(12, 30, (t) => ({
      abductL: 5 + 95 * repetitions(t, 3, 3),
      abductR: 5 + 55 * repetitions(t, 3, 3),
    }))
    const { sides, symmetry } = track(MOVEMENTS.abduction, frames).summary
    expect([sides?.both.reps, sides?.left.reps, sides?.right.reps]).toEqual([3, 0, 0])
    expect(Math.abs((sides?.left.mean ?? 0) - 100)).toBeLessThan(5)
    expect(Math.abs((sides?.right.mean ?? 0) - 60)).toBeLessThan(5)
    expect(symmetry).toBeCloseTo(0.6, 1)
    const squat = track(
      MOVEMENTS.squat,
      film(12, 30, (t) => ({ knee: 80 * repetitions(t, 3, 3) })),
    ).summary
    expect([squat.symmetry, squat.meanRange, squat.sides?.both.mean]).toEqual([null, null, null])
  })
})
