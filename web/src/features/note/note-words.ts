import type { NoteKind, NoteSource, NoteState } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

export const KIND_WORDS: Readonly<Record<NoteKind, MessageDescriptor>> = {
  evaluation: msg`Evaluation`,
  'plan-of-care': msg`Plan of care`,
  daily: msg`Daily note`,
  progress: msg`Progress note`,
  discharge: msg`Discharge note`,
  'gp-letter': msg`Letter to the family doctor`,
}

export const STATE_WORDS: Readonly<Record<NoteState, MessageDescriptor>> = {
  draft: msg`Draft`,
  'awaiting-co-sign': msg`Waits for co-sign`,
  signed: msg`Signed`,
  'co-signed': msg`Signed and co-signed`,
}

export const SOURCE_WORDS: Readonly<Record<NoteSource['kind'], MessageDescriptor>> = {
  intake: msg`Answers at the start`,
  triage: msg`Screen for warning signs`,
  evaluation: msg`Evaluation by rules`,
  plan: msg`Plan`,
  session: msg`Session at home`,
  'check-in': msg`Check-in`,
  day: msg`Told between sessions`,
  decision: msg`Decision`,
  proposal: msg`Proposed change`,
  course: msg`Course so far`,
  treatment: msg`Record of treatment`,
  note: msg`Note before this one`,
  content: msg`Rules and tests of the library`,
  author: msg`Whoever writes this note`,
}
