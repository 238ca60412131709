import { describe, expect, it } from 'vitest'
import { type Draft, startDraft } from '../../lib/draft.ts'
import { firstOpen, isComplete, screensOf, stepsOf } from './steps.ts'
import { CONTENT, NOW, question } from './intake-fixture.ts'

const draft = (over: Partial<Draft> = {}): Draft => ({ ...startDraft('v'), yearOfBirth: 1970, ...over })
const ids = (d: Draft) => stepsOf(CONTENT, d, NOW).map((step) => step.id)

describe('the screens of the intake', () => {
  it('put every emergency item right after age and sex, each on its own', () => {
    expect(ids(draft()).slice(0, 4)).toEqual(['born', 'sex', 'RF01', 'RF02'])
  })

  it('show a lower item only when its gate opens it', () => {
    expect(ids(draft({ answers: { G1: ['none'] } }))).not.toContain('RF20')
    expect(ids(draft({ answers: { G1: ['ill'] } }))).toContain('RF20')
  })

  it('put a check question right after the text that calls for it, also when it was answered before', () => {
    const list = ids(draft({ answers: { RF02: 'no' }, asked: [{ item: 'RF02', after: 'H08' }] }))
    expect(list.indexOf('H08.RF02')).toBe(list.indexOf('H08') + 1)
    expect(list).toContain('RF02')
  })

  it('put numbers together, three at most, and everything else alone', () => {
    const number = (id: string) => question(id, { type: 'number' })
    const screens = screensOf([
      number('a'),
      number('b'),
      number('c'),
      number('d'),
      question('e'),
      number('f'),
    ])
    expect(screens.map((screen) => screen.map((one) => one.id))).toEqual([
      ['a', 'b', 'c'],
      ['d'],
      ['e'],
      ['f'],
    ])
  })

  it('keep two numbers apart where a question between them may open while the first is typed', () => {
    const number = (id: string) => question(id, { type: 'number' })
    const all = [number('a'), question('b'), number('c')]
    const ids = (screens: { id: string }[][]) => screens.map((screen) => screen.map((one) => one.id))
    expect(ids(screensOf([number('a'), number('c')], all))).toEqual([['a'], ['c']])
  })
})

describe('what is still open', () => {
  it('is the first screen without an answer', () => {
    const steps = stepsOf(CONTENT, draft({ done: ['sex'], answers: { RF01: 'no' } }), NOW)
    expect(firstOpen(steps, draft({ done: ['sex'], answers: { RF01: 'no' } }))?.id).toBe('RF02')
  })

  it('holds an optional question open until it was passed', () => {
    const step = stepsOf(CONTENT, draft(), NOW).find((one) => one.id === 'H08')!
    expect(isComplete(step, draft())).toBe(false)
    expect(isComplete(step, draft({ done: ['H08'] }))).toBe(true)
  })

  it('holds a check question open until it was put again, whatever was answered before', () => {
    const asked = draft({ answers: { RF02: 'no' }, asked: [{ item: 'RF02', after: 'H08' }] })
    const step = stepsOf(CONTENT, asked, NOW).find((one) => one.id === 'H08.RF02')!
    expect(isComplete(step, asked)).toBe(false)
    expect(isComplete(step, { ...asked, done: ['H08.RF02'] })).toBe(true)
  })

  it('holds the activities open until each that has words has a number of the person’s own', () => {
    const step = stepsOf(CONTENT, draft({}), NOW).find((one) => one.id === 'goals')!
    const goals = (now: number | null, text = 'sit') => draft({ done: ['goals'], goals: [{ text, now }] })
    expect(isComplete(step, goals(null))).toBe(false)
    expect(isComplete(step, goals(0))).toBe(true)
    expect(isComplete(step, goals(null, ' '))).toBe(true)
  })

  it('is nothing when all is answered', () => {
    const whole = draft({
      done: ['sex', 'H08', 'goals'],
      answers: { RF01: 'no', RF02: 'no', H01: 'x', B01: 1, B02: 2, G1: ['none'], 'H14.days': 3 },
      pain: { now: 1, average: 2, worst: 3 },
    })
    expect(firstOpen(stepsOf(CONTENT, whole, NOW), whole)).toBeNull()
  })
})
