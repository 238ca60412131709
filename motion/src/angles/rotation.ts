import { restingLean, trunkLean } from './bearing.ts'
import { type Body, can, middleX, middleY, px, py } from '../body/body.ts'
import { clamp, DEG } from '../geometry.ts'
import type { Neutral } from '../calibration/neutral.ts'

/** By what a trunk rotation was judged, best first. */
export type RotationEvidence = 'hands-forward' | 'shoulder-width' | 'depth'

/** Trunk rotation in degrees, positive to the own left, with the evidence used and its expected error in degrees. */
export type Rotation = { value: number; evidence: RotationEvidence; error: number }

/** Side bend, degrees from the own resting posture, beyond which the picture cannot tell bending from turning. */
const BEND_LIMIT = 12
/** Shoulder to wrist in trunk lengths when the own arm is unknown (segment tables of Drillis and Contini). */
const ARM = 1.1
/** Model depth turns only part of the way with the body (18-25 degrees off on people of known angle): its share of the true turn. */
const DEPTH_SHARE = 0.5
/** Turn of shoulders against pelvis by depth, degrees: below the first the whole body has turned or nothing has, above the second the trunk has. */
const DEPTH_NOISE = 3
const DEPTH_SURE = 8

/**
 * Turn of the upper trunk on the pelvis, seen from the front, from the best evidence at hand:
 * 1. arms held forward at chest height: sideways swing of the hands against the own arm length (1.6 degrees of error on a
 *    rendered person of known angle);
 * 2. narrowing of the shoulders against the own widest, 20-70 degrees (6 degrees), its side taken from depth;
 * 3. shoulder minus pelvis direction by the model's depth: weak, only for small turns and for the side.
 * Never the raw shoulder direction. null (withheld) when parts are hidden, the trunk bends sideways, or raised arms
 * change the breadth of the shoulders.
 */
export function trunkRotation(body: Body, neutral: Neutral | null): Rotation | null {
  if (!can(body, 'shoulderL', 'shoulderR', 'hipL', 'hipR') || !(body.trunk > 0)) return null
  if (!(Math.abs(trunkLean(body) - restingLean(neutral)) <= BEND_LIMIT)) return null
  return armsRaised(body) ? byHands(body, neutral) : byShoulders(body)
}

/** True when the elbows are near or above shoulder height: the shoulder points then move by themselves. */
export const armsRaised = (body: Body): boolean =>
  middleY(body, 'elbow') - middleY(body, 'shoulder') < 0.35 * body.trunk

function byHands(body: Body, neutral: Neutral | null): Rotation | null {
  if (!can(body, 'wristL', 'wristR', 'elbowL', 'elbowR')) return null
  const { trunk } = body
  const apart = Math.hypot(px(body, 'wristL') - px(body, 'wristR'), py(body, 'wristL') - py(body, 'wristR'))
  const drop = middleY(body, 'wrist') - middleY(body, 'shoulder')
  if (apart > 1.05 * trunk || Math.abs(drop) > 0.45 * trunk) return null
  const arm = neutral !== null && neutral.arm > 0.7 && neutral.arm < 1.6 ? neutral.arm : ARM
  // Hands that meet in the middle reach less far forward than parallel arms.
  const inward = Math.max(0, 0.35 - apart / trunk / 2)
  const swing = (middleX(body, 'wrist') - middleX(body, 'shoulder')) / trunk
  const value = Math.asin(clamp(swing / Math.sqrt(arm ** 2 - inward ** 2), -1, 1)) * DEG
  return { value, evidence: 'hands-forward', error: neutral === null ? 8 : 6 }
}

function byShoulders(body: Body): Rotation | null {
  const depth = body.shoulderYaw - body.hipYaw
  if (!Number.isFinite(depth)) return null
  const weak = clamp(depth / DEPTH_SHARE, -60, 60)
  const narrow = Math.abs(px(body, 'shoulderL') - px(body, 'shoulderR')) / body.trunk / body.breadth
  const size = Math.acos(clamp(narrow, 0, 1)) * DEG
  if (!Number.isFinite(size)) return { value: weak, evidence: 'depth', error: 20 }
  // Below 20 degrees the width hardly changes: go over to depth by degrees, so that the value does not jump.
  const trust =
    clamp((size - 14) / 12, 0, 1) * clamp((Math.abs(depth) - DEPTH_NOISE) / (DEPTH_SURE - DEPTH_NOISE), 0, 1)
  const value = trust * Math.sign(depth) * Math.min(size, 75) + (1 - trust) * clamp(weak, -20, 20)
  return trust > 0.6
    ? { value, evidence: 'shoulder-width', error: 10 }
    : { value, evidence: 'depth', error: 15 }
}
