import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LESSON_REST_HOURS, lessonsFor, nextLesson } from './dosing.ts'
import type { Lesson } from './lesson.ts'

const lesson = (id: string, order: number, dose: Partial<Lesson['dose']> = {}): Lesson => ({
  id,
  version: 1,
  title: id,
  component: 'posture',
  minutes: 2,
  hook: '',
  passages: [],
  action: '',
  check: { question: '', options: [], answer: '', why: '' },
  help: null,
  dose: { phases: ['early'], patterns: [], when: null, order, ...dose },
  public: true,
  signOff: { state: 'draft', by: null, at: null },
})

const ALL = [
  lesson('second', 2),
  lesson('first', 1),
  lesson('worry', 9),
  lesson('other-phase', 0, { phases: ['late'] }),
  lesson('other-pattern', 0, { patterns: ['P5'] }),
  lesson('own-pattern', 3, { patterns: ['P1', 'P5'] }),
  lesson('said', 8, { when: { fact: 'B01', atLeast: 4 } }),
]
const LEARNER = { pattern: 'P1', phase: 'early', facts: {}, read: [] } as const
const ids = (learner: Parameters<typeof lessonsFor>[1]) => lessonsFor(ALL, learner).map(({ id }) => id)

describe('lessons are dosed', () => {
  it.each([
    ['by phase and pattern, in their order', {}, ['first', 'second', 'own-pattern', 'worry']],
    [
      'what answers an answer goes first',
      { facts: { B01: 6 } },
      ['said', 'first', 'second', 'own-pattern', 'worry'],
    ],
    ['what helps a worry goes first', { first: ['worry'] }, ['worry', 'first', 'second', 'own-pattern']],
    ['what is read is over', { read: ['first', 'worry'] }, ['second', 'own-pattern']],
    ['another phase has its own', { phase: 'late' }, ['other-phase']],
  ] as const)('%s', (_, change, expected) => {
    expect(ids({ ...LEARNER, ...change })).toEqual(expected)
  })

  it('a lesson named for a worry is still only for whom it is meant', () => {
    expect(ids({ ...LEARNER, first: ['other-phase', 'said'] })).toEqual([
      'first',
      'second',
      'own-pattern',
      'worry',
    ])
  })
})

describe('the next lesson', () => {
  const at = (hours: number) => new Date(Date.UTC(2026, 0, 1) + hours * 3_600_000).toISOString()

  it.each([
    ['at once when none was read', [], 0, 'first'],
    ['not before the rest is over', [0], LESSON_REST_HOURS - 0.01, null],
    ['when it is over', [0], LESSON_REST_HOURS, 'first'],
    ['the newest reading counts, in whatever order they come', [30, 0], 41, null],
    ['a clock that runs ahead only waits', [50], 0, null],
  ] as const)('%s', (_, read, now, expected) => {
    const next = nextLesson(
      ALL,
      LEARNER,
      read.map((hours) => at(hours)),
      at(now),
    )
    expect(next?.id ?? null).toBe(expected)
  })

  it('is none when all are read', () => {
    expect(nextLesson(ALL, { ...LEARNER, read: ALL.map(({ id }) => id) }, [], at(0))).toBeNull()
  })

  it('never comes more than four times in any week, and never twice', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 40 }), (gaps) => {
        const many = Array.from({ length: 30 }, (_, order) => lesson(`l${order}`, order))
        const reads: { id: string; hour: number }[] = []
        let hour = 0
        for (const gap of gaps) {
          hour += gap
          const read = reads.map(({ id }) => id)
          const next = nextLesson(
            many,
            { ...LEARNER, read },
            reads.map((one) => at(one.hour)),
            at(hour),
          )
          if (next !== null) reads.push({ id: next.id, hour })
        }
        expect(new Set(reads.map(({ id }) => id)).size).toBe(reads.length)
        for (const { hour: from } of reads)
          expect(reads.filter((one) => one.hour >= from && one.hour < from + 160).length).toBeLessThanOrEqual(
            4,
          )
      }),
    )
  })
})
