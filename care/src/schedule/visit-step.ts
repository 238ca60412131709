import type { DESK_STATES } from './desk.ts'
import type { VisitState } from './visit.ts'

type DeskStep = (typeof DESK_STATES)[number]

/**
 * Which state of a visit can follow which at the desk. Every step can be taken back, since fingers slip; what was cancelled comes back only
 * where its time is still free.
 */
export const VISIT_STEPS: Readonly<Record<VisitState, readonly DeskStep[]>> = {
  held: [],
  booked: ['arrived', 'in-progress', 'done', 'no-show', 'cancelled'],
  arrived: ['booked', 'in-progress', 'done', 'no-show', 'cancelled'],
  'in-progress': ['arrived', 'done'],
  done: ['in-progress', 'arrived', 'booked'],
  'no-show': ['booked', 'arrived'],
  cancelled: ['booked'],
}
