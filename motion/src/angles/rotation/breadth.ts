/**
 * The full breadth of a line of the body, as the widest that was seen of it: a turn can only narrow it. It grows within a third of a
 * second, so that one slip of the model does not stretch it, and is forgotten within minutes. Units are the caller's.
 */
export class FullBreadth {
  private widest: number
  private given: number
  private seconds = 0
  private time = Number.NaN

  /** `known`: the breadth from a neutral pose, NaN without one. */
  constructor(known: number) {
    this.widest = known
    this.given = known
  }

  /** The breadth; NaN before anything was seen. */
  get value(): number {
    return this.widest
  }

  /** Its expected error as a share: small where the person was seen at rest, large in the first seconds without. */
  get error(): number {
    return Number.isFinite(this.given) ? KNOWN : KNOWN + STRANGE * Math.exp(-this.seconds / 3)
  }

  /** A neutral pose has been taken meanwhile: the breadth goes over to what it says, without a jump. */
  told(known: number): void {
    if (!Number.isFinite(known)) return
    this.given = known
    this.seconds = 0
  }

  /** Takes in what is seen at `t` seconds; missing values change nothing. */
  learn(breadth: number, t: number): void {
    const dt = t - this.time
    this.time = t
    if (!Number.isFinite(breadth)) return
    if (Number.isNaN(this.widest)) this.widest = breadth
    if (!(dt > 0 && dt < 0.5)) return
    this.seconds += dt
    if (this.seconds < GOES_OVER && Number.isFinite(this.given))
      this.widest += (1 - Math.exp((-4 * dt) / GOES_OVER)) * (this.given - this.widest)
    const rate = breadth > this.widest ? GROWS : SHRINKS
    this.widest += (1 - Math.exp(-dt / rate)) * (breadth - this.widest)
  }
}

const KNOWN = 0.025
const STRANGE = 0.12
/** Seconds. Shrinking must outlast a hold at the end of a turn many times over. */
const GROWS = 0.3
const GOES_OVER = 1.5
const SHRINKS = 240
