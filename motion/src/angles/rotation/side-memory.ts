import { costOf, type Direction, type Seen, settle } from './direction.ts'

/** How much better the other side must fit, in variances, and for how long, before the turn is believed to be to the other side. */
const BETTER = 4
const SECONDS = 0.25
/** Below this turn in radians both sides are the same thing. */
const SMALL = 0.12
/** From this turn on it is clear to which side it goes. */
const CLEAR = 0.25

/**
 * Keeps to the side of a turn. The breadth in the picture is the same to the left and to the right; only depth tells them apart, and
 * depth trembles. So the side changes through zero, or when the other one has fitted clearly better for a while.
 */
export class SideMemory {
  private turn = Number.NaN
  private t = Number.NaN
  private against = 0

  reset(): void {
    this.turn = Number.NaN
  }

  /** The turn at `t` seconds; its error grows where the other side fits nearly as well. */
  next(seen: Seen, t: number): Direction {
    const dt = t - this.t
    this.t = t
    const fresh = settle(seen, Math.atan2(seen.sine, Math.max(seen.breadth, 0.05)))
    if (!(dt < 0.5) || Number.isNaN(this.turn)) return this.keep(fresh, seen)
    // A turn that was clear a moment ago cannot be a clear one to the other side now: that is depth that trembles.
    const crosses = this.turn * fresh.turn < 0 && Math.abs(this.turn) > CLEAR && Math.abs(fresh.turn) > SMALL
    if (!crosses) return this.keep(fresh, seen)
    const kept = this.onItsSide(settle(seen, this.turn), seen)
    this.against = kept.cost - fresh.cost > BETTER ? this.against + dt : 0
    return this.keep(this.against >= SECONDS ? fresh : kept, seen)
  }

  private onItsSide(found: Direction, seen: Seen): Direction {
    if (found.turn * this.turn > 0) return found
    return { turn: this.turn, error: found.error, cost: costOf(seen, this.turn) }
  }

  private keep(found: Direction, seen: Seen): Direction {
    if (found.turn * this.turn < 0) this.against = 0
    this.turn = found.turn
    const other = settle(seen, -found.turn)
    // The chance that it is the other side after all, and how far off it would then be.
    const chance = 1 / (1 + Math.exp(clampExponent((other.cost - found.cost) / 2)))
    const apart = found.turn - other.turn
    return {
      ...found,
      error: Math.hypot(found.error * Math.sqrt(Math.max(1, found.cost)), apart * Math.sqrt(chance)),
    }
  }
}

const clampExponent = (value: number): number => Math.min(30, Math.max(-30, value))
