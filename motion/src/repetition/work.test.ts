import { describe, expect, test } from 'vitest'
import { type Reading, SIGNALS } from '../angles/angles.ts'
import type { Movement } from '../movement.ts'
import { film, repetitions, type Sketch } from '../person/film.ts'
import { MOVEMENTS } from '../testing/movements.ts'
import { only, track } from '../testing/track.ts'
import { GAPS } from './gaps.ts'
import { Work } from './work.ts'

const trunk = (value: number): Reading => ({ value, left: Number.NaN, right: Number.NaN, error: null })
const pair = (value: number): Reading => ({ value, left: value, right: value, error: null })
const TIMED: Movement = { ...MOVEMENTS.armHold, template: 'timed', hold: null, measure: null }
const RAISE = MOVEMENTS.abduction
const BRIDGE = 0.3
const DT = 1 / 30

/** Plays values at 30 a second, NaN where nothing can be read; what was told, and the last that was said of a hold. */
function play(movement: Movement, value: (t: number) => number, seconds: number) {
  const work = new Work(movement)
  const came = { reps: 0, said: 0, cut: 0 }
  for (let i = 0; i < seconds * 30; i++) {
    const t = i * DT
    const now = value(t)
    if (Number.isNaN(now)) continue
    if (work.resume(t, BRIDGE)) came.cut += 1
    const { told, held } = work.next(work.follows === null ? null : pair(now), t, DT)
    came.reps += told.length
    if (held !== null) came.said += 1
  }
  return { ...came, held: work.hold?.seconds ?? 0, seconds: work.seconds }
}
/** 100 from second 2 to 8, but nothing to be seen from `from` on for `gap` seconds. */
const heldBut = (from: number, gap: number) => (t: number) =>
  t >= from && t < from + gap ? Number.NaN : t > 2 && t < 8 ? 100 : 5

describe('one segmenter for all templates', () => {
  test('follows what the template asks for, and nothing else that the movement has', () => {
    const all = { count: RAISE.count, hold: MOVEMENTS.armHold.hold }
    const of = (template: Movement['template']): string | null =>
      new Work({ ...RAISE, ...all, template }).follows?.signal ?? null
    expect(of('cycle')).toBe(RAISE.count?.signal)
    expect(of('alternating')).toBe(RAISE.count?.signal)
    expect(of('hold')).toBe(MOVEMENTS.armHold.hold?.signal)
    expect(of('timed')).toBeNull()
  })

  test('a cycle is cut into repetitions and holds nothing', () => {
    const came = play(RAISE, (t) => 90 * repetitions(t, 3, 3), 12)
    expect(came).toMatchObject({ reps: 3, said: 0, held: 0 })
  })

  test('a hold is timed, told every half second, and counts nothing', () => {
    const came = play(MOVEMENTS.armHold, heldBut(20, 0), 10)
    expect(came.held).toBeCloseTo(6, 0)
    expect(came.reps).toBe(0)
    expect(came.said).toBeGreaterThan(11)
    expect(came.said).toBeLessThan(15)
  })

  test('a timed exercise is the time that was seen', () => {
    const came = play(TIMED, (t) => (t > 3 && t < 5 ? Number.NaN : 0), 10)
    expect(came).toMatchObject({ reps: 0, said: 0 })
    expect(came.seconds).toBeCloseTo(8, 0)
  })
})

describe('one table of gaps', () => {
  test.each([
    ['of a dropped frame or two is held through', 0.15, 6, 0],
    ['longer than the bridge stops the clock', 0.5, 5.5, 0],
    ['longer than that of a limb drops what had begun, too', 1.4, 4.6, 1],
  ])('a gap %s', (_what, gap, held, cut) => {
    const came = play(MOVEMENTS.armHold, heldBut(4, gap), 10)
    expect(Math.abs(came.held - held)).toBeLessThan(0.15)
    expect(came.cut).toBe(cut)
  })

  test('a stop within what a slow camera bridges stays a stop: the clock begins with the next reading', () => {
    // Between the bridge of a quick camera and the longest step of a slow one only `stop` tells the two apart.
    const gap = (BRIDGE + GAPS.slow) / 2
    expect(gap).toBeLessThan(GAPS.slow)
    const work = new Work(MOVEMENTS.armHold)
    for (const t of [0, 0.1, 0.2]) work.next(trunk(100), t, 0.1)
    work.resume(0.2 + gap, BRIDGE)
    work.next(trunk(100), 0.2 + gap, 0.1)
    expect(work.hold?.seconds).toBeCloseTo(0.2, 6)
    work.resume(0.3 + gap, BRIDGE)
    work.next(trunk(100), 0.3 + gap, 0.1)
    expect(work.hold?.seconds).toBeCloseTo(0.3, 6)
  })

  test.each([
    ['a limb that is hidden for a moment on the way', 0.5, 1],
    ['one that was hidden for longer', 1.3, 0],
  ])('%s', (_what, gap, reps) => {
    const hidden = (t: number) => (t > 3 && t < 3 + gap ? Number.NaN : 90 * repetitions(t, 1, 4))
    expect(play(RAISE, hidden, 9).reps).toBe(reps)
  })

  test('an interruption by somebody else stops the clock and drops what had begun', () => {
    const hold = new Work(MOVEMENTS.armHold)
    for (const t of [0, 0.1]) hold.next(trunk(100), t, 0.1)
    hold.interrupt()
    expect(hold.hold?.inside).toBe(false)
    hold.next(trunk(100), 0.2, 0.1)
    expect(hold.hold?.seconds).toBeCloseTo(0.1, 6)
    const raise = new Work(RAISE)
    for (let i = 0; i < 45; i++) raise.next(pair(90 * repetitions(i * DT, 1, 3, 0)), i * DT, DT)
    raise.interrupt()
    let told = 0
    for (let i = 45; i < 120; i++)
      told += raise.next(pair(90 * repetitions(i * DT, 1, 3, 0)), i * DT, DT).told.length
    expect(told).toBe(0)
  })
})

describe('a stretch to either side', () => {
  const STRETCH: Movement = {
    ...MOVEMENTS.armHold,
    hold: { signal: 'neck_lateral_flexion', views: ['front'], min: 12, max: 60 },
  }
  test('is held to either own side where its signal knows sides, and only there', () => {
    expect(SIGNALS.neck_lateral_flexion.signed).toBe(true)
    const heldAt = (movement: Movement, value: number): boolean => {
      const work = new Work(movement)
      work.next(trunk(value), 0, DT)
      return work.hold?.inside === true
    }
    expect([heldAt(STRETCH, 30), heldAt(STRETCH, -30), heldAt(STRETCH, 5)]).toEqual([true, true, false])
    expect([heldAt(MOVEMENTS.armHold, 100), heldAt(MOVEMENTS.armHold, -100)]).toEqual([true, false])
  })
})

describe('through the tracker', () => {
  const HELD = { yaw: 90, flexR: 100 }
  /** The arm is up from second 2 to 9; `gone`: nobody is there. */
  const arms = (gone: (t: number) => boolean) => (t: number) =>
    gone(t) ? null : t > 2 && t < 9 ? HELD : { yaw: 90, flexR: 5 }

  test('the clock of a hold stands while nobody is seen, and says so once it runs again', () => {
    const { events, summary } = track(
      MOVEMENTS.armHold,
      film(
        11,
        30,
        arms((t) => t > 4 && t < 4.5),
      ),
    )
    const all = track(
      MOVEMENTS.armHold,
      film(
        11,
        30,
        arms(() => false),
      ),
    )
    expect(all.summary.holdSeconds - summary.holdSeconds).toBeGreaterThan(0.45)
    expect(only(events, 'lost')).toHaveLength(1)
    expect(only(events, 'hold').at(-1)?.inside).toBe(false)
  })

  test('a timed exercise says which share of it was seen', () => {
    const standing = (t: number): Sketch | null => (t > 3 && t < 8 ? null : { yaw: 90 })
    expect(track(TIMED, film(10, 15, standing)).summary.seenShare).toBeCloseTo(0.46, 1)
  })
})
