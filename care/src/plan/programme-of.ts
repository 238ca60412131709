import type { Exercise } from '../exercise/exercise.ts'
import type { DraftItem, PlanDraft } from './draft.ts'
import type { TemplateItem, TemplateProgramme } from './template.ts'

type Shelved = Pick<Exercise, 'id'>

/**
 * What of a plan on the desk a template keeps: active lines of library exercises with their doses. Left behind is what belongs to the person:
 * words for them, overrides, what rests, visits and reading. `exercises`: the library; a line of no exercise in it is left behind too.
 */
export function programmeOf(draft: PlanDraft, exercises: readonly Shelved[]): TemplateProgramme {
  const known = new Set(exercises.map(({ id }) => id))
  const kept = ({ exerciseId, dosage, state, rangeShare }: DraftItem): TemplateItem[] =>
    exerciseId === null || dosage === null || state === 'paused' || !known.has(exerciseId)
      ? []
      : [{ exerciseId, dosage, rangeShare }]
  const { phase, cadence, bounds } = draft
  return { phase, cadence, bounds, items: draft.items.flatMap(kept) }
}

const plainly = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2)

/** Whether words that everybody at the clinic will read name this person: any part of their name of three letters or more. */
export function namesPerson(words: string, person: string): boolean {
  const said = new Set(plainly(words))
  return plainly(person).some((part) => said.has(part))
}
