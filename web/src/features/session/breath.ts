import { type Tempo, partAt, secondsOf, type TempoPart, tempoOf } from '../../lib/tempo.ts'
import type { RunItem } from './course.ts'

/** An easy breath where the exercise says no other: six a minute, out longer than in. Seconds. */
export const EASY_BREATH: Tempo = { out: 4, stay: 0, back: 6 }

/** Whether an exercise is done in the rhythm of the breath. */
export const breathes = (item: RunItem): boolean => item.exercise.components.includes('breathing')

/** Seconds of one repetition, or of one breath (in, held, out) of a breathing exercise. */
export function paceOf(item: RunItem): Tempo {
  return breathes(item) && item.dosage.tempo === null ? EASY_BREATH : tempoOf(item.dosage)
}

export type Breath = { part: TempoPart; number: number; fill: number }

/** Where a breath stands after so many seconds: the ring fills with breathing in, stays full, and empties with breathing out. */
export function breathAt(seconds: number, pace: Tempo = EASY_BREATH): Breath {
  const whole = secondsOf(pace)
  const number = Math.floor(seconds / whole)
  const { part, share } = partAt(pace, seconds - number * whole)
  return { part, number, fill: part === 'out' ? share : part === 'stay' ? 1 : 1 - share }
}
