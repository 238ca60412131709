import type { Body } from '../body/body.ts'
import { clamp, DEG } from '../geometry.ts'
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
 * space the whole angle, its sign about the line of the hips. NaN while facing is unknown, and in space for somebody who lies on one side.
 */
export function inclination(body: Body): number {
  if (body.depth !== 'sensor') return facing(body) * trunkLean(body)
  const pelvis = pelvisAxes(body)
  if (pelvis === null || !way(body, hipR, hipL, HIPS) || !unit(HIPS)) return Number.NaN
  if (!(Math.hypot(HIPS.x, HIPS.z) > LEVEL) || !unit(without(HIPS, UPRIGHT))) return Number.NaN
  cross(HIPS, UPRIGHT, AHEAD)
  const forward = Math.atan2(dot(pelvis.up, AHEAD), dot(pelvis.up, UPRIGHT)) * DEG
  return whole(forward, Math.acos(clamp(dot(pelvis.up, UPRIGHT), -1, 1)) * DEG)
}

/** Degrees from the vertical up to which a trunk is as good as upright, and from which the way it leans decides. */
const UPRIGHT_WITHIN = 9
const LEANS = 13
/** Lean to the back, in degrees, that is more than the scatter of a sensor on an upright trunk. */
const BACK = 3

/**
 * The inclination is the whole angle of the trunk line with the vertical, as a goniometer shows it and as published landmarks are
 * read, with the sign of its forward share `forward` (of real squats the forward share alone is up to 5 degrees less, because the line
 * leans aside by 3 to 12 as well). A lean that is mainly sideways is a side bend: of that only the forward share counts.
 */
function whole(forward: number, total: number): number {
  const sideways = Math.sqrt(Math.max(0, total * total - forward * forward))
  const ahead = sideways > 1e-9 ? clamp((2 * Math.abs(forward)) / sideways - 1, 0, 1) : 1
  const upright = clamp((LEANS - total) / (LEANS - UPRIGHT_WITHIN), 0, 1)
  const share = Math.max(ahead, upright)
  // What lies sideways has no sign of its own: it takes that of a lean back only as far as there clearly is one, without a leap.
  const sign = clamp((forward + BACK) / BACK, -1, 1)
  return forward + sign * share * Math.max(0, total - Math.abs(forward))
}
