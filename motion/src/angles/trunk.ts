import type { Body } from '../body/body.ts'
import { DEG } from '../geometry.ts'
import type { Neutral } from '../calibration/neutral.ts'
import type { Signal } from '../movement.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import { hipShift } from './hip-shift.ts'
import { atRest, fromRest } from './resting.ts'
import { inclination } from './inclination.ts'
import { sideBend } from './side-bend.ts'
import { RotationReader, trunkRotation } from './rotation/rotation.ts'
import { type Reading, RENDERED, type SignalRow, single } from './row.ts'
import { cross, dot, pelvisAxes, unit, vector, way, without } from './space.ts'

const { shoulderL, shoulderR, hipL, hipR } = INDEX

const TRUNK_POINTS = ['shoulderL', 'shoulderR', 'hipL', 'hipR'] as const

/** Rows of the angle table: the trunk against the pelvis and against the vertical. */
export const TRUNK = {
  // The one signal that no picture shows and that depth of one camera under-reads: evidence of several kinds is weighed against each
  // other in `rotation/`, and each reading names what it used. With measured depth it is a plain angle again.
  trunk_axial_rotation: {
    definition: 'Turn of the upper trunk on the pelvis about the long axis of the body',
    plane: 'transverse',
    views: ['front'],
    landmarks: [...TRUNK_POINTS, 'elbowL', 'elbowR', 'wristL', 'wristR'],
    unit: 'deg',
    sign: 'positive = to the own left',
    kind: 'angle',
    paired: false,
    signed: true,
    rest: 0,
    parts: ['shoulders', 'hips'],
    error: { front: 14 },
    gate: 'side bend beyond 11 degrees; each reading says its evidence and error',
    source: `hands forward MAE 3, arms crossed 6 (${RENDERED}); 4.8 RMSE against optical capture`,
    read: trunkRotation,
    open: () => {
      const reader = new RotationReader()
      return (body, neutral) => reader.read(body, neutral)
    },
    readSpace: (body) => single(rotationInSpace(body)),
    spaceError: 6,
  },
  // The line from hips to shoulders bends less than the chest, the line of the shoulders more than the spine (an arm lifts its end):
  // `side-bend.ts` lets the one bound the other. The rest is taken off because few people stand level.
  trunk_lateral_flexion: {
    definition:
      'Side bend of the trunk: tilt of the upper trunk, by the line of the shoulders as far as the lean of the trunk bears it, from the resting posture',
    plane: 'frontal',
    views: ['front', 'back'],
    landmarks: TRUNK_POINTS,
    unit: 'deg',
    sign: 'positive = to the own left',
    kind: 'angle',
    paired: false,
    signed: true,
    rest: 0,
    parts: ['shoulders', 'hips'],
    error: { front: 8, back: 8 },
    gate: 'a hip or shoulder hidden',
    source: `against the chest 3.2 RMSE in optical capture, nine of ten within 5; 4.2 and 8 (${RENDERED}); an arm overhead adds up to 6, what the pelvis adds is half in it`,
    read: (body, neutral) => single(fromRest(sideBend(body), atRest(body, neutral, 'trunk_lateral_flexion'))),
    readSpace: (body, neutral): Reading | null =>
      single(fromRest(sideBend(body), atRest(body, neutral, 'trunk_lateral_flexion'))),
    spaceError: 6,
  },
  // From the side only: from the front a lean shortens the trunk by its cosine, which at 20 degrees is as little as the tremble.
  // Where the bend comes from, hips or spine, cannot be told by two points; no exercise may claim more than a lean.
  trunk_inclination: {
    definition:
      'Lean of the whole trunk forward or back against the vertical, from the resting posture; thoracic, lumbar and hip motion together',
    plane: 'sagittal',
    views: ['side'],
    landmarks: TRUNK_POINTS,
    unit: 'deg',
    sign: 'positive = forward',
    kind: 'angle',
    paired: false,
    signed: false,
    rest: 0,
    parts: ['shoulders', 'hips'],
    error: { side: 5 },
    gate: 'facing unknown; in space: lying on one side',
    source: `2.6 (${RENDERED}); 2-11 RMSE single camera against markerless capture`,
    read: (body, neutral) => single(fromRest(inclination(body), atRest(body, neutral, 'trunk_inclination'))),
    readSpace: (body, neutral): Reading | null =>
      single(fromRest(inclination(body), atRest(body, neutral, 'trunk_inclination'))),
    spaceError: 4,
  },
  // Known to be poor on purpose: it has to say "the pelvis came along" of half a turn, not measure it. Hips are a quarter of the
  // breadth of an arm span, so that one centimetre of depth between them is already three degrees.
  pelvis_rotation: {
    definition: 'Turn of the pelvis about the vertical, from its resting direction',
    plane: 'transverse',
    views: ['front'],
    landmarks: ['hipL', 'hipR'],
    unit: 'deg',
    sign: 'positive = to the own left',
    kind: 'angle',
    paired: false,
    signed: true,
    rest: 0,
    parts: ['hips'],
    error: { front: 20 },
    gate: 'no depth, or no rest seen',
    source:
      'direction of the hips by depth alone: a model under-reads it by half and more on people of known angle; good for a large turn only',
    read: (body, neutral) => single(pelvisTurn(body, neutral)),
    readSpace: (body, neutral): Reading | null => single(pelvisTurn(body, neutral)),
    spaceError: 6,
  },
  // Says whether somebody slid, stepped or shifted while they should have kept their place; in which direction is no matter.
  hip_drift: {
    definition: 'Distance of the hips from where they were at rest, in the picture, in trunk lengths',
    plane: 'any',
    views: ['front', 'side', 'oblique', 'back'],
    landmarks: ['hipL', 'hipR'],
    unit: 'ratio',
    sign: '0 = where they were at rest',
    kind: 'ratio',
    paired: false,
    signed: false,
    rest: 0,
    parts: ['hips'],
    error: { front: 0.06, side: 0.06, oblique: 0.06, back: 0.06 },
    gate: 'no rest seen',
    source: 'landmark error of 4.9 pixels at rest and now, on a trunk of 150; not validated against capture',
    read: (body, neutral) => single(hipShift(body, neutral)),
  },
} satisfies Partial<Record<Signal, SignalRow>>

function pelvisTurn(body: Body, neutral: Neutral | null): number {
  if (neutral === null || body.ok[hipL] !== 1 || body.ok[hipR] !== 1) return Number.NaN
  const turn = body.hipYaw - neutral.hipYaw
  return turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn
}

const SHOULDERS = vector()
const TURN = vector()

/** Direction of the shoulders minus that of the hips about the long axis of the trunk. */
function rotationInSpace(body: Body): number {
  const pelvis = pelvisAxes(body)
  if (pelvis === null || !way(body, shoulderR, shoulderL, SHOULDERS)) return Number.NaN
  if (!unit(without(SHOULDERS, pelvis.up))) return Number.NaN
  cross(pelvis.left, SHOULDERS, TURN)
  return Math.atan2(dot(TURN, pelvis.up), dot(pelvis.left, SHOULDERS)) * DEG
}
