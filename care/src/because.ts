import type { Because } from './decision.ts'
import { ADAPTATION_SENTENCES } from './adaptation/adaptation.because.ts'
import { COURSE_SENTENCES } from './course/course.because.ts'
import { DAILY_SENTENCES } from './daily/daily.because.ts'
import { EVALUATION_SENTENCES } from './evaluation/evaluation.because.ts'
import { OUTCOME_SENTENCES } from './outcome/outcome.because.ts'
import { PLAN_SENTENCES } from './plan/plan.because.ts'
import { SESSION_SENTENCES } from './session/session.because.ts'
import { inOtherWords } from './listed.ts'
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
  ...DAILY_SENTENCES,
  ...OUTCOME_SENTENCES,
}

/** Reasons in a language: the sentences by their ids, and the words that stand in as values ("desk work"), by the English. */
export type Sayings = {
  lang: string
  sentences: Readonly<Record<string, string>>
  words: Readonly<Record<string, string>>
}

const ENGLISH: Sayings = { lang: 'en', sentences: SENTENCES, words: {} }

function valueIn(value: string | number, { lang, words }: Sayings): string {
  if (typeof value === 'number') return new Intl.NumberFormat(lang, { useGrouping: false }).format(value)
  return inOtherWords(value, lang, (word) => (Object.hasOwn(words, word) ? words[word] : undefined))
}

/** A reason in words. An unknown id is a defect and is shown as the id, never as an empty line. */
export function explain({ id, values }: Because, sayings: Sayings = ENGLISH): string {
  const { sentences } = Object.hasOwn(sayings.sentences, id) ? sayings : ENGLISH
  const sentence = Object.hasOwn(sentences, id) ? (sentences[id] ?? '') : id
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values?.[name]
    return value === undefined ? whole : valueIn(value, sayings)
  })
}
