import { describe, expect, test } from 'vitest'
import { SIGNALS } from '../angles/angles.ts'
import { MOVEMENTS } from '../testing/movements.ts'
import { film, type Sketch as Posture, repetitions } from '../person/film.ts'
import { only, track } from '../testing/track.ts'
import { startTracking } from './state.ts'
import { step } from './step.ts'
import { calibrationOf } from './summary.ts'

const raise = (t: number): Posture => {
  const out = 4 + 116 * repetitions(t, 3, 3)
  return { abductL: out, abductR: out }
}

describe('the range that is shown', () => {
  test('comes with its error and by side', () => {
    const { range } = track(MOVEMENTS.abduction, film(12, 30, raise)).summary
    expect(range).toMatchObject({ signal: 'shoulder_abduction', unit: 'deg', error: 6 })
    for (const value of [range?.left, range?.right, range?.best])
      expect(Math.abs((value ?? 0) - 120)).toBeLessThan(6)
  })

  test('both own sides of a trunk signal are positive', () => {
    const frames = film(12, 30, (t) => ({ bend: 25 * repetitions(t, 1, 4) - 15 * repetitions(t, 1, 4, 7) }))
    const { range } = track(MOVEMENTS.sideBend, frames).summary
    expect(range?.left).toBeCloseTo(25, 0)
    expect(range?.right).toBeCloseTo(15, 0)
    expect(range?.best).toBe(range?.left)
  })

  test('is withheld from a view that is not honest, while the counting goes on', () => {
    const { events, summary } = track(
      MOVEMENTS.squat,
      film(12, 30, (t) => ({ yaw: 38, knee: 90 * repetitions(t, 3, 3) })),
    )
    expect([summary.reps.total, summary.range, only(events, 'range')]).toEqual([3, null, []])
  })

  test('is withheld from a view that the exercise does not list, though the table would allow it', () => {
    const movement = {
      ...MOVEMENTS.sideBend,
      count: { ...MOVEMENTS.sideBend.count, views: ['front', 'back'] },
    } as typeof MOVEMENTS.sideBend
    const { summary } = track(
      movement,
      film(12, 30, (t) => ({ yaw: 180, bend: 25 * repetitions(t, 2, 4) })),
    )
    expect([summary.reps.left, summary.range]).toEqual([2, null])
  })

  test('evidence weaker than the table vouches for is never shown as a number', () => {
    // Turns with the arms down rest on breadth and depth alone.
    const frames = film(14, 30, (t) => ({ turn: 20 * repetitions(t, 4, 3) }))
    const { summary } = track(
      {
        ...MOVEMENTS.rotation,
        count: { ...MOVEMENTS.rotation.count, minRange: 8 },
      } as typeof MOVEMENTS.rotation,
      frames,
    )
    expect(summary.seenShare).toBeGreaterThan(0.9)
    const vouched = SIGNALS.trunk_axial_rotation.error.front ?? 0
    expect(summary.range?.error ?? 0).toBeLessThanOrEqual(vouched)
  })

  test('becomes null once, when it can no longer be seen', () => {
    const frames = film(6, 30, (t) => (t > 4 ? null : raise(t)))
    const ranges = only(track(MOVEMENTS.abduction, frames).events, 'range')
    expect(ranges.filter((one) => one.value === null)).toHaveLength(1)
    expect(ranges.at(-1)).toMatchObject({ value: null, share: null })
  })

  test('a trend is never shown as a number', () => {
    const movement = {
      ...MOVEMENTS.stillness,
      measure: { signal: 'shrug_index' as const, views: ['front' as const] },
    }
    const { events, summary } = track(
      movement,
      film(4, 30, () => ({ shrug: 0.02 })),
    )
    expect([summary.range, only(events, 'range')]).toEqual([null, []])
  })
})

describe('share of the target', () => {
  const shares = (options: Parameters<typeof startTracking>[1]) =>
    only(track(MOVEMENTS.abduction, film(12, 30, raise), options).events, 'range').map((one) => one.share)

  test('is 1 at the near end of the target', () => {
    expect(Math.max(...shares({ targetRange: { min: 120, max: 150 } }).map((one) => one ?? 0))).toBeCloseTo(
      1,
      1,
    )
    expect(Math.max(...shares({ targetRange: { min: 60, max: 90 } }).map((one) => one ?? 0))).toBe(1.5)
  })

  test('without a target it is that of the own range, unknown before the first repetition', () => {
    const all = shares({})
    expect(all[0]).toBeNull()
    expect(Math.max(...all.slice(200).map((one) => one ?? 0))).toBeCloseTo(1, 1)
  })
})

describe('what a set comes to', () => {
  test('tempo from peak to peak; the share of the time that was seen', () => {
    const frames = film(16, 30, (t) => (t > 12 ? null : raise(t)))
    const { summary } = track(MOVEMENTS.abduction, frames)
    expect(summary.tempoSeconds).toBeCloseTo(3, 1)
    expect(summary.seenShare).toBeGreaterThan(0.68)
    expect(summary.seenShare).toBeLessThan(0.78)
  })

  test('a timed exercise counts nothing and still knows how long it saw the person', () => {
    const { events, summary } = track(MOVEMENTS.stillness, film(10, 30, raise))
    expect(summary).toMatchObject({ reps: { total: 0 }, tempoSeconds: null, range: null, holdSeconds: 0 })
    expect(summary.seenShare).toBeGreaterThan(0.95)
    expect(only(events, 'found')).toHaveLength(1)
  })

  test('the neutral pose of one set serves the next', () => {
    let state = startTracking(MOVEMENTS.rotation)
    for (const frame of film(2, 30, () => ({}))) state = step(state, frame).state
    const calibration = calibrationOf(state)
    expect(calibration?.neutral?.arm).toBeGreaterThan(1)
    const turned = film(8, 30, (t) => ({ flexL: 90, flexR: 90, turn: 40 * repetitions(t, 2, 3) }))
    const known = track(MOVEMENTS.rotation, turned, { calibration }).summary.range
    expect(known?.error).toBeLessThan(14)
    expect(Math.abs((known?.left ?? 0) - 40)).toBeLessThan(known?.error ?? 0)
  })
})
