import type { CoverageKind } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

export const COVERAGE_KIND_WORDS: Readonly<Record<CoverageKind, MessageDescriptor>> = {
  employer: msg`Employer`,
  'health-plan': msg`Health plan`,
}
