import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fewRanges, fewReports, NEEDS, type NeedInput, needOf } from './need-of.ts'
import { measured } from './range-fixture.ts'

const CALM: NeedInput = {
  tasks: [],
  proposals: [],
  reports: [],
  sessionsPerWeek: 5,
  createdAt: '2026-03-01T09:00:00.000Z',
  contact: true,
  messageWaiting: false,
  now: '2026-03-02T09:00:00.000Z',
}
const task = (
  kind: NeedInput['tasks'][number]['kind'],
  level: NeedInput['tasks'][number]['level'] = 'caution',
) => ({
  tasks: [{ kind, level, closedAt: null }],
})
const proposal = (kind: NeedInput['proposals'][number]['kind']) => ({
  proposals: [{ kind, status: 'pending' as const }],
})
const report = (
  pain: number | null,
  more: Partial<NeedInput['reports'][number]['before']> = {},
  painAfter = pain,
) => ({
  before: { pain, sinceLast: 'same' as const, ...more },
  stop: null,
  endedAt: '2026-03-02T08:00:00.000Z',
  painAfter,
})

const CASES: Readonly<Record<string, Partial<NeedInput>>> = {
  'red-flag': task('red-flag', 'emergency_now'),
  'stopped-session': task('stopped-session'),
  'first-plan-waiting': proposal('first-plan'),
  flare: { reports: [report(2, { sinceLast: 'much-worse' })] },
  'pain-trend': { reports: [report(2), report(4), report(5)] },
  review: task('review'),
  'appointment-request': task('appointment-request'),
  'message-waiting': { messageWaiting: true },
  'proposal-waiting': proposal('beyond-bounds'),
  'missed-days': { createdAt: '2026-02-20T09:00:00.000Z' },
  'co-sign': proposal('co-sign'),
  'no-contact': { contact: false },
  'note-co-sign': { noteAwaitsCoSign: true },
  'plan-of-care': { planOfCare: { signedAt: '2025-12-01T09:00:00.000Z', days: 90 } },
  'check-in-due': { checkIns: { since: '2026-01-01T09:00:00.000Z', lastAt: null } },
  'stalled-range': {
    reports: [report(2)],
    bornIn: 1981,
    ranges: measured('2026-03-02T08:00:00.000Z', [24, 24, 24, 24, 24, 24, 24, 24]),
  },
}

describe('need', () => {
  it('is nothing for somebody who is fine', () => {
    expect(needOf(CALM)).toEqual({ reasons: [], need: 0 })
  })

  it.each(NEEDS.map((row) => row.chip))('%s has a case, alone', (chip) => {
    expect(needOf({ ...CALM, ...CASES[chip] }).reasons).toEqual([chip])
  })

  it('is not settled by several smaller things', () => {
    for (const [index, row] of NEEDS.entries()) {
      const rest = NEEDS.slice(index + 1).reduce((sum, below) => sum + below.weight, 0)
      expect(row.weight).toBeGreaterThan(rest)
    }
  })

  it('puts each level of warning sign before all that lower ones can add up to', () => {
    const all = NEEDS.filter((row) => row.chip !== 'red-flag').reduce((sum, row) => sum + row.weight, 0)
    const need = (level: 'emergency_now' | 'same_day_urgent' | 'see_clinician_first') =>
      needOf({ ...CALM, ...task('red-flag', level) }).need
    expect(need('emergency_now')).toBeGreaterThan(need('same_day_urgent') + all)
    expect(need('same_day_urgent')).toBeGreaterThan(need('see_clinician_first') + all)
  })

  it('puts an emergency before a question for the clinician, and forgets what is closed', () => {
    const need = (level: 'emergency_now' | 'see_clinician_first') =>
      needOf({ ...CALM, ...task('red-flag', level) }).need
    expect(need('emergency_now')).toBeGreaterThan(need('see_clinician_first'))
    const closed = {
      tasks: [{ kind: 'red-flag' as const, level: 'emergency_now' as const, closedAt: CALM.now }],
    }
    expect(needOf({ ...CALM, ...closed }).need).toBe(0)
  })

  it('counts pain that rose during the session, and high pain before it, as a flare', () => {
    expect(needOf({ ...CALM, reports: [report(2, {}, 5)] }).reasons).toEqual(['flare'])
    expect(needOf({ ...CALM, reports: [report(7)] }).reasons).toEqual(['flare'])
    expect(needOf({ ...CALM, reports: [report(null, {}, 5)] }).reasons).toEqual([])
  })

  it('does not miss days of somebody who has no plan', () => {
    expect(needOf({ ...CALM, ...CASES['missed-days'], sessionsPerWeek: null }).reasons).toEqual([])
  })

  it('comes to the same by few of the measured sessions as by all', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 15, max: 45 }), { maxLength: 60 }),
        fc.constantFrom(1, 3),
        (values, every) => {
          const end = '2026-03-02T08:00:00.000Z'
          const all = {
            ...CALM,
            reports: [report(2)],
            bornIn: 1981,
            ranges: measured(end, values, { every }),
          }
          const few = fewRanges(all.ranges)
          expect(few.length).toBeLessThanOrEqual(24)
          expect(needOf({ ...all, ranges: few })).toEqual(needOf(all))
        },
      ),
    )
  })

  it('comes to the same by few of the reports as by all', () => {
    const pain = fc.option(fc.integer({ min: 0, max: 10 }))
    const one = fc.record({
      before: fc.record({ pain, sinceLast: fc.constantFrom('same' as const, 'much-worse' as const, null) }),
      endedAt: fc.constantFrom('2026-02-20T08:00:00.000Z', '2026-03-01T08:00:00.000Z'),
      painAfter: pain,
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 9 }), (reports) => {
        const few = fewReports(reports)
        expect(few.length).toBeLessThanOrEqual(4)
        expect(needOf({ ...CALM, reports: few })).toEqual(needOf({ ...CALM, reports }))
      }),
    )
  })
})
