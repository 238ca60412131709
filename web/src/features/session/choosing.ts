import { lengthsOf, withoutKit } from '@dorsal/care'
import { courseOf } from './course.ts'
import type { SessionState } from './state.ts'

type Choice = Pick<SessionState, 'minutes' | 'missing'>

/** The session in another length, or without what is not at hand: for as long as nothing of it has begun. Only what was prescribed. */
export function chosen(state: SessionState, choice: Partial<Choice>): SessionState {
  const { minutes = state.prescription.minutes, missing = [] } = { ...state, ...choice }
  const length = lengthsOf(state.prescription).find((one) => one.minutes === minutes)
  if (length === undefined) return state
  return { ...state, minutes, missing, items: courseOf(withoutKit(length.items, missing)) }
}

/** With little energy the shortest length is suggested; the person may take another. */
export function suggested(state: SessionState): SessionState {
  const [shortest] = lengthsOf(state.prescription)
  return state.before.energy === 'low' && shortest !== undefined
    ? chosen(state, { minutes: shortest.minutes })
    : state
}
