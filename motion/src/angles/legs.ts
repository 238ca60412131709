import type { Body } from '../body/body.ts'
import { type Neutral } from '../calibration/neutral.ts'
import { clamp } from '../geometry.ts'
import type { Signal } from '../movement.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import { has, mid, planeAngle, planeSwing, xOf, yOf } from './plane.ts'
import { pair, RENDERED, type SignalRow, single } from './row.ts'
import { pelvisAxes, size, spaceAngle, swing, vector, way } from './space.ts'

const { shoulderL, shoulderR, hipL, hipR, kneeL, kneeR, ankleL, ankleR } = INDEX

/** Swing of the thigh behind the trunk, degrees, between which the hip goes over from bent to stretched back. */
const BEHIND = [-5, -20] as const

/**
 * Bend of a hip in space: what is missing to a straight line from shoulder over hip to knee, as a goniometer shows it (standing, some
 * degrees, for shoulders are broader than hips). That has no sign: a thigh behind the trunk is told by its `swing` there.
 */
function hipBend(inner: number, swung: number): number {
  if (!Number.isFinite(swung)) return 180 - inner
  const back = clamp((swung - BEHIND[0]) / (BEHIND[1] - BEHIND[0]), 0, 1)
  return (1 - back) * (180 - inner) + back * swung
}

/** Rows of the angle table: hips and knees. */
export const LEGS = {
  // In the picture a swing in the sagittal plane, which standing is 0. In space the corner shoulder-hip-knee of each side, as it is
  // published and as other tools read it: shoulders stand wider than hips, so that standing it shows 5 to 15 degrees.
  hip_flexion: {
    definition:
      'Bend of the hip: thigh against the trunk; in space the corner of shoulder, hip and knee on each side, which shows 5 to 15 standing',
    plane: 'sagittal',
    views: ['side'],
    landmarks: ['shoulderL', 'shoulderR', 'hipL', 'hipR', 'kneeL', 'kneeR'],
    unit: 'deg',
    sign: '0 = straight, positive = thigh in front of the trunk, negative = behind it',
    kind: 'angle',
    paired: true,
    signed: false,
    rest: 0,
    parts: ['shoulders', 'hips', 'knees'],
    error: { side: 8 },
    gate: 'facing unknown; in space: thigh more than 70 degrees out of the sagittal plane',
    source: '2-11 RMSE hip, knee and trunk, single camera against markerless capture, 51 people',
    read: (body) => pair(planeSwing(body, hipL, kneeL), planeSwing(body, hipR, kneeR)),
    readSpace: (body) => {
      const pelvis = pelvisAxes(body)
      return pair(
        hipBend(spaceAngle(body, shoulderL, hipL, kneeL), swing(body, hipL, kneeL, pelvis)),
        hipBend(spaceAngle(body, shoulderR, hipR, kneeR), swing(body, hipR, kneeR, pelvis)),
      )
    },
    spaceError: 8,
  },
  // Thigh and shank move in one plane, so that the inner angle is the bend, whatever the hip does. Knees do not bend the other way:
  // a sign is not needed.
  knee_flexion: {
    definition: 'Bend of the knee: shank against the thigh',
    plane: 'sagittal',
    views: ['side'],
    landmarks: ['hipL', 'hipR', 'kneeL', 'kneeR', 'ankleL', 'ankleR'],
    unit: 'deg',
    sign: '0 = straight, larger = more bent',
    kind: 'angle',
    paired: true,
    signed: false,
    rest: 0,
    parts: ['hips', 'knees', 'feet'],
    error: { side: 6 },
    gate: 'none',
    source: `2.1 from the side, 14.5 at 45 degrees, 48 from the front (${RENDERED})`,
    read: (body) =>
      pair(180 - planeAngle(body, hipL, kneeL, ankleL), 180 - planeAngle(body, hipR, kneeR, ankleR)),
    readSpace: (body) =>
      pair(180 - spaceAngle(body, hipL, kneeL, ankleL), 180 - spaceAngle(body, hipR, kneeR, ankleR)),
    spaceError: 6,
  },
  // Counts squats and rising from a chair from any side, because heights are the one thing that all views show alike. Against the own
  // leg, so that it does not matter how far away somebody stands.
  hip_height_cycle: {
    definition: 'Height of the hips above the ankles as a share of the own standing height of the hips',
    plane: 'vertical',
    views: ['side', 'front', 'oblique', 'back'],
    landmarks: ['hipL', 'hipR', 'ankleL', 'ankleR', 'kneeL', 'kneeR'],
    unit: 'ratio',
    sign: '1 = standing, smaller = lower',
    kind: 'ratio',
    paired: false,
    signed: false,
    rest: 1,
    parts: ['hips', 'feet'],
    error: { front: 0.08, oblique: 0.08, side: 0.08, back: 0.08 },
    gate: 'feet out of the picture and no rest seen',
    source: 'landmark error of 4.9 pixels on a leg of 200; not validated against capture',
    read: (body, neutral) => single(heightInPicture(body, neutral)),
    readSpace: (body) => single(heightInSpace(body)),
    spaceError: 0.06,
  },
} satisfies Partial<Record<Signal, SignalRow>>

function heightInPicture(body: Body, neutral: Neutral | null): number {
  const hip = mid(body, body.y, hipL, hipR)
  const feet = mid(body, body.y, ankleL, ankleR)
  // Somebody who has only been seen sitting: the bent leg itself, where it lies in the picture, is longer than the least that goes with the trunk.
  const leg = Math.max(body.leg, bentLeg(body))
  // Hips cannot be below the feet of somebody who stands or sits: sensors that say so mean "at the floor".
  if (Number.isFinite(feet)) return Math.max(0, feet - hip) / leg
  // Feet out of the picture: the fall of the hips from where they were at rest.
  return neutral === null ? Number.NaN : 1 - (hip - neutral.hipY) / leg
}

/** Thigh and shank laid end to end as they are seen, the mean of the legs that are; 0 when neither is. */
function bentLeg(body: Body): number {
  const left = bones(body, hipL, kneeL, ankleL)
  const right = bones(body, hipR, kneeR, ankleR)
  if (Number.isNaN(left)) return Number.isNaN(right) ? 0 : right
  return Number.isNaN(right) ? left : (left + right) / 2
}

const bones = (body: Body, hip: number, knee: number, ankle: number): number =>
  has(body, hip) && has(body, knee) && has(body, ankle)
    ? Math.hypot(xOf(body, hip) - xOf(body, knee), yOf(body, hip) - yOf(body, knee)) +
      Math.hypot(xOf(body, knee) - xOf(body, ankle), yOf(body, knee) - yOf(body, ankle))
    : Number.NaN

const BONE = vector()

/** Of the legs that are seen: how far the hip stands above its ankle, against thigh and shank laid end to end. */
function heightInSpace(body: Body): number {
  const left = legHeight(body, hipL, kneeL, ankleL)
  const right = legHeight(body, hipR, kneeR, ankleR)
  if (Number.isNaN(left)) return right
  return Number.isNaN(right) ? left : (left + right) / 2
}

function legHeight(body: Body, hip: number, knee: number, ankle: number): number {
  if (!way(body, hip, knee, BONE)) return Number.NaN
  const thigh = size(BONE)
  if (!way(body, knee, ankle, BONE)) return Number.NaN
  const leg = thigh + size(BONE)
  if (!way(body, hip, ankle, BONE)) return Number.NaN
  return leg > 1e-6 ? Math.max(0, BONE.y) / leg : Number.NaN
}
