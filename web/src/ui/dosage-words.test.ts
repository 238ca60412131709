import type { PlanItem } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { i18n } from '../lib/i18n.ts'
import { askedWords, doseWords } from './dosage-words.ts'

const dosage = {
  sets: 2,
  reps: 8,
  holdSeconds: 5,
  durationSeconds: null,
  tempo: null,
  restSeconds: 30,
  perSide: true,
  timesPerDay: 2,
  daysPerWeek: 5,
  effort: [1, 3] as [number, number],
}
const timed = { ...dosage, sets: 1, reps: null, holdSeconds: 0, durationSeconds: 120, perSide: false }

const item = (more: Partial<PlanItem>): PlanItem => ({
  id: 'ex-any',
  kind: 'exercise',
  component: 'stretching',
  exerciseId: 'any',
  exerciseVersion: 1,
  title: 'Any',
  dosage,
  rangeShare: 0.8,
  state: 'active',
  because: [],
  wouldChange: [],
  ...more,
})

describe('a dose in words', () => {
  it('says sets, repetitions, sides and hold', () => {
    expect(doseWords(dosage, i18n)).toBe('2 sets of 8 repetitions, each side, hold 5 seconds')
  })

  it('says time where time counts', () => {
    expect(doseWords(timed, i18n)).toBe('2 minutes')
    expect(doseWords({ ...timed, durationSeconds: 90 }, i18n)).toBe('90 seconds')
  })
})

describe('what a line of the plan asks for', () => {
  it('is done in the guided session, and never so many times a day beside it', () => {
    expect(askedWords(item({}), i18n)).toBe(
      'In the guided session: up to 2 sets of 8 repetitions, each side, hold 5 seconds',
    )
    expect(askedWords(item({ dosage: timed }), i18n)).toBe('In the guided session: 2 minutes')
  })

  it('is a habit beside the sessions, with how often', () => {
    const habit = { kind: 'habit', component: 'home-programme', dosage: timed } as const
    expect(askedWords(item(habit), i18n)).toBe('Beside the sessions: 2 minutes, 2 times a day, 5 days a week')
    expect(askedWords(item({ ...habit, dosage: { ...timed, timesPerDay: 1, daysPerWeek: 7 } }), i18n)).toBe(
      'Beside the sessions: 2 minutes, every day',
    )
  })

  it('is relief when it is wanted', () => {
    const heat = { kind: 'habit', component: 'pain-management', dosage: timed } as const
    expect(askedWords(item(heat), i18n)).toBe('When you want relief: 2 minutes, at most 2 times a day')
    expect(askedWords(item({ ...heat, dosage: { ...timed, timesPerDay: 1 } }), i18n)).toBe(
      'When you want relief: 2 minutes, at most once a day',
    )
  })

  it('is nothing where there is no dose', () => {
    expect(askedWords(item({ dosage: null }), i18n)).toBeNull()
  })
})
