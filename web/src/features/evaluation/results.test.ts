import type { SetSummary } from '@dorsal/motion'
import { describe, expect, it } from 'vitest'
import { cameraResult, selfResult, sidesOf, worseOf } from './results.ts'

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
