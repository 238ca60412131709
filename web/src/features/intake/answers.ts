import { type Answer, type Goal, type Question, type RedFlagTable, screen } from '@dorsal/care'
import type { Draft } from '../../lib/draft.ts'
import { languageNow } from '../../lib/language.ts'

/** Values that say "none of these" and so cannot stand beside another choice. */
const ALONE = new Set(['none', 'nothing', 'nothing yet', 'nothing clear'])

/** A choice of many where "none of these" clears the rest and the rest clears it. */
export function withoutContradiction(before: readonly string[], after: readonly string[]): string[] {
  const added = after.find((value) => !before.includes(value))
  if (added === undefined) return [...after]
  return ALONE.has(added) ? [added] : after.filter((value) => !ALONE.has(value))
}

/** A number as it was typed. Empty: null. A comma counts as the decimal point. Not a number at all: NaN. */
export function typedNumber(text: string): number | null {
  const trimmed = text.trim().replace(',', '.')
  return trimmed === '' ? null : Number(trimmed)
}

/** What is wrong with a typed number for this question; null when nothing is. */
export function numberProblem(
  question: Question,
  text: string,
): 'missing' | 'not-a-number' | 'out-of-range' | null {
  const value = typedNumber(text)
  if (value === null) return question.optional ? null : 'missing'
  if (!Number.isFinite(value)) return 'not-a-number'
  if (question.min !== null && value < question.min) return 'out-of-range'
  if (question.max !== null && value > question.max) return 'out-of-range'
  return null
}

/** Check questions of a text that has changed are put again. */
const withoutAsksOf = (done: readonly string[], place: string): string[] =>
  done.filter((id) => !id.startsWith(`${place}.`))

/** The draft with one answer put in, or taken out with null. */
export function withAnswer(draft: Draft, id: string, answer: Answer | null): Pick<Draft, 'answers' | 'done'> {
  const { [id]: _old, ...others } = draft.answers
  return {
    answers: answer === null ? others : { ...others, [id]: answer },
    done: withoutAsksOf(draft.done, id),
  }
}

/** An activity without words is no activity; one with words needs its number, which nobody but the person gives. */
export const isRated = ({ text, now }: Draft['goals'][number]): boolean => text.trim() === '' || now !== null

/** The activities as far as they have words and a number. */
export const ratedGoals = (goals: Draft['goals']): Goal[] =>
  goals.flatMap(({ text, now }) => (text.trim() === '' || now === null ? [] : [{ text, now }]))

/** The draft with other goals. */
export function withGoals(draft: Draft, goals: Draft['goals']): Pick<Draft, 'goals' | 'done'> {
  const words = (list: Draft['goals']) => list.map((goal) => goal.text.trim()).join('\n')
  return {
    goals,
    done: words(goals) === words(draft.goals) ? draft.done : withoutAsksOf(draft.done, 'goals'),
  }
}

/**
 * The warning-sign questions that texts the person wrote call for, put right after the place they were written in. Each is read by
 * itself, as the decision reads it: together they can say something else, and a question would be counted that nobody put.
 */
export function withScreenedTexts(
  draft: Draft,
  place: string,
  texts: readonly string[],
  table: RedFlagTable,
): Pick<Draft, 'asked'> {
  const known = new Set(table.items.map((item) => item.id))
  const found = texts.flatMap((text) => screen(text, table, languageNow()).asks)
  const asks = [...new Set(found)].filter((item) => known.has(item))
  return {
    asked: [
      ...draft.asked.filter((entry) => entry.after !== place),
      ...asks.map((item) => ({ item, after: place })),
    ],
  }
}
