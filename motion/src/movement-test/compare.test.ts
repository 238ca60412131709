import { describe, expect, test } from 'vitest'
import { protocolOf, SPECS } from '../testing/test-specs.ts'
import { compareTests } from './compare.ts'
import { resultOf, type TestResult } from './result.ts'
import { startTest } from './run.ts'

const result = (over: Partial<TestResult>): TestResult => ({
  ...resultOf(startTest(SPECS.sideBend)),
  error: 6,
  ...over,
})
const PROTOCOL = protocolOf({ change: 6 })

describe('two results of one test', () => {
  test.each([
    [20, 26, 'about-the-same'],
    [20, 26.1, 'more'],
    [20, 14, 'about-the-same'],
    [20, 13.9, 'less'],
    [20, 20, 'about-the-same'],
    [null, 30, 'not-comparable'],
    [20, null, 'not-comparable'],
  ] as const)('%s and then %s: %s', (before, after, verdict) => {
    const { left } = compareTests(result({ left: before }), result({ left: after }), PROTOCOL)
    expect(left.verdict).toBe(verdict)
  })

  test('evidence worse than the test states widens what is about the same', () => {
    const change = compareTests(result({ best: 20, error: 12 }), result({ best: 30 }), PROTOCOL)
    expect(change.best).toEqual({ verdict: 'about-the-same', difference: 10 })
  })

  test('a count changes by more than its least change only, whatever its error', () => {
    const count = (best: number): TestResult => result({ kind: 'count', unit: 'count', best, error: 1 })
    const protocol = protocolOf({ kind: 'count', unit: 'count', change: 3 })
    expect(compareTests(count(10), count(13), protocol).best.verdict).toBe('about-the-same')
    expect(compareTests(count(10), count(14), protocol).best.verdict).toBe('more')
  })

  test('other kinds, and sitting with standing, cannot be compared', () => {
    expect(
      compareTests(result({ best: 3, unit: 'grade' }), result({ best: 30 }), PROTOCOL).best.verdict,
    ).toBe('not-comparable')
    const sitting = result({ best: 20, detail: { place: 'sitting' } })
    expect(
      compareTests(sitting, result({ best: 40, detail: { place: 'standing' } }), PROTOCOL).best.verdict,
    ).toBe('not-comparable')
  })
})
