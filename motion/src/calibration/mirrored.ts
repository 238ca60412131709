import { mirrorPose } from '../angles/joints.ts'
import { mirrorResting } from '../angles/resting.ts'
import type { Frame } from '../pose.ts'
import { mirror } from '../skeleton/mirror.ts'
import type { Neutral } from './neutral.ts'

/** A frame of a mirrored camera turned back: left of the picture and of the body are the person's own again. Nothing else changes. */
export const mirrorFrame = (frame: Frame): Frame => ({
  ...frame,
  image: frame.image === null ? null : mirror(frame.image, 'image'),
  world: frame.world === null ? null : mirror(frame.world, 'world'),
})

/** A neutral pose that was taken from mirrored pictures (`width` pixels wide), turned back. */
export const mirrorNeutral = (neutral: Neutral, width: number): Neutral => ({
  ...neutral,
  lean: -neutral.lean,
  hipX: width - neutral.hipX,
  shoulderYaw: -neutral.shoulderYaw,
  hipYaw: -neutral.hipYaw,
  resting: mirrorResting(neutral.resting),
  pose: mirrorPose(neutral.pose),
})
