import { describe, expect, test } from 'vitest'
import { film, repetitions } from '../person/film.ts'
import { MOVEMENTS } from '../testing/movements.ts'
import { track } from '../testing/track.ts'
import { Trips } from './trips.ts'

const bent = (bend: (t: number) => number, minRange = 8) => {
  const movement = { ...MOVEMENTS.sideBend, count: { ...MOVEMENTS.sideBend.count, minRange } }
  const frames = film(16, 30, (t) => ({ bend: bend(t) }))
  return track(movement as typeof MOVEMENTS.sideBend, frames).summary
}
/** Goes there within a second from `t` on, and stays. */
const stays = (t: number): number => Math.min(1, Math.max(0, t))

describe('the range of a set', () => {
  test('is that of its counted repetitions: arms that stay up after the last one are none', () => {
    const frames = film(16, 30, (t) => {
      const out = 4 + 86 * repetitions(t, 3, 3) + 60 * stays(t - 12)
      return { abductL: out, abductR: out }
    })
    const { reps, range, sides } = track(MOVEMENTS.abduction, frames).summary
    expect(reps.total).toBe(3)
    for (const value of [range?.best, range?.left, range?.right, sides?.both.best])
      expect(Math.abs((value ?? 0) - 90)).toBeLessThan(6)
  })

  test('knows nothing of a side to which nothing was counted', () => {
    const { reps, range } = bent((t) => 25 * repetitions(t, 2, 4) - 14 * stays(t - 12))
    expect(reps).toMatchObject({ left: 2, right: 0 })
    expect(range?.left).toBeCloseTo(25, 0)
    expect(range?.right).toBeNull()
  })

  test('is nothing at all before anything was counted', () => {
    expect(bent((t) => 20 * stays(t - 2))).toMatchObject({ reps: { total: 0 }, range: null, meanRange: null })
  })

  test('is not said where it is no larger than its own error, though it was counted', () => {
    const { reps, range, sides, symmetry } = bent(
      (t) => 25 * repetitions(t, 2, 4) - 6 * repetitions(t, 2, 3, 9),
      4,
    )
    expect(reps).toMatchObject({ left: 2, right: 2 })
    expect(range).toMatchObject({ right: null, error: 8 })
    expect(range?.best).toBe(range?.left)
    expect([sides?.right.best, sides?.right.mean, symmetry]).toEqual([null, null, null])
  })

  test('of a hold is what was held while the clock ran', () => {
    const frames = film(12, 30, (t) => ({ yaw: 90, flexR: 100 * stays(t - 2) + 50 * stays(t - 8) }))
    const { holdSeconds, range } = track(MOVEMENTS.armHold, frames).summary
    expect(holdSeconds).toBeGreaterThan(5)
    expect(range?.best).toBeLessThan(127)
  })
})

describe('Trips', () => {
  /** One way out to `to` and back within two seconds, at ten readings a second; a number of readings in the middle are not seen. */
  const go = (trips: Trips, from: number, to: number, unseen = 0): void => {
    for (let i = 0; i <= 20; i++) {
      const hidden = Math.abs(i - 10) < unseen
      trips.next(hidden ? Number.NaN : to * (1 - Math.abs(i - 10) / 10), from + i / 10, i === 0 || i === 20)
    }
  }

  test('a repetition that is told when the person has long been back is looked up by its peak', () => {
    const trips = new Trips(1)
    for (const [i, to] of [30, 50, 40].entries()) go(trips, 3 * i, to)
    expect(trips.best).toBeNaN()
    expect(trips.tell(4, 9, 'full')).toBeGreaterThan(35)
    expect(trips.best).toBe(trips.tell(4, 9, 'full'))
    expect(trips.tell(2.5, 9, 'full')).toBeNaN()
  })

  test('partial ones count only where none was full', () => {
    const trips = new Trips(-1)
    go(trips, 0, -60)
    trips.tell(1, 1.5, 'partial')
    expect(trips.best).toBeLessThan(-40)
    go(trips, 3, -30)
    trips.tell(4, 4.5, 'full')
    expect(trips.best).toBeGreaterThan(-31)
  })

  test('a limb that was hardly seen on the way has no range', () => {
    const trips = new Trips(1)
    go(trips, 0, 60, 7)
    expect(trips.tell(1, 1.5, 'full')).toBeNaN()
    expect(trips.best).toBeNaN()
  })
})
