import { EASY_BREATH } from '../../lib/breath.ts'
import { type Tempo, tempoOf } from '../../lib/tempo.ts'
import type { RunItem } from './course.ts'

/** Whether an exercise is done in the rhythm of the breath. */
export const breathes = (item: RunItem): boolean => item.exercise.components.includes('breathing')

/** Seconds of one repetition, or of one breath (in, held, out) of a breathing exercise. */
export function paceOf(item: RunItem): Tempo {
  return breathes(item) && item.dosage.tempo === null ? EASY_BREATH : tempoOf(item.dosage)
}
