import { describe, expect, it } from 'vitest'
import { nprsChange } from './nprs.ts'

describe('change in pain', () => {
  it.each([
    [6, 3, 'much-better', true],
    [6, 5, 'better', false],
    [3, 2, 'much-better', false],
    [8, 6, 'much-better', false],
    [6, 6, 'about-the-same', false],
    [4, 5, 'worse', false],
    [0, 0, 'about-the-same', false],
    [0, 2, 'worse', false],
  ] as const)('from %d to %d is %s', (first, last, meaning, responder) => {
    expect(nprsChange(first, last)).toMatchObject({ change: last - first, meaning, responder })
  })

  it('is not made up where an answer is missing', () => {
    expect([nprsChange(null, 3), nprsChange(3, null)]).toEqual([null, null])
  })
})
