import type { Content } from '../content.ts'
import type { Because } from '../decision.ts'
import { ageOn } from './age.ts'
import { factsOf, type IntakeSoFar } from './facts.ts'
import type { Question } from './intake.ts'
import { missingEmergencyItems, openQuestions } from './open.ts'

/** An answer that cannot stand: which field, and in words what to do. */
export type AnswerFault = { path: string; because: Because }

const LONGEST_TEXT = 2000

/** What is wrong with one answer to a question; null when it can stand. An optional question may stay without an answer. */
export function faultOf(question: Question, answer: unknown): Because | null {
  const { text, options, min, max } = question
  const fault = (id: string, values: Record<string, string | number> = {}): Because => ({
    id,
    values: { question: text, ...values },
  })
  if (answer === undefined || answer === null || answer === '')
    return question.optional ? null : fault('intake.missing')
  if (question.type === 'number') {
    if (typeof answer !== 'number' || !Number.isFinite(answer)) return fault('intake.not-a-number')
    const [low, high] = [min ?? -Infinity, max ?? Infinity]
    return answer < low || answer > high ? fault('intake.out-of-range', { min: low, max: high }) : null
  }
  if (question.type === 'text')
    return typeof answer === 'string' && answer.length <= LONGEST_TEXT
      ? null
      : fault('intake.too-long', { max: LONGEST_TEXT })
  const chosen: unknown[] = [answer].flat()
  if (question.type === 'choice' && Array.isArray(answer)) return fault('intake.no-such-option')
  if (chosen.length === 0) return question.optional ? null : fault('intake.missing')
  return chosen.every((value) => options.some((option) => option.value === value))
    ? null
    : fault('intake.no-such-option')
}

/**
 * Everything in an intake that the person should mend before it is sent: the year of birth, emergency items without an answer,
 * and answers that do not fit their question. Questions without an answer are no fault here: the form decides what it asks.
 */
export function faultsOfIntake(
  intake: IntakeSoFar,
  content: Pick<Content, 'questions' | 'redFlags'>,
  now: string,
): AnswerFault[] {
  const answers = new Map<string, unknown>(Object.entries(intake.answers ?? {}))
  const year: AnswerFault[] =
    ageOn(intake.yearOfBirth, now) === null ? [{ path: 'yearOfBirth', because: { id: 'intake.year' } }] : []
  const missing = new Set(missingEmergencyItems(intake, content.redFlags))
  const emergency = content.redFlags.items
    .filter((item) => missing.has(item.id))
    .map(({ id, question }) => ({
      path: `answers.${id}`,
      because: { id: 'intake.missing', values: { question } },
    }))
  const others = openQuestions(content.questions, factsOf(intake, now)).flatMap((question) => {
    const because = answers.has(question.id) ? faultOf(question, answers.get(question.id)) : null
    return because === null ? [] : [{ path: `answers.${question.id}`, because }]
  })
  return [...year, ...emergency, ...others]
}
