import { type Body, middleX, middleY } from '../body/body.ts'
import { leanFromVertical } from '../geometry.ts'
import type { Neutral } from '../calibration/neutral.ts'

/** +1 when the person looks to the right of the picture, -1 to the left, NaN when unknown. */
export const facing = (body: Body): number => {
  const yaw = Number.isFinite(body.hipYaw) ? body.hipYaw : body.shoulderYaw
  return Math.abs(yaw) > 8 ? Math.sign(yaw) : Number.NaN
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

/** Resting lean of the trunk in the picture; 0 until it is known. */
export const restingLean = (neutral: Neutral | null): number =>
  neutral !== null && Number.isFinite(neutral.lean) ? neutral.lean : 0
