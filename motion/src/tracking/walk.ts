import { share } from '../body/one-euro.ts'
import { type Body, middleX } from '../body/body.ts'

/** Feet that travel faster than this, trunk lengths a second (0.35 m/s), walk; who stands and exercises keeps them where they are. */
const WALKS = 0.7
/** Share of that speed at which the hips go along: who kneels down or steps back sets a foot elsewhere and stays. */
const ALONG = 0.5
/** Hz at which both speeds are smoothed: a single lifted foot is no walking. */
const SMOOTH = 0.8
/** Seconds after the last step before somebody stands again. */
const STANDS = 1

/**
 * Whether somebody walks through the room: the middle of both feet goes across the picture, and the hips with it. Missing data:
 * without feet or hips in the picture nobody is taken to walk.
 */
export class Walk {
  private readonly feet = new Pace()
  private readonly hips = new Pace()
  private until = Number.NaN

  /** Takes one frame in; true while walking, and until the person has stood for a moment. */
  next(body: Body): boolean {
    const feet = this.feet.next(middleX(body, 'ankle'), body.t, body.trunk)
    const hips = this.hips.next(middleX(body, 'hip'), body.t, body.trunk)
    if (Math.abs(feet) > WALKS && hips * Math.sign(feet) > ALONG * WALKS) this.until = body.t + STANDS
    return body.t < this.until
  }
}

/** The smoothed speed of a point across the picture, trunk lengths a second. */
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
