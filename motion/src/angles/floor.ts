import type { Body } from '../body/body.ts'
import { DEG } from '../geometry.ts'
import type { Signal } from '../movement.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import { near } from './bearing.ts'
import { has, planeSwing, trunkLine, xOf, yOf } from './plane.ts'
import { pair, type SignalRow, single } from './row.ts'
import { dot, pelvisAxes, size, swing, vector, way } from './space.ts'

const { shoulderL, shoulderR, elbowL, elbowR, hipL, hipR, kneeL, kneeR } = INDEX

/** Rows of the angle table: exercises on the floor, that is on all fours, on the back and on the side. */
export const FLOOR = {
  // From the opposite shoulder, so that the turn of the chest and the opening of the arm are both in it: they are one movement to who
  // does it. On all fours the camera sees that plane in full; on the side half of it is depth.
  quad_arm_elevation: {
    definition:
      'Opening of the chest and arm: direction from the opposite shoulder to the elbow, in the plane square to the trunk, from an arm that points straight ahead of the chest',
    plane: 'transverse',
    views: ['front'],
    landmarks: ['shoulderL', 'shoulderR', 'elbowL', 'elbowR', 'hipL', 'hipR'],
    unit: 'deg',
    sign: '0 = arm under the shoulder (all fours) or before it (on the side), positive = opening towards the ceiling or backward',
    kind: 'angle',
    paired: true,
    signed: false,
    rest: 0,
    parts: ['shoulders', 'arms'],
    error: { front: 12 },
    gate: 'on the side without depth; there the number is withheld, because only depth tells forward from backward',
    source:
      'landmark error on upper arm and shoulder breadth, and 5 degrees between bodies; not validated against capture',
    read: (body) => pair(opening(body, 'L'), opening(body, 'R'), liesAcross(body) ? BY_DEPTH : null),
    readSpace: (body) => pair(openInSpace(body, 'L'), openInSpace(body, 'R')),
    spaceError: 8,
  },
  // As an angle and not as a height: soft beds, bent arms and a camera on the floor change heights.
  pelvis_lift: {
    definition: 'Opening of the hips in a bridge: angle from shoulder over hip to knee',
    plane: 'sagittal',
    views: ['side'],
    landmarks: ['shoulderL', 'shoulderR', 'hipL', 'hipR', 'kneeL', 'kneeR'],
    unit: 'deg',
    sign: '180 = straight line, smaller = hips lower, beyond 180 = hollow',
    kind: 'angle',
    paired: false,
    signed: false,
    rest: 125,
    parts: ['shoulders', 'hips', 'knees'],
    error: { side: 8 },
    gate: 'facing unknown',
    source: 'as bend of the hip: 2-11 RMSE, single camera against markerless capture, 51 people',
    read: (body) => single(180 - near(body, planeSwing(body, hipL, kneeL), planeSwing(body, hipR, kneeR))),
    readSpace: (body) => {
      const pelvis = pelvisAxes(body)
      const thighs = pair(swing(body, hipL, kneeL, pelvis), swing(body, hipR, kneeR, pelvis))
      return thighs === null ? null : single(180 - thighs.value)
    },
    spaceError: 8,
  },
  // Against the trunk and not the floor, so that an arched back does not pass for a lowered leg. The far leg is hidden only while it
  // lies in line with the near one: as soon as one of them moves, both are seen, and each is read by its own points.
  leg_lower_angle: {
    definition: 'Thigh above the line of the trunk, lying on the back',
    plane: 'sagittal',
    views: ['side'],
    landmarks: ['shoulderL', 'shoulderR', 'hipL', 'hipR', 'kneeL', 'kneeR'],
    unit: 'deg',
    sign: '90 = thigh square to the trunk, 0 = in line with it',
    kind: 'angle',
    paired: true,
    farToo: true,
    signed: false,
    rest: 90,
    parts: ['shoulders', 'hips', 'knees'],
    error: { side: 8 },
    gate: 'facing unknown; far knee hidden behind the near one',
    source: 'as bend of the hip: 2-11 RMSE, single camera against markerless capture, 51 people',
    read: (body) => pair(planeSwing(body, hipL, kneeL), planeSwing(body, hipR, kneeR)),
    readSpace: (body) => {
      const pelvis = pelvisAxes(body)
      return pair(swing(body, hipL, kneeL, pelvis), swing(body, hipR, kneeR, pelvis))
    },
    spaceError: 8,
  },
  // Knees apart in thigh lengths, the sine of half the opening: a turn of the pelvis brings them apart as well, which is what the
  // fault rules of the clam are for.
  hip_abduction_sidelying: {
    definition: 'Distance of the knees in thigh lengths, lying on the side',
    plane: 'frontal',
    views: ['front'],
    landmarks: ['kneeL', 'kneeR', 'hipL', 'hipR', 'shoulderL', 'shoulderR'],
    unit: 'ratio',
    sign: '0 = knees together, larger = more open',
    kind: 'ratio',
    paired: false,
    signed: false,
    rest: 0,
    parts: ['hips', 'knees'],
    error: { front: 0.13 },
    gate: 'a knee hidden',
    source:
      'landmark error of two knees, and 5 % between bodies in the length of the thigh; not validated against capture',
    read: (body) => {
      if (!has(body, kneeL) || !has(body, kneeR)) return null
      const apart = Math.hypot(xOf(body, kneeL) - xOf(body, kneeR), yOf(body, kneeL) - yOf(body, kneeR))
      return single(apart / Math.max(THIGH * body.trunk, thigh(body, hipL, kneeL), thigh(body, hipR, kneeR)))
    },
    readSpace: (body) => {
      if (!way(body, kneeL, kneeR, BONE)) return null
      const apart = size(BONE)
      if (!way(body, hipL, kneeL, BONE)) return null
      const left = size(BONE)
      return way(body, hipR, kneeR, BONE) && left > 0.1 ? single((2 * apart) / (left + size(BONE))) : null
    },
    spaceError: 0.08,
  },
} satisfies Partial<Record<Signal, SignalRow>>

/** Thigh in trunk lengths: 0.245 against 0.288 of the height (segment table of Drillis and Contini); bent hips shorten it in the picture. */
const THIGH = 0.85
/** Error of the number on the side, degrees: a model's depth is squeezed, which draws an arm that points ahead by 18 to the side, and trembles. */
const BY_DEPTH = 24
/** From the opposite shoulder, an arm straight ahead of its own shoulder points so many degrees off the line of the shoulders: upper arm 0.186 against shoulder points 0.22 of the height. */
const STRAIGHT_AHEAD = 40
/** Share of the own trunk length above which the trunk lies in the picture, and its slope up to which it lies level. */
const LONG = 0.7
const LEVEL = 0.77

const BONE = vector()
const SIDES = {
  L: { elbow: elbowL, opposite: shoulderR, left: 1 },
  R: { elbow: elbowR, opposite: shoulderL, left: -1 },
} as const

const thigh = (body: Body, hip: number, knee: number): number =>
  has(body, hip) && has(body, knee)
    ? Math.hypot(xOf(body, hip) - xOf(body, knee), yOf(body, hip) - yOf(body, knee))
    : 0

/** True for somebody who lies across the picture: on all fours before the camera the trunk points away from it instead. */
function liesAcross(body: Body): boolean {
  const trunk = trunkLine(body)
  return trunk !== null && trunk.length > LONG * body.trunk && Math.abs(trunk.upX) > LEVEL
}

/** Opening of an arm with the chest, degrees, from an arm that points straight ahead: by the picture where it shows it, lying by depth. */
export const opening = (body: Body, side: 'L' | 'R'): number =>
  liesAcross(body) || body.depth === 'sensor' ? openInSpace(body, side) : openInPicture(body, side)

/** On all fours, head towards the camera: the floor is level and own left is the right of the picture. */
function openInPicture(body: Body, side: 'L' | 'R'): number {
  const { elbow, opposite, left } = SIDES[side]
  if (!has(body, elbow) || !has(body, opposite)) return Number.NaN
  const out = left * (xOf(body, elbow) - xOf(body, opposite))
  const up = yOf(body, opposite) - yOf(body, elbow)
  return fromAhead(Math.atan2(up, out) * DEG)
}

function openInSpace(body: Body, side: 'L' | 'R'): number {
  const { elbow, opposite, left } = SIDES[side]
  const pelvis = pelvisAxes(body)
  if (pelvis === null || !way(body, opposite, elbow, BONE)) return Number.NaN
  return fromAhead(Math.atan2(-dot(BONE, pelvis.forward), left * dot(BONE, pelvis.left)) * DEG)
}

/** The arm never comes round by the front: what reads so has gone far over the back. */
const fromAhead = (degrees: number): number => (degrees < -120 ? degrees + 360 : degrees) + STRAIGHT_AHEAD
