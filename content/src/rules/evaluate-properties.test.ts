import { type Condition, evaluate, type Intake, PatternId } from '@dorsal/care'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { content, intakeOf, NOW, triageOf } from './people.ts'

const yesNo = fc.constantFrom('yes', 'no', 'unsure')
const scale = fc.integer({ min: 0, max: 10 })

/** Any answer to any question of the intake, and to any burden. */
const answers: fc.Arbitrary<Intake['answers']> = fc
  .record(
    Object.fromEntries([
      ...content.questions
        .filter(({ type }) => type !== 'text')
        .map(({ id, type, options, min, max }) => {
          const values = options.map(({ value }) => value)
          if (type === 'number') return [id, fc.integer({ min: min ?? 0, max: max ?? 10 })] as const
          return type === 'choice'
            ? ([id, fc.constantFrom(...values)] as const)
            : ([id, fc.subarray(values)] as const)
        }),
      ...['YF02', 'YF03', 'YF04', 'YF07', 'YF12'].map((id) => [id, scale] as const),
      ...['YF08', 'YF09', 'YF10', 'RF62'].map((id) => [id, yesNo] as const),
    ]),
    { requiredKeys: [] },
  )
  .map((given) => given as Intake['answers'])

const degrees = fc.option(fc.integer({ min: -20, max: 190 }))
const movement = fc.record(
  {
    left: degrees,
    right: degrees,
    value: degrees,
    source: fc.constantFrom('camera' as const, 'self' as const),
    error: fc.option(fc.integer({ min: 0, max: 20 })),
    pain: fc.option(scale),
    rating: fc.option(fc.constantFrom('full' as const, 'limited' as const, 'painful' as const)),
  },
  { requiredKeys: ['left', 'right', 'source'] },
)
const over = <T>(ids: readonly string[], value: fc.Arbitrary<T>) =>
  fc
    .record(Object.fromEntries(ids.map((id) => [id, value])), { requiredKeys: [] })
    .map((given) => given as Record<string, T>)

/** Any intake whatsoever that is complete. */
const intakes: fc.Arbitrary<Intake> = fc
  .record({
    answers,
    movementTests: over(
      content.movementTests.map(({ id }) => id),
      movement,
    ),
    selfTests: over(
      content.selfTests.map(({ id }) => id),
      fc.record({ result: fc.constantFrom('pass' as const, 'limited' as const, 'painful' as const) }),
    ),
    goals: fc.array(fc.record({ text: fc.constant('walk'), now: scale }), { maxLength: 3 }),
    measures: fc.oneof(
      fc.constant({}),
      fc.tuple(scale, scale, scale).map(([now, average, worst]) => ({ nprs: { now, average, worst } })),
    ),
    yearOfBirth: fc.integer({ min: 1920, max: 2007 }),
  })
  .map(intakeOf)

const evaluated = (intake: Intake) => evaluate(intake, content, triageOf(), NOW)
const RUNS = { numRuns: 150 }

/** An answer that makes a plain comparison hold, next to what was answered before. */
function withFact(intake: Intake, condition: Condition): Intake | null {
  if ('any' in condition) return condition.any[0] === undefined ? null : withFact(intake, condition.any[0])
  if (!('fact' in condition) || 'sizeAtLeast' in condition) return null
  const { fact } = condition
  const [kind, id = '', name] = fact.split('.')
  if (kind === 'self' && 'is' in condition)
    return {
      ...intake,
      selfTests: {
        ...intake.selfTests,
        [id]: { result: condition.is === 'painful' ? 'painful' : 'limited' },
      },
    }
  if (kind === 'test' && name === 'limited')
    return {
      ...intake,
      movementTests: {
        ...intake.movementTests,
        [id]: { left: null, right: null, source: 'self', rating: 'limited' },
      },
    }
  if (fact.includes('.')) return null
  const before = intake.answers[fact]
  const list = Array.isArray(before) ? before : []
  const value =
    'is' in condition
      ? String(condition.is)
      : 'includes' in condition
        ? [...list, condition.includes]
        : 'atLeast' in condition
          ? condition.atLeast
          : condition.atMost
  return { ...intake, answers: { ...intake.answers, [fact]: value } }
}

describe('for any intake', () => {
  it('there is exactly one working pattern and one severity, and the same again', () => {
    fc.assert(
      fc.property(intakes, (intake) => {
        const { result, decision } = evaluated(intake)
        expect(PatternId.safeParse(result.pattern).success).toBe(true)
        expect(['low', 'moderate', 'high']).toContain(result.severity)
        expect(result.candidates?.map(({ pattern }) => pattern).toSorted()).toEqual(PatternId.options)
        for (const { confidence } of [...result.findings, result]) {
          expect(confidence).toBeGreaterThanOrEqual(0.3)
          expect(confidence).toBeLessThanOrEqual(0.95)
        }
        expect(evaluated(structuredClone(intake))).toEqual({ result, decision })
      }),
      RUNS,
    )
  })

  it('a finding rests on an answer: with that part of the intake gone, it is gone or stands on another', () => {
    const nothing = intakeOf({ measures: {} })
    expect(evaluated(nothing).result.findings).toEqual([])
    fc.assert(
      fc.property(intakes, (intake) => {
        const { findings } = evaluated(intake).result
        const without = { ...intake, movementTests: {}, selfTests: {}, answers: nothing.answers, goals: [] }
        const left = new Set(evaluated({ ...without, measures: {} }).result.findings.map(({ id }) => id))
        expect(left.size).toBe(0)
        expect(findings.every(({ because }) => because.length > 0)).toBe(true)
      }),
      RUNS,
    )
  })

  it('leaving out one test or answer about anything but burdens brings no new finding', () => {
    fc.assert(
      fc.property(intakes, fc.nat(), (intake, pick) => {
        const before = new Set(evaluated(intake).result.findings.map(({ id }) => id))
        const parts = ['answers', 'movementTests', 'selfTests'] as const
        const part = parts[pick % 3] ?? 'answers'
        const [gone] = Object.keys(intake[part] ?? {}).slice(pick % 7)
        if (gone === undefined || gone.startsWith('RF')) return
        const less = Object.fromEntries(Object.entries(intake[part] ?? {}).filter(([id]) => id !== gone))
        for (const { id } of evaluated({ ...intake, [part]: less }).result.findings)
          expect(before).toContain(id)
      }),
      RUNS,
    )
  })

  it('what speaks for a pattern never lowers its evidence', () => {
    const rows = content.patterns.flatMap(({ id, for: own }) => own.map((row) => ({ id, row })))
    fc.assert(
      fc.property(intakes, fc.nat({ max: rows.length - 1 }), (intake, index) => {
        const picked = rows[index]
        const more = picked === undefined ? null : withFact(intake, picked.row.when)
        if (picked === undefined || more === null) return
        const scoreOf = (given: Intake) =>
          evaluated(given).result.candidates?.find(({ pattern }) => pattern === picked.id)?.score ?? 0
        expect(scoreOf(more)).toBeGreaterThanOrEqual(scoreOf(intake))
      }),
      { numRuns: 400 },
    )
  })
})
