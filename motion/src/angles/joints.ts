import type { Body } from '../body/body.ts'
import { DEG } from '../geometry.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import { planeAngle, trunkLine } from './plane.ts'
import { spaceAngle } from './space.ts'

const { shoulderL, shoulderR, elbowL, elbowR, wristL, wristR, hipL, hipR, kneeL, kneeR, ankleL, ankleR } =
  INDEX

/** Corners of the body by which a pose is known, each by three landmarks. */
const CORNERS: readonly (readonly [number, number, number])[] = [
  [hipL, shoulderL, elbowL],
  [hipR, shoulderR, elbowR],
  [shoulderL, elbowL, wristL],
  [shoulderR, elbowR, wristR],
  [shoulderL, hipL, kneeL],
  [shoulderR, hipR, kneeR],
  [hipL, kneeL, ankleL],
  [hipR, kneeR, ankleR],
]

/** Number of angles that make a pose: the corners, and the direction of the trunk. */
export const POSE_ANGLES = CORNERS.length + 1
/** Fewest of them that must be seen in both poses for a comparison to mean something. */
const FEWEST = 4

/** Writes the joint angles of this frame into `out`, degrees, NaN where a landmark is not seen: in space where depth was measured. */
export function poseOf(body: Body, out: Float64Array): Float64Array {
  const angle = body.depth === 'sensor' ? spaceAngle : planeAngle
  CORNERS.forEach(([a, b, c], i) => {
    out[i] = angle(body, a, b, c)
  })
  const trunk = trunkLine(body)
  out[CORNERS.length] = trunk === null ? Number.NaN : Math.atan2(trunk.upX, -trunk.upY) * DEG
  return out
}

/** Largest difference of one joint angle between two poses, degrees; NaN when fewer than four are seen in both. */
export function poseDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let seen = 0
  let largest = 0
  for (let i = 0; i < POSE_ANGLES; i++) {
    const off = Math.abs((a[i] ?? Number.NaN) - (b[i] ?? Number.NaN))
    if (Number.isNaN(off)) continue
    seen += 1
    largest = Math.max(largest, off > 180 ? 360 - off : off)
  }
  return seen < FEWEST ? Number.NaN : largest
}

/** The same pose seen in a mirror: left and right change, and the trunk leans the other way. */
export const mirrorPose = (pose: readonly number[]): number[] =>
  pose.map((_, i) => (i < CORNERS.length ? pose[i ^ 1] : -(pose[i] ?? Number.NaN)) ?? Number.NaN)
