import * as z from 'zod/mini'
import type { Because } from '../decision.ts'
import { Exercise } from '../exercise/exercise.ts'
import { forbiddenBy, unfit } from '../plan/fit.ts'
import { personIn } from '../plan/person.ts'
import { Movement } from '@dorsal/motion'
import type { Plan } from '../plan/plan.ts'

/** An exercise as the library shows it: all that is read, and how it is shown, without what the camera looks at. */
export const LibraryExercise = z.extend(z.omit(Exercise, { movement: true }), {
  movement: z.optional(z.pick(Movement, { figure: true, cameraView: true, template: true })),
})
export type LibraryExercise = z.infer<typeof LibraryExercise>

/** All exercises for reading, in one language. The same for everybody: nothing personal in it. */
export const LibraryContent = z.object({
  version: z.string(),
  lang: z.string(),
  exercises: z.array(LibraryExercise),
})
export type LibraryContent = z.infer<typeof LibraryContent>

/** Why an exercise of the library is not for this person now; `forbidden`: for their safety, not for lack of kit or time. */
export type NotNow = { because: Because; forbidden: boolean }

/**
 * Why this exercise is not offered to the person of this plan, or null when it fits. The same rules as the plan's own: a tag that forbids
 * it goes first, then phase, kit and positions. Plans from before it was kept what they fit are judged by their tags alone.
 */
export function notNow(exercise: LibraryExercise, plan: Plan): NotNow | null {
  const person = personIn(plan)
  if (person !== null) return unfit(exercise, person)
  const tag = forbiddenBy(exercise, plan.precautionTags)
  return tag === null
    ? null
    : { because: { id: `excluded.${tag}`, values: { exercise: exercise.name } }, forbidden: true }
}
