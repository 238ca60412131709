import { type Signal, SIGNALS, type View } from '@dorsal/motion'
import type { LintRule } from './rule.ts'

/** From where the table vouches for a signal: with an error for a number, by its definition for a trend. */
function vouchedFor(signal: Signal): readonly View[] {
  const row = SIGNALS[signal]
  return row.kind === 'trend' ? row.views : row.views.filter((view) => row.error[view] !== undefined)
}

/** What is measured, held against a band or corrected is looked at from a view that the angle table vouches for. */
export const honestViews: LintRule = {
  id: 'honest-views',
  check(content) {
    return content.exercises.flatMap(({ id, movement: { measure, hold, faults } }) =>
      [measure, hold, ...faults].flatMap((one) =>
        one === null
          ? []
          : one.views
              .filter((view) => !vouchedFor(one.signal).includes(view))
              .map((view) => ({ where: id, message: `${one.signal} cannot be judged from ${view}` })),
      ),
    )
  },
}
