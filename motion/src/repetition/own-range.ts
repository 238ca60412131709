import { mean, median } from '../geometry.ts'

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
