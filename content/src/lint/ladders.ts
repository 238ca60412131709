import { PhaseId } from '@dorsal/care'
import type { LintRule } from './rule.ts'

/**
 * A ladder goes up: its exercises are there, its steps follow the phases, each phase but the last begins with something to do, and
 * one ladder is for whatever activity no other knows.
 */
export const ladders: LintRule = {
  id: 'ladders',
  check(content) {
    const library = new Map(content.exercises.map((exercise) => [exercise.id, exercise]))
    const order = (phase: PhaseId) => PhaseId.options.indexOf(phase)
    const findings = content.ladders.flatMap(({ id, steps }) => {
      const found: string[] = []
      if (steps.length < 2) found.push('has fewer than two steps')
      for (const [index, { phase, exerciseId }] of steps.entries()) {
        const before = steps[index - 1]
        if (before !== undefined && order(before.phase) > order(phase))
          found.push(`step ${index + 1} belongs to an earlier phase than the step before it`)
        if (exerciseId === null) continue
        const exercise = library.get(exerciseId)
        if (exercise === undefined) found.push(`step ${index + 1} names ${exerciseId}, which is not there`)
        else if (phase !== 'maintenance' && exercise.dosage[phase] === null)
          found.push(`step ${index + 1}: ${exerciseId} has no dosage for the phase "${phase}"`)
      }
      if (!steps.some(({ phase, exerciseId }) => phase === 'early' && exerciseId !== null))
        found.push('has no exercise for the first phase')
      return found.map((message) => ({ where: id, message }))
    })
    const open = content.ladders.filter(({ match }) => Object.values(match).flat().length === 0)
    if (open.length === 1) return findings
    return [
      ...findings,
      { where: 'ladders', message: `${open.length} ladders match any activity; there must be one` },
    ]
  },
}
