import { describe, expect, it } from 'vitest'
import { factsOf, yesNo } from './facts.ts'
import { openQuestions, openRedFlags } from './open.ts'
import type { RedFlag, RedFlagTable } from '../triage/red-flag.ts'
import type { Question } from './intake.ts'

const NOW = '2026-11-21T08:00:00.000Z'

describe('facts of an intake', () => {
  it('are the answers by id and what follows from them', () => {
    const facts = factsOf(
      {
        yearOfBirth: 1981,
        sex: 'female',
        answers: { RF01: 'No', RF20: 'UNSURE', RF12: 'prefer_not', H03: ['neck'], B01: 9 },
        goals: [{ text: 'Sit', now: 4 }],
        measures: { nprs: { now: 3, average: 4, worst: 6 } },
        movementTests: { 'seated-rotation': { left: 33, right: 41, source: 'camera', pain: 2 } },
      },
      NOW,
    )
    expect(facts).toEqual({
      RF01: 'no',
      RF20: 'unsure',
      RF12: 'unsure',
      H03: ['neck'],
      B01: 9,
      'unsure.count': 2,
      age: 45,
      sex: 'female',
      'goals.count': 1,
      'nprs.now': 3,
      'nprs.average': 4,
      'nprs.worst': 6,
      'test.seated-rotation.left': 33,
      'test.seated-rotation.right': 41,
      'test.seated-rotation.difference': 8,
      'test.seated-rotation.pain': 2,
    })
  })

  it('leave out what is no answer', () => {
    const junk = { answers: { RF01: 'perhaps', RF02: { yes: 1 }, H01: null, B01: Number.NaN }, measures: 7 }
    expect(factsOf(junk as never, NOW)).toEqual({ 'unsure.count': 0, 'goals.count': 0 })
  })

  it('know no side difference from one side', () => {
    const one = { movementTests: { 'side-bend': { left: 20, right: null, source: 'self' as const } } }
    expect(factsOf(one, NOW)).toMatchObject({ 'test.side-bend.left': 20 })
    expect(factsOf(one, NOW)).not.toHaveProperty('test.side-bend.difference')
  })
})

describe('yes and no', () => {
  it.each([
    [' Yes ', 'yes'],
    ['no', 'no'],
    ['not sure', 'unsure'],
    ['prefer_not', 'unsure'],
    ['toString', null],
    [true, null],
    ['', null],
  ])('%j is %s', (value, expected) => {
    expect(yesNo(value)).toBe(expected)
  })
})

describe('open questions', () => {
  it('are those whose gate holds', () => {
    const question = (id: string, gate: Question['gate']) => ({ id, gate }) as Question
    const questions = [question('B01', null), question('B03', { fact: 'B01', atLeast: 1 })]
    expect(openQuestions(questions, {}).map((q) => q.id)).toEqual(['B01'])
    expect(openQuestions(questions, { B01: 2 }).map((q) => q.id)).toEqual(['B01', 'B03'])
  })
})

describe('open warning signs', () => {
  it('are always the emergencies, even where a table puts one behind a gate', () => {
    const item = (id: string, disposition: RedFlag['disposition']) =>
      ({ id, disposition, gate: 'G1', answerType: 'yes_no_unsure' }) as RedFlag
    const table = {
      items: [item('RF01', 'emergency_now'), item('RF60', 'caution')],
      gates: [
        { id: 'G1', question: '', options: [{ value: 'yes', label: '', opens: ['RF60'] }], impliedBy: [] },
      ],
    } as Partial<RedFlagTable> as RedFlagTable
    expect(openRedFlags(table, { G1: ['none'] }).map(({ id }) => id)).toEqual(['RF01'])
    expect(openRedFlags(table, { G1: ['yes'] }).map(({ id }) => id)).toEqual(['RF01', 'RF60'])
  })
})
