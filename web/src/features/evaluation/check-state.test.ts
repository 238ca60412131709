import type { MovementTest } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { answered, backTo, START, stateFrom } from './check-state.ts'

const tests = [{ id: 'turn' }, { id: 'bend' }] as MovementTest[]
const result = { left: 30, right: 40, source: 'camera', error: 10, pain: 2 } as const

describe('the state of the movement check', () => {
  it('goes on by one test and keeps the result; a skipped test has none', () => {
    const first = answered(START, 'turn', result)
    expect(first).toEqual({ at: 1, results: { turn: result } })
    expect(answered(first, 'bend', null)).toEqual({ at: 2, results: { turn: result } })
  })

  it('takes a result back when the test is skipped the second time', () => {
    expect(answered(backTo(answered(START, 'turn', result), 0), 'turn', null).results).toEqual({})
  })

  it('is found again as it was left', () => {
    const left = answered(START, 'turn', result)
    expect(stateFrom(structuredClone(left), tests)).toEqual(left)
  })

  it('starts anew from what it cannot read, and drops tests that are gone', () => {
    for (const odd of [undefined, null, 'x', { at: 'two' }, { at: 1, results: { turn: { left: 'far' } } }])
      expect(stateFrom(odd, tests)).toEqual(START)
    expect(stateFrom({ at: 9, results: { old: result } }, tests)).toEqual({ at: 2, results: {} })
  })
})
