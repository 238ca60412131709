import { share } from '../body/one-euro.ts'
import { type Body, middleX, middleY } from '../body/body.ts'

/** Feet that travel faster than this, trunk lengths a second (0.35 m/s), walk; who stands and exercises keeps them where they are. */
const WALKS = 0.7
/** Share of that speed at which the hips go along: who sets a foot elsewhere stays. */
const ALONG = 0.5
/** Share of their speed across at which the hips may go up or down: who walks keeps them at one height, who kneels down does not. */
const LEVEL = 0.5
/** Trunk lengths (0.2 m) that hips and feet have both come since the feet stood: less is a step, or a sway. */
const COMES = 0.4
/** Hz at which speeds are smoothed: a single lifted foot is no walking. */
const SMOOTH = 0.8
/** Seconds after the last step before somebody stands again. */
const STANDS = 1

/**
 * Whether somebody walks through the room: the middle of both feet goes across the picture, and the hips with it at one height.
 * Missing data: without feet or hips in the picture nobody is taken to walk.
 */
export class Walk {
  private readonly feet = new Pace()
  private readonly hips = new Pace()
  private readonly rise = new Pace()
  private stoodFeet = Number.NaN
  private stoodHips = Number.NaN
  private until = Number.NaN

  /** Takes one frame in; true while walking, and until the person has stood for a moment. */
  next(body: Body): boolean {
    const { t, trunk } = body
    const [x, hipX] = [middleX(body, 'ankle'), middleX(body, 'hip')]
    const feet = this.feet.next(x, t, trunk)
    const hips = this.hips.next(hipX, t, trunk)
    const rise = Math.abs(this.rise.next(middleY(body, 'hip'), t, trunk))
    const way = Math.sign(feet)
    if (Math.abs(feet) < ALONG * WALKS) {
      this.stoodFeet = x
      this.stoodHips = hipX
    }
    const come = Math.min(way * (x - this.stoodFeet), way * (hipX - this.stoodHips))
    const goes = way * feet > WALKS && way * hips > Math.max(ALONG * WALKS, rise / LEVEL)
    if (goes && come > COMES * trunk) this.until = t + STANDS
    return t < this.until
  }
}

/** The smoothed speed of a point along one axis of the picture, trunk lengths a second. */
class Pace {
  private x = Number.NaN
  private t = Number.NaN
  private speed = 0

  next(x: number, t: number, trunk: number): number {
    if (!Number.isFinite(x)) return this.speed
    const dt = t - this.t
    const known = dt > 0 && dt < 0.5 && trunk > 0
    this.speed = known ? this.speed + share(SMOOTH, dt) * ((x - this.x) / (dt * trunk) - this.speed) : 0
    this.x = x
    this.t = t
    return this.speed
  }
}
