import type { TeamPart } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

export const PART_WORDS: Readonly<Record<TeamPart, MessageDescriptor>> = {
  lead: msg`leads`,
  member: msg`on the team`,
  cover: msg`stands in`,
}
