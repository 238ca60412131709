import { type Body, middleX, middleY } from '../body/body.ts'
import { leanFromVertical } from '../geometry.ts'
import type { Neutral } from '../calibration/neutral.ts'
import { INDEX } from '../skeleton/landmarks.ts'

const { nose, shoulderL, shoulderR, hipL, hipR } = INDEX

/** Degrees of turn below which depth does not say to which side somebody looks. */
const STRAIGHT_ON = 8
/** How far the nose must stand before the ears, in trunk lengths, to say it instead: in a side view it is 0.2. */
const PROFILE = 0.06

/**
 * To which side of the picture the front of the body points, seen from the side: +1 when a person who stands upright looks to
 * its right, -1 to its left. Turns with the trunk, so that it holds lying and on all fours, too: +1 means that the front lies
 * clockwise of the way from hips to head. From depth (which hip is further away); without depth from the nose before the ears.
 * NaN when unknown.
 */
export function facing(body: Body): number {
  const yaw = Number.isFinite(body.hipYaw) ? body.hipYaw : body.shoulderYaw
  if (Number.isFinite(yaw)) return Math.abs(yaw) > STRAIGHT_ON ? Math.sign(yaw) : Number.NaN
  return byNose(body)
}

function byNose(body: Body): number {
  if (body.ok[nose] !== 1 || !(body.trunk > 0)) return Number.NaN
  const upX = middleX(body, 'shoulder') - middleX(body, 'hip')
  const upY = middleY(body, 'shoulder') - middleY(body, 'hip')
  const x = (body.x[nose] ?? Number.NaN) - middleX(body, 'ear')
  const y = (body.y[nose] ?? Number.NaN) - middleY(body, 'ear')
  const before = (y * upX - x * upY) / Math.hypot(upX, upY) / body.trunk
  return Math.abs(before) > PROFILE ? Math.sign(before) : Number.NaN
}

/** True when the own left is the side nearer to the camera, false when the right is, null when unknown. */
export function leftIsNear(body: Body): boolean | null {
  const way = facing(body)
  return Number.isFinite(way) ? way < 0 : null
}

/** Of two sides: the near one in a side view (the far one is hidden and guessed), else the mean of those that are seen. */
export function near(body: Body, left: number, right: number): number {
  const leftNear = body.view === 'side' ? leftIsNear(body) : null
  if (leftNear === true && Number.isFinite(left)) return left
  if (leftNear === false && Number.isFinite(right)) return right
  if (!Number.isFinite(left)) return right
  return Number.isFinite(right) ? (left + right) / 2 : left
}

/** Lean of the line from hips to shoulders towards the right of the picture, degrees; NaN when it is not seen. */
export const trunkLean = (body: Body): number =>
  leanFromVertical(
    middleX(body, 'shoulder'),
    middleY(body, 'shoulder'),
    middleX(body, 'hip'),
    middleY(body, 'hip'),
  )

/** Own left is the right of the picture from the front and the left of it from behind. */
export const ownLeft = (body: Body): number => (body.view === 'back' ? -1 : 1)

/** Beyond this lean in degrees somebody holds a position (bent over, lying) and does not merely stand or sit somewhat askew. */
const ASKEW = 15

/** Resting lean of the trunk in the picture; 0 until it is known, and for somebody who rested in a leaning position. */
export const restingLean = (neutral: Neutral | null): number =>
  neutral !== null && Math.abs(neutral.lean) <= ASKEW ? neutral.lean : 0

/** True when both shoulders and both hips are seen. */
export const trunkSeen = (body: Body): boolean =>
  body.ok[shoulderL] === 1 && body.ok[shoulderR] === 1 && body.ok[hipL] === 1 && body.ok[hipR] === 1
