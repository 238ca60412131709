import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NEED_RULES, needChangesAt, type NeedInput, needOf } from './need-of.ts'
import { measured } from './range-fixture.ts'

const HOUR = 3_600_000
const START = Date.parse('2026-03-01T09:00:00.000Z')
const at = (ms: number): string => new Date(ms).toISOString()
const moment = fc.integer({ min: -120 * 24, max: 0 }).map((hours) => at(START + hours * HOUR))
const pain = fc.option(fc.integer({ min: 0, max: 10 }))
const report = fc.record({
  before: fc.record({ pain, sinceLast: fc.constantFrom('same' as const, 'much-worse' as const, null) }),
  endedAt: moment,
  painAfter: pain,
})
const person = fc.record({
  tasks: fc.array(
    fc.record({
      kind: fc.constantFrom('red-flag' as const, 'stopped-session' as const, 'review' as const),
      level: fc.constantFrom('caution' as const, 'same_day_urgent' as const),
      closedAt: fc.constantFrom(null, at(START)),
    }),
    { maxLength: 2 },
  ),
  proposals: fc.array(
    fc.record({
      kind: fc.constantFrom('first-plan' as const, 'co-sign' as const, 'next-phase' as const),
      status: fc.constantFrom('pending' as const, 'accepted' as const),
    }),
    { maxLength: 2 },
  ),
  reports: fc.array(report, { maxLength: 4 }),
  sessionsPerWeek: fc.constantFrom(null, 5),
  createdAt: moment,
  contact: fc.boolean(),
  messageWaiting: fc.boolean(),
  noteAwaitsCoSign: fc.boolean(),
  planOfCare: fc.option(fc.record({ signedAt: moment, days: fc.constant(90) }), { nil: null }),
  checkIns: fc.option(fc.record({ since: moment, lastAt: fc.option(moment) })),
  bornIn: fc.constantFrom(null, 1960, 1990),
  ranges: fc
    .array(fc.integer({ min: 15, max: 40 }), { maxLength: 20 })
    .map((values) => measured(at(START - 10 * 24 * HOUR), values)),
  now: fc.constant(at(START)),
})

describe('when the need changes by time alone', () => {
  it('says the same until just before, and something else then', () => {
    fc.assert(
      fc.property(person, fc.double({ min: 0, max: 1, noNaN: true }), (input: NeedInput, share) => {
        const next = needChangesAt(input)
        const then = (ms: number) => needOf({ ...input, now: at(ms) })
        if (next === null) expect(then(START + 400 * 24 * HOUR)).toEqual(needOf(input))
        else {
          const until = Date.parse(next)
          expect(until).toBeGreaterThan(START)
          expect(then(Math.floor(START + share * (until - 1 - START)))).toEqual(needOf(input))
          expect(then(until - 1)).toEqual(needOf(input))
          expect(then(until)).not.toEqual(needOf(input))
        }
      }),
      { numRuns: 500 },
    )
  })
})

/** What the rules came to for the same made-up people, as one number. */
function printOf(): string {
  const people = fc.sample(person, { seed: 24, numRuns: 400 })
  const said = JSON.stringify(people.map((input) => [needOf(input), needChangesAt(input)]))
  let print = 0
  for (const letter of said) print = (Math.imul(print, 31) + (letter.codePointAt(0) ?? 0)) >>> 0
  return print.toString(16)
}

describe('the name of the rules', () => {
  // What the rules came to is kept under their name. Whoever changes them raises NEED_RULES, and then both words here.
  it('is another one for other rules', () => {
    expect(`${NEED_RULES} ${printOf()}`).toBe('need/2 e835e9e2')
  })
})
