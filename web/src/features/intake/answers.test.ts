import { screen } from '@dorsal/care'
import { describe, expect, it, vi } from 'vitest'
import { startDraft } from '../../lib/draft.ts'
import {
  numberProblem,
  typedNumber,
  withAnswer,
  withGoals,
  withoutContradiction,
  withScreenedTexts,
} from './answers.ts'
import { CONTENT, question } from './intake-fixture.ts'

// The real screen, watched: what it is given is what counts.
vi.mock('@dorsal/care', { spy: true })

describe('choices of many', () => {
  it('“none of these” stands alone, and another choice takes its place', () => {
    expect(withoutContradiction(['a', 'b'], ['a', 'b', 'none'])).toEqual(['none'])
    expect(withoutContradiction(['none'], ['none', 'a'])).toEqual(['a'])
    expect(withoutContradiction(['a', 'b'], ['a'])).toEqual(['a'])
  })
})

describe('typed numbers', () => {
  const hours = question('B01', { type: 'number', min: 0, max: 18 })

  it('take a comma as the decimal point and nothing as no answer', () => {
    expect(typedNumber(' 2,5 ')).toBe(2.5)
    expect(typedNumber('')).toBeNull()
    expect(typedNumber('two')).toBeNaN()
  })

  it('are checked against the question’s bounds', () => {
    expect(numberProblem(hours, '18')).toBeNull()
    expect(numberProblem(hours, '19')).toBe('out-of-range')
    expect(numberProblem(hours, '-1')).toBe('out-of-range')
    expect(numberProblem(hours, 'many')).toBe('not-a-number')
    expect(numberProblem(hours, '')).toBe('missing')
    expect(numberProblem({ ...hours, optional: true }, '')).toBeNull()
  })
})

describe('a text that changes', () => {
  const passed = { ...startDraft('v'), answers: { H08: 'a' }, done: ['H08', 'H08.RF02', 'H01'] }

  it('has its check questions put again, and touches no other screen', () => {
    expect(withAnswer(passed, 'H08', 'b').done).toEqual(['H08', 'H01'])
  })

  it('takes an answer out with null', () => {
    expect(withAnswer(passed, 'H08', null).answers).toEqual({})
  })

  it('keeps what was passed when only the number of a goal changes', () => {
    const goals = [{ text: 'sit', now: 3 }]
    const draft = { ...passed, goals, done: ['goals.RF02'] }
    expect(withGoals(draft, [{ text: 'sit', now: 8 }]).done).toEqual(['goals.RF02'])
    expect(withGoals(draft, [{ text: 'chest pain', now: 8 }]).done).toEqual([])
  })

  it('reads each text by itself, as the decision does: a harmless neighbour hides no question', () => {
    const asked = (...texts: string[]) =>
      withScreenedTexts(passed, 'goals', texts, CONTENT.redFlags).asked.map(({ item }) => item)
    expect(asked('sit', 'my chest feels odd')).toEqual(['RF02'])
    expect(asked('my chest feels odd', 'my chest feels odd')).toEqual(['RF02'])
    vi.mocked(screen).mockClear()
    asked('lift to my chest', 'feels odd')
    expect(vi.mocked(screen).mock.calls.map(([text]) => text)).toEqual(['lift to my chest', 'feels odd'])
  })

  it('forgets the questions of its old words, and only those', () => {
    const draft = {
      ...passed,
      asked: [
        { item: 'RF02', after: 'H08' },
        { item: 'RF01', after: 'goals' },
      ],
    }
    expect(withScreenedTexts(draft, 'H08', ['all fine'], CONTENT.redFlags).asked).toEqual([
      { item: 'RF01', after: 'goals' },
    ])
  })
})
