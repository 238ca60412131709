import { impossible, misplaced } from '@dorsal/motion'
import type { LintRule } from './rule.ts'

/** Every exercise can be shown; what its figure does a human body can do, and it stands, sits, leans and holds as people do. */
export const figures: LintRule = {
  id: 'figures',
  check(content) {
    return content.exercises.flatMap(({ id, movement }) => {
      if (movement.figure === undefined) return [{ where: id, message: 'has no figure that shows it' }]
      const wrong = [...impossible(movement.figure), ...misplaced(movement.figure)]
      return wrong.map((message) => ({ where: id, message: `its figure: ${message}` }))
    })
  },
}
