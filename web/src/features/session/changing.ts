import type { SessionChange } from '@dorsal/care'
import type { RunItem } from './course.ts'
import { finishSet, getReady, hasWork } from './flow.ts'
import { type SessionState, say } from './state.ts'

/** One change for one item, already decided by the rules: what the item becomes, and what is written down of it. */
export type ItemChange = {
  item: RunItem
  variable: SessionChange['variable']
  because: SessionChange['because']
  undoable: boolean
}

/** Writes a change down, puts it into effect and shows it with its undo. */
export function applyChange(state: SessionState, change: ItemChange): SessionState {
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
  return say({ ...state, items, changes: [...state.changes, record], notice }, { id: 'change' })
}

/**
 * A change in the middle of a set. Another exercise begins with the next set: what was done of this one is kept and asked
 * about. A smaller form of the same exercise goes on from where it is, after a moment to get ready.
 */
export function changeNow(state: SessionState, change: ItemChange): SessionState {
  const { place } = state
  if (place === null) return state
  const swaps = change.variable === 'exercise'
  const working = state.phase.name === 'work' || state.phase.name === 'ready'
  if (!working) return applyChange(state, change)
  if (swaps && hasWork(state)) return applyChange(finishSet(state), change)
  const changed = applyChange(state, change)
  const again = getReady(changed, place, swaps ? 'exercise' : 'resume')
  return { ...again, said: { ...again.said, line: changed.said.line } }
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
