import type { Body } from '../body/body.ts'
import type { Signal } from '../movement.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import { beforeLine, girdleOffset, shoulderForward, shrugRatio } from './girdle-lines.ts'
import { mid, planeAngle, planeSwing, xOf, yOf } from './plane.ts'
import { atRest } from './resting.ts'
import { pair, type Reading, type SignalRow, single } from './row.ts'

const { shoulderL, shoulderR, elbowL, elbowR, wristL, wristR, hipL, hipR } = INDEX

/** Rows of the angle table: shoulder girdle. All are stand-ins, because no landmark lies on the shoulder blade. */
export const GIRDLE = {
  // In trunk lengths, so that coming nearer to the camera is no shrug; against rest, because necks are long and short.
  shrug_index: {
    definition: 'Distance of the ears from the shoulders, in trunk lengths, against its own resting value',
    plane: 'frontal',
    views: ['front', 'side', 'oblique', 'back'],
    landmarks: ['earL', 'earR', 'shoulderL', 'shoulderR', 'hipL', 'hipR'],
    unit: 'ratio',
    sign: 'smaller = shoulders drawn up; 1 = rest',
    kind: 'trend',
    paired: false,
    signed: false,
    rest: 1,
    parts: ['head', 'shoulders'],
    error: {},
    change: 0.08,
    gate: 'no rest seen from this view; leaning to or from the camera by more than 20 degrees',
    source: 'stand-in: no landmark on the shoulder blade; 1 cm of landmark error on 20 cm, twice, is 0.08',
    read: (body, neutral) =>
      single(shrugRatio(body, atRest(body, neutral, 'trunk_length')) / atRest(body, neutral, 'shrug_index')),
    readSpace: (body, neutral): Reading | null =>
      single(shrugRatio(body) / atRest(body, neutral, 'shrug_index')),
  },
  // The shoulder blade glides under the skin where no point lies. What its movement does to the shoulder point is 2-4 cm at most,
  // against 1.5 cm of landmark error: enough for more or less, and not for a number.
  scapular_retraction_proxy: {
    definition:
      'Backward shift of the shoulder points from rest, in trunk lengths: behind the line from hips to ears, or their narrowing seen from the front',
    plane: 'transverse',
    views: ['side', 'oblique', 'front'],
    landmarks: ['earL', 'earR', 'shoulderL', 'shoulderR', 'hipL', 'hipR'],
    unit: 'ratio',
    sign: 'positive = back',
    kind: 'trend',
    paired: false,
    signed: false,
    rest: 0,
    parts: ['head', 'shoulders', 'hips'],
    error: {},
    change: 0.03,
    gate: 'no rest seen from this view; facing unknown from the side',
    source:
      'stand-in: no landmark on the shoulder blade; 1.5 cm of landmark error on a trunk of 49 cm is 0.03',
    read: (body, neutral) => single(girdleOffset(body) - atRest(body, neutral, 'scapular_retraction_proxy')),
  },
  // A photograph of posture: no rest is taken off, since the resting posture itself is what is looked at.
  rounded_shoulder_offset: {
    definition: 'Shoulder before the line from hips to ears, in trunk lengths',
    plane: 'sagittal',
    views: ['side'],
    landmarks: ['earL', 'earR', 'shoulderL', 'shoulderR', 'hipL', 'hipR'],
    unit: 'ratio',
    sign: 'positive = shoulder in front of the line',
    kind: 'trend',
    paired: false,
    signed: false,
    rest: 0,
    parts: ['head', 'shoulders', 'hips'],
    error: {},
    change: 0.03,
    gate: 'facing unknown; seen from the front or back',
    source: 'stand-in for rounded shoulders; 1.5 cm of landmark error on a trunk of 49 cm is 0.03',
    read: (body) => single(shoulderForward(body)),
  },
  // With a straight arm the hand can only go further when the shoulder blade does. With a bent one it means nothing: hence the gate.
  arm_straight_press: {
    definition:
      'Reach of the straight arm before the line from hips to ears beyond the own arm length, in arm lengths',
    plane: 'sagittal',
    views: ['side'],
    landmarks: [
      'shoulderL',
      'shoulderR',
      'elbowL',
      'elbowR',
      'wristL',
      'wristR',
      'hipL',
      'hipR',
      'earL',
      'earR',
    ],
    unit: 'ratio',
    sign: 'positive = shoulder blade carried forward',
    kind: 'trend',
    paired: true,
    signed: false,
    rest: 0,
    parts: ['head', 'shoulders', 'arms', 'hips'],
    error: {},
    change: 0.04,
    gate: 'elbow bent by more than 25 degrees, arm not held forward (60-120 degrees), facing unknown',
    source: 'stand-in: no landmark on the shoulder blade; 2 cm of landmark error on an arm of 55 cm is 0.04',
    read: (body) => pair(press(body, shoulderL, elbowL, wristL), press(body, shoulderR, elbowR, wristR)),
  },
} satisfies Partial<Record<Signal, SignalRow>>

/** Bend of the elbow up to which the arm counts as straight, and how far from straight ahead it may point, degrees. */
const STRAIGHT = 25
const AHEAD = 30

function press(body: Body, shoulder: number, elbow: number, wrist: number): number {
  if (!(180 - planeAngle(body, shoulder, elbow, wrist) < STRAIGHT)) return Number.NaN
  if (!(Math.abs(planeSwing(body, shoulder, wrist) - 90) < AHEAD)) return Number.NaN
  const arm =
    Math.hypot(xOf(body, elbow) - xOf(body, shoulder), yOf(body, elbow) - yOf(body, shoulder)) +
    Math.hypot(xOf(body, wrist) - xOf(body, elbow), yOf(body, wrist) - yOf(body, elbow))
  const x = xOf(body, wrist) - mid(body, body.x, hipL, hipR)
  const y = yOf(body, wrist) - mid(body, body.y, hipL, hipR)
  return beforeLine(body, x, y) / arm - 1
}
