import { curveFor, expectedAt } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { content } from './people.ts'

const { outcome, measures } = content

/** Shares of the first pain by week: usual, and the band. Studied means of low-back pain; the band is our own estimate. */
const CURVES: Readonly<Record<string, readonly (readonly [number, number, number, number])[]>> = {
  'less than 6 weeks': [
    [0, 1, 1, 1],
    [2, 0.72, 0.45, 1],
    [4, 0.56, 0.25, 0.9],
    [6, 0.44, 0.15, 0.8],
    [8, 0.4, 0.1, 0.78],
    [12, 0.34, 0.05, 0.72],
    [26, 0.23, 0, 0.6],
    [52, 0.12, 0, 0.45],
  ],
  'more than 12 weeks': [
    [0, 1, 1, 1],
    [2, 0.86, 0.6, 1.1],
    [4, 0.74, 0.45, 1.05],
    [6, 0.65, 0.35, 1],
    [8, 0.63, 0.32, 0.98],
    [12, 0.59, 0.27, 0.95],
    [26, 0.51, 0.2, 0.88],
    [52, 0.45, 0.13, 0.82],
  ],
}

/** What can be chosen in the items that are not scored. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  care1: ['emergency', 'injection', 'imaging', 'surgery-advice', 'none'],
}

describe('the expected curves', () => {
  it.each(Object.keys(CURVES))(
    'of pain for %s go through each of their points, and no further',
    (duration) => {
      const curve = curveFor(outcome.curves, 'nprs', duration)
      if (curve === null) throw new Error('no curve')
      for (const [week, typical, low, high] of CURVES[duration] ?? []) {
        const at = expectedAt(curve, 5, week)
        expect(at?.typical).toBeCloseTo(5 * typical, 6)
        expect(at?.low).toBeCloseTo(5 * low, 6)
        expect(at?.high).toBeCloseTo(5 * high, 6)
      }
      expect([expectedAt(curve, 5, -1), expectedAt(curve, 5, 53)]).toEqual([null, null])
      const between = CURVES[duration]?.slice(0, 2).map(([, typical]) => typical) ?? []
      expect(expectedAt(curve, 5, 1)?.typical).toBeCloseTo(
        (5 * ((between[0] ?? 0) + (between[1] ?? 0))) / 2,
        6,
      )
    },
  )

  it('are the same for what lasts as long', () => {
    const of = (duration: string) => curveFor(outcome.curves, 'nprs', duration)?.id
    expect(of('6-12 weeks')).toBe(of('less than 6 weeks'))
    expect(of('comes and goes for years')).toBe(of('more than 12 weeks'))
    expect(of('less than 6 weeks')).not.toBe(of('more than 12 weeks'))
  })
})

describe('what is asked at the end and when something happened', () => {
  it('why somebody leaves, and of what kind that is', () => {
    expect(outcome.stopReasons.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'better better',
      'worse worse',
      'no-change worse',
      'event worse',
      'time life',
      'ill life',
      'other-care life',
      'cost life',
      'too-hard product',
      'technical product',
      'person product',
      'other other',
      'unsaid other',
    ])
  })

  it('what happened, how bad it was, and how fast it is told', () => {
    expect(outcome.events.map(({ id }) => id)).toEqual([
      'more-pain',
      'dizzy',
      'fall',
      'skin',
      'muscle',
      'other',
    ])
    expect(outcome.severities.map(({ value, serious }) => [value, serious])).toEqual([
      [0, false],
      [1, false],
      [2, false],
      [3, true],
    ])
    expect(outcome.seriousHours).toBe(24)
  })

  it('what counts as done, and who counts as a responder', () => {
    expect(outcome.adherence).toEqual({ completeShare: 0.7, good: 80, partial: 50 })
    expect(outcome.responder).toEqual({ measure: 'nprs', item: 'nprs_avg', share: 0.3, points: 2 })
  })
})

describe('the answers of what is chosen from a list', () => {
  const choices = measures.flatMap(({ items }) =>
    items.flatMap(({ id, answer }) =>
      answer.kind === 'one' || answer.kind === 'multi'
        ? [[id, answer.options.map(({ value }) => value)] as const]
        : [],
    ),
  )
  it('are as published', () => {
    expect(Object.fromEntries(choices)).toEqual(CHOICES)
  })
})
