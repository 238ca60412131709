import { COURSE_RULES } from './course-rows.ts'
import type { DraftInput, RowRule } from './draft-input.ts'
import { HISTORY_RULES } from './history-rows.ts'
import { type DraftRow, NOTE_SECTIONS, type NoteDraft } from './note.ts'
import { PLAN_RULES } from './plan-rows.ts'
import { SESSION_RULES_OF_NOTES } from './session-rows.ts'
import { TEST_RULES } from './test-rows.ts'
import { TREATMENT_RULES } from './treatment-rows.ts'

const RULES: readonly RowRule[] = [
  ...HISTORY_RULES,
  ...COURSE_RULES,
  ...TEST_RULES,
  ...SESSION_RULES_OF_NOTES,
  ...TREATMENT_RULES,
  ...PLAN_RULES,
]

/**
 * A note drafted from the record, sentence by sentence: each says where it comes from. What was not asked or measured is said to be so;
 * nothing is filled in, and what only a clinician can say is left to them (`ask`). Deterministic: the same record, the same draft.
 */
export function draftNote(given: DraftInput): NoteDraft {
  const { kind, now } = given
  const rows = NOTE_SECTIONS[kind].flatMap((section) =>
    RULES.filter((rule) => rule.in[kind] === section).flatMap((rule) =>
      rule.rows(given).map((drafted): DraftRow => ({ ask: false, ...drafted, section })),
    ),
  )
  return { kind, rows, at: now }
}
