import { mean, median } from '../geometry.ts'

/**
 * A whole repetition reaches this share of the own range, and more where half of it could be read as so much: half and the error, up to
 * midway between half and whole. But a whole one that is read too low by as much is never taken for half: where the signal cannot tell
 * the two, it counts.
 */
export const FULL = 0.6
const HALF = 0.5
const MIDWAY = 0.75
/**
 * Who goes now further, now less far goes on doing so: by so many times what the last two, or three, differ by, a whole one may fall
 * short. Of the real people of UI-PRMD those who went 0.6 to 0.75 of their range differed by 14 to 40 % just before.
 */
const UNEVEN: Readonly<Record<number, number>> = { 2: 4.5, 3: 3 }

/** How many repetitions make the personal range: the last ones, because people tire and warm up. */
const MEMORY = 3
/** So many short ones of one height (to this share) in a row are the person's range now. */
const SHORT_ENOUGH = 3
const SHORT_ALIKE = 0.2

/** How far the person goes, learnt from the last repetitions. Unit: the signal's. null before the first. Memory does not grow. */
export class OwnRange {
  private readonly heights: number[] = []
  private readonly short: number[] = []
  private usual: number | null = null

  /** The median of the last few; null before the first. */
  get range(): number | null {
    return this.usual
  }

  /**
   * How far a whole repetition goes at the least. `error`: of a height, in the unit of the signal. It asks for more than `FULL` only of
   * somebody whose own repetitions are even: before two are known, and of who differs from one to the next, nobody knows what is half.
   */
  leastWhole(error: number): number {
    const own = this.usual ?? 0
    const differ = Math.max(...this.heights) - Math.min(...this.heights)
    const times = UNEVEN[this.heights.length]
    if (times === undefined) return FULL * own
    const uneven = own - times * differ
    return Math.max(FULL * own, Math.min(MIDWAY * own, HALF * own + error, own - error, uneven))
  }

  /** A whole repetition went so far. */
  learn(height: number): void {
    this.short.length = 0
    this.heights.push(height)
    if (this.heights.length > MEMORY) this.heights.shift()
    this.usual = median(this.heights)
  }

  /** Somebody who tires goes less far again and again; a single short one, or noise of several sizes, is not the new range. */
  learnShort(height: number): void {
    this.short.push(height)
    const usual = mean(this.short)
    if (this.short.some((one) => Math.abs(one - usual) > SHORT_ALIKE * usual))
      this.short.splice(0, this.short.length - 1)
    if (this.short.length < SHORT_ENOUGH) return
    for (const one of this.short.splice(0)) this.learn(one)
  }
}
