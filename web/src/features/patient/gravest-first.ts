import { rankOf, type Task } from '@dorsal/care'

/** Tasks as they must be looked at: the gravest first, of the same weight the newest, as the record gives them. */
export const gravestFirst = (tasks: readonly Task[]): Task[] =>
  tasks.toSorted((a, b) => rankOf(b.level) - rankOf(a.level))
