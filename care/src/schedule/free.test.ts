import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freeStarts, isFree, MINUTE, TICK, takenBy, ticksOf } from './free.ts'
import { openTimes, type Span, without } from './open.ts'
import type { Room, VisitType } from './setup.ts'

const DAY = Date.parse('2027-03-15T00:00Z')
const type = (change: Partial<VisitType> = {}): VisitType => ({
  id: 't',
  kind: 'treatment',
  name: 'Treatment',
  minutes: 45,
  beforeMinutes: 0,
  afterMinutes: 15,
  seats: 1,
  needsRoom: false,
  bookedBy: 'anyone',
  open: true,
  ...change,
})
const room = (id: string, change: Partial<Room> = {}): Room => ({
  id,
  placeId: 'p',
  name: id,
  kinds: ['treatment'],
  open: true,
  ...change,
})

/** Spans in order that do not overlap, on the grid of five minutes. */
const spans = fc
  .array(fc.record({ gap: fc.integer({ min: 0, max: 30 }), long: fc.integer({ min: 1, max: 20 }) }), {
    maxLength: 12,
  })
  .map((parts) => {
    let at = DAY + 8 * 60 * MINUTE
    return parts.map(({ gap, long }): Span => {
      const from = at + gap * TICK
      at = from + long * TICK
      return { from, to: at }
    })
  })
const overlap = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to

describe('a free start', () => {
  it('is every one, and only those, at which nothing is in the way: held against looking at each tick', () => {
    fc.assert(
      fc.property(
        spans,
        spans,
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 0, max: 4 }),
        (own, ofRoom, before, after) => {
          const kind = type({ beforeMinutes: before * 5, afterMinutes: after * 5, needsRoom: true })
          const open = [
            {
              from: DAY + 9 * 60 * MINUTE,
              to: DAY + 17 * 60 * MINUTE,
              staffId: 's',
              placeId: 'p',
              kinds: ['treatment' as const],
            },
          ]
          const taken = new Map([
            ['s', own],
            ['r1', ofRoom],
            ['r2', [{ from: DAY, to: DAY + 12 * 60 * MINUTE }]],
          ])
          const found = freeStarts({
            open,
            type: kind,
            rooms: [room('r1'), room('r2')],
            taken,
            step: 15,
            soonest: 0,
          })
          const busy = (who: string): Set<number> =>
            new Set((taken.get(who) ?? []).flatMap((span) => ticksOf(span)))
          const [s, r1, r2] = [busy('s'), busy('r1'), busy('r2')]
          const expected: number[] = []
          for (
            let at = DAY + 9 * 60 * MINUTE;
            at + 45 * MINUTE <= DAY + 17 * 60 * MINUTE;
            at += 15 * MINUTE
          ) {
            const ticks = ticksOf(takenBy(at, kind))
            const free = (set: Set<number>): boolean => ticks.every((tick) => !set.has(tick))
            if (free(s) && (free(r1) || free(r2))) expected.push(at)
          }
          expect(found.map(({ starts }) => starts)).toEqual(expected)
        },
      ),
    )
  })

  it('is none in a room that is closed, elsewhere or for something else, none too soon, none for another kind', () => {
    const open = [
      { from: DAY, to: DAY + 60 * MINUTE, staffId: 's', placeId: 'p', kinds: ['treatment' as const] },
    ]
    const of = (rooms: Room[], change: Partial<VisitType> = {}, soonest = 0): number =>
      freeStarts({
        open,
        type: type({ needsRoom: true, ...change }),
        rooms,
        taken: new Map(),
        step: 15,
        soonest,
      }).length
    expect(of([room('r')])).toBe(2)
    expect(of([])).toBe(0)
    expect(
      of([room('r', { open: false }), room('q', { placeId: 'x' }), room('w', { kinds: ['class'] })]),
    ).toBe(0)
    expect(of([room('r')], {}, DAY + 1)).toBe(1)
    expect(of([room('r', { kinds: ['video', 'treatment'] })], { kind: 'video' })).toBe(0)
    expect(of([room('r')], { minutes: 65 })).toBe(0)
  })

  it('leaves room for what is kept free around it, and takes ticks for it', () => {
    const span = takenBy(DAY, type({ beforeMinutes: 10 }))
    expect(span).toEqual({ from: DAY - 10 * MINUTE, to: DAY + 60 * MINUTE })
    expect(ticksOf(span)).toHaveLength(14)
  })
})

it('what is free is what overlaps nothing', () => {
  fc.assert(
    fc.property(
      spans,
      fc.integer({ min: 80, max: 200 }),
      fc.integer({ min: 1, max: 30 }),
      (taken, from, long) => {
        const span = { from: DAY + from * TICK, to: DAY + (from + long) * TICK }
        expect(isFree(span, taken)).toBe(!taken.some((one) => overlap(one, span)))
      },
    ),
  )
})

it('what is left of a time overlaps nothing that was taken out, and nothing else is missing', () => {
  fc.assert(
    fc.property(spans, (taken) => {
      const whole = { from: DAY + 9 * 60 * MINUTE, to: DAY + 13 * 60 * MINUTE }
      const left = without(whole, taken)
      expect(left.some((part) => taken.some((one) => overlap(part, one)))).toBe(false)
      const sum = (some: readonly Span[]): number => some.reduce((all, { from, to }) => all + to - from, 0)
      const cut = taken.map((one) => ({
        from: Math.max(one.from, whole.from),
        to: Math.min(one.to, whole.to),
      }))
      expect(sum(left) + sum(cut.filter(({ from, to }) => to > from))).toBe(whole.to - whole.from)
    }),
  )
})

describe('open times', () => {
  const hours = (change: object = {}) => ({
    id: 'h',
    staffId: 's',
    placeId: 'p',
    weekday: 7,
    from: '09:00',
    to: '12:00',
    kinds: ['treatment' as const],
    fromDay: null,
    untilDay: null,
    ...change,
  })
  const ask = (given: Partial<Parameters<typeof openTimes>[0]> = {}) =>
    openTimes({
      hours: [hours()],
      timeOff: [],
      zones: new Map([['p', 'Europe/Lisbon']]),
      from: '2027-03-22',
      days: 14,
      ...given,
    }).map(({ from, to }) => [new Date(from).toISOString().slice(0, 16), (to - from) / 3_600_000])

  it('keep to the clock of the place when it changes', () => {
    expect(ask()).toEqual([
      ['2027-03-28T08:00', 3],
      ['2027-04-04T08:00', 3],
    ])
    expect(ask({ hours: [hours({ from: '00:30', to: '03:30' })] })).toEqual([
      ['2027-03-28T00:30', 2],
      ['2027-04-03T23:30', 3],
    ])
  })

  it('are those of the days for which they are, at places that have a clock, without time off', () => {
    expect(ask({ hours: [hours({ fromDay: '2027-03-29', untilDay: '2027-04-03' })] })).toEqual([])
    expect(ask({ zones: new Map() })).toEqual([])
    const off = (change: object) => ({
      id: 'o',
      staffId: null,
      placeId: null,
      from: '2027-03-28T10:00',
      until: '2027-03-28T11:00',
      title: '',
      ...change,
    })
    const rest = [
      ['2027-03-28T08:00', 1],
      ['2027-03-28T10:00', 1],
      ['2027-04-04T08:00', 3],
    ]
    expect(ask({ timeOff: [off({})] })).toEqual(rest)
    expect(ask({ timeOff: [off({ staffId: 's', placeId: 'p' })] })).toEqual(rest)
    expect(ask({ timeOff: [off({ staffId: 'else' }), off({ placeId: 'else' })] })).toEqual(ask())
  })
})
