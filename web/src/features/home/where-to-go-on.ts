import type { Me } from '@dorsal/care'
import type { Draft } from '../../lib/draft.ts'

export type Start = 'start' | 'intake' | 'result' | 'today'

/** Where somebody who comes back goes on. A stop goes before everything; a plan before an intake begun again. */
export function whereToGoOn(draft: Draft | null, me: Me | null): Start {
  if (draft?.stop) return 'result'
  if (me?.next === 'escalate' || me?.next === 'book') return 'result'
  if (me?.plan) return 'today'
  return draft ? 'intake' : 'start'
}
