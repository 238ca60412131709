import type { Body } from '../body/body.ts'
import { angleAt, clamp, DEG } from '../geometry.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import { facing } from './bearing.ts'
import { round } from './space.ts'

/**
 * Directions and angles in the picture plane: pixels, x right, y down. NaN or null when a landmark that is needed is not seen.
 * The line that is handed out is overwritten by the next call.
 */
export type TrunkLine = {
  /** Middle of the shoulders and of the hips. */
  shoulderX: number
  shoulderY: number
  hipX: number
  hipY: number
  /** Towards the head along the trunk, of length one, and the length of the trunk in this frame. */
  upX: number
  upY: number
  length: number
}

// Filled anew by every call, for the same reason as the axes in space.
const LINE: TrunkLine = { shoulderX: 0, shoulderY: 0, hipX: 0, hipY: 0, upX: 0, upY: 0, length: 0 }

const { shoulderL, shoulderR, hipL, hipR } = INDEX

/** True when the landmark (by index) may be used. */
export const has = (body: Body, i: number): boolean => body.ok[i] === 1

/** X of a landmark by index, pixels. */
export const xOf = (body: Body, i: number): number => body.x[i] ?? Number.NaN
/** Y of a landmark by index, pixels downwards. */
export const yOf = (body: Body, i: number): number => body.y[i] ?? Number.NaN

/**
 * The long axis of the trunk, from the middle of the hips to the middle of the shoulders: the line from the shoulder to its own
 * hip would lean by 8 degrees, because hips are narrower than shoulders. From the side one hip and one shoulder give it; from
 * elsewhere a hidden one would tilt it, so all four are asked for.
 */
export function trunkLine(body: Body): TrunkLine | null {
  const four = has(body, shoulderL) && has(body, shoulderR) && has(body, hipL) && has(body, hipR)
  if (!four && body.view !== 'side') return null
  LINE.shoulderX = mid(body, body.x, shoulderL, shoulderR)
  LINE.shoulderY = mid(body, body.y, shoulderL, shoulderR)
  LINE.hipX = mid(body, body.x, hipL, hipR)
  LINE.hipY = mid(body, body.y, hipL, hipR)
  const x = LINE.shoulderX - LINE.hipX
  const y = LINE.shoulderY - LINE.hipY
  LINE.length = Math.hypot(x, y)
  if (!(LINE.length > 1e-6)) return null
  LINE.upX = x / LINE.length
  LINE.upY = y / LINE.length
  return LINE
}

/** Middle of two landmarks on one axis, from those that are seen; NaN when neither is. */
export function mid(body: Body, axis: Float64Array, l: number, r: number): number {
  if (body.ok[l] !== 1) return body.ok[r] === 1 ? (axis[r] ?? Number.NaN) : Number.NaN
  const left = axis[l] ?? Number.NaN
  return body.ok[r] === 1 ? (left + (axis[r] ?? Number.NaN)) / 2 : left
}

/** Inner angle at `b` of three landmarks in the picture, degrees 0..180. */
export const planeAngle = (body: Body, a: number, b: number, c: number): number =>
  has(body, a) && has(body, b) && has(body, c)
    ? angleAt(xOf(body, a), yOf(body, a), xOf(body, b), yOf(body, b), xOf(body, c), yOf(body, c))
    : Number.NaN

/** Angle of a limb with the trunk in the picture, degrees: 0 towards the feet, 180 towards the head, to whichever side. */
export function planeElevation(body: Body, from: number, to: number): number {
  if (!has(body, from) || !has(body, to)) return Number.NaN
  const trunk = trunkLine(body)
  if (trunk === null) return Number.NaN
  const x = xOf(body, to) - xOf(body, from)
  const y = yOf(body, to) - yOf(body, from)
  const length = Math.hypot(x, y)
  return length > 1e-6 ? Math.acos(clamp(-(x * trunk.upX + y * trunk.upY) / length, -1, 1)) * DEG : Number.NaN
}

/**
 * Swing of a limb against the trunk seen from the side, degrees: 0 along the trunk towards the feet, positive forward, up to 270
 * over the top, negative behind. NaN while it is not known which way the person faces.
 */
export function planeSwing(body: Body, from: number, to: number): number {
  if (!has(body, from) || !has(body, to)) return Number.NaN
  const trunk = trunkLine(body)
  if (trunk === null) return Number.NaN
  const x = xOf(body, to) - xOf(body, from)
  const y = yOf(body, to) - yOf(body, from)
  if (!(Math.hypot(x, y) > 1e-6)) return Number.NaN
  const forward = facing(body) * (y * trunk.upX - x * trunk.upY)
  return round(Math.atan2(forward, -(x * trunk.upX + y * trunk.upY)) * DEG)
}
