import type { PhaseId } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** The phases as a therapist chooses among them. */
export const PHASES: Readonly<Record<PhaseId, MessageDescriptor>> = {
  early: msg`First: calm and move`,
  middle: msg`Second: strength and stamina`,
  late: msg`Third: what matters`,
  maintenance: msg`Keeping up (ends the programme)`,
}
