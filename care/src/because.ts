import type { Because } from './decision.ts'
import { ADAPTATION_SENTENCES } from './adaptation/adaptation.because.ts'
import { COURSE_SENTENCES } from './course/course.because.ts'
import { EVALUATION_SENTENCES } from './evaluation/evaluation.because.ts'
import { OUTCOME_SENTENCES } from './outcome/outcome.because.ts'
import { PLAN_SENTENCES } from './plan/plan.because.ts'
import { SESSION_SENTENCES } from './session/session.because.ts'
import { INTAKE_SENTENCES } from './intake/intake.because.ts'
import { TRIAGE_SENTENCES } from './triage/triage.because.ts'

/** Every reason that a rule can give, as one plain English sentence with {values}. One table a noun, joined here. */
export const SENTENCES: Readonly<Record<string, string>> = {
  ...INTAKE_SENTENCES,
  ...TRIAGE_SENTENCES,
  ...EVALUATION_SENTENCES,
  ...PLAN_SENTENCES,
  ...SESSION_SENTENCES,
  ...ADAPTATION_SENTENCES,
  ...COURSE_SENTENCES,
  ...OUTCOME_SENTENCES,
}

/** A reason in words. An unknown id is a defect and is shown as the id, never as an empty line. */
export function explain(because: Because, sentences: Readonly<Record<string, string>> = SENTENCES): string {
  const sentence = Object.hasOwn(sentences, because.id) ? (sentences[because.id] ?? '') : because.id
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(because.values?.[name] ?? whole))
}
