import type { Morning } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** How it has been since the last session, in the words of its answers, best first. */
export const SINCE_WORDS: Readonly<Record<Morning['sinceLast'], MessageDescriptor>> = {
  better: msg`Better`,
  same: msg`About the same`,
  'a-little-worse': msg`A little worse`,
  'much-worse': msg`Much worse`,
}
