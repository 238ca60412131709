import { type Body, can, middleY } from '../body/body.ts'
import type { Signal } from '../movement.ts'
import type { Neutral } from '../calibration/neutral.ts'
import { trunkRotation } from './rotation.ts'
import { facing, ownLeft, restingLean, trunkLean } from './bearing.ts'
import { RENDERED, type SignalRow, single } from './row.ts'

/** Rows of the angle table: trunk and pelvis. */
export const TRUNK = {
  trunk_axial_rotation: {
    definition: 'Turn of the upper trunk on the pelvis about the long axis of the body',
    plane: 'transverse',
    unit: 'deg',
    sign: 'positive = to the own left',
    kind: 'angle',
    paired: false,
    signed: true,
    rest: 0,
    parts: ['shoulders', 'hips'],
    error: { front: 10 },
    source: `hands forward 1.6, shoulder width 6.2 (${RENDERED}); 8.4 RMSE against optical capture`,
    read: (body, neutral) => {
      const rotation = trunkRotation(body, neutral)
      return rotation === null ? null : single(rotation.value, rotation.error)
    },
  },
  trunk_lateral_flexion: {
    definition:
      'Side bend of the trunk: line from hips to shoulders against the vertical, from the resting posture',
    plane: 'frontal',
    unit: 'deg',
    sign: 'positive = to the own left',
    kind: 'angle',
    paired: false,
    signed: true,
    rest: 0,
    parts: ['shoulders', 'hips'],
    error: { front: 4, back: 4 },
    source: `3.8 RMSE against optical capture; 1.3 (${RENDERED})`,
    read: (body, neutral) =>
      can(body, 'shoulderL', 'shoulderR', 'hipL', 'hipR')
        ? single(ownLeft(body) * (trunkLean(body) - restingLean(neutral)))
        : null,
  },
  trunk_inclination: {
    definition:
      'Lean of the whole trunk forward or back against the vertical; thoracic, lumbar and hip motion together',
    plane: 'sagittal',
    unit: 'deg',
    sign: 'positive = forward',
    kind: 'angle',
    paired: false,
    signed: false,
    rest: 0,
    parts: ['shoulders', 'hips'],
    error: { side: 5 },
    source: `2.6 (${RENDERED}); 2-11 RMSE single camera against markerless capture`,
    read: (body) => single(facing(body) * trunkLean(body)),
  },
  hip_height_cycle: {
    definition: 'Height of the hips above the ankles as a share of the own standing height of the hips',
    plane: 'vertical',
    unit: 'ratio',
    sign: '1 = standing, smaller = lower',
    kind: 'ratio',
    paired: false,
    signed: false,
    rest: 1,
    parts: ['hips', 'feet'],
    error: { front: 0.08, oblique: 0.08, side: 0.08, back: 0.08 },
    source: 'landmark error of 4.9 pixels on a leg of 200; not validated against capture',
    read: (body, neutral) => single(hipHeight(body, neutral)),
  },
} satisfies Partial<Record<Signal, SignalRow>>

function hipHeight(body: Body, neutral: Neutral | null): number {
  const hip = middleY(body, 'hip')
  const feet = middleY(body, 'ankle')
  // Hips cannot be below the feet of somebody who stands or sits: sensors that say so mean "at the floor".
  if (Number.isFinite(feet)) return Math.max(0, feet - hip) / body.leg
  // Feet out of the picture: the fall of the hips from where they were at rest.
  return neutral === null ? Number.NaN : 1 - (hip - neutral.hipY) / body.leg
}
