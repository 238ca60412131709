import type { Exercise } from '@dorsal/care'
import type { LintRule } from './rule.ts'

function faultsOf({ trackability, movement }: Exercise): string[] {
  const { template, cameraView, needs, count, measure, hold, faults } = movement
  const found: string[] = []
  const repeats = template === 'cycle' || template === 'alternating'
  if (repeats !== (count !== null)) found.push(`${template} and counting do not go together`)
  if ((template === 'hold') !== (hold !== null)) found.push(`${template} and a hold band do not go together`)
  if (hold !== null && !(hold.min < hold.max)) found.push('the hold band is empty')
  const looks = count !== null || measure !== null || hold !== null || faults.length > 0
  if (looks !== (cameraView !== null && needs.length > 0))
    found.push('what the camera looks at, its view and the parts it needs do not go together')
  const byTimer = trackability === 'timer-only' || trackability === 'none'
  if (byTimer === looks) found.push(`${trackability}, but ${looks ? 'something' : 'nothing'} is looked at`)
  return found
}

/** The movement of an exercise is whole: how it is counted, held or timed, and from where it is looked at. */
export const wholeMovement: LintRule = {
  id: 'whole-movement',
  check(content) {
    return content.exercises.flatMap((exercise) =>
      faultsOf(exercise).map((message) => ({ where: exercise.id, message })),
    )
  },
}
