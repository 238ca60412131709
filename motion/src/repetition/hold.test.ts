import { describe, expect, test } from 'vitest'
import { BestRange } from './best-range.ts'
import { HoldClock } from './hold.ts'
import { MOVEMENTS } from '../testing/movements.ts'
import { film } from '../person/film.ts'
import { only, track } from '../testing/track.ts'

describe('HoldClock', () => {
  const run = (fps: number, value: (t: number) => number, seconds: number): HoldClock => {
    const clock = new HoldClock(80, 120)
    for (let i = 0; i < seconds * fps; i++) clock.next(value(i / fps), i / fps)
    return clock
  }

  test.each([10, 30, 60])('runs only inside the band, at %s frames a second', (fps) => {
    expect(run(fps, (t) => (t > 2 && t < 7 ? 100 : 20), 10).seconds).toBeCloseTo(5, 0)
  })

  test('a tremble at the edge does not stop it, leaving does', () => {
    expect(run(30, (t) => 81 + 4 * Math.sin(20 * t), 4).seconds).toBeGreaterThan(3.8)
    expect(run(30, () => 70, 4).seconds).toBe(0)
  })

  test('a wide band gives way by no more than half the error of the signal', () => {
    const wide = new HoldClock(100, 200, 10)
    for (const [i, value] of [150, 204, 204, 208, 208].entries()) wide.next(value, i / 10)
    expect(wide.inside).toBe(false)
    expect(wide.seconds).toBeCloseTo(0.2, 6)
  })

  test('time that nobody saw does not count', () => {
    const clock = new HoldClock(80, 120)
    clock.next(100, 0)
    clock.next(100, 0.1)
    clock.next(100, 5)
    expect(clock.seconds).toBeCloseTo(0.1, 6)
    clock.stop()
    clock.next(100, 5.1)
    expect(clock.seconds).toBeCloseTo(0.1, 6)
  })
})

describe('a hold through the tracker', () => {
  test('tells in, out and each half second; what is hidden does not count', () => {
    const frames = film(12, 30, (t) =>
      t > 6 && t < 8 ? null : { yaw: 90, flexR: t > 2 && t < 10 ? 100 : 5 },
    )
    const { events, summary } = track(MOVEMENTS.armHold, frames)
    expect(summary.holdSeconds).toBeGreaterThan(5.3)
    expect(summary.holdSeconds).toBeLessThan(6.2)
    const holds = only(events, 'hold')
    expect(holds[0]?.inside).toBe(true)
    expect(holds.length).toBeGreaterThan(8)
    expect(summary.range?.right).toBeCloseTo(100, 0)
  })
})

describe('BestRange', () => {
  test('keeps what was held, not what one frame slipped to', () => {
    const best = new BestRange(1)
    for (let i = 0; i < 60; i++) best.next(i === 30 ? 170 : i > 40 ? 95 : 90, i / 30)
    expect(best.best).toBe(95)
  })

  test('a gap breaks what was being held; nothing seen, nothing known', () => {
    const best = new BestRange(-1)
    expect(best.best).toBeNaN()
    for (const [i, value] of [5, Number.NaN, 5, Number.NaN, 5].entries()) best.next(value, i / 30)
    expect(best.best).toBeNaN()
    for (let i = 10; i < 20; i++) best.next(i, i / 30)
    expect(best.best).toBeLessThan(19)
  })
})
