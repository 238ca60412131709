import { impossible } from '@dorsal/motion'
import type { LintRule } from './rule.ts'

/** Every exercise can be shown, and what its figure does a human body can do. */
export const figures: LintRule = {
  id: 'figures',
  check(content) {
    return content.exercises.flatMap(({ id, movement }) => {
      if (movement.figure === undefined) return [{ where: id, message: 'has no figure that shows it' }]
      return impossible(movement.figure).map((message) => ({ where: id, message: `its figure: ${message}` }))
    })
  },
}
