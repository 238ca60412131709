import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureOf, scaleItem } from './measure-fixture.ts'
import { type CourseDates, dueMeasures, itemsAt } from './schedule.ts'

const moment = (
  name: string,
  from: 'start' | 'end' | 'session',
  everyDays: number | null,
  onDay: number | null,
  openDays: number,
) => ({
  moment: name,
  from,
  everyDays,
  onDay,
  openDays,
})
const RULES = {
  moments: [
    moment('baseline', 'start', null, 0, 7),
    moment('session', 'session', null, null, 0),
    moment('next-day', 'session', null, 1, 1),
    moment('weekly', 'start', 7, null, 6),
    moment('every-4-weeks', 'start', 28, null, 10),
    moment('discharge', 'end', null, 0, 14),
    moment('month-3', 'end', null, 91, 21),
  ],
}
const pain = measureOf(['avg', 'now'], {
  id: 'pain',
  items: [
    scaleItem('avg', { moments: ['weekly', 'every-4-weeks', 'month-3'] }),
    scaleItem('now', { moments: ['next-day'] }),
  ],
  schedule: ['baseline', 'session', 'next-day', 'weekly', 'every-4-weeks', 'month-3'],
})
const mood = measureOf(['m'], { id: 'mood', schedule: ['baseline', 'every-4-weeks'] })
const extra = measureOf(['x'], { id: 'extra', core: false, schedule: ['weekly'] })
const ALL = [pain, mood, extra]

const day = (n: number): string => new Date(Date.UTC(2026, 2, 2, 9) + n * 86_400_000).toISOString()
const dates = (more: Partial<CourseDates> = {}): CourseDates => ({
  startedAt: day(0),
  endedAt: null,
  lastSessionAt: null,
  answered: [],
  ...more,
})
const due = (n: number, more: Partial<CourseDates> = {}) =>
  dueMeasures(ALL, RULES, dates(more), day(n)).map(({ measureId, moments, items }) => [
    measureId,
    moments,
    items,
  ])

describe('what is due', () => {
  it.each<[string, number, Partial<CourseDates>, unknown[]]>([
    ['the first days: what has items for the baseline', 0, {}, [['mood', ['baseline'], ['m']]]],
    [
      'it stays open for a week',
      7.5,
      { answered: [{ measureId: 'pain', at: day(7.2) }] },
      [['mood', ['baseline'], ['m']]],
    ],
    ['and is not asked later', 8.5, { answered: [{ measureId: 'pain', at: day(7.2) }] }, []],
    [
      'the second week',
      7,
      { answered: [{ measureId: 'mood', at: day(1) }] },
      [['pain', ['weekly'], ['avg']]],
    ],
    [
      'answered last week is asked again',
      14,
      { answered: [{ measureId: 'pain', at: day(9) }] },
      [['pain', ['weekly'], ['avg']]],
    ],
    ['answered this week is not', 15, { answered: [{ measureId: 'pain', at: day(14.5) }] }, []],
    [
      'four weeks: asked once, for both moments',
      28,
      {},
      [
        ['pain', ['weekly', 'every-4-weeks'], ['avg']],
        ['mood', ['every-4-weeks'], ['m']],
      ],
    ],
    [
      'the morning after a session',
      3,
      { lastSessionAt: day(2), answered: [{ measureId: 'mood', at: day(1) }] },
      [['pain', ['next-day'], ['now']]],
    ],
    ['not the same day', 2, { lastSessionAt: day(1.9), answered: [{ measureId: 'mood', at: day(1) }] }, []],
    ['nothing weekly after the end', 70, { endedAt: day(60) }, []],
    ['three months after the end', 60 + 92, { endedAt: day(60) }, [['pain', ['month-3'], ['avg']]]],
    ['but not for ever', 60 + 91 + 22, { endedAt: day(60) }, []],
  ])('%s', (_, n, more, expected) => {
    expect(due(n, more)).toEqual(expected)
  })

  it('a measure outside of the core set only where it is turned on', () => {
    expect(dueMeasures(ALL, RULES, dates(), day(7), true).map(({ measureId }) => measureId)).toContain(
      'extra',
    )
  })

  it('of a session belong to the session', () => {
    expect(itemsAt(pain, 'session')).toEqual([])
    expect(itemsAt(mood, 'every-4-weeks').map(({ id }) => id)).toEqual(['m'])
    expect(itemsAt(mood, 'weekly')).toEqual([])
  })

  it('is never due before it is, nor after it closes, and one row a measure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.option(fc.integer({ min: 1, max: 120 })), (n, end) => {
        const now = day(n)
        const rows = dueMeasures(
          ALL,
          RULES,
          dates({ endedAt: end === null ? null : day(end), lastSessionAt: day(n - 1) }),
          now,
        )
        const ids = rows.map(({ measureId }) => measureId)
        return (
          rows.every((row) => row.dueAt <= now && now < row.closesAt && row.items.length > 0) &&
          new Set(ids).size === ids.length
        )
      }),
    )
  })
})
