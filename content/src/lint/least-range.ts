import { SIGNALS } from '@dorsal/motion'
import type { LintRule } from './rule.ts'

/**
 * The smallest repetition that counts before the person's own range is known is no smaller than what the camera gets wrong, from the
 * best of the views that may count.
 */
export const leastRange: LintRule = {
  id: 'least-range',
  check(content) {
    return content.exercises.flatMap(({ id, movement: { count } }) => {
      if (count === null) return []
      const row = SIGNALS[count.signal]
      const errors = count.views.flatMap((view) => row.error[view] ?? [])
      const error = row.kind === 'trend' ? row.change : Math.min(...errors)
      return count.minRange >= error
        ? []
        : [{ where: id, message: `counts from ${count.minRange}, with an error of ${error}` }]
    })
  },
}
