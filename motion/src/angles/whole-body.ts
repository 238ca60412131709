import type { Body } from '../body/body.ts'
import { DEG } from '../geometry.ts'
import type { Signal } from '../movement.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import { facing } from './bearing.ts'
import { mid, planeAngle, planeElevation, trunkLine } from './plane.ts'
import { type Reading, type SignalRow, single } from './row.ts'
import { chestAxes, dot, elevation, pelvisAxes, spaceAngle, unit, vector, wayOfMiddles } from './space.ts'

const { shoulderL, shoulderR, wristL, wristR, hipL, hipR, kneeL, kneeR, ankleL, ankleR } = INDEX

/** On all fours a diagonal reads so many degrees; within so much of it both limbs that are seen stand on the floor. */
const ON_FLOOR = 112
const NEAR_FLOOR = 15

/** Rows of the angle table: the whole body in one line. */
export const WHOLE_BODY = {
  // Plank: the longest line that there is, and so the most exact. On bent knees it ends at the knees, since shanks point up then.
  body_line: {
    definition:
      'Straightness of the body: angle from shoulder over hip to ankle, or to the knee of bent legs',
    plane: 'sagittal',
    views: ['side', 'front'],
    landmarks: ['shoulderL', 'shoulderR', 'hipL', 'hipR', 'kneeL', 'kneeR', 'ankleL', 'ankleR'],
    unit: 'deg',
    sign: '180 = straight line, smaller = hips bent or high, larger = hips sagging',
    kind: 'angle',
    paired: false,
    signed: false,
    rest: 180,
    parts: ['shoulders', 'hips', 'knees'],
    error: { side: 6, front: 6 },
    gate: 'facing unknown from the side; knees hidden',
    source:
      'as bend of the hip on a longer line: 2-11 RMSE, single camera against markerless capture, 51 people',
    read: (body) => single(lineInPicture(body)),
    readSpace: (body) => single(lineInSpace(body)),
    spaceError: 6,
  },
  // Opposite arm and leg: the mean of the two angles forgives what neither does alone. Each diagonal has its own value; that on the
  // floor reads some 115 degrees, and the greater of the two is what is being done.
  limb_line: {
    definition:
      'Arm, trunk and the opposite leg in one line on all fours: mean of the angles at shoulder and hip',
    plane: 'sagittal',
    views: ['side'],
    landmarks: ['wristL', 'wristR', 'shoulderL', 'shoulderR', 'hipL', 'hipR', 'ankleL', 'ankleR'],
    unit: 'deg',
    sign: '180 = straight line; left = left arm and right leg',
    kind: 'angle',
    paired: true,
    farToo: true,
    signed: false,
    rest: ON_FLOOR,
    parts: ['shoulders', 'arms', 'hips', 'feet'],
    error: { side: 8 },
    gate: 'a hand or the opposite foot hidden, unless those that are seen stand on the floor',
    source: 'two angles of 6-11 RMSE each, averaged; single camera against markerless capture, 51 people',
    read: (body) =>
      straighter(
        stretched(planeElevation(body, shoulderL, wristL), planeElevation(body, hipR, ankleR)),
        stretched(planeElevation(body, shoulderR, wristR), planeElevation(body, hipL, ankleL)),
      ) ?? onAllFours(body),
    readSpace: (body) => {
      const chest = chestAxes(body)
      return straighter(
        stretched(elevation(body, shoulderL, wristL, chest), elevation(body, hipR, ankleR, chest)),
        stretched(elevation(body, shoulderR, wristR, chest), elevation(body, hipL, ankleL, chest)),
      )
    },
    spaceError: 6,
  },
} satisfies Partial<Record<Signal, SignalRow>>

const stretched = (arm: number, leg: number): number => (arm + 180 - leg) / 2

/** The arm and leg that are stretched out tell the value; the others stand on the floor. */
function straighter(left: number, right: number): Reading | null {
  const value = Number.isNaN(left) ? right : Number.isNaN(right) ? left : Math.max(left, right)
  return Number.isFinite(value) ? { value, left, right, error: null } : null
}

/**
 * While all stand on the floor the far arm and leg are hidden behind the near ones, and no diagonal is seen: then the near arm and leg
 * tell of both. As soon as one of them leaves the floor they do so no longer, for nobody knows which limb of the far side goes along.
 */
function onAllFours(body: Body): Reading | null {
  const left = stretched(planeElevation(body, shoulderL, wristL), planeElevation(body, hipL, ankleL))
  const right = stretched(planeElevation(body, shoulderR, wristR), planeElevation(body, hipR, ankleR))
  const value = Number.isNaN(left) ? right : left
  if (!(Math.abs(value - ON_FLOOR) <= NEAR_FLOOR)) return null
  return { value, left: value, right: value, error: null }
}

/** Bend of the knees in degrees from which the line runs to the knees and not to the ankles. */
const KNEELING = 40

/** Seen from the side a bent hip counts by the way that the person faces; from the front, on one side, a low hip counts as sagging. */
function lineInPicture(body: Body): number {
  const trunk = trunkLine(body)
  if (trunk === null) return Number.NaN
  const bend = Math.min(
    orFar(180 - planeAngle(body, hipL, kneeL, ankleL)),
    orFar(180 - planeAngle(body, hipR, kneeR, ankleR)),
  )
  const straight = bend < KNEELING
  const x = mid(body, body.x, straight ? ankleL : kneeL, straight ? ankleR : kneeR) - trunk.hipX
  const y = mid(body, body.y, straight ? ankleL : kneeL, straight ? ankleR : kneeR) - trunk.hipY
  const along = -(x * trunk.upX + y * trunk.upY)
  const across = y * trunk.upX - x * trunk.upY
  const away = Math.atan2(Math.abs(across), along) * DEG
  return (
    180 - away * (body.view === 'side' ? facing(body) * Math.sign(across) : across * trunk.upX < 0 ? -1 : 1)
  )
}

const orFar = (value: number): number => (Number.isNaN(value) ? 180 : value)

const LEGS = vector()

function lineInSpace(body: Body): number {
  const pelvis = pelvisAxes(body)
  if (pelvis === null) return Number.NaN
  const bend = Math.min(
    orFar(180 - spaceAngle(body, hipL, kneeL, ankleL)),
    orFar(180 - spaceAngle(body, hipR, kneeR, ankleR)),
  )
  const straight = bend < KNEELING
  if (!wayOfMiddles(body, hipL, hipR, straight ? ankleL : kneeL, straight ? ankleR : kneeR, LEGS))
    return Number.NaN
  if (!unit(LEGS)) return Number.NaN
  const forward = dot(LEGS, pelvis.forward)
  const aside = dot(LEGS, pelvis.left)
  const away = Math.atan2(Math.hypot(forward, aside), -dot(LEGS, pelvis.up)) * DEG
  // To the front or back the sign is the hip's own; to one side (side plank) what hangs down sags.
  const sign = Math.abs(forward) >= Math.abs(aside) ? Math.sign(forward) : LEGS.y + pelvis.up.y < 0 ? -1 : 1
  return 180 - away * sign
}
