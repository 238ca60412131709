import type { Exercise } from '@dorsal/care'
import type { LintRule } from './rule.ts'

type Way = 'easierId' | 'harderId'

/** The exercises that are met on the way from one, or null when the way ends. */
function circle(from: Exercise, way: Way, all: ReadonlyMap<string, Exercise>): string[] | null {
  const met: string[] = []
  let at: Exercise | undefined = from
  while (at !== undefined) {
    met.push(at.id)
    const next: string | null = at.progression[way]
    if (next === null) return null
    if (next === from.id) return met
    if (met.includes(next)) return null
    at = all.get(next)
  }
  return null
}

/** Easier and easier, or harder and harder, never comes round to where it began. A circle is told once, of its first exercise. */
export const progressionsAcyclic: LintRule = {
  id: 'progressions-acyclic',
  kind: 'exercises',
  check({ exercises }) {
    const all = new Map(exercises.map((exercise) => [exercise.id, exercise]))
    return exercises.flatMap((exercise) =>
      (['easierId', 'harderId'] as const).flatMap((way) => {
        const found = circle(exercise, way, all)
        if (found === null || found.toSorted()[0] !== exercise.id) return []
        const message = `getting ${way === 'easierId' ? 'easier' : 'harder'} runs in a circle: ${found.join(', ')}`
        return [{ where: exercise.id, message, path: ['progression', way] }]
      }),
    )
  },
}
