import { type Facts, holds } from '../condition.ts'
import type { RedFlag, RedFlagGate, RedFlagTable } from '../triage/red-flag.ts'
import { type IntakeSoFar, yesNo } from './facts.ts'
import type { Question } from './intake.ts'

/** The questions to put, in order, given what is known: those without a gate and those whose gate holds. */
export function openQuestions(questions: readonly Question[], facts: Facts): Question[] {
  return questions.filter((question) => question.gate === null || holds(question.gate, facts))
}

/** Item ids that one gate opens: what the person chose in it, and what other answers imply whatever was chosen. */
function openedBy(gate: RedFlagGate, facts: Facts): string[] {
  const chosen = gate.options.filter((option) => holds({ fact: gate.id, includes: option.value }, facts))
  const implied = gate.impliedBy.filter((row) => holds(row.when, facts))
  return [...chosen, ...implied].flatMap((row) => row.opens)
}

/**
 * The warning-sign items to put, in table order. Emergency items are always among them. A lower item behind a gate is put
 * when its gate opens it, when another answer implies it (in any gate), when a text that the person wrote asks for it
 * (`asked`), or when it has an answer already. Computed items and a pain that is known are never put.
 */
export function openRedFlags(table: RedFlagTable, facts: Facts, asked: readonly string[] = []): RedFlag[] {
  const open = new Set([...asked, ...table.gates.flatMap((gate) => openedBy(gate, facts))])
  return table.items.filter((item) => {
    if (item.answerType === 'computed') return false
    if (item.answerType === 'number_0_10' && facts['nprs.average'] !== undefined) return false
    return (
      item.gate === null ||
      item.disposition === 'emergency_now' ||
      open.has(item.id) ||
      facts[item.id] !== undefined
    )
  })
}

/** Emergency items without a usable answer, in table order: the intake is incomplete while there is one. */
export function missingEmergencyItems(intake: IntakeSoFar, table: RedFlagTable): string[] {
  const answers: unknown = intake.answers
  const given = typeof answers === 'object' && answers !== null ? Object.entries(answers) : []
  const answered = new Set(given.filter(([, value]) => yesNo(value) !== null).map(([id]) => id))
  return table.items
    .filter((item) => item.disposition === 'emergency_now' && !answered.has(item.id))
    .map((item) => item.id)
}

/**
 * Warning-sign items with something in them that is no answer, such as "maybe" or a 12 on the scale from 0 to 10: it must never
 * pass as "no", so that whoever takes an intake refuses it.
 */
export function unreadableAnswers(intake: IntakeSoFar, table: RedFlagTable): string[] {
  const answers: unknown = intake.answers
  const given = new Map<string, unknown>(
    typeof answers === 'object' && answers !== null ? Object.entries(answers) : [],
  )
  const onScale = (value: unknown) => typeof value === 'number' && value >= 0 && value <= 10
  return table.items
    .filter(({ answerType }) => answerType !== 'computed')
    .filter(({ id, answerType }) => {
      const value = given.get(id)
      if (value === undefined) return false
      return answerType === 'number_0_10' ? !onScale(value) : yesNo(value) === null
    })
    .map(({ id }) => id)
}
