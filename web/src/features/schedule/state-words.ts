import type { VisitKind, VisitState } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** Each state as word and shape, so that colour is never the only difference. */
export const STATES: Readonly<Record<VisitState, { label: MessageDescriptor; sign: string }>> = {
  held: { label: msg`Being booked`, sign: '◌' },
  booked: { label: msg`Booked`, sign: '○' },
  arrived: { label: msg`Arrived`, sign: '◐' },
  'in-progress': { label: msg`In progress`, sign: '▶' },
  done: { label: msg`Visit over`, sign: '✓' },
  'no-show': { label: msg`Did not come`, sign: '✕' },
  cancelled: { label: msg`Cancelled`, sign: '–' },
}

export const KINDS: Readonly<Record<VisitKind, MessageDescriptor>> = {
  evaluation: msg`Evaluation`,
  treatment: msg`Treatment`,
  video: msg`Video`,
  class: msg`Group class`,
}
