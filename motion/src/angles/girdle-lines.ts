import type { Body } from '../body/body.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import { facing } from './bearing.ts'
import { has, mid, trunkLine, xOf } from './plane.ts'
import { size, vector, wayOfMiddles } from './space.ts'

const { earL, earR, shoulderL, shoulderR, hipL, hipR } = INDEX

const SPAN = vector()

/** Share of the resting trunk length (of the longest, while no rest is known) below which somebody leans to or from the camera by over 20 degrees: the head then goes another way. */
const UPRIGHT = 0.93

/**
 * Distance from ears to shoulders over that from shoulders to hips. Distances and not heights: a head that nods or bends swings
 * about the neck and stays as far away, while drawn-up shoulders come nearer to it and leave the hips.
 *
 * `restingLength`: of the trunk in the picture, pixels. Drawn-up shoulders lengthen the trunk by a tenth: against the longest alone, who
 * has come to rest again would seem to lean.
 */
export function shrugRatio(body: Body, restingLength = Number.NaN): number {
  if (body.depth === 'sensor') {
    if (!wayOfMiddles(body, shoulderL, shoulderR, earL, earR, SPAN)) return Number.NaN
    const neck = size(SPAN)
    return wayOfMiddles(body, hipL, hipR, shoulderL, shoulderR, SPAN) ? neck / size(SPAN) : Number.NaN
  }
  const trunk = trunkLine(body)
  const own = restingLength > 0 ? Math.min(restingLength, body.trunk) : body.trunk
  if (trunk === null || !(trunk.length > UPRIGHT * own)) return Number.NaN
  const x = mid(body, body.x, earL, earR) - trunk.shoulderX
  const y = mid(body, body.y, earL, earR) - trunk.shoulderY
  return Math.hypot(x, y) / trunk.length
}

/**
 * Where the shoulder points lie, in trunk lengths, larger = further back. From the side: behind the line from hips to ears. From
 * the front: how narrow they stand, since a collar-bone that already points back by 20 degrees swings inward as it goes further.
 */
export function girdleOffset(body: Body): number {
  if (body.view !== 'front') return -shoulderForward(body)
  return has(body, shoulderL) && has(body, shoulderR)
    ? -Math.abs(xOf(body, shoulderL) - xOf(body, shoulderR)) / body.trunk
    : Number.NaN
}

/** Shoulder before the line from hips to ears, square to that line, in trunk lengths; NaN while facing is unknown. */
export function shoulderForward(body: Body): number {
  const trunk = trunkLine(body)
  if (trunk === null || body.view === 'front' || body.view === 'back') return Number.NaN
  return beforeLine(body, trunk.shoulderX - trunk.hipX, trunk.shoulderY - trunk.hipY) / body.trunk
}

/** How far the point at (`x`, `y`) from the hips lies before the line from hips to ears, pixels. */
export function beforeLine(body: Body, x: number, y: number): number {
  const upX = mid(body, body.x, earL, earR) - mid(body, body.x, hipL, hipR)
  const upY = mid(body, body.y, earL, earR) - mid(body, body.y, hipL, hipR)
  return (facing(body) * (y * upX - x * upY)) / Math.hypot(upX, upY)
}

/** Length of the trunk in the picture, pixels; NaN when it is not seen. */
export const trunkLength = (body: Body): number => trunkLine(body)?.length ?? Number.NaN
