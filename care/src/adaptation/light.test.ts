import { describe, expect, it } from 'vitest'
import { lightOf, nextDayLight, peakOf, worse } from './light.ts'

const LIMITS = { greenUpTo: 3, amberUpTo: 5, redRise: 3 }

describe('the traffic light', () => {
  it.each([
    [1, 3, 'green'],
    [2, 4, 'amber'],
    [3, 5, 'amber'],
    [3, 6, 'red'],
    [0, 3, 'red'],
    [1, 4, 'red'],
    [5, 6, 'green'],
    [5, 7, 'amber'],
    [5, 8, 'red'],
    [7, 8, 'red'],
    [null, 3, 'green'],
    [null, 5, 'amber'],
    [null, 6, 'red'],
    [2, null, 'amber'],
  ] as const)('from %s to at most %s is %s', (start, peak, light) => {
    expect(lightOf(start, peak, LIMITS)).toBe(light)
  })

  it('takes the next day into account', () => {
    expect(
      [null, 'first', 'better', 'same', 'a-little-worse', 'much-worse'].map((day) =>
        nextDayLight(day as 'same'),
      ),
    ).toEqual(['green', 'green', 'green', 'green', 'amber', 'red'])
    expect([worse('green', 'amber'), worse('red', 'amber')]).toEqual(['amber', 'red'])
  })

  it('uses the pain after the session only when no set was asked about', () => {
    const set = {
      planItemId: 'a',
      exerciseId: 'a',
      set: 1,
      prescribedReps: 1,
      doneReps: 1,
      counted: 'self' as const,
      seconds: 1,
      summary: null,
      effort: null,
    }
    expect(
      peakOf(
        [
          { ...set, pain: 2 },
          { ...set, pain: null },
        ],
        6,
      ),
    ).toBe(2)
    expect(peakOf([{ ...set, pain: null }], 6)).toBe(6)
    expect(peakOf([], null)).toBeNull()
  })
})
