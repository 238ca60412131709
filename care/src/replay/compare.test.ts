import type { Repetition, Trace, TrackerEvent } from '@dorsal/motion'
import { describe, expect, it } from 'vitest'
import {
  alignedTime,
  differenceOf,
  pairsOf,
  recounted,
  type RepetitionSeen,
  repetitionsSeen,
} from './compare.ts'

const repetition = (start: number, side: Repetition['side'] = 'both', partial = false): Repetition => ({
  side,
  start,
  peak: start + 1,
  end: start + 2,
  holdSeconds: 0,
  partial,
})
const rep = (start: number, side?: Repetition['side'], partial?: boolean): TrackerEvent => ({
  type: 'rep',
  t: start + 1.2,
  count: 1,
  repetition: repetition(start, side, partial),
})

/** A knee that goes from 180 to 90 and back in two seconds from each full even second; nothing is seen in the gap. */
function trace(gap: [number, number] = [-2, -1], over: Partial<Trace> = {}): Trace {
  const points = Array.from({ length: 61 }, (_, i) => {
    const t = i / 10
    const seen = t < gap[0] || t > gap[1]
    const value = 180 - 90 * Math.sin((Math.PI * (t % 2)) / 2)
    return { t, value: seen ? value : null, left: null, right: null, error: seen ? 8 : null }
  })
  return {
    signal: 'knee_flexion',
    unit: 'deg',
    kind: 'angle',
    paired: false,
    signed: false,
    rest: 180,
    points,
    ...over,
  }
}

describe('repetitions of a replay', () => {
  it('are in the order of doing, numbered, with the furthest about the peak and its error', () => {
    const seen = repetitionsSeen({ traces: [trace()], events: [rep(2), rep(0), rep(4)] })
    expect(seen.map(({ number, start }) => [number, start])).toEqual([
      [1, 0],
      [2, 2],
      [3, 4],
    ])
    for (const one of seen) {
      expect(one.reached?.value).toBeCloseTo(90, 0)
      expect(one.reached?.error).toBe(8)
    }
  })

  it('have no number where nothing was seen about the peak, though something was before and after', () => {
    const [first, second] = repetitionsSeen({ traces: [trace([0.4, 1.6])], events: [rep(0), rep(2)] })
    expect(first?.reached).toBeNull()
    expect(second?.reached).not.toBeNull()
  })

  it('have no number in a trend', () => {
    const [first] = repetitionsSeen({ traces: [trace(undefined, { kind: 'trend' })], events: [rep(0)] })
    expect(first?.reached).toBeNull()
  })
})

describe('a difference', () => {
  it.each([
    [100, 112, 'within-error'],
    [100, 116, 'within-error'],
    [100, 117, 'more'],
    [117, 100, 'less'],
  ])('of %s and %s, 8 off each, is %s', (earlier, later, verdict) => {
    expect(differenceOf({ value: earlier, error: 8 }, { value: later, error: 8 })).toEqual({
      verdict,
      difference: later - earlier,
      error: 16,
    })
  })

  it('to something withheld is none', () => {
    expect(differenceOf(null, { value: 1, error: 1 })).toEqual({ verdict: 'not-measured' })
    expect(differenceOf({ value: 1, error: 1 }, null)).toEqual({ verdict: 'not-measured' })
  })
})

describe('alignment', () => {
  const seen = (events: TrackerEvent[]): RepetitionSeen[] => repetitionsSeen({ traces: [], events })

  it('holds like sides against each other, in order, and leaves out what has no partner', () => {
    const a = seen([rep(0, 'left'), rep(2, 'right'), rep(4, 'left')])
    const b = seen([rep(10, 'right'), rep(12, 'left'), rep(14, 'right')])
    expect(pairsOf(a, b).map(({ a: one, b: other }) => [one.start, other.start])).toEqual([
      [0, 12],
      [2, 10],
    ])
  })

  it('lays start over start and peak over peak', () => {
    const [pair] = pairsOf(
      seen([rep(3)]),
      seen([rep(50)]).map((one) => ({ ...one, peak: 54 })),
    )
    if (pair === undefined) throw new Error('no pair')
    expect(alignedTime(3, pair, 'start')).toBe(50)
    expect(alignedTime(4, pair, 'peak')).toBe(54)
    expect(alignedTime(3.5, pair, 'peak')).toBe(53.5)
  })
})

it('counts whole repetitions then and now', () => {
  expect(recounted([rep(0), rep(2, 'both', true)], [rep(0), rep(2)])).toEqual({
    live: 1,
    today: 2,
    differs: true,
  })
  expect(recounted([rep(0)], [rep(0)]).differs).toBe(false)
})
