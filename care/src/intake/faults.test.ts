import { describe, expect, it } from 'vitest'
import type { RedFlagTable } from '../triage/red-flag.ts'
import { faultOf, faultsOfIntake } from './faults.ts'
import type { Question } from './intake.ts'

const NOW = '2026-11-21T08:00:00.000Z'

function question(more: Partial<Question>): Question {
  return {
    id: 'H01',
    version: 1,
    section: 'history',
    text: 'When?',
    help: null,
    type: 'choice',
    options: [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ],
    min: null,
    max: null,
    unit: null,
    optional: false,
    gate: null,
    screen: false,
    signOff: { state: 'draft', by: null, at: null },
    ...more,
  }
}
const number = question({ type: 'number', options: [], min: 0, max: 10 })
const text = question({ type: 'text', options: [], optional: true })

describe('an answer', () => {
  it.each<[string, Question, unknown, string | null]>([
    ['of the list', question({}), 'a', null],
    ['not of the list', question({}), 'c', 'intake.no-such-option'],
    ['many for one', question({}), ['a'], 'intake.no-such-option'],
    ['many', question({ type: 'multi' }), ['a', 'b'], null],
    ['one wrong of many', question({ type: 'multi' }), ['a', 'c'], 'intake.no-such-option'],
    ['none of many', question({ type: 'bodymap' }), [], 'intake.missing'],
    ['missing', question({}), undefined, 'intake.missing'],
    ['missing but optional', question({ optional: true }), undefined, null],
    ['a number', number, 10, null],
    ['a number too high', number, 11, 'intake.out-of-range'],
    ['a number too low', number, -1, 'intake.out-of-range'],
    ['a word for a number', number, '3', 'intake.not-a-number'],
    ['not a number', number, Number.NaN, 'intake.not-a-number'],
    ['a text', text, 'fine', null],
    ['a text too long', text, 'x'.repeat(2001), 'intake.too-long'],
    ['a number for a text', text, 3, 'intake.too-long'],
  ])('%s', (_, asked, answer, fault) => {
    expect(faultOf(asked, answer)?.id ?? null).toBe(fault)
  })
})

describe('an intake', () => {
  const item = { id: 'RF01', question: 'Fell?', disposition: 'emergency_now' }
  const content = {
    questions: [question({}), question({ id: 'H02', gate: { fact: 'H01', is: 'b' } })],
    redFlags: { items: [item] } as unknown as RedFlagTable,
  }

  it('names each field that must be mended', () => {
    const faults = faultsOfIntake({ yearOfBirth: 1500, answers: { RF01: 'perhaps', H01: 'c' } }, content, NOW)
    expect(faults.map((fault) => fault.path)).toEqual(['yearOfBirth', 'answers.RF01', 'answers.H01'])
  })

  it('lets a question that was not asked be', () => {
    const intake = { yearOfBirth: 1980, answers: { RF01: 'no', H01: 'a', H02: 'junk' } }
    expect(faultsOfIntake(intake, content, NOW)).toEqual([])
    expect(
      faultsOfIntake({ ...intake, answers: { ...intake.answers, H01: 'b' } }, content, NOW),
    ).toHaveLength(1)
  })
})
