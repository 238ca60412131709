import type { LibraryExercise } from '@dorsal/care'

/** What the list is narrowed to; an empty string: all. */
export type Filters = { part: string; position: string; kit: string; phase: string }

export const NO_FILTERS: Filters = { part: '', position: '', kit: '', phase: '' }

/** How each filter reads an exercise: the values under which it is found. */
const VALUES: Readonly<Record<keyof Filters, (exercise: LibraryExercise) => readonly string[]>> = {
  part: ({ components }) => components,
  position: ({ position }) => [position],
  kit: ({ equipment }) => (equipment.length === 0 ? ['none'] : equipment),
  phase: ({ dosage }) => (['early', 'middle', 'late'] as const).filter((phase) => dosage[phase] !== null),
}

const NAMES = ['part', 'position', 'kit', 'phase'] as const

/** Whether an exercise fits every filter that is set. */
export function passes(exercise: LibraryExercise, filters: Filters): boolean {
  return NAMES.every((name) => filters[name] === '' || VALUES[name](exercise).includes(filters[name]))
}

/** The values of a filter that some exercise has, so that nothing is offered that finds nothing by itself. */
export function valuesIn(exercises: readonly LibraryExercise[], name: keyof Filters): string[] {
  return [...new Set(exercises.flatMap((exercise) => VALUES[name](exercise)))]
}

/** Exercises to read: what only serves a movement test is none. */
export function readable(exercises: readonly LibraryExercise[]): LibraryExercise[] {
  return exercises.filter(({ components }) => components.some((component) => component !== 'movement-test'))
}
