import type { ReviewGroup, ReviewKind, ReviewRow, Unit } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

export const GROUP_WORDS: Readonly<Record<ReviewGroup, MessageDescriptor>> = {
  'warning-signs': msg`Warning signs`,
  thresholds: msg`Thresholds and rules`,
  exercises: msg`Exercises`,
  lessons: msg`Lessons and texts`,
  asked: msg`Timers, self-tests, questions`,
}

export const KIND_WORDS: Readonly<Record<ReviewKind, MessageDescriptor>> = {
  'red-flags': msg`Red flags`,
  combinations: msg`Combinations of red flags`,
  'free-text': msg`Words in free text`,
  gates: msg`Gate questions`,
  'pre-session': msg`Questions before a session`,
  cards: msg`Cards that say what to do`,
  'stop-rules': msg`What stops a session`,
  programme: msg`Rules of the programme`,
  outcome: msg`Rules of the outcome`,
  measures: msg`Measures`,
  'movement-tests': msg`Movement tests`,
  'yellow-flags': msg`What slows recovery`,
  findings: msg`Findings`,
  patterns: msg`Working patterns`,
  exercises: msg`Exercises`,
  lessons: msg`Lessons`,
  notes: msg`Lines of a plan`,
  pages: msg`Open pages`,
  timers: msg`Timers of daily life`,
  'self-tests': msg`Tests that people do alone`,
  ladders: msg`Ladders back to activities`,
  questions: msg`Questions of the intake`,
}

export const STATE_WORDS: Readonly<Record<ReviewRow['state'], MessageDescriptor>> = {
  unsigned: msg`not signed`,
  signed: msg`signed`,
  changed: msg`changed since`,
  returned: msg`returned`,
}

export const ACT_WORDS = {
  sign: msg`signed it`,
  return: msg`returned it`,
  withdraw: msg`took the signature back`,
} as const satisfies Record<string, MessageDescriptor>

export const UNIT_WORDS: Readonly<Record<Unit, MessageDescriptor>> = {
  'of-10': msg`of 10`,
  days: msg`days`,
  'working-days': msg`working days`,
  weeks: msg`weeks`,
  months: msg`months`,
  hours: msg`hours`,
  minutes: msg`minutes`,
  seconds: msg`seconds`,
  share: msg`share (1 is all of it)`,
  percent: msg`%`,
  'per-week': msg`a week`,
  'per-day': msg`a day`,
  times: msg`times`,
  years: msg`years`,
  degrees: msg`degrees`,
  none: msg`as named`,
}

/** How sure a number is, by what content says of it. */
export const SOURCE_WORDS: Readonly<Record<string, MessageDescriptor>> = {
  author: msg`own judgement, no study`,
  remembered: msg`from memory, source not opened`,
  read: msg`source read`,
  partly: msg`source partly read`,
}
