import { share } from '../body/one-euro.ts'
import { type Body, middleX } from '../body/body.ts'

/** Feet that travel faster than this, trunk lengths a second (0.35 m/s), walk; who stands and exercises keeps them where they are. */
const WALKS = 0.7
/** Hz at which the speed of the feet is smoothed: a single lifted foot is no walking. */
const SMOOTH = 0.8
/** Seconds after the last step before somebody stands again. */
const STANDS = 1

/**
 * Whether somebody walks through the room, by the middle of both feet across the picture. Missing data: without feet in the picture
 * nobody is taken to walk.
 */
export class Walk {
  private x = Number.NaN
  private t = Number.NaN
  private speed = 0
  private until = Number.NaN

  /** Takes one frame in; true while walking, and until the person has stood for a moment. */
  next(body: Body): boolean {
    const x = middleX(body, 'ankle')
    const dt = body.t - this.t
    if (Number.isFinite(x)) {
      const known = dt > 0 && dt < 0.5 && body.trunk > 0
      if (known) this.speed += share(SMOOTH, dt) * ((x - this.x) / (dt * body.trunk) - this.speed)
      else this.speed = 0
      this.x = x
      this.t = body.t
    }
    if (Math.abs(this.speed) > WALKS) this.until = body.t + STANDS
    return body.t < this.until
  }
}
