import type { Side, View } from '../pose.ts'

/** How the person was placed: sitting and standing postures differ, and are never compared with one another. */
export type PosturePlace = 'sitting' | 'standing'

/**
 * Posture in three still seconds, from the side. Both are stand-ins for what no landmark shows (the seventh neck vertebra, the shoulder
 * blade): they are trends of one person, never a craniovertebral angle and never good or bad.
 *
 * `headForward`: degrees by which the line from shoulder to ear leans forward of the vertical; larger = head further forward.
 * `roundedShoulder`: trunk lengths by which the shoulder lies before the line from hips to ears; larger = further forward.
 * `shoulderLevel`: from the front instead, the left shoulder above the right one, in trunk lengths. null where the view does not show it.
 * `error`: expected error of each, provisional. `quality` 0..1: steadiness and sight. `side`: the one near the camera.
 */
export type StillPosture = {
  headForward: number | null
  roundedShoulder: number | null
  shoulderLevel: number | null
  error: { headForward: number; roundedShoulder: number }
  quality: number
  view: View
  side: Exclude<Side, 'both'> | null
  place: PosturePlace
}

/** Provisional minimal detectable change: 4 degrees and 0.03 trunk lengths (specification of the movement tests, no camera study yet). */
export const POSTURE_CHANGE = { headForward: 4, roundedShoulder: 0.03 } as const

/** Difference of the two sides beyond which they are told to differ, trunk lengths (specification). */
export const POSTURE_ASYMMETRY = 0.05
