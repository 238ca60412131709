import type { SessionChange } from '@dorsal/care'
import { nextSet } from './course.ts'
import { finishSet, getReady, hasWork, onward } from './flow.ts'
import type { Change } from './rules.ts'
import { type SessionState, say } from './state.ts'

/** Whether the set that was just done was the last one of its exercise, so that nothing is left for a change to be seen in. */
function nothingLeft({ phase, place, items }: SessionState): boolean {
  const done = phase.name === 'after' || phase.name === 'settle'
  return done && place !== null && nextSet(items, place)?.item !== place.item
}

/**
 * Writes a change down, puts it into effect and shows it with its undo. After the last set of an exercise it is only written down, for
 * the next plan: saying that it goes on easier would not be true. A symptom is always answered, and a longer rest still comes.
 */
export function applyChange(state: SessionState, change: Change): SessionState {
  const at = state.items.findIndex((item) => item.planItemId === change.item.planItemId)
  const items = state.items.map((item, index) => (index === at ? change.item : item))
  const record: SessionChange = {
    planItemId: change.item.planItemId,
    variable: change.variable,
    because: change.because,
    undone: false,
  }
  const notice = {
    changes: [state.changes.length],
    before: state.items,
    place: state.place,
    undoable: change.undoable,
  }
  const sore = change.sore ? [...new Set([...state.sore, change.item.planItemId])] : state.sore
  // A symptom stays the reason on the report even when the session goes on: a therapist has to look at that exercise.
  const stop = change.rule === 'SS05' ? { rule: change.rule, planItemId: change.item.planItemId } : state.stop
  const changed = { ...state, items, sore, stop, changes: [...state.changes, record] }
  const heard = change.rule === 'SS05' || change.variable === 'rest'
  if (!heard && nothingLeft(state)) return changed
  return say({ ...changed, notice }, { id: 'change' })
}

/**
 * A change in the middle of a set. Another exercise begins with the next set: what was done of this one is kept and asked
 * about. A smaller form of the same exercise goes on from where it is, after a moment to get ready.
 */
export function changeNow(state: SessionState, change: Change): SessionState {
  const { place } = state
  if (place === null) return state
  const swaps = change.variable === 'exercise'
  const working = state.phase.name === 'work' || state.phase.name === 'ready'
  if (!working) return applyChange(state, change)
  const ends = swaps || change.item.closed
  if (ends && hasWork(state)) return applyChange(finishSet(state), change)
  if (change.item.closed) return leave(applyChange(state, change))
  const changed = applyChange(state, change)
  const again = getReady(changed, place, swaps ? 'exercise' : 'resume')
  return { ...again, said: { ...again.said, line: changed.said.line } }
}

/** On from an item that was closed before anything of it was done. */
function leave(state: SessionState): SessionState {
  return { ...onward(state, 0), said: state.said }
}

/** Takes the latest change back: to what was prescribed or already eased before it, never beyond that. */
export function undoChange(state: SessionState): SessionState {
  const { notice } = state
  if (notice === null || !notice.undoable) return state
  const changes = state.changes.map((change, index) =>
    notice.changes.includes(index) ? { ...change, undone: true } : change,
  )
  return say({ ...state, items: notice.before, changes, notice: null }, { id: 'undone' })
}
