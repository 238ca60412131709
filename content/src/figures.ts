import type { Exercise } from '@dorsal/care'
import { Figure } from '@dorsal/motion'
import * as z from 'zod/mini'
import { ContentError, readList } from './read-parts.ts'

const FigureFile = z.object({ id: z.string(), version: z.number(), figure: Figure })

/**
 * The exercises with the figure that shows each: `figures/<id>.json`, kept apart from the exercise because it is drawn by
 * somebody else than who writes it. A figure of an exercise that is not there stops the start.
 */
export function withFigures(exercises: readonly Exercise[], root: string): Exercise[] {
  const figures = new Map(readList(FigureFile, 'figures', root).map((file) => [file.id, file.figure]))
  const known = new Set(exercises.map(({ id }) => id))
  for (const id of figures.keys())
    if (!known.has(id)) throw new ContentError(`figures/${id}.json`, 'is the figure of no exercise')
  return exercises.map((exercise) => {
    const figure = figures.get(exercise.id)
    return figure === undefined ? exercise : { ...exercise, movement: { ...exercise.movement, figure } }
  })
}
