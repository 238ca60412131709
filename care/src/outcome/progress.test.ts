import { describe, expect, it, test } from 'vitest'
import type { CourseSoFar } from '../course/so-far.ts'
import type { SessionReport } from '../session/session.ts'
import type { CheckIn } from './check-in.ts'
import { measureOf } from './measure-fixture.ts'
import {
  answerError,
  expectedOver,
  painAround,
  rangesOver,
  scoresOver,
  valueAtStart,
  weeksDone,
  weeksShown,
} from './progress.ts'
import { stillDue } from './still-due.ts'

const START = '2026-11-02T08:00:00.000Z'
const day = (days: number) => new Date(Date.parse(START) + days * 86_400_000).toISOString()

const course = (more: Partial<CourseSoFar> = {}): CourseSoFar => ({
  startedAt: START,
  endedAt: null,
  duration: '6-12 weeks',
  pain: { now: 4, average: 6, worst: 8 },
  activities: [
    { text: 'Sit', now: 2 },
    { text: 'Lift', now: 5 },
    { text: 'Turn', now: null },
  ],
  tests: {},
  phases: [],
  flares: [],
  perWeek: 4,
  ...more,
})

const least = { share: null, meaning: 'least' as const, references: [], check: 'read' as const }
const nprs = measureOf(['nprs_avg'], {
  id: 'nprs',
  changes: [
    { ...least, points: -3, from: 8, to: 10 },
    { ...least, points: -1, from: null, to: null },
  ],
})

const checkIn = (at: string, value: number | null): CheckIn => ({
  id: crypto.randomUUID(),
  at,
  moments: ['weekly'],
  answers: { nprs: { nprs_avg: value } },
  event: null,
})

type Range = { signal: string; unit: string; left: number | null; right: number | null; best: number | null }
const report = (at: string, ranges: Range[] = [], more: Partial<SessionReport> = {}): SessionReport =>
  ({
    endedAt: at,
    startedAt: at,
    before: { answers: {}, pain: 4, sinceLast: null },
    painAfter: null,
    sets: ranges.map((range) => ({ summary: { range: { ...range, error: 6 } } })),
    ...more,
  }) as SessionReport

describe('scores over a course', () => {
  it('begin with what the intake asked, in order of time, and leave a gap where too little was answered', () => {
    const points = scoresOver(
      nprs,
      [checkIn(day(14), 3), checkIn(day(7), 5), checkIn(day(21), null)],
      course(),
    )
    expect(points.map(({ at, value }) => [at, value])).toEqual([
      [START, 6],
      [day(7), 5],
      [day(14), 3],
    ])
  })

  it('leave out what was answered in an earlier course', () => {
    expect(scoresOver(nprs, [checkIn(day(-3), 3)], course({ pain: null }))).toEqual([])
  })

  it('carry half of the least change that matters over all first values, so that bars of a chance difference overlap', () => {
    expect(answerError(nprs)).toBe(0.5)
    expect(answerError(measureOf(['a']))).toBeNull()
  })

  test('the start of the own activities is the mean of those that were asked', () => {
    expect(valueAtStart('psfs', course())).toBe(3.5)
    expect(valueAtStart('psfs', course({ activities: [] }))).toBeNull()
    expect(valueAtStart('peg', course())).toBeNull()
  })
})

test('pain around sessions is never guessed', () => {
  const { before, after } = painAround([report(day(2)), report(day(1), [], { painAfter: 2 })])
  expect(before.map(({ at }) => at)).toEqual([day(1), day(2)])
  expect(after.map(({ value }) => value)).toEqual([2])
})

describe('ranges', () => {
  const turn = { signal: 'trunk_axial_rotation', unit: 'deg' }

  it('keep the best of a session for each side, with its error', () => {
    const [range] = rangesOver([
      report(day(3), [
        { ...turn, left: 30, right: 41, best: 41 },
        { ...turn, left: 36, right: 20, best: 36 },
      ]),
      report(day(1), [{ ...turn, left: 28, right: null, best: 28 }]),
    ])
    expect(range?.left).toEqual([
      { at: day(1), value: 28, error: 6 },
      { at: day(3), value: 36, error: 6 },
    ])
    expect(range?.right).toEqual([{ at: day(3), value: 41, error: 6 }])
    expect(range?.best).toEqual([])
  })

  it('of a movement without sides stand alone, and a trend is never an angle', () => {
    const found = rangesOver([
      report(day(1), [
        { signal: 'knee_flexion', unit: 'deg', left: null, right: null, best: 80 },
        { signal: 'head_forward_angle', unit: 'deg', left: null, right: null, best: 40 },
      ]),
    ])
    expect(found.map(({ signal, best }) => [signal, best.length])).toEqual([['knee_flexion', 1]])
  })
})

test('weeks are counted from the start; a session without a set is none, and the running week is marked', () => {
  const set = [{ signal: 'knee_flexion', unit: 'deg', left: null, right: null, best: 1 }]
  const weeks = weeksDone([report(day(1), set), report(day(2)), report(day(8), set)], START, day(15))
  expect(weeks.map(({ done, running }) => [done, running])).toEqual([
    [1, false],
    [1, false],
    [0, true],
  ])
})

test.each([
  [0, 6],
  [42, 6],
  [43, 12],
  [100, 26],
  [400, 58],
])('after %i days a course is drawn up to week %i', (days, weeks) => {
  expect(weeksShown(START, day(days))).toBe(weeks)
})

describe('the expected curve', () => {
  const curves = [
    {
      id: 'short',
      measure: 'nprs',
      durations: ['6-12 weeks'],
      points: [
        { week: 0, typical: 1, low: 1, high: 1 },
        { week: 4, typical: 0.5, low: 0.2, high: 0.9 },
      ],
      label: 'usual',
      grade: 'borrowed' as const,
      references: [],
      note: 'no promise',
    },
  ]

  it('starts at the first pain, carries its label, and ends where the studies end', () => {
    const found = expectedOver({ curves }, course(), day(1))
    expect(found?.label).toBe('usual')
    expect(found?.points.map(({ week, typical }) => [week, typical])).toEqual([
      [0, 6],
      [1, 5.25],
      [2, 4.5],
      [3, 3.75],
      [4, 3],
    ])
  })

  it('is not drawn for whom there is none, nor without a first pain', () => {
    expect(expectedOver({ curves }, course({ duration: null }), day(1))).toBeNull()
    expect(expectedOver({ curves }, course({ pain: null }), day(1))).toBeNull()
  })
})

describe('what is still due', () => {
  const due = [
    {
      measureId: 'nprs',
      moments: ['weekly' as const],
      dueAt: day(7),
      closesAt: day(14),
      items: ['nprs_avg'],
    },
  ]

  it.each([
    ['nothing answered', [], day(8), 1],
    ['answered on this device since', [{ measureId: 'nprs', at: day(8) }], day(9), 0],
    ['answered before it fell due', [{ measureId: 'nprs', at: day(6) }], day(9), 1],
    ['another one answered', [{ measureId: 'peg', at: day(8) }], day(9), 1],
    ['closed meanwhile', [], day(14), 0],
  ])('%s', (_, answered, now, count) => {
    expect(stillDue(due, answered, now)).toHaveLength(count)
  })
})
