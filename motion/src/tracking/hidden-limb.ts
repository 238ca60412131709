import type { Reading } from '../angles/angles.ts'
import type { Lanes } from '../repetition/lanes.ts'

/** Seconds without sight after which a limb is hidden and not merely flickering. */
const HIDDEN = 0.3
/** Degrees from the other limb within which a limb that is lost has gone behind it; further out the camera has lost it. */
const BEHIND = 45

type Limb = 'left' | 'right'
const LIMBS: readonly Limb[] = ['left', 'right']

/**
 * Where the hidden limb of an alternating movement rests. Seen from the side the far arm or leg disappears behind the near one,
 * because it lies where that lies: the two rest side by side, and one works at a time. So a limb that is lost beside the other one, at
 * rest or on its way back, is taken to rest where the other rests, and when it comes out from behind, the way that it has gone is
 * known. Missing data: a limb that is lost further out is not replaced, and nothing is while the other one is not seen either.
 */
export class HiddenLimb {
  private readonly seen = { left: Number.NaN, right: Number.NaN }
  private readonly seenAt = { left: Number.NaN, right: Number.NaN }
  private readonly level = { left: Number.NaN, right: Number.NaN }

  /** Forgets where limbs rested: the camera was blind. */
  reset(): void {
    for (const limb of LIMBS) {
      this.seenAt[limb] = Number.NaN
      this.level[limb] = Number.NaN
    }
  }

  /** The reading with the resting level of a limb that is hidden behind the other one. */
  complete(reading: Reading, lanes: Lanes, t: number): Reading {
    let made = reading
    for (const limb of LIMBS) {
      if (Number.isFinite(reading[limb])) {
        this.seen[limb] = reading[limb]
        this.seenAt[limb] = t
      } else if (this.gone(limb, reading, lanes, t)) made = { ...made, [limb]: this.level[limb] }
    }
    return made
  }

  private gone(limb: Limb, reading: Reading, lanes: Lanes, t: number): boolean {
    const other = limb === 'left' ? 'right' : 'left'
    if (!Number.isFinite(reading[other]) || t - this.seenAt[limb] < HIDDEN) return false
    const beside = lanes.resting(other) && !(Math.abs(this.seen[limb] - reading[other]) > BEHIND)
    if (!lanes.resting(limb) && !beside) return false
    if (lanes.resting(other)) this.level[limb] = lanes.levelOf(other)
    return true
  }
}
