import type { PlanNote } from '../content.ts'
import type { Exercise } from '../exercise/exercise.ts'
import type { SignOff } from '../ids.ts'

/** Which content an item was made from, for ever: `exercises/cat-cow@1`; and whether a clinician had reviewed it then. */
export type Pin = { pin: string; signOff: SignOff }

/** The pin of an exercise, for every place that puts one into a plan. */
export function pinOfExercise({ id, version, signOff }: Exercise): Pin {
  return { pin: `exercises/${id}@${version}`, signOff }
}

/** The pin of a line that is no exercise. */
export function pinOfNote({ id, version, signOff }: PlanNote): Pin {
  return { pin: `notes/${id}@${version}`, signOff }
}
