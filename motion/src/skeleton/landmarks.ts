import type { BodyPart } from '../movement.ts'
import { LANDMARKS, type Landmark } from '../pose.ts'

/** Index of each named landmark in the 33-point BlazePose order. */
export const INDEX: Readonly<Record<Landmark, number>> = Object.fromEntries(
  LANDMARKS.map((name, index) => [name, index]),
) as Record<Landmark, number>

/** Number of landmarks in a pose. */
export const COUNT = LANDMARKS.length

/**
 * The landmarks by which each body part is seen, one list per own side. A part seen from the front needs both sides;
 * from the side the near one is enough, because the far one is behind the body.
 */
export const PART_LANDMARKS: Readonly<
  Record<BodyPart, { left: readonly Landmark[]; right: readonly Landmark[] }>
> = {
  head: { left: ['earL'], right: ['earR'] },
  shoulders: { left: ['shoulderL'], right: ['shoulderR'] },
  arms: { left: ['elbowL', 'wristL'], right: ['elbowR', 'wristR'] },
  hips: { left: ['hipL'], right: ['hipR'] },
  knees: { left: ['kneeL'], right: ['kneeR'] },
  feet: { left: ['ankleL'], right: ['ankleR'] },
}
