import { openRespiratoryWave } from '../breathing/wave.ts'
import type { Signal } from '../movement.ts'
import { openHoldPose } from './hold-pose.ts'
import type { SignalRow } from './row.ts'
import { openStepCadence } from './step-cadence.ts'

/** Rows of the angle table that need the past: rates, and the distance from a pose that was taught. */
export const OVER_TIME = {
  // Shoulders rise by millimetres, less than one landmark trembles: only a rhythm over many seconds stands out, and the reader says
  // nothing until it does. See `breathing/`.
  respiratory_wave: {
    definition: 'Breaths a minute, by the rise and fall of the shoulders of a person at rest',
    plane: 'vertical',
    views: ['front', 'side', 'oblique'],
    landmarks: ['shoulderL', 'shoulderR', 'hipL', 'hipR'],
    unit: 'per-minute',
    sign: 'larger = faster',
    kind: 'rate',
    paired: false,
    signed: false,
    rest: 14,
    parts: ['shoulders'],
    error: { front: 2, side: 2, oblique: 2 },
    gate: 'the first 20 seconds, movement, no rhythm that stands out from chance',
    source: 'motion of the chest in a picture: 0.6-1.6 breaths a minute off in published sets',
    open: openRespiratoryWave,
  },
  // The difference of the two sides and not the height of one: squatting and bouncing move both alike and are no steps.
  step_cadence: {
    definition: 'Steps a minute of marching on the spot or walking in view: knees that rise in turn',
    plane: 'vertical',
    views: ['front', 'oblique', 'side', 'back'],
    landmarks: ['kneeL', 'kneeR', 'ankleL', 'ankleR'],
    unit: 'per-minute',
    sign: 'larger = faster',
    kind: 'rate',
    paired: false,
    signed: false,
    rest: 0,
    parts: ['knees'],
    error: { front: 4, oblique: 4, side: 4, back: 4 },
    gate: 'fewer than four steps, 2.5 seconds without one, a leg hidden',
    source: 'a step is placed to one frame: 70 ms at 15 frames a second over seven steps is 2 % of the rate',
    open: openStepCadence,
  },
  // The largest difference and not the mean: one knee that gives way is the end of a hold, though seven joints stay.
  hold_pose: {
    definition: 'Distance from the own pose that is to be held: the largest difference of one joint angle',
    plane: 'any',
    views: ['front', 'side', 'oblique', 'back'],
    landmarks: [
      'shoulderL',
      'shoulderR',
      'elbowL',
      'elbowR',
      'wristL',
      'wristR',
      'hipL',
      'hipR',
      'kneeL',
      'kneeR',
      'ankleL',
      'ankleR',
    ],
    unit: 'deg',
    sign: '0 = the same pose; up to 15 counts as held',
    kind: 'angle',
    paired: false,
    signed: false,
    rest: 0,
    parts: ['shoulders', 'hips'],
    error: { front: 8, side: 8, oblique: 8, back: 8 },
    gate: 'nothing taught yet, rest unknown, fewer than four joints seen',
    source: 'the largest of nine angles of 2-4 degrees of error each, from one and the same view',
    open: openHoldPose,
  },
} satisfies Partial<Record<Signal, SignalRow>>
