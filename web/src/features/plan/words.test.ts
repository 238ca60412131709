import { describe, expect, it } from 'vitest'
import { i18n } from '../../lib/i18n.ts'
import { dosageWords } from './dosage-words.ts'
import { decidedByClinician, sureness } from './words.ts'

const dosage = {
  sets: 2,
  reps: 8,
  holdSeconds: 5,
  durationSeconds: null,
  tempo: null,
  restSeconds: 30,
  perSide: true,
  timesPerDay: 1,
  daysPerWeek: 5,
  effort: [1, 3] as [number, number],
}

describe('a dosage in words', () => {
  it('says sets, repetitions, sides, hold and how often', () => {
    expect(dosageWords(dosage, i18n)).toBe(
      '2 sets of 8 repetitions, each side, hold 5 seconds · 5 days a week',
    )
  })

  it('says time where time counts', () => {
    const timed = {
      ...dosage,
      sets: 1,
      reps: null,
      holdSeconds: 0,
      durationSeconds: 120,
      perSide: false,
      timesPerDay: 3,
      daysPerWeek: 1,
    }
    expect(dosageWords(timed, i18n)).toBe('2 minutes · 3 times a day, 1 day a week')
  })
})

it('says how sure a finding is without a number', () => {
  expect([0.9, 0.6, 0.2].map((sure) => i18n._(sureness(sure)))).toEqual(['quite sure', 'likely', 'possible'])
})

it('tells a clinician’s decision from the rules’', () => {
  expect(decidedByClinician({ decidedBy: 'clinician:1' })).toBe(true)
  expect(decidedByClinician({ decidedBy: 'rules' })).toBe(false)
})
