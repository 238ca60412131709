import type { Because } from '../decision.ts'
import type { Exercise } from '../exercise/exercise.ts'
import { faultsOfDose, faultsOfWhole } from './judge.ts'
import type { TemplateProgramme } from './template.ts'

/** Something that cannot be in a template, at its place (`items.2.sets`). */
export type TemplateFault = { path: string; because: Because }

type Shelved = Pick<Exercise, 'id' | 'name' | 'components'>

/**
 * What cannot stand in a template: an exercise that the library does not have or that is only a test of movement, one that comes twice, and
 * values outside of what anybody may set. The same limits as for a plan. For whom it is safe is asked when it is applied, never here.
 */
export function templateFaults(
  { cadence, bounds, items }: TemplateProgramme,
  exercises: readonly Shelved[],
): TemplateFault[] {
  const shelf = new Map(exercises.map((exercise) => [exercise.id, exercise]))
  const lines = items.flatMap(({ exerciseId, dosage, rangeShare }, place): TemplateFault[] => {
    const path = `items.${place}`
    const exercise = shelf.get(exerciseId)
    if (exercise === undefined || exercise.components.includes('movement-test'))
      return [{ path, because: { id: 'draft.no-exercise' } }]
    const twice = items.slice(0, place).some((one) => one.exerciseId === exerciseId)
    const again = { path, because: { id: 'draft.twice', values: { exercise: exercise.name } } }
    const wrong = faultsOfDose({ id: path, dosage, rangeShare })
    return [
      ...(twice ? [again] : []),
      ...wrong.map(({ field, because }) => ({ path: `${path}.${field}`, because })),
    ]
  })
  const whole = faultsOfWhole({ cadence, bounds }).map(({ field, because }) => ({ path: field, because }))
  return [...whole, ...lines]
}
