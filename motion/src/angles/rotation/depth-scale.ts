import { turnOf } from './direction.ts'

/**
 * How far the depth of a pose model must be stretched for one person before one camera. A line of the body keeps its length while it
 * turns: what it loses in breadth it must gain in depth. So `breadth² + (scale × depth)² = 1` holds at every angle, and the scale
 * follows from the movement itself, without a table and without knowing the angle. Depth and breadth are shares of the full breadth.
 */
export class DepthScale {
  private depths: number
  private losses: number
  private time = Number.NaN

  /** Models squeeze depth or stretch it, from 0.5 to 1.2 of the truth in those measured; the middle of it until the person has turned. */
  constructor() {
    this.depths = PRIOR
    this.losses = PRIOR * TYPICAL ** 2
  }

  /** The factor by which depth is stretched. */
  get scale(): number {
    return Math.sqrt(this.losses / this.depths)
  }

  /** Its expected error as a share of it: large before the person has turned, never below what the model's own bends leave. */
  get error(): number {
    return Math.hypot(OWN, UNKNOWN * this.strange)
  }

  /** 1 before the person has turned, towards 0 as their own scale becomes known. */
  get strange(): number {
    return Math.sqrt(PRIOR / this.depths)
  }

  /** Takes in a turned line at `t` seconds: `breadth` below 1 and `depth` as the model has it. */
  learn(breadth: number, depth: number, round: number, t: number): void {
    const dt = t - this.time
    this.time = t
    if (!(dt > 0 && dt < 0.5) || !(breadth > LEAST && breadth < 1) || !(Math.abs(depth) < 3)) return
    const squared = depth * depth
    const loss = Math.sin(turnOf(breadth, round)) ** 2
    // Without a loss of breadth nothing can be learnt: small turns lose less than the landmarks tremble.
    if (loss < TREMBLE) return
    const fade = Math.exp(-dt / FORGET)
    const prior = PRIOR * TYPICAL ** 2
    // By the square of the depth: breadth that is lost without any depth was no turn but a shrug or a slip.
    this.depths = PRIOR + (this.depths - PRIOR) * fade + dt * squared * squared
    this.losses = prior + (this.losses - prior) * fade + dt * squared * loss
  }
}

/** Scale before anything is known, and how much of a turn outweighs it: a quarter of a second at a depth of 0.7 of the breadth. */
const TYPICAL = 1.4
const PRIOR = 0.06
const UNKNOWN = 0.4
const OWN = 0.1
const LEAST = 0.25
const TREMBLE = 0.12
const FORGET = 90
