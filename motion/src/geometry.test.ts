import { describe, expect, test } from 'vitest'
import { angleAt, clamp, leanFromVertical, median } from './geometry.ts'

describe('geometry', () => {
  test('the angle at a joint', () => {
    expect(angleAt(0, -1, 0, 0, 1, 0)).toBeCloseTo(90, 9)
    expect(angleAt(0, -1, 0, 0, 0, 5)).toBeCloseTo(180, 9)
    expect(angleAt(3, 4, 0, 0, 6, 8)).toBeCloseTo(0, 5)
  })

  test('a bone without length or a missing point has no angle', () => {
    expect(angleAt(0, 0, 0, 0, 1, 0)).toBeNaN()
    expect(angleAt(Number.NaN, 0, 0, 0, 1, 0)).toBeNaN()
    expect(leanFromVertical(1, 1, 1, 1)).toBeNaN()
  })

  test('lean is positive to the right of the picture', () => {
    expect(leanFromVertical(1, -1, 0, 0)).toBeCloseTo(45, 9)
    expect(leanFromVertical(-1, -1, 0, 0)).toBeCloseTo(-45, 9)
  })

  test('median and clamp', () => {
    const values = [5, 1, 3]
    expect([median(values), median([1, 2]), median([])]).toEqual([3, 1.5, Number.NaN])
    expect(values).toEqual([5, 1, 3])
    expect([clamp(5, 0, 1), clamp(-5, 0, 1), clamp(0.5, 0, 1)]).toEqual([1, 0, 0.5])
  })
})
