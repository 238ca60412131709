import type { Body } from '../body/body.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import { POSE_ANGLES, poseDistance, poseOf } from './joints.ts'
import { type Read, single } from './row.ts'

/** Seconds that a pose must be still to be taken for the one that is meant. */
const STILL_SECONDS = 1
/** How far a point may wander meanwhile, in trunk lengths: 3 cm on an average trunk of 49 cm. */
const STILL_TRAVEL = 0.061
/** Difference from rest, in degrees, that makes a pose of its own; and from the pose that is known, to be another one (the other side). */
const AWAY = 20
const ANOTHER = 45

const POINTS = (['shoulder', 'elbow', 'wrist', 'hip', 'knee', 'ankle'] as const).flatMap((joint) => [
  INDEX[`${joint}L`],
  INDEX[`${joint}R`],
])

/**
 * Reader of `hold_pose`: how far the body is from the pose that it is meant to hold, as the largest difference of one joint angle,
 * degrees. The pose is taught by the person: the first in which they are still for a second and which is not their rest; one
 * that differs by more than 45 degrees takes its place, so that the other side can be held too. null while nothing is taught,
 * while rest is unknown, and when fewer than four joints are seen.
 */
export function openHoldPose(): Read {
  const now = new Float64Array(POSE_ANGLES)
  const still = new Stillness()
  let rest: Float64Array | null = null
  let taught: Float64Array | null = null
  return (body, neutral) => {
    poseOf(body, now)
    if (still.next(body)) {
      if (rest === null && neutral !== null) rest = restOf(neutral.pose, now)
      const away = rest === null ? Number.NaN : poseDistance(now, rest)
      if (away > AWAY && !(taught !== null && poseDistance(now, taught) < ANOTHER)) taught = now.slice()
    }
    return taught === null ? null : single(poseDistance(now, taught))
  }
}

/** The rest that was seen at calibration; where nothing was, the first still pose. */
const restOf = (pose: readonly number[], now: Float64Array): Float64Array =>
  pose.some(Number.isFinite) ? Float64Array.from(pose) : now.slice()

/** Watches for a second in which no point of the body leaves a small box. */
class Stillness {
  private readonly low = new Float64Array(POINTS.length * 2)
  private readonly high = new Float64Array(POINTS.length * 2)
  private since = Number.NaN

  /** True once nothing has wandered for a second. */
  next(body: Body): boolean {
    const fresh = Number.isNaN(this.since)
    let travel = 0
    POINTS.forEach((point, i) => {
      if (body.ok[point] !== 1) return
      travel = Math.max(
        travel,
        this.widen(2 * i, body.x[point], fresh),
        this.widen(2 * i + 1, body.y[point], fresh),
      )
    })
    if (fresh) this.since = body.t
    else if (travel > STILL_TRAVEL * body.trunk) this.since = Number.NaN
    return body.t - this.since >= STILL_SECONDS
  }

  private widen(i: number, value = Number.NaN, fresh: boolean): number {
    this.low[i] = fresh ? value : Math.min(this.low[i] ?? value, value)
    this.high[i] = fresh ? value : Math.max(this.high[i] ?? value, value)
    return (this.high[i] ?? 0) - (this.low[i] ?? 0)
  }
}
