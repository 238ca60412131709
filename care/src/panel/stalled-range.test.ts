import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measured, turned } from './range-fixture.ts'
import { RANGE_GOALS, type RangeBrief, STALL, stalledRange, type StallInput } from './stalled-range.ts'

const END = '2026-03-02T08:00:00.000Z'
const DAY = 86_400_000
const said = (ranges: readonly RangeBrief[], rest: Partial<StallInput> = {}) =>
  stalledRange({ ranges, bornIn: 1990, lastAt: END, ...rest })
const flat = [24, 25, 23, 24, 26, 24, 25, 24]
const days = (from: string, by: number) => new Date(Date.parse(from) + by * DAY).toISOString()

describe('a range that has stalled', () => {
  it.each<[string, RangeBrief[], boolean]>([
    ['eight sessions at the same', measured(END, flat), true],
    ['no more than the stated error', measured(END, [20, 20, 20, 24, 26, 30, 30, 30]), true],
    ['a degree more than that', measured(END, [20, 20, 20, 24, 26, 31, 31, 31]), false],
    ['a loss', measured(END, [34, 33, 32, 30, 26, 22, 20, 19]), true],
    ['one good day does not undo it', measured(END, [24, 24, 24, 24, 24, 24, 60, 24]), true],
    ['grown long ago, still since', measured(END, [5, 6, 8, ...flat]), true],
    [
      'where it is enough for the age',
      measured(
        END,
        flat.map((value) => value + 12),
      ),
      false,
    ],
    [
      'with a smaller error it has grown',
      measured(END, [20, 20, 20, 23, 24, 26, 26, 26], { set: { error: 5 } }),
      false,
    ],
    ['five sessions', measured(END, flat.slice(0, 5), { every: 7 }), false],
    ['eight within two weeks', measured(END, flat, { every: 2 }), false],
    ['six over half a year', measured(END, flat.slice(0, 6), { every: 30 }), false],
    ['seen too little', measured(END, flat, { set: { seen: 0.5 } }), false],
    ['made smaller within the sessions', measured(END, flat, { set: { eased: true } }), false],
    ['an error that is no number', measured(END, flat, { set: { error: Number.NaN } }), false],
    ['sessions that were stopped', measured(END, flat).map((one) => ({ ...one, stopped: true })), false],
    [
      'a movement without a goal',
      measured(END, flat, { set: { signal: 'thoracic_extension_proxy' } }),
      false,
    ],
    ['one side alone', measured(END, flat, { set: { right: 50 } }), true],
    ['nothing', [], false],
  ])('%s', (_what, ranges, stalled) => {
    expect(said(ranges)).toBe(stalled)
  })

  it('is silent without an age, for a child, and where the movement is no longer done', () => {
    const ranges = measured(END, flat)
    expect(said(ranges, { bornIn: null })).toBe(false)
    expect(said(ranges, { bornIn: 2010 })).toBe(false)
    expect(said(ranges, { lastAt: days(END, 14) })).toBe(true)
    expect(said(ranges, { lastAt: days(END, 15) })).toBe(false)
  })

  it('asks less of who is older', () => {
    const ranges = measured(END, flat)
    expect(said(ranges, { bornIn: 1966 })).toBe(false)
    expect(said(ranges, { bornIn: 1967 })).toBe(true)
  })

  it('compares each exercise with itself alone', () => {
    const mixed = measured(END, flat).map((one, index) => ({
      ...one,
      sets: [turned(24, { exerciseId: index % 2 === 0 ? 'seated-rotation' : 'standing-stick-rotation' })],
    }))
    expect(said(mixed)).toBe(false)
  })
})

/** The same said plainly, one exercise and side after the other: every suffix is tried, the shortest that is long enough is judged. */
function plainly({ ranges, bornIn, lastAt }: StallInput): boolean {
  if (bornIn === null) return false
  const all = ranges.flatMap(({ endedAt, stopped, sets }) =>
    sets.flatMap((set) =>
      (['left', 'right', 'best'] as const).map((side) => ({
        ...set,
        side,
        endedAt,
        stopped,
        value: set[side],
      })),
    ),
  )
  const good = all.filter(
    ({ stopped, eased, seen, value, error, side, left, right }) =>
      !stopped &&
      !eased &&
      seen >= 0.6 &&
      value !== null &&
      Number.isFinite(error) &&
      (side === 'best' ? left === null && right === null : true),
  )
  const keys = [...new Set(good.map(({ exerciseId, signal, side }) => [exerciseId, signal, side].join()))]
  return keys.some((key) => {
    const own = good.filter(({ exerciseId, signal, side }) => [exerciseId, signal, side].join() === key)
    const times = [...new Set(own.map(({ endedAt }) => endedAt))].sort()
    const points = times.map((at) => ({
      at: Date.parse(at),
      value: Math.max(...own.filter(({ endedAt }) => endedAt === at).map(({ value }) => value ?? 0)),
      error: Math.max(...own.filter(({ endedAt }) => endedAt === at).map(({ error }) => error)),
    }))
    const newest = points.at(-1)?.at ?? 0
    if (Date.parse(lastAt) - newest > 14 * DAY) return false
    const tries = points.map((_, index) => points.slice(index)).reverse()
    const window = tries.find((one) => one.length >= 6 && newest - (one[0]?.at ?? newest) >= 21 * DAY)
    if (window === undefined || newest - (window[0]?.at ?? newest) > 56 * DAY) return false
    const of = (three: typeof window) => three.map(({ value }) => value).sort((a, b) => a - b)[1] ?? 0
    const band = (RANGE_GOALS[own[0]?.signal ?? ''] ?? [])
      .filter(({ fromAge }) => fromAge <= new Date(lastAt).getUTCFullYear() - bornIn)
      .at(-1)
    if (band === undefined || of(window.slice(-3)) >= band.enough) return false
    return of(window.slice(-3)) - of(window.slice(0, 3)) <= Math.max(...window.map(({ error }) => error))
  })
}

const degrees = fc.option(fc.integer({ min: 12, max: 26 }), { freq: 12 })
const set = fc.record({
  exerciseId: fc.constantFrom('seated-rotation', 'seated-rotation', 'thread-the-needle'),
  signal: fc.constantFrom('trunk_axial_rotation', 'trunk_axial_rotation', 'trunk_lateral_flexion'),
  left: degrees,
  right: degrees,
  best: degrees,
  error: fc.constantFrom(5, 10),
  seen: fc.constantFrom(0.4, 0.6, 0.9, 0.9, 0.9),
  eased: fc.constantFrom(false, false, false, false, true),
})
const sessions = fc.array(
  fc.record({
    daysAgo: fc.integer({ min: 0, max: 70 }),
    stopped: fc.constantFrom(false, false, false, false, true),
    sets: fc.array(set, { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 3, maxLength: STALL.kept.value },
)

describe('by rule and plainly', () => {
  it('it comes to the same, and both happen', () => {
    let stalled = 0
    fc.assert(
      fc.property(
        sessions,
        fc.constantFrom(null, 1950, 1990),
        fc.integer({ min: 0, max: 20 }),
        (all, bornIn, late) => {
          const ranges = all
            .map(({ daysAgo, ...rest }) => ({ ...rest, endedAt: days(END, -daysAgo) }))
            .sort((a, b) => (a.endedAt < b.endedAt ? -1 : 1))
          const input = { ranges, bornIn, lastAt: days(END, late) }
          stalled += Number(plainly(input))
          expect(stalledRange(input)).toBe(plainly(input))
        },
      ),
      { numRuns: 3000, seed: 36 },
    )
    expect(stalled).toBeGreaterThan(30)
    expect(stalled).toBeLessThan(2900)
  })
})
