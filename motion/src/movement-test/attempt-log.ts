import { type Attempt, type AttemptSide, KEEP_ATTEMPTS } from './attempt.ts'
import type { TestProtocol } from './protocol.ts'

type Found = Pick<Attempt, 'side' | 'value' | 'error' | 'at' | 'because'> &
  Partial<Pick<Attempt, 'marks' | 'limbs'>>

/** The attempts of one test: numbers them, tells practice from scored ones, and knows what is still wanted. */
export class AttemptLog {
  readonly attempts: Attempt[] = []
  private readonly protocol: TestProtocol
  private readonly wanted: readonly AttemptSide[]
  private number = 0

  /** `side`: only this side is tested; null tests all that the protocol asks for. */
  constructor(protocol: TestProtocol, side: 'left' | 'right' | null) {
    this.protocol = protocol
    this.wanted = protocol.sides === 'one' ? ['both'] : side === null ? ['left', 'right'] : [side]
  }

  /** Adds an attempt. The first good ones of a side are practice. */
  add(found: Found): Attempt {
    const { side } = found
    const valid = found.because === null
    const practised = this.attempts.filter((one) => one.side === side && one.practice).length
    const practice = valid && practised < this.protocol.practice
    this.number += 1
    const attempt: Attempt = {
      marks: {},
      limbs: null,
      ...found,
      number: this.number,
      practice,
      valid,
      pain: null,
    }
    if (this.attempts.length < KEEP_ATTEMPTS) this.attempts.push(attempt)
    return attempt
  }

  /** The person's pain in an attempt, 0..10; false when there is no such attempt. */
  setPain(number: number, pain: number): boolean {
    const attempt = this.attempts.find((one) => one.number === number)
    if (attempt !== undefined) attempt.pain = pain
    return attempt !== undefined
  }

  /** Attempts that count. */
  scored(side: AttemptSide | null = null): Attempt[] {
    return this.attempts.filter((one) => one.valid && !one.practice && (side === null || one.side === side))
  }

  /** The side that is asked for now: the one that was begun with, then the other; null when all wanted attempts are there. */
  get next(): AttemptSide | null {
    const open = this.wanted.filter((side) => this.scored(side).length < this.protocol.repeats)
    const begun = this.attempts.findLast((one) => one.valid && open.includes(one.side))
    return begun?.side ?? open[0] ?? null
  }

  /** True where this side is tested at all. */
  wants(side: AttemptSide): boolean {
    return this.wanted.includes(side)
  }
}
