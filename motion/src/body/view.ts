import { acrossTrunk } from './lengths.ts'
import { type Body, can, middleX, middleY } from './points.ts'
import { share } from './one-euro.ts'
import type { View } from '../pose.ts'

/** Seconds for which another view must be seen before it is believed. */
const SETTLE = 0.7
/** Degrees by which the limits between views give way to the view that holds. */
const MARGIN = 3
/** In an exercise that turns the trunk, the pelvis of the model turns along: then a person who faced the camera still does. */
const TURNING_MARGIN = 17
/** Limits on the direction of the pelvis as the model's depth gives it (it under-reads: a true 45 degrees reads 20-50). */
const FRONT = 18
const SIDE = 58

/**
 * From where the camera sees the person, by the direction of shoulders and pelvis (of the pelvis above all where the trunk
 * turns). Without depth: by shoulder and hip width against trunk length. Changes only when the new view lasts.
 */
export class ViewReader {
  private yaw = Number.NaN
  private time = Number.NaN
  private candidate: View | null = null
  private since = Number.NaN
  private view: View | null = null
  private readonly margin: number
  private readonly pelvis: number

  /** `turning`: the exercise turns the trunk, so that turning away is not yet standing otherwise. */
  constructor(turning = false) {
    this.margin = turning ? TURNING_MARGIN : MARGIN
    this.pelvis = turning ? PELVIS_TURNING : PELVIS
  }

  /** Forgets the view. */
  reset(): void {
    this.yaw = Number.NaN
    this.view = null
    this.candidate = null
  }

  /** The settled view after this frame; null while it cannot be judged. */
  read(body: Body): View | null {
    const angle = bodyYaw(body, this.pelvis)
    if (!Number.isFinite(angle)) return this.view
    const dt = body.t - this.time
    this.time = body.t
    const known = Number.isFinite(this.yaw) && dt > 0 && dt < 0.5
    this.yaw = known ? this.yaw + share(1.2, dt) * (angle - this.yaw) : angle
    const now = classify(this.yaw, this.view, this.margin)
    if (this.view === null) this.view = now
    if (now !== this.candidate) {
      this.candidate = now
      this.since = body.t
    }
    if (now !== this.view && body.t - this.since >= SETTLE) this.view = now
    return this.view
  }
}

function classify(yaw: number, held: View | null, margin: number): View {
  const limit = (edge: number, inner: View): number =>
    edge + (held === inner ? margin : held === null ? 0 : -MARGIN)
  if (yaw <= limit(FRONT, 'front')) return 'front'
  if (yaw >= 180 - limit(SIDE, 'back')) return 'back'
  return yaw >= SIDE + (held === 'side' ? -MARGIN : held === null ? 0 : MARGIN) ? 'side' : 'oblique'
}

/**
 * Weight of the pelvis in the direction of the body. Hips lie half as far apart as shoulders, so their direction is twice as uncertain;
 * but where the exercise turns the trunk, it is the pelvis that stays.
 */
const PELVIS = 0.35
const PELVIS_TURNING = 0.7

/** How far the body is turned away from the camera: 0 front, 90 side, 180 back; NaN when it cannot be judged. */
function bodyYaw(body: Body, pelvis: number): number {
  const hip = Math.abs(body.hipYaw)
  const shoulder = Math.abs(body.shoulderYaw)
  if (Number.isFinite(hip) && Number.isFinite(shoulder)) return pelvis * hip + (1 - pelvis) * shoulder
  return yawFromWidths(body)
}

/**
 * The same from widths in the picture alone: breadth over trunk length of a person seen straight on is about 0.7 and 0.4. Widths are
 * taken across the trunk, so that it holds for people who lie, too.
 */
function yawFromWidths(body: Body): number {
  if (!can(body, 'shoulderL', 'shoulderR', 'hipL', 'hipR')) return Number.NaN
  const ux = middleX(body, 'hip') - middleX(body, 'shoulder')
  const uy = middleY(body, 'hip') - middleY(body, 'shoulder')
  const length = Math.hypot(ux, uy)
  const trunk = Math.max(length, Number.isFinite(body.trunk) ? body.trunk : 0)
  if (!(length > 1e-9)) return Number.NaN
  const shoulders = acrossTrunk(body, 'shoulder', ux / length, uy / length)
  const hips = acrossTrunk(body, 'hip', ux / length, uy / length)
  const breadth = (Math.abs(shoulders) / 0.68 + Math.abs(hips) / 0.4) / 2 / trunk
  // The model's depth under-reads; these bounds are its equivalents for widths.
  const yaw = breadth > 0.86 ? 0 : breadth > 0.45 ? 38 : 90
  return shoulders < 0 && hips < 0 && yaw < 90 ? 180 - yaw : yaw
}
