import type { Because } from '@dorsal/care'
import type { I18n, MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** What has to be at hand; `none` stands for nothing. */
export const KIT: Readonly<Record<string, MessageDescriptor>> = {
  none: msg`Nothing`,
  chair: msg`Chair`,
  wall: msg`Wall`,
  band: msg`Elastic band`,
  weight: msg`Light weight`,
  towel: msg`Towel`,
  stick: msg`Stick`,
  pillow: msg`Pillow`,
  ball: msg`Ball`,
  'TENS unit': msg`TENS unit`,
}

/** A reason that names what is missing, with its name as people say it. */
export function withKitNamed(because: Because, i18n: I18n): Because {
  const word = KIT[String(because.values?.['equipment'])]
  return word === undefined ? because : { ...because, values: { ...because.values, equipment: i18n._(word) } }
}
