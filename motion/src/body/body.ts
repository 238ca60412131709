import { COUNT, INDEX } from '../skeleton/landmarks.ts'
import type { Frame } from '../pose.ts'
import { JumpWatch } from './jump.ts'
import { keepLengths } from './lengths.ts'
import { OneEuroBank } from './one-euro.ts'
import { type Body, noBody } from './points.ts'
import { RawPose } from './raw-pose.ts'
import { SideSwap } from './side-swap.ts'
import { Slips } from './slips.ts'
import { yawAbout } from './yaw.ts'

export { can, middleX, middleY, px, py, trunkNow } from './points.ts'
export type { Body } from './points.ts'

/** Visibility at which a landmark begins and ceases to count (hysteresis, so that a hand at the limit does not flicker). */
const ENTER = 0.65
const LEAVE = 0.4
/** Share of the picture by which a point may lie outside and still be kept once it is in use. */
const EDGE = 0.015
/** Trunk length in pictures before it is known, and in metres: only to tell tremble from movement. */
const TRUNK = 0.2
const TRUNK_METRES = 0.5
/** Cut-off of the filters at rest (Hz), and what a trunk length a second adds to it. */
const AT_REST = 3
const PER_SPEED = 4

/**
 * Keeps one `Body` up to date from frame to frame: mends frames in which left and right were taken for one another, leaves out
 * somebody else and single slips of the model, gates by visibility, and smooths. Memory does not grow; nothing is made in a frame.
 */
export class BodyReader {
  readonly body: Body = noBody()
  private readonly raw = new RawPose()
  private readonly sides = new SideSwap()
  private readonly jumps = new JumpWatch()
  private readonly slips = new Slips()
  private readonly plane = new OneEuroBank(2 * COUNT, AT_REST, PER_SPEED)
  private readonly depths = new OneEuroBank(3 * COUNT, AT_REST, PER_SPEED)

  /** Takes in one frame. A landmark that is missing, not finite, hidden or outside the picture is not `ok`; nothing is invented for it. */
  read(frame: Frame): Body {
    const { body, raw } = this
    const dt = frame.t - body.t
    body.t = frame.t
    body.width = sizeOf(frame.width)
    body.height = sizeOf(frame.height)
    body.jumped = false
    body.broken = false
    if (!raw.take(frame, body.width, body.height)) return this.nobody()
    if (this.sides.mend(raw, frame.t, this.scale)) {
      // The same person under exchanged names: nobody has jumped.
      this.jumps.reset()
      this.begin()
    }
    const whose = this.jumps.judge(raw, frame.t, this.scale)
    body.jumped = whose === 'away'
    if (body.jumped) return this.nobody()
    if (whose === 'new') this.begin()
    body.seen = true
    for (let i = 0; i < COUNT; i++) this.point(i, frame.t)
    this.depth(frame)
    keepLengths(body, dt)
    return body
  }

  /** Forgets smoothing and scale: somebody else may be standing there now. */
  reset(): void {
    this.begin()
    this.sides.reset()
    this.jumps.reset()
    this.body.broken = false
  }

  /** Trunk length in pixels for telling tremble from movement. */
  private get scale(): number {
    const { trunk, height } = this.body
    return Number.isFinite(trunk) ? trunk : height * TRUNK
  }

  private nobody(): Body {
    this.body.seen = false
    this.body.ok.fill(0)
    this.body.inside.fill(0)
    return this.body
  }

  /** Drops what was learnt from earlier frames. */
  private begin(): void {
    const { body } = this
    body.broken = true
    this.plane.reset()
    this.depths.reset()
    this.slips.reset()
    body.trunk = Number.NaN
    body.leg = Number.NaN
    body.breadth = Number.NaN
    body.metres.trunk = Number.NaN
    body.metres.leg = Number.NaN
    body.metres.breadth = Number.NaN
    body.view = null
    body.ok.fill(0)
  }

  private point(i: number, t: number): void {
    const { body, raw } = this
    const x = raw.x[i] ?? Number.NaN
    const y = raw.y[i] ?? Number.NaN
    const visibility = raw.visibility[i] ?? 0
    const on = body.ok[i] === 1
    const edge = on ? EDGE : 0
    const inside =
      x >= -edge * body.width &&
      x <= (1 + edge) * body.width &&
      y >= -edge * body.height &&
      y <= (1 + edge) * body.height
    body.inside[i] = inside ? 1 : 0
    body.visibility[i] = visibility
    const verdict =
      inside && visibility >= (on ? LEAVE : ENTER) ? this.slips.judge(i, x, y, t, this.scale) : 'lost'
    body.ok[i] = verdict === 'lost' ? 0 : 1
    if (verdict === 'stay') return
    if (verdict === 'lost') {
      if (!(inside && visibility >= LEAVE)) this.slips.forget(i)
      this.plane.reset(2 * i)
      this.plane.reset(2 * i + 1)
      for (let axis = 0; axis < 3; axis++) this.depths.reset(3 * i + axis)
    }
    body.x[i] = this.plane.next(2 * i, x, t, this.scale)
    body.y[i] = this.plane.next(2 * i + 1, y, t, this.scale)
    const { space } = body
    space.x[i] = this.depths.next(3 * i, raw.space.x[i] ?? Number.NaN, t, TRUNK_METRES)
    space.y[i] = this.depths.next(3 * i + 1, raw.space.y[i] ?? Number.NaN, t, TRUNK_METRES)
    space.z[i] = this.depths.next(3 * i + 2, raw.space.z[i] ?? Number.NaN, t, TRUNK_METRES)
  }

  private depth(frame: Frame): void {
    const { body, raw } = this
    body.depth = raw.deep ? (frame.depth ?? 'model') : 'none'
    body.shoulderYaw = yawAbout(body.space, INDEX.shoulderL, INDEX.shoulderR)
    body.hipYaw = yawAbout(body.space, INDEX.hipL, INDEX.hipR)
  }
}

const sizeOf = (pixels: number): number => (pixels > 0 && pixels < 1e6 ? pixels : 1)
