import type { Question } from '@dorsal/care'
import type { LintRule } from './rule.ts'

const WITH_OPTIONS: ReadonlySet<Question['type']> = new Set(['choice', 'multi', 'bodymap'])

function faultsOf(question: Question): string[] {
  const values = question.options.map((option) => option.value)
  const faults = []
  if (WITH_OPTIONS.has(question.type) !== values.length > 0)
    faults.push('choices have options and nothing else does')
  if (new Set(values).size !== values.length) faults.push('two options have the same value')
  if (
    question.type === 'number' &&
    (question.min === null || question.max === null || question.min >= question.max)
  )
    faults.push('a number has a lowest and a highest value')
  if (question.type === 'text' && !question.screen) faults.push('a free text is screened')
  if (question.type === 'text' && !question.optional) faults.push('a free text may be left empty')
  return faults
}

/** A question can be shown and answered as it is. */
export const questionForm: LintRule = {
  id: 'question-form',
  check(content) {
    return content.questions.flatMap((question) =>
      faultsOf(question).map((message) => ({ where: question.id, message })),
    )
  },
}
