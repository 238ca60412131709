import { describe, expect, test } from 'vitest'
import type { FaultRule } from '../movement.ts'
import { rule } from '../testing/movements.ts'
import { type FaultInput, needsRest, verdict } from './evidence.ts'

const seen = (over: Partial<FaultInput> = {}): FaultInput => ({
  value: 0,
  speed: 0,
  sight: 1,
  error: 4,
  allowed: 4,
  ...over,
})
const of = (when: FaultRule['when'], threshold: number, over: Partial<FaultInput>) =>
  verdict(rule({ when, threshold }), seen(over))

describe('what one frame says about one rule', () => {
  test.each<[FaultRule['when'], number, Partial<FaultInput>, Partial<FaultInput>]>([
    ['above', 12, { value: 13 }, { value: 10 }],
    ['below', -12, { value: -13 }, { value: -10 }],
    ['aboveAbs', 12, { value: -13 }, { value: -10 }],
    ['aboveAbs', 12, { value: 13 }, { value: 10 }],
    ['fasterThan', 90, { speed: -100 }, { speed: 80 }],
  ])('%s %s is broken by %o and kept by %o', (when, threshold, broken, kept) => {
    expect(of(when, threshold, broken)?.is).toBe('broken')
    expect(of(when, threshold, kept)?.is).toBe('kept')
  })

  test('just below the limit a fault neither begins nor ends', () => {
    expect(of('above', 12, { value: 11.9 })?.is).toBe('between')
  })

  test('magnitude is the excess as a share of the way from rest to the limit', () => {
    expect(of('aboveAbs', 12, { value: 18 })?.magnitude).toBeCloseTo(0.5, 6)
    expect(of('below', -12, { value: -24 })?.magnitude).toBeCloseTo(1, 6)
    const shrug = verdict(
      rule({ signal: 'shrug_index', when: 'below', threshold: 0.8 }),
      seen({ value: 0.7, error: 0.1, allowed: 0.1 }),
    )
    expect(shrug?.magnitude).toBeCloseTo(0.5, 6)
  })

  test('confidence grows from half the sight at the limit to all of it one error beyond', () => {
    const at = (value: number, sight: number) => of('above', 12, { value, sight })?.confidence
    expect(at(12.0001, 1)).toBeCloseTo(0.5, 3)
    expect(at(14, 1)).toBeCloseTo(0.75, 6)
    expect(at(20, 1)).toBe(1)
    expect(at(20, 0.6)).toBe(0.6)
  })

  test('a reading that is less sure than the table says must exceed the limit by the difference', () => {
    expect(of('aboveAbs', 18, { value: 20, error: 10, allowed: 10 })?.is).toBe('broken')
    expect(of('aboveAbs', 18, { value: 20, error: 20, allowed: 10 })?.is).toBe('between')
    expect(of('aboveAbs', 18, { value: 29, error: 20, allowed: 10 })?.is).toBe('broken')
    // A better reading than the table's earns nothing: the limit is the limit.
    expect(of('aboveAbs', 18, { value: 17, error: 2, allowed: 10 })?.is).not.toBe('broken')
  })

  test('nothing is said of what is not seen, or not well', () => {
    expect(of('above', 12, { value: Number.NaN })).toBeNull()
    expect(of('above', 12, { value: 40, sight: 0.49 })).toBeNull()
    expect(of('above', 12, { value: 40, sight: Number.NaN })).toBeNull()
    expect(of('shortRange', 0.6, { value: 40 })).toBeNull()
  })

  test('signals told from the own rest are known, plain angles are not among them', () => {
    expect(needsRest('shrug_index')).toBe(true)
    expect(needsRest('trunk_lateral_flexion')).toBe(true)
    expect(needsRest('knee_flexion')).toBe(false)
  })
})
