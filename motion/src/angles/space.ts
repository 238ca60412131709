import type { Body } from '../body/body.ts'
import { clamp, DEG } from '../geometry.ts'
import { INDEX } from '../skeleton/landmarks.ts'

/**
 * Directions and angles in measured space: metres, x right of the picture, y down, z away from the camera (a right-handed set).
 * Everything here is NaN or null when a landmark that it needs is not seen. The vectors that are handed out are overwritten by
 * the next call: thirty signals are read in every frame, and none of them may cost memory.
 */
export type Vector = { x: number; y: number; z: number }

/** The three directions of the chest or pelvis, each of length one: towards the head, to the own left, and forward. */
export type Axes = { up: Vector; left: Vector; forward: Vector }

/** A direction or point to be written into, at first without length. */
export const vector = (): Vector => ({ x: 0, y: 0, z: 0 })

// One set of each, filled anew by every call: a frame reads some thirty signals and must leave nothing behind for the collector.
const axes = (): Axes => ({ up: vector(), left: vector(), forward: vector() })
const CHEST = axes()
const PELVIS = axes()

/** Straight up, whatever the person does: y runs down. */
export const UPRIGHT: Readonly<Vector> = { x: 0, y: -1, z: 0 }

/** Inner product, in the square of the unit of its vectors; NaN where a coordinate is unknown. */
export const dot = (a: Readonly<Vector>, b: Readonly<Vector>): number => a.x * b.x + a.y * b.y + a.z * b.z
/** Length, in the unit of the vector; NaN where a coordinate is unknown. */
export const size = (a: Readonly<Vector>): number => Math.hypot(a.x, a.y, a.z)

/** `a` x `b` into `out`, which may be neither of them. */
export function cross(a: Readonly<Vector>, b: Readonly<Vector>, out: Vector): Vector {
  out.x = a.y * b.z - a.z * b.y
  out.y = a.z * b.x - a.x * b.z
  out.z = a.x * b.y - a.y * b.x
  return out
}

/** Takes from `a` what it has along the unit vector `of`. */
export function without(a: Vector, of: Readonly<Vector>): Vector {
  const along = dot(a, of)
  a.x -= along * of.x
  a.y -= along * of.y
  a.z -= along * of.z
  return a
}

/** Brings `a` to length one; false when it has none (a bone of no length, a coordinate that is missing). */
export function unit(a: Vector): boolean {
  const length = size(a)
  if (!(length > 1e-6 && length < 1e6)) return false
  a.x /= length
  a.y /= length
  a.z /= length
  return true
}

/** The way from one landmark to another (by index) into `out`; false when one of them is not seen. */
export function way(body: Body, from: number, to: number, out: Vector): boolean {
  if (body.ok[from] !== 1 || body.ok[to] !== 1) return false
  const { x, y, z } = body.space
  out.x = (x[to] ?? Number.NaN) - (x[from] ?? Number.NaN)
  out.y = (y[to] ?? Number.NaN) - (y[from] ?? Number.NaN)
  out.z = (z[to] ?? Number.NaN) - (z[from] ?? Number.NaN)
  return Number.isFinite(out.x + out.y + out.z)
}

/** The way from the middle of one pair of landmarks to the middle of another; false when one of the four is not seen. */
export function wayOfMiddles(body: Body, a: number, b: number, c: number, d: number, out: Vector): boolean {
  if (!way(body, a, c, out)) return false
  const { x, y, z } = out
  if (!way(body, b, d, out)) return false
  out.x = (out.x + x) / 2
  out.y = (out.y + y) / 2
  out.z = (out.z + z) / 2
  return true
}

const { shoulderL, shoulderR, hipL, hipR } = INDEX

/** Fills the axes of `left` and `up`, of which `up` is kept as it is and `left` made square to it. */
function squared(out: Axes): Axes | null {
  if (!unit(out.up) || !unit(without(out.left, out.up))) return null
  cross(out.left, out.up, out.forward)
  return out
}

/** The chest: up from the hips to the shoulders, left along the shoulders. null when a shoulder or hip is not seen. */
export function chestAxes(body: Body): Axes | null {
  if (!way(body, shoulderR, shoulderL, CHEST.left)) return null
  return wayOfMiddles(body, hipL, hipR, shoulderL, shoulderR, CHEST.up) ? squared(CHEST) : null
}

/** The lower trunk: up from the hips to the shoulders, left along the hips. null when a shoulder or hip is not seen. */
export function pelvisAxes(body: Body): Axes | null {
  if (!way(body, hipR, hipL, PELVIS.left)) return null
  return wayOfMiddles(body, hipL, hipR, shoulderL, shoulderR, PELVIS.up) ? squared(PELVIS) : null
}

const ONE = vector()
const TWO = vector()

/** Inner angle at `b` of three landmarks in space, degrees 0..180. */
export function spaceAngle(body: Body, a: number, b: number, c: number): number {
  if (!way(body, b, a, ONE) || !way(body, b, c, TWO) || !unit(ONE) || !unit(TWO)) return Number.NaN
  return Math.acos(clamp(dot(ONE, TWO), -1, 1)) * DEG
}

/**
 * Swing of a limb in the sagittal plane of `trunk`, degrees: 0 along the trunk towards the feet, positive forward, up to 270
 * over the top, negative behind. NaN for a limb held so far out to the side that it has no direction in that plane.
 */
export function swing(body: Body, from: number, to: number, trunk: Axes | null): number {
  if (trunk === null || !way(body, from, to, ONE) || !unit(ONE)) return Number.NaN
  const forward = dot(ONE, trunk.forward)
  const down = -dot(ONE, trunk.up)
  return Math.hypot(forward, down) < SIDEWAYS ? Number.NaN : round(Math.atan2(forward, down) * DEG)
}

/** Share of its length that a limb must have in the sagittal plane for its swing there to mean anything: 70 degrees out to the side. */
const SIDEWAYS = 0.34

/** No limb swings further back than 90 degrees: what reads so has gone over the top. */
export const round = (degrees: number): number => (degrees < -90 ? degrees + 360 : degrees)

/** Angle of a limb with the trunk in whatever plane it is raised, degrees: 0 towards the feet, 180 towards the head. */
export function elevation(body: Body, from: number, to: number, trunk: Axes | null): number {
  if (trunk === null || !way(body, from, to, ONE) || !unit(ONE)) return Number.NaN
  return Math.acos(clamp(-dot(ONE, trunk.up), -1, 1)) * DEG
}
