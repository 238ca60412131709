import { describe, expect, it } from 'vitest'
import { adherenceOf, isComplete } from './adherence.ts'
import { eventsPer1000, isSerious, lookWithin, reportBy } from './adverse-event.ts'
import { stopReasons } from './course-end.ts'
import { measureOf } from './measure-fixture.ts'
import type { OutcomeRules } from './outcome-rules.ts'
import { recommendation } from './satisfaction.ts'

const RULES: OutcomeRules = {
  version: 1,
  responder: { measure: 'nprs', item: 'nprs_avg', share: 0.3, points: 2 },
  moments: [],
  stopReasons: [
    { id: 'better', text: '', kind: 'better' },
    { id: 'unsaid', text: '', kind: 'other' },
  ],
  events: [],
  severities: [
    { value: 1, text: '', serious: false },
    { value: 3, text: '', serious: true },
  ],
  seriousHours: 24,
  adherence: { completeShare: 0.7, good: 80, partial: 50 },
  curves: [],
}

const limit = (value: number, workingDays: number | null) => ({
  id: String(value),
  side: 'at-least' as const,
  value,
  meaning: '',
  task: workingDays === null ? null : { workingDays, reason: '' },
  check: 'author' as const,
})

describe('adverse events', () => {
  it.each([
    [1, null],
    [2, 1],
    [3, 0],
  ])(
    'of severity %i are looked at within %s working days, by the limits of their measure',
    (severity, days) => {
      const ae = measureOf(['ae1'], { id: 'ae', cutoffs: [limit(1, null), limit(2, 1), limit(3, 0)] })
      expect(lookWithin(severity, [ae])).toBe(days)
      expect(lookWithin(severity, [])).toBeNull()
    },
  )

  it.each([
    [1, false],
    [3, true],
    [2, true],
  ])('severity %d is serious: %s (what the rules do not know is)', (severity, serious) => {
    expect(isSerious({ severity }, RULES)).toBe(serious)
  })

  it('a serious one is looked at within its hours', () => {
    const at = '2026-03-02T09:00:00.000Z'
    expect(reportBy({ severity: 3, at }, RULES)).toBe('2026-03-03T09:00:00.000Z')
    expect(reportBy({ severity: 1, at }, RULES)).toBeNull()
  })

  it('a rate needs sessions', () => {
    expect([eventsPer1000(3, 1500), eventsPer1000(3, 0)]).toEqual([2, null])
  })
})

describe('adherence', () => {
  it.each([
    [7, 10, true],
    [6, 10, false],
    [0, 0, false],
  ])('%d of %d sets', (done, planned, complete) => {
    expect(isComplete({ done, planned }, RULES.adherence)).toBe(complete)
  })

  const done = (n: number) => Array.from({ length: n }, () => ({ planned: 10, done: 9 }))
  it.each([
    [4, 5, 80, 'good'],
    [5, 10, 50, 'partial'],
    [4, 10, 40, 'low'],
    [7, 5, 100, 'good'],
  ])('%d of %d sessions', (sessions, planned, percent, band) => {
    expect(adherenceOf(done(sessions), planned, RULES.adherence)).toEqual({ percent, band })
  })

  it('a week off is no failure', () => {
    expect(adherenceOf([], 0, RULES.adherence)).toBeNull()
  })
})

describe('the end of a course', () => {
  it('counts reasons of those who stopped; an unknown one as not said', () => {
    const ends = [
      { how: 'stopped', reason: 'better' },
      { how: 'stopped', reason: 'no-such' },
      { how: 'stopped', reason: null },
      { how: 'discharge', reason: 'better' },
    ] as const
    expect(stopReasons(ends, RULES)).toEqual([
      { id: 'better', people: 1 },
      { id: 'unsaid', people: 2 },
    ])
  })

  it.each([
    [[10, 9, 8, 3], { score: 25, answers: 4 }],
    [[0, 6], { score: -100, answers: 2 }],
    [[7, 8], { score: 0, answers: 2 }],
    [[11], null],
    [[], null],
  ])('recommendation of %j', (answers, expected) => {
    expect(recommendation(answers)).toEqual(expected)
  })
})
