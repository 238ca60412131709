import { describe, expect, it } from 'vitest'
import { checkInOpen } from './visit-check-in.ts'

const starts = '2027-03-28T09:00:00.000Z'
const at = (hours: number) => new Date(Date.parse(starts) + hours * 3_600_000).toISOString()

describe('the questions before a visit', () => {
  it.each([
    [-49, false],
    [-48, true],
    [-1, true],
    [0.2, true],
    [0.25, false],
    [3, false],
  ])('are open from two days before until a quarter of an hour after its start: %s h', (hours, open) => {
    expect(checkInOpen({ state: 'booked', starts }, at(hours))).toBe(open)
    expect(checkInOpen({ state: 'arrived', starts }, at(hours))).toBe(open)
  })

  it('are not put before what is not to come any more', () => {
    for (const state of ['held', 'in-progress', 'done', 'no-show', 'cancelled'] as const)
      expect(checkInOpen({ state, starts }, at(-1))).toBe(false)
  })
})
