import { describe, expect, it } from 'vitest'
import type { MovementTest } from '../content.ts'
import type { MovementTestResult } from '../intake/intake.ts'
import { compareResults, retestOf, retestsIn } from './retest.ts'

const turned = (left: number | null, right: number | null, over: object = {}): MovementTestResult => ({
  left,
  right,
  source: 'camera',
  error: 10,
  ...over,
})
const START = '2026-03-02T09:00:00.000Z'

describe('the same tests again', () => {
  it('are due four weeks after the last ones', () => {
    const intake = { movementTests: { turn: turned(30, 40) } }
    expect(retestOf(intake, START, [])).toEqual({
      at: START,
      dueAt: '2026-03-30T09:00:00.000Z',
      latest: { movementTests: { turn: turned(30, 40) }, selfTests: {} },
    })
    const later = [
      { at: '2026-04-28T09:00:00.000Z' },
      {
        at: '2026-03-31T09:00:00.000Z',
        tests: { movementTests: {}, selfTests: { ribs: { result: 'pass' as const } } },
      },
    ]
    const again = retestOf(intake, START, later)
    expect(again.dueAt).toBe('2026-04-28T09:00:00.000Z')
    expect(again.latest).toEqual({
      movementTests: { turn: turned(30, 40) },
      selfTests: { ribs: { result: 'pass' } },
    })
  })

  it('compare with the latest of each test, in whatever order they came', () => {
    const day = (date: string, left: number) => ({
      at: `2026-0${date}T09:00:00.000Z`,
      tests: { movementTests: { turn: turned(left, null) }, selfTests: {} },
    })
    const { latest } = retestOf({ movementTests: {} }, START, [day('5-01', 50), day('4-01', 35)])
    expect(latest.movementTests['turn']?.left).toBe(50)
  })
})

describe('tests done again', () => {
  it('stand against the last result of each before that day, oldest first', () => {
    const tested = (tests: Record<string, MovementTestResult>) => ({ movementTests: tests, selfTests: {} })
    const first = { at: START, tests: tested({ turn: turned(30, 40), bend: turned(20, 20) }) }
    const [may, april] = [tested({ turn: turned(50, 50) }), tested({ turn: turned(35, 40) })]
    const later = [
      { at: '2026-05-01T09:00:00.000Z', tests: may },
      { at: '2026-04-15T09:00:00.000Z' },
      { at: '2026-04-01T09:00:00.000Z', tests: april },
    ]
    expect(retestsIn(first, later)).toEqual([
      { at: '2026-04-01T09:00:00.000Z', before: first.tests, after: april },
      {
        at: '2026-05-01T09:00:00.000Z',
        before: tested({ turn: turned(35, 40), bend: turned(20, 20) }),
        after: may,
      },
    ])
    expect(retestsIn(first, [])).toEqual([])
  })
})

describe('a change', () => {
  const test = { protocol: { change: 8 }, error: 6 } as unknown as MovementTest

  it.each([
    [turned(30, null, { error: 6 }), turned(38, null, { error: 6 }), 'about-the-same'],
    [turned(30, null, { error: 6 }), turned(39, null, { error: 6 }), 'more'],
    [turned(39, null, { error: 6 }), turned(30, null, { error: 6 }), 'less'],
    [turned(30, null, { error: 12 }), turned(41, null, { error: 6 }), 'about-the-same'],
    [turned(30, null, { error: 6 }), turned(41, null, { error: 12 }), 'about-the-same'],
    [turned(30, null), turned(60, null, { source: 'self' }), 'not-comparable'],
    [turned(30, null), turned(null, 40), 'not-comparable'],
  ] as const)('is only what is beyond the error: %#', (before, after, verdict) => {
    expect(compareResults(test, before, after)[0]?.verdict).toBe(verdict)
  })

  it('is told of each side or of the one value', () => {
    expect(compareResults(test, turned(30, 40, { error: 1 }), turned(50, 41, { error: 1 }))).toEqual([
      { of: 'left', verdict: 'more', difference: 20 },
      { of: 'right', verdict: 'about-the-same', difference: 1 },
    ])
    const value = (own: number) => turned(null, null, { value: own, error: 1 })
    expect(compareResults(test, value(10), value(25))).toEqual([
      { of: 'value', verdict: 'more', difference: 15 },
    ])
  })
})
