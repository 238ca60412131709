import { SIGNALS } from '@dorsal/motion'
import type { LintRule } from './rule.ts'

/** A trend stands in for what no landmark shows: it is never measured and shown as a number. */
export const measuredNumbers: LintRule = {
  id: 'measured-numbers',
  check(content) {
    return content.exercises.flatMap(({ id, movement: { measure } }) =>
      measure !== null && SIGNALS[measure.signal].kind === 'trend'
        ? [{ where: id, message: `${measure.signal} is a trend and no number` }]
        : [],
    )
  },
}
