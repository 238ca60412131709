import * as z from 'zod/mini'
import { Figure } from './person/figure.ts'
import { View } from './pose.ts'

/**
 * Signals of the angle table; each is one row in `angles/`. First the 29 of the clinical specification, then four that only
 * compensations are judged by, and those that count and do not measure.
 */
export const Signal = z.enum([
  'trunk_axial_rotation',
  'trunk_lateral_flexion',
  'trunk_inclination',
  'thoracic_extension_proxy',
  'quad_trunk_curve',
  'quad_arm_elevation',
  'shoulder_flexion',
  'shoulder_abduction',
  'hand_separation_ratio',
  'elbow_back_ratio',
  'scapular_retraction_proxy',
  'shrug_index',
  'shoulder_external_rotation',
  'elbow_flexion',
  'neck_rotation',
  'neck_lateral_flexion',
  'head_forward_angle',
  'hip_flexion',
  'knee_flexion',
  'body_line',
  'limb_line',
  'hip_height_cycle',
  'pelvis_lift',
  'leg_lower_angle',
  'hip_abduction_sidelying',
  'arm_straight_press',
  'respiratory_wave',
  'step_cadence',
  'hold_pose',
  'pelvis_rotation',
  'hip_drift',
  'head_pitch',
  'rounded_shoulder_offset',
  'upper_body_turn',
  'face_turn',
  'arm_opening',
])
export type Signal = z.infer<typeof Signal>

/** A group of body parts that must be in view before the engine says anything. */
export const BodyPart = z.enum(['head', 'shoulders', 'arms', 'hips', 'knees', 'feet'])
export type BodyPart = z.infer<typeof BodyPart>

/** The part of a repetition in which a fault rule makes sense: the way out, the way back, the end of the range, or all of it. */
export const FaultPhase = z.enum(['out', 'back', 'hold', 'any'])
export type FaultPhase = z.infer<typeof FaultPhase>

/**
 * A fault rule as data: the compensation `id` is present while `signal` breaks `when` against `threshold` for at least
 * `seconds` without a gap, in one of `views`, while the person is moving or holding, in the `phase` where the rule makes sense
 * (any, when left out). `cue` is the id of the one correction that is said; the order of the rules is the order of their
 * usefulness. A threshold lies outside normal variation by at least the signal's expected error.
 *
 * - above, below: the value against the threshold, in the signal's unit; aboveAbs: its size to either side.
 * - fasterThan: the speed of the signal, in its unit a second.
 * - quickerThan: the way out or back of a counted repetition took less than `threshold` seconds, whichever `phase` asks for, from
 *   leaving rest (a tenth of the way) to arriving near the end: a smooth way takes 1.5 times as long from standstill to standstill.
 * - shortRange: a repetition reached less than `threshold` (0..1) of the range asked for, or of the person's own.
 */
export const FaultRule = z.object({
  id: z.string(),
  signal: Signal,
  views: z.array(View),
  when: z.enum(['above', 'below', 'aboveAbs', 'fasterThan', 'quickerThan', 'shortRange']),
  threshold: z.number(),
  seconds: z.prefault(z.number(), 0.4),
  phase: z.optional(FaultPhase),
  cue: z.string(),
})
export type FaultRule = z.infer<typeof FaultRule>

/**
 * What the tracker needs to know of an exercise, as data from content. Each purpose lists its own accepted views: a squat may
 * be counted by hip height from any view while its knee angle and faults are taken from the side alone.
 *
 * - `template`: cycle (out and back), alternating (left and right in turn about neutral), hold, timed (nothing counted).
 * - `count.minRange`: the smallest excursion, in the signal's unit, that can be a repetition before the person's own
 *   range is known. `count.direction`: +1 when the working part raises the signal, -1 when it lowers it.
 * - `measure`: the range shown to the person with its error, or null when no camera angle is honest.
 * - `figure`: how a body does it: what the demonstration shows and what synthetic people play in the tests.
 * - `hold`: the band of the signal, in its unit, within which the hold clock runs; only for template hold. For a signal that knows
 *   sides a band with `min` above zero is meant for either own side.
 */
export const Movement = z.object({
  template: z.enum(['cycle', 'alternating', 'hold', 'timed']),
  cameraView: z.nullable(View),
  needs: z.array(BodyPart),
  count: z.nullable(
    z.object({
      signal: Signal,
      views: z.array(View),
      direction: z.union([z.literal(1), z.literal(-1)]),
      minRange: z.number(),
    }),
  ),
  measure: z.nullable(z.object({ signal: Signal, views: z.array(View) })),
  hold: z.nullable(z.object({ signal: Signal, views: z.array(View), min: z.number(), max: z.number() })),
  faults: z.array(FaultRule),
  figure: z.optional(Figure),
})
export type Movement = z.infer<typeof Movement>
