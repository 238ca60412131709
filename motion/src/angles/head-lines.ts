import type { Body } from '../body/body.ts'
import { clamp, DEG } from '../geometry.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import { facing } from './bearing.ts'
import { has, mid, trunkLine, xOf, yOf } from './plane.ts'
import { chestAxes, cross, dot, unit, vector, way, without } from './space.ts'

const { nose, eyeL, eyeR, mouthL, mouthR, earL, earR, shoulderL, shoulderR, elbowL, elbowR } = INDEX

const EARS = vector()
const ACROSS = vector()
const TURN = vector()

/** The tip of the nose lies about 11 cm before the line of the ears, and these 15 cm apart (average adult head). */
const NOSE_PER_EARS = 11 / 15
/** Eyes and mouth lie 8.5 and 9 cm before that line: taken with the nose they halve what one point trembles. */
const FACE = [
  [eyeL, eyeR, 8.5 / 15],
  [mouthL, mouthR, 9 / 15],
] as const
/** Breadth between the ears in trunk lengths: 15 cm on 49. */
const EARS_PER_TRUNK = 0.31

/** The face shows which way the head is turned only where it can be seen. */
const faceSeen = (body: Body): boolean =>
  body.view === 'front' || body.view === 'oblique' || body.view === null

/** Turn of the head in degrees, own left positive: against the camera in the picture, against the shoulders in space. */
export function headTurn(body: Body): number {
  if (body.depth === 'sensor') return turnOnShoulders(body)
  if (!(earsApart(body) > EARS_APART * body.trunk)) return Number.NaN
  const trunk = trunkLine(body)
  return trunk === null ? faceTurn(body) : faceTurn(body, trunk)
}

/** Breadth of the ears, in trunk lengths, below which it is as much error as breadth: the face is seen from the side. */
const EARS_APART = 0.02

/** Up in the picture, whose y goes down. */
const UPRIGHT = { upX: 0, upY: -1 }

const earsApart = (body: Body): number => xOf(body, earL) - xOf(body, earR)

/**
 * Direction of the face against the camera in the picture, degrees, own left positive, up to a profile; NaN while the face or an ear is
 * hidden. About the upright, or about the line `up` of a trunk that leans.
 */
export function faceTurn(body: Body, up = UPRIGHT): number {
  if (!faceSeen(body) || !has(body, nose) || !has(body, earL) || !has(body, earR)) return Number.NaN
  const across = (point: number): number => -xOf(body, point) * up.upY + yOf(body, point) * up.upX
  const breadth = Math.max(across(earL) - across(earR), EARS_APART * body.trunk)
  const ears = (across(earL) + across(earR)) / 2
  let swing = across(nose) - ears
  let lever = NOSE_PER_EARS
  for (const [left, right, perEars] of FACE) {
    if (!has(body, left) || !has(body, right)) continue
    swing += (across(left) + across(right)) / 2 - ears
    lever += perEars
  }
  // The breadth goes with the cosine of the turn and the face with its sine: no length of the person is needed.
  return Math.atan2(swing, breadth * lever) * DEG
}

/** Narrowing of the shoulders, as a turn in degrees, between which it goes over from tremble to a turn that surely is one. */
const NARROW = [15, 25] as const
/** Turn of the shoulders by depth from which its side is known. */
const SIDE_KNOWN = 5

/**
 * How far the shoulders have turned with the head, degrees, own left positive; 0 below some 15 degrees, where it cannot be told. By
 * their narrowing against the own breadth, the side by depth.
 */
export function shoulderTurn(body: Body, restYaw: number): number {
  if (!has(body, shoulderL) || !has(body, shoulderR)) return 0
  const side = body.shoulderYaw - (Number.isFinite(restYaw) ? restYaw : 0)
  const breadth = Math.abs(xOf(body, shoulderL) - xOf(body, shoulderR)) / body.trunk / body.breadth
  const size = Math.acos(clamp(breadth, 0, 1)) * DEG
  if (!(Math.abs(side) > SIDE_KNOWN) || !Number.isFinite(size)) return 0
  return Math.sign(side) * size * clamp((size - NARROW[0]) / (NARROW[1] - NARROW[0]), 0, 1)
}

// Measured depth sees the shoulders as well: a turn of the body is then taken off by itself.
function turnOnShoulders(body: Body): number {
  const chest = chestAxes(body)
  if (chest === null || !way(body, earR, earL, EARS) || !unit(without(EARS, chest.up))) return Number.NaN
  cross(chest.left, EARS, TURN)
  return Math.atan2(dot(TURN, chest.up), dot(chest.left, EARS)) * DEG
}

/**
 * Roll of the line of the ears against the line of the shoulders, degrees, own left positive. With one arm raised its shoulder
 * point rises too: then against the line square to the trunk.
 */
export function headRoll(body: Body): number {
  if (body.depth === 'sensor') return rollInSpace(body)
  if (!faceSeen(body) || !has(body, earL) || !has(body, earR)) return Number.NaN
  const ears = Math.atan2(yOf(body, earL) - yOf(body, earR), xOf(body, earL) - xOf(body, earR)) * DEG
  if (armUp(body)) {
    const trunk = trunkLine(body)
    return trunk === null ? Number.NaN : ears - Math.atan2(trunk.upX, -trunk.upY) * DEG
  }
  if (!has(body, shoulderL) || !has(body, shoulderR)) return Number.NaN
  const shoulders = Math.atan2(
    yOf(body, shoulderL) - yOf(body, shoulderR),
    xOf(body, shoulderL) - xOf(body, shoulderR),
  )
  return ears - shoulders * DEG
}

/** One elbow at the height of its shoulder or above, the other not. */
const armUp = (body: Body): boolean => raised(body, elbowL, shoulderL) !== raised(body, elbowR, shoulderR)
const raised = (body: Body, elbow: number, shoulder: number): boolean =>
  has(body, elbow) && yOf(body, elbow) < yOf(body, shoulder) + 0.1 * body.trunk

// Both lines against the same axis: the camera may stand as it likes.
function rollInSpace(body: Body): number {
  const chest = chestAxes(body)
  if (chest === null || !way(body, earR, earL, EARS) || !unit(EARS)) return Number.NaN
  if (!way(body, shoulderR, shoulderL, ACROSS) || !unit(ACROSS)) return Number.NaN
  const tilt = Math.asin(clamp(dot(ACROSS, chest.up), -1, 1)) - Math.asin(clamp(dot(EARS, chest.up), -1, 1))
  return tilt * DEG
}

/**
 * Nod of the head against the trunk, degrees, chin down positive: fall of the nose below the ears, seen from the side against the
 * way ahead, from the front against the length of an average face.
 */
export function headNod(body: Body): number {
  if (body.depth === 'sensor') return nodInSpace(body)
  const trunk = trunkLine(body)
  if (trunk === null || !has(body, nose)) return Number.NaN
  const x = xOf(body, nose) - mid(body, body.x, earL, earR)
  const y = yOf(body, nose) - mid(body, body.y, earL, earR)
  const down = -(x * trunk.upX + y * trunk.upY)
  if (body.view === 'side') return Math.atan2(down, facing(body) * (y * trunk.upX - x * trunk.upY)) * DEG
  if (!faceSeen(body)) return Number.NaN
  return Math.asin(clamp(down / (EARS_PER_TRUNK * NOSE_PER_EARS * body.trunk), -1, 1)) * DEG
}

function nodInSpace(body: Body): number {
  const chest = chestAxes(body)
  if (chest === null || !way(body, earL, nose, EARS)) return Number.NaN
  const { x, y, z } = EARS
  if (!way(body, earR, nose, EARS)) return Number.NaN
  EARS.x += x
  EARS.y += y
  EARS.z += z
  without(EARS, chest.left)
  return unit(EARS) ? Math.atan2(-dot(EARS, chest.up), dot(EARS, chest.forward)) * DEG : Number.NaN
}
