import type { Exercise } from '@dorsal/care'
import type { LintRule } from './rule.ts'

/** Positions that ask somebody to get down; a breathing exercise may be done in bed. */
const LOW = new Set(['supine', 'prone', 'side-lying', 'quadruped', 'kneeling', 'half-kneeling'])
/** What every home has, whatever was ticked: a broom is a stick. */
const EVERYWHERE = new Set(['chair', 'wall', 'stick'])

function asksMore(from: Exercise, to: Exercise): string[] {
  const kit = to.equipment.filter((item) => !from.equipment.includes(item) && !EVERYWHERE.has(item))
  const down = LOW.has(to.position) && !LOW.has(from.position) && !to.components.includes('breathing')
  return [...kit, ...(down ? ['the floor'] : [])]
}

/** The easier neighbour takes over at once, also within a session: it asks for nothing that the exercise itself does not. */
export const easierNeighbours: LintRule = {
  id: 'easier-neighbours',
  check(content) {
    const library = new Map(content.exercises.map((exercise) => [exercise.id, exercise]))
    return content.exercises.flatMap((exercise) => {
      const easier = library.get(exercise.progression.easierId ?? '')
      return easier === undefined
        ? []
        : asksMore(exercise, easier).map((what) => ({
            where: exercise.id,
            message: `its easier neighbour ${easier.id} asks for ${what}`,
          }))
    })
  },
}
