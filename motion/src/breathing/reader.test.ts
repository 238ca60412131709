import { describe, expect, test } from 'vitest'
import { SIGNALS } from '../angles/angles.ts'
import { BodyReader } from '../body/body.ts'
import { ViewReader } from '../body/view.ts'
import type { Frame } from '../pose.ts'
import { type Breath, breathing } from '../testing/breath.ts'
import type { Sketch as Posture } from '../person/film.ts'
import { BreathingReader } from './reader.ts'
import { openRespiratoryWave } from './wave.ts'

/** Plays a film through the reader: it, and the rate of each frame (NaN while it abstains). */
function played(frames: readonly Frame[]): { reader: BreathingReader; rates: number[] } {
  const body = new BodyReader()
  const view = new ViewReader()
  const reader = new BreathingReader()
  const rates = frames.map((frame) => {
    const now = body.read(frame)
    now.view = view.read(now)
    return reader.read(now)?.rate ?? Number.NaN
  })
  return { reader, rates }
}

const film = (over: Partial<Breath>): Frame[] =>
  breathing({ rate: 14, rise: 8, noise: 1.5, fps: 15, ...over })
const shown = (rates: readonly number[]): number => rates.filter(Number.isFinite).length

describe('a breath that can be seen', () => {
  test.each([
    [5, 10, 10],
    [8, 8, 30],
    [12, 6, 15],
    [16, 4, 30],
    [22, 8, 10],
    [30, 12, 20],
  ])('%s a minute, %s mm, %s frames a second, every fifth lost: within one', (rate, rise, fps) => {
    const { reader, rates } = played(film({ rate, rise, fps, noise: 1, dropped: 0.2, seed: rate }))
    expect(Math.abs((reader.breathing?.rate ?? 99) - rate)).toBeLessThanOrEqual(1)
    for (const one of rates.filter(Number.isFinite)) expect(Math.abs(one - rate)).toBeLessThan(3)
  })

  test('from the side, too', () => {
    const { reader } = played(film({ rate: 11, rise: 9, posture: () => ({ yaw: 85 }) }))
    expect(reader.breathing?.rate ?? 0).toBeCloseTo(11, 0)
  })

  test('with the hips out of the picture', () => {
    const frames = film({ rate: 17, rise: 9 }).map((frame) => ({
      ...frame,
      image: Array.from(frame.image ?? [], (value, i) => (i >= 23 * 4 && i % 4 === 3 ? 0 : value)),
    }))
    expect(played(frames).reader.breathing?.rate ?? 0).toBeCloseTo(17, 0)
  })

  test('nothing is said in the first twenty seconds', () => {
    const frames = film({ rise: 12, noise: 0.5 })
    const { rates } = played(frames)
    frames.forEach((frame, i) => {
      if (frame.t < 20) expect(rates[i]).toBeNaN()
    })
    expect(shown(rates)).toBeGreaterThan(0)
  })

  test('the smoothing of the landmarks takes nothing off a fast breath', () => {
    const swing = (rate: number): number => {
      const body = new BodyReader()
      const heights = film({ rate, rise: 10, noise: 0, dropped: 0 }).flatMap((frame) => {
        const y = body.read(frame).y[11] ?? Number.NaN
        return frame.t > 5 ? [y] : []
      })
      return Math.max(...heights) - Math.min(...heights)
    }
    expect(swing(30) / swing(4)).toBeGreaterThan(0.93)
  })
})

describe('silence', () => {
  test.each([
    ['a mannequin whose landmarks tremble', { rise: 0, noise: 2.5 }],
    ['trembling that remembers', { rise: 0, noise: 2, memory: 0.7 }],
    ['shoulders that wander', { rise: 0, noise: 1, sway: 5 }],
    ['a breath far below the noise', { rise: 0.5, noise: 3 }],
  ] as const)('%s', (_, over) => {
    for (const seed of [1, 2, 3, 4]) expect(shown(played(film({ ...over, seed })).rates)).toBe(0)
  })

  const out = (t: number, period: number): number => (1 - Math.cos((t * 2 * Math.PI) / period)) / 2
  test.each<[string, (t: number) => Posture]>([
    ['squats', (t) => ({ knee: 60 * out(t, 5) })],
    ['a raised arm', (t) => ({ flexL: 50 * out(t, 4) })],
    ['steps aside', (t) => ({ aside: 0.2 * Math.floor(t / 8) })],
    ['side bends', (t) => ({ bend: 12 * out(t, 6) })],
  ])('%s in the rhythm of breathing', (_, posture) => {
    expect(shown(played(film({ rise: 5, posture })).rates)).toBe(0)
  })

  test('begins at a movement and lasts twenty seconds', () => {
    const frames = film({
      rise: 10,
      seconds: 90,
      noise: 0.5,
      posture: (t) => ({ aside: t > 45 && t < 47 ? 0.3 * out(t - 45, 2) : 0 }),
    })
    const { rates } = played(frames)
    const at = (from: number, to: number): number[] =>
      rates.filter((_, i) => (frames[i]?.t ?? 0) > from && (frames[i]?.t ?? 0) < to)
    expect(shown(at(35, 44))).toBeGreaterThan(0)
    expect(shown(at(46, 66))).toBe(0)
    expect(shown(at(75, 90))).toBeGreaterThan(0)
  })

  test('nobody there, junk and time that runs backwards', () => {
    const blank = film({}).map((frame) => ({ ...frame, image: null, world: null }))
    expect(shown(played(blank).rates)).toBe(0)
    const junk = film({ rise: 0 }).map((frame, i) => ({
      ...frame,
      t: i % 5 === 0 ? frame.t - 1 : frame.t,
      image: i % 3 === 0 ? new Float64Array(132).fill(Number.NaN) : frame.image,
    }))
    expect(() => played(junk)).not.toThrow()
    expect(shown(played(junk).rates)).toBe(0)
  })

  test('somebody who leaves is forgotten', () => {
    const frames = film({ rise: 10, noise: 0.5, seconds: 80 }).map((frame) =>
      frame.t > 40 && frame.t < 44 ? { ...frame, image: null, world: null } : frame,
    )
    const { rates } = played(frames)
    frames.forEach((frame, i) => {
      if (frame.t > 44 && frame.t < 62) expect(rates[i]).toBeNaN()
    })
  })
})

describe('the signal of the angle table', () => {
  test('gives the rate with its error, and each reader has its own memory', () => {
    const body = new BodyReader()
    const view = new ViewReader()
    const [one, other] = [openRespiratoryWave(), openRespiratoryWave()]
    let last = null
    for (const frame of film({ rise: 10, noise: 0.5 })) {
      const now = body.read(frame)
      now.view = view.read(now)
      last = one(now, null)
    }
    expect(last?.value ?? 0).toBeCloseTo(14, 0)
    expect(last?.error).toBeGreaterThanOrEqual(1)
    expect(other(body.body, null)).toBeNull()
  })

  test('is the row of that name', () => {
    expect(SIGNALS.respiratory_wave.kind).toBe('rate')
    expect(SIGNALS.respiratory_wave.unit).toBe('per-minute')
    expect(SIGNALS.respiratory_wave.open).toBeDefined()
  })
})
