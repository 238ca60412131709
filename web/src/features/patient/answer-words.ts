import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

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
