import type { MovementTest } from '@dorsal/care'
import type { SetSummary, TestResult } from '@dorsal/motion'
import { describe, expect, it } from 'vitest'
import {
  cameraResult,
  countedResult,
  measuredBy,
  ownWayOf,
  ratedResult,
  selfResult,
  sidesOf,
  worseOf,
} from './results.ts'

const summary = (range: SetSummary['range'], left = 0, right = 0): SetSummary => ({
  reps: { total: left + right, left, right, partial: 0 },
  repetitions: [],
  holdSeconds: 0,
  range,
  tempoSeconds: null,
  faults: [],
  seenShare: 1,
})
const turned = (left: number | null, right: number | null, error = 6) => ({
  signal: 'trunk_axial_rotation',
  unit: 'deg',
  left,
  right,
  best: 40,
  error,
})

describe('what the camera measured', () => {
  it('tells left and right apart, in whole degrees', () => {
    expect(sidesOf(summary(turned(38.4, 41.6), 3, 3), 4)).toEqual({ left: 38, right: 42, error: 6 })
  })

  it('never claims less error than the test itself has', () => {
    expect(sidesOf(summary(turned(38, 41, 3), 1, 1), 10)?.error).toBe(10)
    expect(sidesOf(summary(turned(38, 41, 12.4), 1, 1), 10)?.error).toBe(12)
  })

  it('takes swaying for no measurement, but a counted small turn for one', () => {
    expect(sidesOf(summary(turned(3, 2)), 4)).toMatchObject({ left: null, right: null })
    expect(sidesOf(summary(turned(5, 2), 1, 0), 4)).toMatchObject({ left: 5, right: null })
  })

  it('has nothing where no honest view was seen', () => {
    expect(sidesOf(summary(null, 3, 3), 10)).toBeNull()
    expect(sidesOf(null, 10)).toBeNull()
  })

  it('keeps each arm as it is', () => {
    const reach = { signal: 'shoulder_flexion', unit: 'deg', left: 151, right: null, best: 151, error: 8 }
    expect(sidesOf(summary(reach, 1, 0), 10)).toEqual({ left: 151, right: null, error: 10 })
  })
})

describe('results', () => {
  it('say where they come from', () => {
    expect(cameraResult({ left: 30, right: null, error: 10 }, 4)).toEqual({
      left: 30,
      right: null,
      error: 10,
      source: 'camera',
      pain: 4,
    })
    expect(selfResult('full', 'limited', 2)).toEqual({
      left: null,
      right: null,
      source: 'self',
      pain: 2,
      rating: 'limited',
      ratings: { left: 'full', right: 'limited' },
    })
  })

  it('stand for both sides by the more limited one', () => {
    expect(worseOf('limited', 'very-limited')).toBe('very-limited')
    expect(worseOf('painful', 'limited')).toBe('limited')
    expect(worseOf('painful', 'full')).toBe('painful')
    expect(worseOf('full', 'full')).toBe('full')
  })
})

describe('what a test by its protocol measured', () => {
  const came = (over: Partial<TestResult>) =>
    ({ unit: 'deg', left: null, right: null, best: null, error: 10, ...over }) as TestResult

  it('is each side in whole degrees', () => {
    expect(measuredBy(came({ left: 41.6, right: 38.2, best: 41.6, error: 10.4 }), 'each')).toEqual({
      left: 42,
      right: 38,
      error: 10,
    })
    expect(measuredBy(came({ left: 41.6 }), 'near')).toEqual({ left: 42, right: null, error: 10 })
  })

  it('is one value where there are no sides, with both arms beside it', () => {
    const seconds = came({ unit: 'seconds', best: 17.46, error: 9.97 })
    expect(measuredBy(seconds, 'one')).toEqual({ left: null, right: null, value: 17.5, error: 10 })
    const grade = came({ unit: 'grade', best: 2, left: 130.2, right: 128.9, error: 1 })
    expect(measuredBy(grade, 'one')).toEqual({ left: 130, right: 129, value: 2, error: 1 })
    expect(measuredBy(came({ unit: 'ratio', best: 0.1234, error: 0.03 }), 'one')?.value).toBe(0.12)
  })

  it('is nothing where nothing was measured', () => {
    expect(measuredBy(came({}), 'each')).toBeNull()
    expect(measuredBy(came({ left: 12 }), 'one')).toBeNull()
  })
})

describe('judging without a camera', () => {
  const test = (kind: string, sides = 'one') =>
    ({ protocol: { kind, sides }, error: 3 }) as unknown as MovementTest

  it('is by a number, in words, or not at all', () => {
    expect(['self', 'count', 'hold'].map((kind) => ownWayOf(test(kind)))).toEqual(Array(3).fill('number'))
    expect([ownWayOf(test('range')), ownWayOf(test('grade'))]).toEqual(['once', 'once'])
    expect([ownWayOf(test('range', 'each')), ownWayOf(test('range', 'near'))]).toEqual(['sides', 'sides'])
    expect(['photo', 'breathing-rate', 'breathing-pattern'].map((kind) => ownWayOf(test(kind)))).toEqual(
      Array(3).fill(null),
    )
  })

  it('says where it comes from, and its error', () => {
    expect(countedResult(12, test('count'), 1)).toEqual({
      left: null,
      right: null,
      value: 12,
      error: 3,
      source: 'self',
      pain: 1,
    })
    expect(ratedResult('limited', 4)).toEqual({
      left: null,
      right: null,
      source: 'self',
      pain: 4,
      rating: 'limited',
    })
  })
})
