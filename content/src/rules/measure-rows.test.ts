import { changeOf, cutoffsReached, dueMeasures, itemsAt, type Measure, scoreOf } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { content } from './people.ts'

const { measures, outcome } = content
function measure(id: string): Measure {
  const found = measures.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no measure ${id}`)
  return found
}

/** The lowest and the highest answer of every scored item, and the score of each. */
const SCALES: readonly (readonly [string, Record<string, number[]>, number, number])[] = [
  ['conf2', { conf1: [0, 10], conf2: [0, 10] }, 0, 20],
  ['effort', { eff1: [0, 10] }, 0, 10],
  ['energy', { energy1: [0, 10] }, 0, 10],
  ['fear', { fear1: [0, 10] }, 0, 10],
  ['gad2', { gad2_1: [0, 3], gad2_2: [0, 3] }, 0, 6],
  ['groc', { groc1: [-7, 7] }, -7, 7],
  ['meds', { med1: [0, 7] }, 0, 7],
  ['nprs', { nprs_avg: [0, 10] }, 0, 10],
  ['peg', { peg1: [0, 10], peg2: [0, 10], peg3: [0, 10] }, 0, 10],
  ['pgic', { pgic1: [1, 7] }, 1, 7],
  ['phq2', { phq2_1: [0, 3], phq2_2: [0, 3] }, 0, 6],
  ['satisfaction', { sat1: [0, 10], rec1: [0, 10] }, 0, 10],
  ['sleep', { sleep1: [0, 10] }, 0, 10],
  ['work', { work1: [0, 10] }, 0, 10],
]

describe('each scored item', () => {
  it.each(SCALES)('%s takes its whole scale and nothing beside it', (id, items, low, high) => {
    const own = measure(id)
    const at = (index: number, by = 0) =>
      Object.fromEntries(Object.entries(items).map(([item, ends]) => [item, (ends[index] ?? 0) + by]))
    expect([scoreOf(own, at(0)).value, scoreOf(own, at(1)).value]).toEqual([low, high])
    expect(own.range).toEqual([low, high])
    for (const item of Object.keys(items)) {
      const beyond = [
        { ...at(0), [item]: at(0, -1)[item] },
        { ...at(1), [item]: at(1, 1)[item] },
      ]
      for (const answers of beyond) {
        expect(scoreOf(own, answers).missing).toEqual([item])
        expect(scoreOf(own, answers).value).toBeNull()
      }
    }
  })

  it.each([
    ['phq2', ['phq2_1', 'phq2_2'], [0, 1, 2, 3]],
    ['gad2', ['gad2_1', 'gad2_2'], [0, 1, 2, 3]],
    ['pgic', ['pgic1'], [1, 2, 3, 4, 5, 6, 7]],
    ['ae', ['ae1'], [0, 1, 2, 3]],
  ])('%s has each of its answers', (id, items, values) => {
    for (const item of measure(id).items.filter((one) => items.includes(one.id)))
      expect(item.answer.kind === 'choice' && item.answer.options.map(({ value }) => value)).toEqual(values)
  })

  it('psfs counts every activity, and needs one', () => {
    expect(scoreOf(measure('psfs'), { psfs_score: [0, 10] }).value).toBe(5)
    expect(scoreOf(measure('psfs'), { psfs_score: [11, 4] }).value).toBe(4)
    expect(scoreOf(measure('psfs'), { psfs_score: [] }).value).toBeNull()
  })

  it.each([
    ['conf2', { conf1: 4 }],
    ['peg', { peg1: 1, peg3: 2 }],
    ['gad2', { gad2_2: 1 }],
    ['satisfaction', { rec1: 9 }],
    ['adherence', { adherence: 80 }],
    ['ae', { ae1: 2 }],
  ])('%s of a part has no score', (id, answers) => {
    expect(scoreOf(measure(id), answers).value).toBeNull()
  })
})

/** Each limit: the value that reaches it, the one beside that does not, and within how many working days somebody looks. */
const LIMITS: readonly (readonly [string, string, number, number, number | null])[] = [
  ['adherence', 'low', 49, 50, null],
  ['ae', 'clinician', 2, 1, 1],
  ['ae', 'serious', 3, 2, 0],
  ['conf2', 'low', 8, 9, null],
  ['fear', 'high', 7, 6, null],
  ['gad2', 'positive', 3, 2, 2],
  ['pgic', 'much-better', 2, 3, null],
  ['pgic', 'worse', 6, 5, 2],
  ['phq2', 'positive', 3, 2, 2],
  ['satisfaction', 'low', 4, 5, 5],
  ['work', 'poor', 5, 6, null],
]

describe('each limit of a measure', () => {
  it('has its case', () => {
    const ids = measures.flatMap(({ id, cutoffs }) => cutoffs.map((cutoff) => `${id} ${cutoff.id}`))
    expect(LIMITS.map(([id, limit]) => `${id} ${limit}`)).toEqual(ids)
  })

  it.each(LIMITS)('%s %s is reached by %d and not by %d', (id, limit, reached, beside, days) => {
    const at = (value: number) => cutoffsReached(measure(id), value).find((one) => one.id === limit)
    expect(at(reached)).toBeDefined()
    expect(at(beside)).toBeUndefined()
    expect(at(reached)?.task?.workingDays ?? null).toBe(days)
  })
})

/** Each change that counts: first and last value, what it means, and whether it counts for that first value. */
const CHANGES: readonly (readonly [string, number, number, string, boolean | null])[] = [
  ['nprs', 6, 4, 'much-better', true],
  ['nprs', 6, 5, 'better', false],
  ['nprs', 6, 5.5, 'about-the-same', false],
  ['nprs', 2, 1.7, 'better', false],
  ['nprs', 2, 1.8, 'about-the-same', false],
  ['nprs', 3, 2, 'much-better', true],
  ['nprs', 5, 3, 'much-better', true],
  ['nprs', 7, 5, 'much-better', true],
  ['nprs', 8, 6, 'much-better', false],
  ['nprs', 8, 5, 'much-better', true],
  ['nprs', 10, 7.5, 'much-better', false],
  ['nprs', 4, 3, 'better', true],
  ['nprs', 1, 0, 'much-better', true],
  ['nprs', 0, 0, 'about-the-same', false],
  ['nprs', 4, 5, 'worse', false],
  ['peg', 6, 5, 'better', null],
  ['peg', 6, 5.1, 'about-the-same', null],
  ['peg', 6, 4, 'much-better', null],
  ['peg', 4, 2.8, 'much-better', null],
  ['psfs', 4, 6, 'better', null],
  ['psfs', 4, 5.9, 'about-the-same', null],
  ['psfs', 4, 9, 'better', null],
  ['sleep', 6, 4, 'better', null],
  ['sleep', 6, 5, 'about-the-same', null],
  ['conf2', 8, 11, 'better', null],
  ['conf2', 8, 10, 'about-the-same', null],
  ['energy', 4, 6, 'better', null],
  ['energy', 4, 5, 'about-the-same', null],
  ['groc', 0, 3, 'better', null],
  ['groc', 0, 2, 'about-the-same', null],
  ['groc', 0, 5, 'much-better', null],
  ['groc', 0, 4, 'better', null],
]

describe('each change that counts', () => {
  it.each(CHANGES)('%s from %d to %d', (id, first, last, meaning, forFirstValue) => {
    expect(changeOf(measure(id), first, last)).toMatchObject({ meaning, forFirstValue })
  })

  it('a single activity has to move by three', () => {
    const single = measure('psfs').changes.filter((row) => row.meaning === 'single-item')
    expect(single.map(({ points }) => points)).toEqual([3])
  })
})

const START = '2026-03-02T09:00:00.000Z'
const day = (n: number) => new Date(Date.parse(START) + n * 86_400_000).toISOString()

/** Each moment: first and last day on which it is open, counted from the start or the end. */
const MOMENTS: readonly (readonly [string, string, 'start' | 'end', number, number])[] = [
  ['baseline', 'psfs', 'start', 0, 7],
  ['weekly', 'sleep', 'start', 7, 13],
  ['every-2-weeks', 'peg', 'start', 14, 21],
  ['every-4-weeks', 'psfs', 'start', 28, 38],
  ['discharge', 'peg', 'end', 0, 14],
  ['month-3', 'peg', 'end', 91, 112],
  ['month-6', 'peg', 'end', 182, 210],
  ['month-12', 'peg', 'end', 365, 407],
]

describe('each moment', () => {
  it.each(MOMENTS)('%s is open from its first day to its last', (moment, id, from, first, last) => {
    const dates = {
      startedAt: START,
      endedAt: from === 'end' ? START : null,
      lastSessionAt: null,
      answered: [],
    }
    const openOn = (n: number) =>
      dueMeasures(measures, outcome, dates, day(n), true)
        .filter(({ measureId }) => measureId === id)
        .flatMap(({ moments }) => moments)
        .some((one) => one === moment)
    expect([openOn(first - 0.01), openOn(first), openOn(last + 0.99), openOn(last + 1)]).toEqual([
      false,
      true,
      true,
      // The next weekly one begins where this one ends.
      moment === 'weekly',
    ])
  })

  it('of a session and of the morning after are put with the session', () => {
    const { moments } = outcome
    expect(moments.filter(({ from }) => from === 'session')).toEqual([
      { moment: 'session', from: 'session', everyDays: null, onDay: 0, openDays: 0 },
      { moment: 'next-day', from: 'session', everyDays: null, onDay: 1, openDays: 1 },
    ])
    expect(itemsAt(measure('nprs'), 'session').map(({ id }) => id)).toEqual(['nprs_now'])
    expect(itemsAt(measure('nprs'), 'weekly').map(({ id }) => id)).toEqual(['nprs_avg', 'nprs_worst'])
    expect(itemsAt(measure('psfs'), 'baseline').map(({ id }) => id)).toEqual(['psfs_act', 'psfs_score'])
    expect(itemsAt(measure('psfs'), 'every-4-weeks').map(({ id }) => id)).toEqual(['psfs_score'])
  })
})
