import type { Dosage } from '../exercise/exercise.ts'

/** Seconds to get ready for one exercise: read, sit or lie down, camera. */
const SET_UP_SECONDS = 20
const REPETITION_SECONDS = 3

function repetitionSeconds(tempo: string | null): number {
  if (tempo === null) return REPETITION_SECONDS
  const parts = tempo.split('-').map(Number)
  return parts.some((part) => Number.isNaN(part)) ? REPETITION_SECONDS : parts.reduce((a, b) => a + b, 0)
}

/** How long one exercise takes in seconds, set-up and rests included. `perSide` counts each repetition or duration twice. */
export function secondsOf(dosage: Dosage): number {
  const sides = dosage.perSide ? 2 : 1
  const set =
    dosage.durationSeconds === null
      ? (dosage.reps ?? 1) * (repetitionSeconds(dosage.tempo) + dosage.holdSeconds) * sides
      : dosage.durationSeconds * sides
  return SET_UP_SECONDS + dosage.sets * set + Math.max(0, dosage.sets - 1) * dosage.restSeconds
}

/** How much work a dosage is, in repetition-seconds of one session: what volume bounds compare. */
export function workOf(dosage: Dosage): number {
  const sides = dosage.perSide ? 2 : 1
  const unit =
    dosage.durationSeconds ?? (dosage.reps ?? 1) * (repetitionSeconds(dosage.tempo) + dosage.holdSeconds)
  return dosage.sets * unit * sides
}
