import { type Intake, mayBeUnderAge } from '@dorsal/care'
import type { Draft } from '../../lib/draft.ts'
import { languageNow } from '../../lib/language.ts'
import { ratedGoals } from './answers.ts'

function numberIn(value: unknown, low: number, high: number, fallback: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : fallback
}

/**
 * The draft in the form in which the server takes it; null for somebody who may be under 18, of whom nothing is sent. Set-up
 * answers get their own places; what was not answered is left out and never filled in, save days and minutes, which have a default.
 */
export function intakeOfDraft(draft: Draft, country: string | null, now: string): Intake | null {
  if (draft.yearOfBirth === null || mayBeUnderAge(draft.yearOfBirth, now)) return null
  const { answers } = draft
  const equipment = answers['H14.equipment']
  const { now: today, average, worst } = draft.pain
  return {
    format: 'dorsal-intake/1',
    lang: languageNow(),
    country,
    yearOfBirth: draft.yearOfBirth,
    sex: draft.sex,
    camera: answers['H14.camera'] === 'yes',
    equipment: Array.isArray(equipment) ? equipment.filter((thing) => thing !== 'none') : [],
    minutesPerDay: numberIn(answers['H14.minutes'], 5, 120, 15),
    daysPerWeek: numberIn(answers['H14.days'], 1, 7, 5),
    answers,
    goals: ratedGoals(draft.goals),
    measures:
      today !== null && average !== null && worst !== null ? { nprs: { now: today, average, worst } } : {},
    movementTests: draft.movementTests,
    selfTests: draft.selfTests,
  }
}
