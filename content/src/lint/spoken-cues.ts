import type { LintRule } from './rule.ts'

/** A cue is said while somebody moves: longer ones come too late. */
const MOST_WORDS = 14

/** Every fault that people are told of has its one short correction. */
export const spokenCues: LintRule = {
  id: 'spoken-cues',
  kind: 'exercises',
  check({ exercises }) {
    return exercises.flatMap(({ id, faults }) =>
      faults.flatMap((fault, index) => {
        const path = ['faults', index, 'cue']
        if (fault.name.trim() === '' || fault.cue.trim() === '')
          return [{ where: id, message: `its fault ${fault.id} has no name or no cue`, path }]
        const words = fault.cue.trim().split(/\s+/).length
        return words > MOST_WORDS
          ? [{ where: id, message: `a cue of ${words} words is too long to be said`, path }]
          : []
      }),
    )
  },
}
