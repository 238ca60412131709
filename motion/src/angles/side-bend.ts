import type { Body } from '../body/body.ts'
import { clamp, DEG } from '../geometry.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import { ownLeft, trunkSeen } from './bearing.ts'
import { trunkLine, xOf, yOf } from './plane.ts'
import { dot, pelvisAxes, unit, vector, way } from './space.ts'

const { shoulderL, shoulderR, hipL, hipR } = INDEX

/** Tilt of the hip line in degrees from which somebody lies, and the hips and not the floor are level. */
const LYING = 35
/**
 * Degrees by which landmarks alone put the shoulder line and the lean apart: 4.9 pixels of each of eight points on a trunk of 150
 * pixels and hips of 60.
 */
const TREMBLE = 6
/**
 * Share of the hip line's tilt that is taken for the pelvis': the line is short, and the model draws it along with the trunk (on a
 * rendered person of level pelvis by half of the bend), so that it stands between no tilt and all of it.
 */
const HIPS_BELIEVED = 0.5

/**
 * Side bend in degrees, own left positive: how far the upper trunk is tilted, as the line of the shoulders shows it, less the believed
 * half of the tilt of the hips.
 *
 * The line from hips to shoulders leans less than the chest, because the spine bends in a curve and most of the way up: in an even
 * arc it leans by the mean of the tilts at its ends, in a stiff trunk by just as much as the chest. So the tilt of a chest that is
 * borne by a spine lies between that lean and twice the lean less the tilt of the hips. What the shoulder line shows far beyond is
 * no bend but one shoulder drawn up, and is left out.
 *
 * Against the horizontal while the hips are level, against the hips for somebody who lies. NaN when a shoulder or hip is hidden.
 */
export function sideBend(body: Body): number {
  return body.depth === 'sensor' ? bendInSpace(body) : bendInPicture(body)
}

// Seen from behind left and right of the picture change places, and with them the sign of every slope.
function bendInPicture(body: Body): number {
  const trunk = trunkSeen(body) ? trunkLine(body) : null
  if (trunk === null) return Number.NaN
  const way = ownLeft(body)
  const across = (left: number, right: number): number =>
    Math.atan2(yOf(body, left) - yOf(body, right), way * (xOf(body, left) - xOf(body, right))) * DEG
  return borne(
    across(shoulderL, shoulderR),
    way * Math.atan2(trunk.upX, -trunk.upY) * DEG,
    across(hipL, hipR),
  )
}

const SHOULDERS = vector()
const HIPS = vector()

function bendInSpace(body: Body): number {
  const pelvis = pelvisAxes(body)
  if (pelvis === null || !way(body, hipR, hipL, HIPS) || !way(body, shoulderR, shoulderL, SHOULDERS))
    return Number.NaN
  if (!unit(HIPS) || !unit(SHOULDERS)) return Number.NaN
  const hips = slope(HIPS.y)
  // The lean towards the side to which the hips point, level; in the frame of the hips themselves for somebody who lies.
  if (Math.abs(hips) > LYING) {
    return borne(
      slope(-dot(SHOULDERS, pelvis.up)) + slope(dot(HIPS, pelvis.up)),
      slope(dot(HIPS, pelvis.up)),
      0,
    )
  }
  HIPS.y = 0
  return unit(HIPS) ? borne(slope(SHOULDERS.y), slope(dot(pelvis.up, HIPS)), hips) : Number.NaN
}

const slope = (share: number): number => Math.asin(clamp(share, -1, 1)) * DEG

/** The tilt of the shoulders as far as a spine with this lean on these hips can bear it, degrees. */
function borne(shoulders: number, lean: number, hips: number): number {
  const lies = Math.abs(hips) > LYING
  const level = lies ? hips : 0
  const stiff = fold(lean - level)
  const arc = 2 * stiff - (lies ? 0 : hips)
  const tilt = fold(shoulders - level) - (lies ? 0 : HIPS_BELIEVED * hips)
  return clamp(tilt, Math.min(stiff, arc) - TREMBLE, Math.max(stiff, arc) + TREMBLE)
}

const fold = (degrees: number): number =>
  degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees
