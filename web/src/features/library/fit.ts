import { type LibraryExercise, type Me, notNow, type NotNow } from '@dorsal/care'

/**
 * How an exercise stands to this person. `reading`: nobody is known, it is only read. `held`: help or a clinician comes first, nothing is
 * to be done. `planned`: it is in the plan. `forbidden`: not for their safety. `later`: it does not fit now. `fits`: it could be done.
 */
export type Fit =
  | { state: 'reading' | 'held' | 'planned' | 'fits' }
  | { state: 'forbidden' | 'later'; because: NotNow['because'] }

/** How an exercise stands to a person. Danger goes first: a plan made earlier never speaks against what forbids it now. */
export function fitOf(exercise: LibraryExercise, me: Me | null): Fit {
  if (me === null) return { state: 'reading' }
  if (me.next === 'escalate' || me.next === 'book') return { state: 'held' }
  if (me.plan === null) return { state: 'reading' }
  const why = notNow(exercise, me.plan)
  if (why?.forbidden === true) return { state: 'forbidden', because: why.because }
  const planned = me.plan.items.some(
    ({ exerciseId, state }) => exerciseId === exercise.id && state === 'active',
  )
  if (planned) return { state: 'planned' }
  return why === null ? { state: 'fits' } : { state: 'later', because: why.because }
}

/** Whether it may be shown as something to do. */
export const isOpen = ({ state }: Fit): boolean => state !== 'forbidden' && state !== 'held'
