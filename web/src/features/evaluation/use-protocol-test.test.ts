import type { TestEvent } from '@dorsal/motion'
import { describe, expect, it } from 'vitest'
import { numberIn } from './number-in.ts'
import { refusedWords } from './test-words.ts'
import { type ProtocolView, viewAfter } from './use-protocol-test.ts'

const fresh: ProtocolView = { framing: null, guide: null, accepted: 0, progress: null, over: false }
const after = (...events: unknown[]) => (events as TestEvent[]).reduce(viewAfter, fresh)

describe('what the screen shows of a test', () => {
  it('is what the guide said last', () => {
    expect(after({ type: 'say', t: 1, id: 'begin', side: 'left' }).guide).toEqual({
      say: 'begin',
      side: 'left',
    })
    const refused = { type: 'not-accepted', t: 2, because: 'leaning', side: 'left' }
    expect(after({ type: 'say', t: 1, id: 'begin', side: 'left' }, refused).guide).toEqual({
      refused: 'leaning',
    })
  })

  it('counts what counts, not the try before', () => {
    const attempt = (practice: boolean) => ({ type: 'accepted', t: 1, attempt: { practice } })
    expect(after(attempt(true), attempt(false), attempt(false)).accepted).toBe(2)
  })

  it('tells how far a hold has come, and when it is over', () => {
    expect(after({ type: 'progress', t: 3, seconds: 4, count: 0 }).progress).toEqual({ seconds: 4, count: 0 })
    expect(after({ type: 'done', t: 3, because: 'complete' }).over).toBe(true)
    expect(after({ type: 'lost', t: 3 })).toEqual(fresh)
  })

  it('has words for a rule that it has never heard of', () => {
    expect(refusedWords('something-new').id).not.toBe(refusedWords('leaning').id)
  })
})

describe('a number as people write it', () => {
  it.each([
    ['12', 12],
    [' 1,5 ', 1.5],
    ['0', 0],
    ['', null],
    ['-3', null],
    ['301', null],
    ['twelve', null],
  ])('%s is %s', (text, value) => {
    expect(numberIn(text)).toBe(value)
  })
})
