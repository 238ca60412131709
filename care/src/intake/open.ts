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
