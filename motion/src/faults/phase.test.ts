import { describe, expect, test } from 'vitest'
import { PhaseReader } from './phase.ts'

const read = (outs: readonly number[], known = true) => {
  const reader = new PhaseReader()
  return outs.map((out) => reader.next(out, known))
}

describe('the part of a repetition', () => {
  test('out, at the end, and back', () => {
    expect(read([0, 0.2, 0.5, 0.9, 1, 0.9, 0.7, 0.3, 0, 0.2, 0.4])).toEqual([
      'out',
      'out',
      'out',
      'hold',
      'hold',
      'hold',
      'back',
      'back',
      'back',
      'out',
      'out',
    ])
  })

  test('a tremble does not turn it round', () => {
    expect(read([0.3, 0.4, 0.36, 0.5, 0.45, 0.6])).toEqual(Array(6).fill('out'))
  })

  test('before the own range is known there is no end of it', () => {
    expect(read([0.5, 1.5, 2.5, 1], false)).toEqual(['out', 'out', 'out', 'back'])
  })
})
