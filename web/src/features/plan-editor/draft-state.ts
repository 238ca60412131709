import type { DraftItem, PlanDraft } from '@dorsal/care'

/** A draft and the ones before it, for undo. */
export type DraftState = { draft: PlanDraft; past: readonly PlanDraft[] }

export type DraftAct =
  | { do: 'add'; items: readonly DraftItem[] }
  | { do: 'remove'; id: string }
  | { do: 'move'; id: string; to: number }
  | { do: 'set'; id: string; change: Partial<DraftItem> }
  | { do: 'plan'; change: Partial<PlanDraft> }
  | { do: 'undo' }
  | { do: 'begin'; draft: PlanDraft }

const PAST = 60

/** The lines with one of them at another place; a place beyond the ends is the end. */
export function movedTo(items: readonly DraftItem[], id: string, to: number): DraftItem[] {
  const from = items.findIndex((item) => item.id === id)
  if (from < 0) return [...items]
  const rest = items.toSpliced(from, 1)
  return rest.toSpliced(Math.max(0, Math.min(rest.length, to)), 0, ...items.slice(from, from + 1))
}

function changed(draft: PlanDraft, act: Exclude<DraftAct, { do: 'undo' | 'begin' }>): PlanDraft {
  const { items } = draft
  switch (act.do) {
    case 'add':
      return {
        ...draft,
        items: [...items, ...act.items.filter(({ id }) => !items.some((one) => one.id === id))],
      }
    case 'remove':
      return { ...draft, items: items.filter(({ id }) => id !== act.id) }
    case 'move':
      return { ...draft, items: movedTo(items, act.id, act.to) }
    case 'set':
      return {
        ...draft,
        items: items.map((item) => (item.id === act.id ? { ...item, ...act.change } : item)),
      }
    case 'plan':
      return { ...draft, ...act.change }
  }
}

/** One act on a draft. What changes nothing leaves no step to undo. */
export function act(state: DraftState, what: DraftAct): DraftState {
  if (what.do === 'begin') return { draft: what.draft, past: [] }
  if (what.do === 'undo') {
    const before = state.past.at(-1)
    return before === undefined ? state : { draft: before, past: state.past.slice(0, -1) }
  }
  const draft = changed(state.draft, what)
  if (JSON.stringify(draft) === JSON.stringify(state.draft)) return state
  return { draft, past: [...state.past, state.draft].slice(-PAST) }
}
