import type { VisitState } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

const STATES: Readonly<Record<VisitState, MessageDescriptor>> = {
  held: msg`kept for you`,
  booked: msg`booked`,
  arrived: msg`you are here`,
  'in-progress': msg`going on`,
  done: msg`over`,
  'no-show': msg`did not take place`,
  cancelled: msg`cancelled`,
}

/** How far a visit is, for its person: without blame. */
export const visitState = (state: VisitState): MessageDescriptor => STATES[state]
