import type { Body } from '../body/body.ts'
import type { Neutral } from '../calibration/neutral.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import { mid } from './plane.ts'

const { hipL, hipR } = INDEX

/** Distance of the hips from where they were at rest, in trunk lengths; NaN before rest was seen. */
export function hipShift(body: Body, neutral: Neutral | null): number {
  if (neutral === null) return Number.NaN
  const x = mid(body, body.x, hipL, hipR) - neutral.hipX
  const y = mid(body, body.y, hipL, hipR) - neutral.hipY
  return Math.hypot(x, y) / body.trunk
}
