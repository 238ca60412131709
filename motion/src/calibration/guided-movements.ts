import { SIGNALS } from '../angles/angles.ts'
import type { Movement, Signal } from '../movement.ts'

/** Ids of the one plain sentence that the guided calibration says; the words live with the interface. */
export type CalibrationHelp =
  | 'stand-still'
  | 'turn-left'
  | 'bend-left'
  | 'head-left'
  | 'left-hand'
  | 'left-leg'
  | 'once-slowly'
  | 'come-back'
  | 'once-more'
  | 'done'
  | 'nobody'
  | 'not-still'
  | 'cannot-see'
  | 'no-movement'
  | 'side-unclear'

/** The one movement that a person is led through: what to say, which signal shows it, and the least that is a movement, in its unit. */
export type GuidedMovement = { say: CalibrationHelp; signal: Signal; direction: 1 | -1; least: number }

/** What to ask for by the signal that the exercise works with; where it knows sides, for the own left. */
const ASK: Partial<Record<Signal, CalibrationHelp>> = {
  trunk_axial_rotation: 'turn-left',
  trunk_lateral_flexion: 'bend-left',
  neck_rotation: 'head-left',
  neck_lateral_flexion: 'head-left',
  shoulder_flexion: 'left-hand',
  shoulder_abduction: 'left-hand',
  hip_flexion: 'left-leg',
}

/** What counts without measuring knows no error of its own: sides and range are learnt from the angle that does. */
const LEARNT_BY: Partial<Record<Signal, Signal>> = {
  upper_body_turn: 'trunk_axial_rotation',
  face_turn: 'neck_rotation',
}

/** Share of the smallest repetition that is a movement here: somebody in pain may have less than the exercise expects. */
const LEAST = 0.5
/** Raising a hand shows the side whatever the exercise is; degrees that are no chance. */
const HAND: GuidedMovement = { say: 'left-hand', signal: 'shoulder_abduction', direction: 1, least: 20 }

/** The guided movement of an exercise: that of its counted signal, else of the measured one, else a raised left hand. */
export function guidedMovement(movement: Movement): GuidedMovement {
  const { count, hold, measure } = movement
  const worked = count?.signal ?? hold?.signal ?? measure?.signal
  if (worked === undefined) return HAND
  const signal = LEARNT_BY[worked] ?? worked
  const row = SIGNALS[signal]
  const smallest = count?.minRange ?? (row.unit === 'deg' ? 15 : 0.1)
  return {
    say: ASK[signal] ?? 'once-slowly',
    signal,
    direction: count?.direction ?? 1,
    least: LEAST * smallest,
  }
}

/** True when the movement tells the own left from the own right. */
export const tellsSides = ({ signal, say }: GuidedMovement): boolean =>
  say !== 'once-slowly' && (SIGNALS[signal].signed || SIGNALS[signal].paired)
