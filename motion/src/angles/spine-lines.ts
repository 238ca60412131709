import type { Body } from '../body/body.ts'
import { DEG } from '../geometry.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import { facing, trunkLean } from './bearing.ts'
import { mid, trunkLine } from './plane.ts'

const { earL, earR } = INDEX

/** Head before the long axis of the trunk, as an angle at the shoulders, degrees; seen from the side. */
function headBefore(body: Body): number {
  const trunk = trunkLine(body)
  if (trunk === null) return Number.NaN
  const x = mid(body, body.x, earL, earR) - trunk.shoulderX
  const y = mid(body, body.y, earL, earR) - trunk.shoulderY
  return Math.atan2(facing(body) * (y * trunk.upX - x * trunk.upY), x * trunk.upX + y * trunk.upY) * DEG
}

/** Backward lean of the trunk, and half of the opening of the angle ear-shoulder-hip, degrees; seen from the side. */
export const upperExtension = (body: Body): number =>
  body.view === 'side' ? -facing(body) * trunkLean(body) - headBefore(body) / 2 : Number.NaN

/** Length of the trunk line against the own longest, and height of the ears on its back side, in trunk lengths; from the side. */
export function spineCurve(body: Body): number {
  const trunk = trunkLine(body)
  if (trunk === null || body.view !== 'side') return Number.NaN
  const x = mid(body, body.x, earL, earR) - trunk.shoulderX
  const y = mid(body, body.y, earL, earR) - trunk.shoulderY
  const behind = -facing(body) * (y * trunk.upX - x * trunk.upY)
  return (behind + trunk.length) / body.trunk
}
