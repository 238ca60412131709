import { DEG } from '../geometry.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import type { Space } from './points.ts'

/**
 * Direction of the line from the right to the left shoulder (or hip) about the long axis of the trunk, degrees: 0 = facing the camera,
 * positive = turned to the own left, 180 = from behind.
 *
 * How far it points away from the camera is its depth against its length in the picture, however the trunk lies; whether front or back
 * is seen is the side of the trunk's axis on which the left lies. So it holds for people who stand, lie or kneel on all fours alike.
 * NaN when a point is missing or the line has no length. The model's depth under-reads (see `view.ts`).
 */
export function yawAbout(space: Space, left: number, right: number): number {
  const dx = of(space.x, left) - of(space.x, right)
  const dy = of(space.y, left) - of(space.y, right)
  const dz = of(space.z, left) - of(space.z, right)
  if (!(Math.hypot(dx, dy, dz) > 1e-6)) return Number.NaN
  const ux = middle(space.x, INDEX.shoulderL, INDEX.shoulderR) - middle(space.x, INDEX.hipL, INDEX.hipR)
  const uy = middle(space.y, INDEX.shoulderL, INDEX.shoulderR) - middle(space.y, INDEX.hipL, INDEX.hipR)
  const uz = middle(space.z, INDEX.shoulderL, INDEX.shoulderR) - middle(space.z, INDEX.hipL, INDEX.hipR)
  const length = Math.hypot(ux, uy)
  // A trunk that points at the camera, or is not seen, has no direction in the picture: then up is up.
  const upright = !(length > END_ON * Math.abs(uz)) || !(length > 1e-6)
  const side = upright ? dx : (dy * ux - dx * uy) / length
  const across = Math.hypot(dx, dy)
  return Math.atan2(dz, side < 0 ? -across : across) * DEG
}

/** Below this share of its depth the trunk's length in the picture says nothing about its direction. */
const END_ON = 0.35

const of = (list: Float64Array, i: number): number => list[i] ?? Number.NaN
const middle = (list: Float64Array, a: number, b: number): number => (of(list, a) + of(list, b)) / 2
