import { describe, expect, it } from 'vitest'
import { type Draft, startDraft } from '../../lib/draft.ts'
import { withScreenedTexts } from './answers.ts'
import { stepsOf } from './steps.ts'
import { resultSoFar, turnAfter } from './stop.ts'
import { CONTENT, NOW } from './intake-fixture.ts'

const draft = (over: Partial<Draft> = {}): Draft => ({ ...startDraft('v'), yearOfBirth: 1970, ...over })
const turn = (d: Draft) => turnAfter(resultSoFar(CONTENT, d, NOW), stepsOf(CONTENT, d, NOW), d)

const SIGNS_ANSWERED: Partial<Draft> = {
  done: ['sex', 'H08'],
  pain: { now: 1, average: 2, worst: 3 },
}
const answers = { RF01: 'no', RF02: 'no', H01: 'x', B01: 1, B02: 2, G1: ['ill'] }

describe('where an answer leads', () => {
  it('stops at once on an emergency, also when the person is not sure', () => {
    expect(turn(draft({ answers: { RF01: 'yes' } }))).toBe('stop')
    expect(turn(draft({ answers: { RF01: 'unsure' } }))).toBe('stop')
    expect(turn(draft({ answers: { RF01: 'no' } }))).toBe('on')
  })

  it('says a same-day sign only when all the other signs are answered', () => {
    expect(turn(draft({ answers: { RF20: 'yes' } }))).toBe('on')
    expect(turn(draft({ ...SIGNS_ANSWERED, answers: { ...answers, RF20: 'yes' } }))).toBe('send')
    expect(turn(draft({ ...SIGNS_ANSWERED, answers: { ...answers, RF20: 'no' } }))).toBe('on')
  })

  it('stops on a danger that is said outright in a text', () => {
    expect(turn(draft({ answers: { H08: 'I have chest pain now' } }))).toBe('stop')
  })

  it('puts the check question before it stops on a danger that is not said outright', () => {
    const text = 'my chest feels odd'
    const written = draft({ answers: { H08: text } })
    const asked = { ...written, ...withScreenedTexts(written, 'H08', [text], CONTENT.redFlags) }
    expect(asked.asked).toEqual([{ item: 'RF02', after: 'H08' }])
    expect(turn(asked)).toBe('on')
    expect(turn({ ...asked, answers: { ...asked.answers, RF02: 'yes' }, done: ['H08.RF02'] })).toBe('stop')
    expect(turn({ ...asked, answers: { ...asked.answers, RF02: 'no' }, done: ['H08.RF02'] })).toBe('on')
  })

  it('looks at nothing of somebody who may be under 18', () => {
    expect(resultSoFar(CONTENT, draft({ yearOfBirth: 2012, answers: { RF01: 'yes' } }), NOW)).toBeNull()
  })
})
