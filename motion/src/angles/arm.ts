import type { Body } from '../body/body.ts'
import type { Signal } from '../movement.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import { facing } from './bearing.ts'
import { has, planeAngle, trunkLine, xOf, yOf } from './plane.ts'
import { drawn, outOfPlane, shrink } from './perspective.ts'
import { pair, RENDERED, type SignalRow, single } from './row.ts'
import { type Axes, chestAxes, dot, size, spaceAngle, vector, way } from './space.ts'

const { shoulderL, shoulderR, elbowL, elbowR, wristL, wristR } = INDEX

/** Rows of the angle table: elbow and hands. */
export const ARM = {
  // An inner angle is the same from either side, but foreshortening bends a straight arm and straightens a bent one in the picture.
  // From the front the number is therefore shown only of an arm that is seen in its full length.
  elbow_flexion: {
    definition: 'Bend of the elbow: forearm against the upper arm',
    plane: 'any',
    views: ['side', 'front'],
    landmarks: ['shoulderL', 'shoulderR', 'elbowL', 'elbowR', 'wristL', 'wristR'],
    unit: 'deg',
    sign: '0 = straight, larger = more bent',
    kind: 'angle',
    paired: true,
    signed: false,
    rest: 0,
    parts: ['shoulders', 'arms'],
    error: { side: 6, front: 12 },
    gate: 'from the front the number is withheld while upper arm or forearm points out of the picture plane',
    source: `2.4 from the side, 43 from the front with the forearm towards the camera (${RENDERED}); a bone 30 degrees out of the plane costs up to 12`,
    read: (body) =>
      pair(
        180 - planeAngle(body, shoulderL, elbowL, wristL),
        180 - planeAngle(body, shoulderR, elbowR, wristR),
        body.view === 'side' ||
          (inPlane(body, shoulderL, elbowL, wristL) && inPlane(body, shoulderR, elbowR, wristR))
          ? null
          : OUT_OF_PLANE,
      ),
    readSpace: (body) =>
      pair(
        180 - spaceAngle(body, shoulderL, elbowL, wristL),
        180 - spaceAngle(body, shoulderR, elbowR, wristR),
      ),
    spaceError: 8,
  },
  // In shoulder widths, which shrink with a turn of the body just as the distance of the hands does. Hands before the body are drawn
  // back to its plane first: uncorrected they read up to a third too far apart at the distances at which people stand.
  hand_separation_ratio: {
    definition: 'Distance of the hands in shoulder widths: how far the arms are opened at chest height',
    plane: 'transverse',
    views: ['front'],
    landmarks: ['wristL', 'wristR', 'elbowL', 'elbowR', 'shoulderL', 'shoulderR'],
    unit: 'ratio',
    sign: 'larger = wider open',
    kind: 'ratio',
    paired: false,
    signed: false,
    rest: 1,
    parts: ['shoulders', 'arms'],
    error: { front: 0.15 },
    gate: 'shoulders seen so narrow that the person does not face the camera',
    source: 'landmark error on two widths; not validated against capture',
    read: (body) => {
      if (!has(body, wristL) || !has(body, wristR) || !has(body, shoulderL) || !has(body, shoulderR))
        return null
      const width = Math.abs(xOf(body, shoulderL) - xOf(body, shoulderR))
      return width > 0.2 * body.trunk ? single(apart(body) / width) : null
    },
    readSpace: (body) => {
      if (!way(body, wristL, wristR, BONE)) return null
      const hands = size(BONE)
      return way(body, shoulderL, shoulderR, BONE) && size(BONE) > 0.1 ? single(hands / size(BONE)) : null
    },
    spaceError: 0.12,
  },
  // Rowing: the share of the upper arm that lies behind the trunk is the sine of the extension, and needs no length of the person.
  elbow_back_ratio: {
    definition: 'How far the elbow travels behind the line of the trunk, in upper-arm lengths',
    plane: 'sagittal',
    views: ['side'],
    landmarks: ['shoulderL', 'shoulderR', 'elbowL', 'elbowR', 'hipL', 'hipR'],
    unit: 'ratio',
    sign: 'positive = elbow behind the trunk',
    kind: 'ratio',
    paired: true,
    signed: false,
    rest: 0,
    parts: ['shoulders', 'arms', 'hips'],
    error: { side: 0.15 },
    gate: 'facing unknown',
    source: 'landmark error on one upper arm; near arm only; not validated against capture',
    read: (body) => pair(behind(body, shoulderL, elbowL), behind(body, shoulderR, elbowR)),
    readSpace: (body) => {
      const chest = chestAxes(body)
      return pair(
        behindInSpace(body, shoulderL, elbowL, chest),
        behindInSpace(body, shoulderR, elbowR, chest),
      )
    },
    spaceError: 0.12,
  },
} satisfies Partial<Record<Signal, SignalRow>>

const BONE = vector()

/** Error of an elbow whose bones point towards the camera, degrees (the same rendered person). */
const OUT_OF_PLANE = 43
/** Upper arm and forearm in trunk lengths (0.186 and 0.146 against 0.288 of the height, Drillis and Contini), and the share of them that must be seen. */
const UPPER = 0.646
const FORE = 0.507
const SEEN = 0.85

/** True when both bones of an arm are seen in nearly their full length; an arm that is not seen at all shows no angle either. */
function inPlane(body: Body, shoulder: number, elbow: number, wrist: number): boolean {
  if (!has(body, shoulder) || !has(body, elbow) || !has(body, wrist)) return true
  const upper = Math.hypot(xOf(body, elbow) - xOf(body, shoulder), yOf(body, elbow) - yOf(body, shoulder))
  const fore = Math.hypot(xOf(body, wrist) - xOf(body, elbow), yOf(body, wrist) - yOf(body, elbow))
  return upper > SEEN * UPPER * body.trunk && fore > SEEN * FORE * body.trunk
}

/** Distance of the hands in the plane of the shoulders: hands held ahead are nearer to the camera, which shows them further apart. */
function apart(body: Body): number {
  const left = shrink(body, ahead(body, shoulderL, elbowL, wristL))
  const right = shrink(body, ahead(body, shoulderR, elbowR, wristR))
  return Math.hypot(
    drawn(xOf(body, wristL), body.width, left) - drawn(xOf(body, wristR), body.width, right),
    drawn(yOf(body, wristL), body.height, left) - drawn(yOf(body, wristR), body.height, right),
  )
}

/** How far a hand is held before its shoulder, pixels: what is missing to the length of both bones; NaN with a hidden elbow. */
function ahead(body: Body, shoulder: number, elbow: number, wrist: number): number {
  if (!has(body, elbow)) return Number.NaN
  const upper = Math.hypot(xOf(body, elbow) - xOf(body, shoulder), yOf(body, elbow) - yOf(body, shoulder))
  const fore = Math.hypot(xOf(body, wrist) - xOf(body, elbow), yOf(body, wrist) - yOf(body, elbow))
  return outOfPlane(UPPER * body.trunk, upper) + outOfPlane(FORE * body.trunk, fore)
}

/** Square to the trunk and not level with the floor, so that a row bent over the hips reads like one sitting up. */
function behind(body: Body, shoulder: number, elbow: number): number {
  if (!has(body, shoulder) || !has(body, elbow)) return Number.NaN
  const trunk = trunkLine(body)
  if (trunk === null) return Number.NaN
  const x = xOf(body, elbow) - xOf(body, shoulder)
  const y = yOf(body, elbow) - yOf(body, shoulder)
  const arm = Math.hypot(x, y)
  return arm > 1e-6 ? (-facing(body) * (y * trunk.upX - x * trunk.upY)) / arm : Number.NaN
}

function behindInSpace(body: Body, shoulder: number, elbow: number, chest: Axes | null): number {
  if (chest === null || !way(body, shoulder, elbow, BONE)) return Number.NaN
  const arm = size(BONE)
  return arm > 1e-6 ? -dot(BONE, chest.forward) / arm : Number.NaN
}
