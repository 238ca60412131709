import type { Body } from '../body/body.ts'
import { DEG } from '../geometry.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import { facing, trunkLean } from './bearing.ts'
import { cross, dot, pelvisAxes, unit, UPRIGHT, vector, way, without } from './space.ts'

const { hipL, hipR } = INDEX

/** Share of the hip line that must be level for "forward" to lie in a vertical plane. */
const LEVEL = 0.35

const HIPS = vector()
const AHEAD = vector()

/**
 * Lean of the long axis of the trunk from the vertical, degrees, forward positive: in the picture by the way that the person faces, in
 * space about the line of the hips. NaN while facing is unknown, and in space for somebody who lies on one side.
 */
export function inclination(body: Body): number {
  if (body.depth !== 'sensor') return facing(body) * trunkLean(body)
  const pelvis = pelvisAxes(body)
  if (pelvis === null || !way(body, hipR, hipL, HIPS) || !unit(HIPS)) return Number.NaN
  if (!(Math.hypot(HIPS.x, HIPS.z) > LEVEL) || !unit(without(HIPS, UPRIGHT))) return Number.NaN
  cross(HIPS, UPRIGHT, AHEAD)
  return Math.atan2(dot(pelvis.up, AHEAD), dot(pelvis.up, UPRIGHT)) * DEG
}
