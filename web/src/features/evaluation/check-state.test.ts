import type { MovementTest, OfferedTest } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import {
  answered,
  answeredAlone,
  backTo,
  type CheckState,
  enough,
  goOn,
  START,
  stateFrom,
  stepsOf,
} from './check-state.ts'

const tests = [{ id: 'turn' }, { id: 'bend' }] as MovementTest[]
const further = [
  { by: 'protocol', test: { id: 'hinge' } },
  { by: 'self', test: { id: 'chest' } },
] as OfferedTest[]
const result = { left: 30, right: 40, source: 'camera', error: 10, pain: 2 } as const

describe('the state of the movement check', () => {
  it('goes on by one test and keeps the result; a skipped test has none', () => {
    const first = answered(START, 'turn', result)
    expect(first).toEqual({ ...START, at: 1, results: { turn: result } })
    expect(answered(first, 'bend', null)).toEqual({ ...START, at: 2, results: { turn: result } })
  })

  it('keeps what the person did alone beside it', () => {
    const alone = answeredAlone(START, 'chest', { result: 'limited', side: 'left' })
    expect(alone).toEqual({ ...START, at: 1, selfResults: { chest: { result: 'limited', side: 'left' } } })
    expect(answeredAlone(backTo(alone, 0), 'chest', null).selfResults).toEqual({})
  })

  it('takes a result back when the test is skipped the second time', () => {
    expect(answered(backTo(answered(START, 'turn', result), 0), 'turn', null).results).toEqual({})
  })

  it('is found again as it was left', () => {
    const left = goOn(answered(START, 'turn', result))
    expect(stateFrom(structuredClone(left))).toEqual(left)
    expect(stateFrom({ at: 1, results: {} })).toEqual({ ...START, at: 1 })
  })

  it('starts anew from what it cannot read', () => {
    for (const odd of [undefined, null, 'x', { at: 'two' }, { at: 1, results: { turn: { left: 'far' } } }])
      expect(stateFrom(odd)).toEqual(START)
    expect(stateFrom({ at: -3.5, results: {} }).at).toBe(0)
  })
})

describe('the screens of the movement check', () => {
  const kinds = (more: CheckState['more'], offered = further) =>
    stepsOf(tests, offered, more).map((step) => step.kind)

  it('are the first tests, the question, and the further tests for who wants them', () => {
    expect(kinds('ask')).toEqual(['first', 'first', 'offer'])
    expect(kinds('yes')).toEqual(['first', 'first', 'offer', 'further', 'further'])
    expect(kinds('enough')).toEqual(['first', 'first', 'offer'])
    expect(kinds('ask', [])).toEqual(['first', 'first'])
  })

  it('lead from the question to the first further test', () => {
    const asked = { ...START, at: 2 }
    expect(stepsOf(tests, further, goOn(asked).more)[goOn(asked).at]).toEqual({
      kind: 'further',
      offered: further[0],
    })
  })

  it('end wherever it is enough, with what was done', () => {
    const going = answered(goOn({ ...START, at: 2 }), 'hinge', result)
    for (const state of [enough({ ...START, at: 2 }), enough(going)])
      expect(stepsOf(tests, further, state.more)[state.at]).toBeUndefined()
    expect(enough(going).results).toEqual({ hinge: result })
    expect(stateFrom(structuredClone(enough(going)))).toEqual(enough(going))
  })
})
