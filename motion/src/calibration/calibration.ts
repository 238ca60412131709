import * as z from 'zod/mini'
import { Signal } from '../movement.ts'
import { View } from '../pose.ts'

const known = z.nullable(z.number())

/**
 * How far the person went in one signal, from their own rest, in the signal's unit and always positive: to the own left, to the own
 * right, and in a signal that knows no sides. null where that way has not been seen: nothing is taken over from the other side.
 */
export const PersonalRange = z.object({ left: known, right: known, both: known })
export type PersonalRange = z.infer<typeof PersonalRange>

/**
 * What was learnt about one person in front of one camera, in a form that a device can keep (JSON, versioned).
 *
 * - `mirrored`: true when the camera's pictures come mirrored, so that the model takes left for right; null while nobody has checked it
 *   by a movement to a named side. Frames are turned back by it before anything else, and it never changes by itself.
 * - `neutral`: proportions (in trunk lengths) and resting posture, see `Neutral`; null for a part that was not seen.
 * - `ranges`: the person's own range by signal; missing signals were not moved yet.
 *
 * Missing data: everything may be null or absent; then the engine works with tables of average people and says a larger error.
 */
export const Calibration = z.object({
  version: z.literal(1),
  mirrored: z.nullable(z.boolean()),
  neutral: z.nullable(
    z.object({
      shoulderWidth: known,
      hipWidth: known,
      arm: known,
      earHeight: known,
      lean: known,
      hipX: known,
      hipY: known,
      shoulderYaw: known,
      hipYaw: known,
      view: z.nullable(View),
      resting: z.record(z.string(), known),
      pose: z.array(known),
    }),
  ),
  ranges: z.partialRecord(Signal, PersonalRange),
})
export type Calibration = z.infer<typeof Calibration>

/** A calibration from what a device kept; null for anything that is none (another version, a damaged file): then it is done anew. */
export function readCalibration(stored: unknown): Calibration | null {
  const read = z.safeParse(Calibration, stored)
  return read.success ? read.data : null
}
