import type { Answer, PatientRecord } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { UNIT_WORDS } from '../../ui/rating-words.ts'

/** Values of the record that are no content of their own: answers to warning signs, sex, ratings of a movement. */
const WORDS: Readonly<Record<string, MessageDescriptor>> = {
  yes: msg`yes`,
  no: msg`no`,
  unsure: msg`not sure`,
  prefer_not: msg`would rather not say`,
  female: msg`female`,
  male: msg`male`,
  other: msg`other`,
  full: msg`full`,
  limited: msg`limited`,
  'very-limited': msg`very limited`,
  painful: msg`painful`,
}

/** The value in words; what has none stands as it is. */
export function wordOf(value: string | null | undefined, i18n: { _: (words: MessageDescriptor) => string }) {
  const words = WORDS[value ?? '']
  return words ? i18n._(words) : (value ?? '–')
}

type Texts = PatientRecord['texts']

/** An answer to a question in the words of its options; a number with the unit that was asked for. */
export function answerText(id: string, answer: Answer, texts: Texts): string {
  const one = (value: string | number) => texts[`${id}.${value}`] ?? String(value)
  if (typeof answer === 'number') return [one(answer), texts[`${id}.unit`] ?? ''].join(' ').trim()
  return typeof answer === 'string' ? one(answer) : answer.map(one).join(', ')
}

/** A value of a movement test with its unit, as far as that has a word. */
export function testValue(
  id: string,
  value: number,
  texts: Texts,
  i18n: { _: (words: MessageDescriptor) => string },
): string {
  const unit = Object.entries(UNIT_WORDS).find(([key]) => key === texts[`${id}.unit`])?.[1]
  return unit === undefined ? String(value) : `${value} ${i18n._(unit)}`
}
