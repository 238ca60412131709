import { DEG } from '../geometry.ts'
import { COUNT, INDEX } from '../skeleton/landmarks.ts'
import { OneEuro } from './one-euro.ts'
import type { Frame, Landmark, View } from '../pose.ts'

/** Visibility at which a landmark begins and ceases to count (hysteresis, so that a hand at the limit does not flicker). */
const ENTER = 0.65
const LEAVE = 0.4
/** Share of the picture by which a point may lie outside and still be kept once it is in use. */
const EDGE = 0.015
/** Fastest that a landmark can travel, in trunk lengths a second; a single sample beyond it is taken for a slip of the model. */
const MAX_SPEED = 14

/** Seconds over which a longest length is forgotten to a third, and the share of it that still counts as standing upright. */
const FORGET = 60
const UPRIGHT = 0.85
const FORGET_BREADTH = 30
/** Shortest leg (hip to ankle) that goes with a trunk (shoulder to hip) of 1: grown people have 1.45-1.75 (segment tables of Drillis and Contini). */
const LEG_PER_TRUNK = 1.4

/**
 * The person in one frame after gating and smoothing: picture coordinates in pixels (x right, y down, not mirrored), which
 * landmarks may be used, and the model's coarse depth. `trunk` is the person's own trunk length in pixels, the unit of length.
 */
export type Body = {
  t: number
  width: number
  height: number
  seen: boolean
  x: Float64Array
  y: Float64Array
  visibility: Float64Array
  /** Where the third coordinate comes from: `space` may be used for angles only with 'sensor'. */
  depth: 'none' | 'model' | 'sensor'
  /** Coordinates in space, metres: x right of the picture, y down, z away from the camera; NaN where there are none. */
  space: { x: Float64Array; y: Float64Array; z: Float64Array }
  /** 1 where a landmark is visible and inside the picture. */
  ok: Uint8Array
  /** 1 where a landmark lies inside the picture, visible or not. */
  inside: Uint8Array
  /** Direction of the shoulder and hip lines by the model's depth, degrees: 0 facing, positive = turned to own left; NaN without depth. */
  shoulderYaw: number
  hipYaw: number
  /** Trunk length in pixels: the person's own longest seen, slowly forgetting; NaN before the trunk was seen. */
  trunk: number
  /** Leg length in pixels, hips to ankles: the longest seen standing, at least what a trunk of this length goes with. */
  leg: number
  /** Breadth between the shoulder points in trunk lengths: the widest seen with the arms down, forgotten within a minute. */
  breadth: number
  view: View | null
}

/** Keeps one `Body` up to date from frame to frame. */
export class BodyReader {
  readonly body: Body = {
    t: Number.NaN,
    width: 1,
    height: 1,
    seen: false,
    x: new Float64Array(COUNT).fill(Number.NaN),
    y: new Float64Array(COUNT).fill(Number.NaN),
    visibility: new Float64Array(COUNT),
    depth: 'none',
    space: {
      x: new Float64Array(COUNT).fill(Number.NaN),
      y: new Float64Array(COUNT).fill(Number.NaN),
      z: new Float64Array(COUNT).fill(Number.NaN),
    },
    ok: new Uint8Array(COUNT),
    inside: new Uint8Array(COUNT),
    shoulderYaw: Number.NaN,
    hipYaw: Number.NaN,
    trunk: Number.NaN,
    leg: Number.NaN,
    breadth: Number.NaN,
    view: null,
  }
  private readonly filterX = Array.from({ length: COUNT }, () => new OneEuro(3, 4))
  private readonly filterY = Array.from({ length: COUNT }, () => new OneEuro(3, 4))
  private readonly rawX = new Float64Array(COUNT).fill(Number.NaN)
  private readonly rawY = new Float64Array(COUNT).fill(Number.NaN)
  private readonly slips = new Uint8Array(COUNT)

  /** Takes in one frame. A landmark that is missing, not finite, hidden or outside the picture is not `ok`; nothing is invented for it. */
  read(frame: Frame): Body {
    const { body } = this
    const dt = frame.t - body.t
    body.t = frame.t
    body.width = frame.width > 0 ? frame.width : 1
    body.height = frame.height > 0 ? frame.height : 1
    const image = frame.image
    body.seen = image !== null && image.length >= COUNT * 4
    if (image === null || !body.seen) {
      body.ok.fill(0)
      body.inside.fill(0)
      return body
    }
    const scale = Number.isFinite(body.trunk) ? body.trunk : body.height / 5
    for (let i = 0; i < COUNT; i++) this.point(i, image, dt, scale)
    this.depth(frame.world, frame.depth ?? 'model')
    this.lengths(dt)
    return body
  }

  /** Forgets smoothing and scale: somebody else may be standing there now. */
  reset(): void {
    for (const filter of [...this.filterX, ...this.filterY]) filter.reset()
    this.rawX.fill(Number.NaN)
    this.body.trunk = Number.NaN
    this.body.leg = Number.NaN
    this.body.breadth = Number.NaN
    this.body.view = null
    this.body.ok.fill(0)
  }

  private point(i: number, image: ArrayLike<number>, dt: number, scale: number): void {
    const { body } = this
    const u = image[i * 4] ?? Number.NaN
    const v = image[i * 4 + 1] ?? Number.NaN
    const visibility = image[i * 4 + 3] ?? 0
    const on = body.ok[i] === 1
    const edge = on ? EDGE : 0
    const inside = u >= -edge && u <= 1 + edge && v >= -edge && v <= 1 + edge
    body.inside[i] = inside ? 1 : 0
    body.visibility[i] = Number.isFinite(visibility) ? visibility : 0
    const ok = inside && visibility >= (on ? LEAVE : ENTER)
    const x = u * body.width
    const y = v * body.height
    if (ok && on && dt > 0 && dt < 0.2 && this.slipped(i, x, y, dt, scale)) return
    body.ok[i] = ok ? 1 : 0
    this.rawX[i] = x
    this.rawY[i] = y
    if (!ok) {
      this.filterX[i]?.reset()
      this.filterY[i]?.reset()
      body.x[i] = x
      body.y[i] = y
      return
    }
    body.x[i] = this.filterX[i]?.next(x, body.t, scale) ?? x
    body.y[i] = this.filterY[i]?.next(y, body.t, scale) ?? y
  }

  /** True for a jump that no body makes; two in a row are believed (the person did move, or the picture was cut). */
  private slipped(i: number, x: number, y: number, dt: number, scale: number): boolean {
    const far = Math.hypot(x - (this.rawX[i] ?? x), y - (this.rawY[i] ?? y)) > scale * (MAX_SPEED * dt + 0.15)
    const slips = far ? (this.slips[i] ?? 0) + 1 : 0
    this.slips[i] = slips
    return slips === 1
  }

  private depth(world: ArrayLike<number> | null, from: 'model' | 'sensor'): void {
    const { space } = this.body
    this.body.depth = world === null ? 'none' : from
    for (let i = 0; i < COUNT; i++) {
      space.x[i] = world?.[i * 4] ?? Number.NaN
      space.y[i] = world?.[i * 4 + 1] ?? Number.NaN
      space.z[i] = world?.[i * 4 + 2] ?? Number.NaN
    }
    this.body.shoulderYaw = yawOf(world, INDEX.shoulderL, INDEX.shoulderR)
    this.body.hipYaw = yawOf(world, INDEX.hipL, INDEX.hipR)
  }

  private lengths(dt: number): void {
    const { body } = this
    const length = trunkNow(body)
    if (!(length > 0)) return
    // Leaning towards the camera shortens the picture of the trunk, nothing lengthens it but coming nearer: the longest is kept.
    // Somebody who stands nearly as tall as that is a little further away: then it is forgotten, slowly, and the leg with it.
    const away =
      length < body.trunk && length > UPRIGHT * body.trunk ? Math.min(0.5, Math.max(0, dt) / FORGET) : 0
    const kept = body.trunk - away * (body.trunk - length)
    const leg = middleY(body, 'ankle') - middleY(body, 'hip')
    body.leg = longest(longest((body.leg * kept) / body.trunk, leg), longest(kept, length) * LEG_PER_TRUNK)
    body.trunk = longest(kept, length)
    if (middleY(body, 'elbow') - middleY(body, 'shoulder') < 0.35 * body.trunk) return
    if (!can(body, 'shoulderL', 'shoulderR')) return
    const breadth = Math.abs(px(body, 'shoulderL') - px(body, 'shoulderR')) / body.trunk
    body.breadth = longest(body.breadth * (1 - Math.min(0.5, Math.max(0, dt) / FORGET_BREADTH)), breadth)
  }
}

const longest = (kept: number, now: number): number => (kept >= now || !Number.isFinite(now) ? kept : now)

/** Pixels from the middle of the hips to the middle of the shoulders in this frame; NaN when they cannot be seen. */
export function trunkNow(body: Body): number {
  const x = middleX(body, 'shoulder') - middleX(body, 'hip')
  const y = middleY(body, 'shoulder') - middleY(body, 'hip')
  return Math.hypot(x, y)
}

/** Middle of a pair of landmarks, from the visible ones (the near one alone when the other is hidden); NaN when neither is seen. */
export const middleX = (body: Body, pair: Pair): number => middle(body, body.x, pair)
/** As `middleX`, downwards. */
export const middleY = (body: Body, pair: Pair): number => middle(body, body.y, pair)

/** Names of the landmarks that come as left and right. */
export type Pair = 'ear' | 'shoulder' | 'elbow' | 'wrist' | 'hip' | 'knee' | 'ankle'

function middle(body: Body, axis: Float64Array, pair: Pair): number {
  const l = INDEX[`${pair}L`]
  const r = INDEX[`${pair}R`]
  const left = body.ok[l] === 1 ? (axis[l] ?? Number.NaN) : Number.NaN
  const right = body.ok[r] === 1 ? (axis[r] ?? Number.NaN) : Number.NaN
  if (Number.isNaN(left)) return right
  return Number.isNaN(right) ? left : (left + right) / 2
}

/** True when every named landmark may be used. */
export const can = (body: Body, ...names: readonly Landmark[]): boolean =>
  names.every((name) => body.ok[INDEX[name]] === 1)

/** X of a named landmark in pixels. */
export const px = (body: Body, name: Landmark): number => body.x[INDEX[name]] ?? Number.NaN
/** Y of a named landmark in pixels, downwards. */
export const py = (body: Body, name: Landmark): number => body.y[INDEX[name]] ?? Number.NaN

function yawOf(world: ArrayLike<number> | null, left: number, right: number): number {
  if (world === null || world.length < COUNT * 4) return Number.NaN
  const dx = (world[left * 4] ?? Number.NaN) - (world[right * 4] ?? Number.NaN)
  const dz = (world[left * 4 + 2] ?? Number.NaN) - (world[right * 4 + 2] ?? Number.NaN)
  return Math.hypot(dx, dz) > 1e-6 ? Math.atan2(dz, dx) * DEG : Number.NaN
}
