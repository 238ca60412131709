import type { Body } from '../body/body.ts'
import type { Neutral } from '../calibration/neutral.ts'
import { DEG } from '../geometry.ts'
import type { Signal } from '../movement.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import { facing } from './bearing.ts'
import { headNod, headRoll, headTurn, shoulderTurn } from './head-lines.ts'
import { mid } from './plane.ts'
import { atRest, fromRest, type RestingSignal } from './resting.ts'
import { type Reading, type SignalRow, single } from './row.ts'

const { earL, earR, shoulderL, shoulderR } = INDEX

/** Turn of the head in degrees beyond which the far ear is hidden and the model only guesses it. */
const EAR_HIDDEN = 60
/** Turn of the head from which a camera above or below it sees the ears tilted by so much that it could be a bend. */
const TURNED = 30
/** A camera that stands 20 degrees aside sees a head at rest turned by as much. */
const CAMERA_ASIDE = 25

/** The way from the own rest, in degrees. */
const moved = (body: Body, neutral: Neutral | null, signal: RestingSignal, value: number): number =>
  fromRest(value, atRest(body, neutral, signal), CAMERA_ASIDE)

/** Rows of the angle table: head on trunk. */
export const NECK = {
  // The ears come together with the cosine of the turn and the face moves aside with its sine: their quotient needs no size of the
  // head and no distance. What remains is the shape of the head, and that a turn of the whole body looks the same.
  neck_rotation: {
    definition: 'Turn of the head on the shoulders about the long axis, from its resting direction',
    plane: 'transverse',
    views: ['front'],
    landmarks: [
      'nose',
      'eyeL',
      'eyeR',
      'mouthL',
      'mouthR',
      'earL',
      'earR',
      'shoulderL',
      'shoulderR',
      'hipL',
      'hipR',
    ],
    unit: 'deg',
    sign: 'positive = to the own left',
    kind: 'angle',
    paired: false,
    signed: true,
    rest: 0,
    parts: ['head'],
    error: { front: 13 },
    gate: 'face turned away from the camera; number withheld beyond 60 degrees, where the far ear is guessed, and while the shoulders turn along',
    source:
      'nose, eyes and mouth before the ears of an average head: 8 mm of landmark error, at rest and now, is 6 degrees in one of three; no published figure for this model found',
    read: (body, neutral) => {
      const turned = shoulderTurn(body, neutral?.shoulderYaw ?? Number.NaN)
      const value = moved(body, neutral, 'neck_rotation', headTurn(body)) - turned
      return single(value, turned !== 0 || Math.abs(value) > EAR_HIDDEN ? 20 : null)
    },
    readSpace: (body, neutral): Reading | null =>
      single(moved(body, neutral, 'neck_rotation', headTurn(body))),
    spaceError: 10,
  },
  // Ears against shoulders and not against the horizontal: a bend of the trunk, or a camera askew, is none of the neck.
  neck_lateral_flexion: {
    definition:
      'Side bend of the head: line of the ears against the line of the shoulders, from the resting posture',
    plane: 'frontal',
    views: ['front'],
    landmarks: ['nose', 'earL', 'earR', 'shoulderL', 'shoulderR', 'hipL', 'hipR', 'elbowL', 'elbowR'],
    unit: 'deg',
    sign: 'positive = to the own left',
    kind: 'angle',
    paired: false,
    signed: true,
    rest: 0,
    parts: ['head', 'shoulders'],
    error: { front: 6 },
    gate: 'face turned away from the camera; number withheld while the head is turned by more than 30 degrees',
    source: 'as side bend of the trunk, on a shorter line; no published figure for this model found',
    read: (body, neutral) => {
      const value = moved(body, neutral, 'neck_lateral_flexion', headRoll(body))
      return single(value, Math.abs(headTurn(body)) > TURNED ? 12 : null)
    },
    readSpace: (body, neutral): Reading | null =>
      single(moved(body, neutral, 'neck_lateral_flexion', headRoll(body))),
    spaceError: 8,
  },
  // Nose and ears lie 11 cm apart, so that a centimetre is five degrees: good enough for "chin down", not for a range of motion.
  head_pitch: {
    definition: 'Nod of the head against the trunk, from its resting direction',
    plane: 'sagittal',
    views: ['side', 'front'],
    landmarks: ['nose', 'earL', 'earR', 'shoulderL', 'shoulderR', 'hipL', 'hipR'],
    unit: 'deg',
    sign: 'positive = chin down',
    kind: 'angle',
    paired: false,
    signed: false,
    rest: 0,
    parts: ['head', 'shoulders', 'hips'],
    error: { side: 10, front: 15 },
    gate: 'facing unknown; face turned away from the camera',
    source:
      'nose 11 cm before the ears: 1.5 cm of landmark error is 8 degrees; no published figure for this model found',
    read: (body, neutral) => single(moved(body, neutral, 'head_pitch', headNod(body))),
    readSpace: (body, neutral): Reading | null => single(moved(body, neutral, 'head_pitch', headNod(body))),
    spaceError: 10,
  },
  // Clinics measure at the seventh neck vertebra, which no camera sees from the front or side. The shoulder point stands in for it and
  // moves itself when shoulders round: so a trend, with no norm to compare it to.
  head_forward_angle: {
    definition: 'Line from shoulder to ear above the horizontal, seen from the side',
    plane: 'sagittal',
    views: ['side'],
    landmarks: ['earL', 'earR', 'shoulderL', 'shoulderR'],
    unit: 'deg',
    sign: 'larger = head further back',
    kind: 'trend',
    paired: false,
    signed: false,
    rest: 50,
    parts: ['head', 'shoulders'],
    error: {},
    change: 5,
    gate: 'facing unknown',
    source:
      'stand-in: the seventh neck vertebra cannot be seen, so it is no craniovertebral angle; 1 cm of landmark error on 12 cm is 5 degrees',
    read: (body) => {
      const forward = facing(body) * (mid(body, body.x, earL, earR) - mid(body, body.x, shoulderL, shoulderR))
      const up = mid(body, body.y, shoulderL, shoulderR) - mid(body, body.y, earL, earR)
      return single(Math.atan2(up, forward) * DEG)
    },
  },
} satisfies Partial<Record<Signal, SignalRow>>
