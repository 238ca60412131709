import { type Body, can, middleX, middleY, px, py } from './body.ts'
import { clamp, DEG, leanFromVertical } from './geometry.ts'
import type { Neutral } from './neutral.ts'

/** By what a trunk rotation was judged, best first. */
export type RotationEvidence = 'hands-forward' | 'shoulder-width' | 'depth'

/** Trunk rotation in degrees, positive to the own left, with the evidence used and its expected error in degrees. */
export type Rotation = { value: number; evidence: RotationEvidence; error: number }

/** Side bend, degrees from the own resting posture, beyond which the picture cannot tell bending from turning. */
const BEND_LIMIT = 12
/** Reach of two joined hands in front of the chest in trunk lengths when the own arm is unknown (segment tables of Drillis and Contini). */
const REACH = 1.1
/** Model depth turns only part of the way with the body (18-25 degrees off on people of known angle): its share of the true turn. */
const DEPTH_SHARE = 0.5
/** Turn by depth below which its sign means nothing, degrees. */
const DEPTH_NOISE = 4

/**
 * Turn of the upper trunk on the pelvis, seen from the front, from the best evidence at hand:
 * 1. hands joined in front at chest height: sideways swing of the hands against the length of the reach (1.6 degrees of
 *    error on a rendered person of known angle);
 * 2. narrowing of the shoulders against the own neutral width, 20-70 degrees (6 degrees), its side taken from depth;
 * 3. shoulder minus pelvis direction by the model's depth: weak, only small turns and the side.
 * Never the raw shoulder direction. null (withheld) when parts are hidden or the trunk bends sideways.
 */
export function trunkRotation(body: Body, neutral: Neutral | null): Rotation | null {
  if (!can(body, 'shoulderL', 'shoulderR', 'hipL', 'hipR') || !(body.trunk > 0)) return null
  const lean = leanFromVertical(
    middleX(body, 'shoulder'),
    middleY(body, 'shoulder'),
    middleX(body, 'hip'),
    middleY(body, 'hip'),
  )
  if (!(Math.abs(lean - resting(neutral)) <= BEND_LIMIT)) return null
  return byHands(body, neutral) ?? byShoulders(body, neutral)
}

const resting = (neutral: Neutral | null): number =>
  neutral !== null && Number.isFinite(neutral.lean) ? neutral.lean : 0

function byHands(body: Body, neutral: Neutral | null): Rotation | null {
  if (!can(body, 'wristL', 'wristR', 'elbowL', 'elbowR')) return null
  const { trunk } = body
  const apart = Math.hypot(px(body, 'wristL') - px(body, 'wristR'), py(body, 'wristL') - py(body, 'wristR'))
  const drop = middleY(body, 'wrist') - middleY(body, 'shoulder')
  const elbowDrop = middleY(body, 'elbow') - middleY(body, 'shoulder')
  if (apart > 0.4 * trunk || Math.abs(drop) > 0.4 * trunk || Math.abs(elbowDrop) > 0.45 * trunk) return null
  const half = (neutral !== null && Number.isFinite(neutral.shoulderWidth) ? neutral.shoulderWidth : 0.7) / 2
  const reach =
    neutral !== null && neutral.arm > 0.7 ? Math.sqrt(Math.max(0.3, neutral.arm ** 2 - half ** 2)) : REACH
  const swing = (middleX(body, 'wrist') - middleX(body, 'shoulder')) / trunk
  return { value: Math.asin(clamp(swing / reach, -1, 1)) * DEG, evidence: 'hands-forward', error: 6 }
}

function byShoulders(body: Body, neutral: Neutral | null): Rotation | null {
  const depth = body.shoulderYaw - body.hipYaw
  if (!Number.isFinite(depth)) return null
  const weak = clamp(depth / DEPTH_SHARE, -90, 90)
  const width = neutral?.shoulderWidth ?? Number.NaN
  const narrow = Math.abs(px(body, 'shoulderL') - px(body, 'shoulderR')) / body.trunk / width
  const size = Math.acos(clamp(narrow, 0, 1)) * DEG
  if (!Number.isFinite(size) || Math.abs(depth) < DEPTH_NOISE)
    return { value: weak, evidence: 'depth', error: 20 }
  // Below 20 degrees the width hardly changes: go over to depth by degrees, so that the value does not jump.
  const trust = clamp((size - 14) / 12, 0, 1)
  const value = trust * Math.sign(depth) * Math.min(size, 75) + (1 - trust) * clamp(weak, -20, 20)
  return trust > 0.5
    ? { value, evidence: 'shoulder-width', error: 10 }
    : { value, evidence: 'depth', error: 15 }
}
