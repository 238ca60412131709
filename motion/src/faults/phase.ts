import type { FaultPhase } from '../movement.ts'

/** Share of the own range by which the direction must turn before the way out becomes the way back. */
const TURN = 0.12
/** Share of the own range beyond which the person is at its end. */
const AT_END = 0.8

/**
 * Tells in which part of a repetition the person is, from how far out they are as a share of their own range. The end of the range is
 * known only once the range is: before the first repetition it is never told, so that no rule about the end fires on the way.
 */
export class PhaseReader {
  private going: 'out' | 'back' = 'out'
  private furthest = 0

  /** `out`: how far out, 0..1 and more; `known`: whether the own range has been seen. */
  next(out: number, known: boolean): Exclude<FaultPhase, 'any'> {
    const ahead = this.going === 'out' ? out - this.furthest : this.furthest - out
    if (ahead > 0) this.furthest = out
    else if (-ahead > TURN) {
      this.going = this.going === 'out' ? 'back' : 'out'
      this.furthest = out
    }
    return known && this.going === 'out' && out >= AT_END ? 'hold' : this.going
  }
}
