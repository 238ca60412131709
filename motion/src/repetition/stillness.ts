/** Who stays for so many seconds within this share of the smallest range is still: people pause as long before they set out. */
const SECONDS = 0.7
const WITHIN = 0.3

/** Watches whether a signal at rest stays within a narrow band. Unit: the signal's. A value that is missing must not be given. */
export class Stillness {
  private readonly band: number
  private low = Number.NaN
  private high = Number.NaN
  private since = Number.NaN

  /** `minRange`: the smallest range of a repetition. */
  constructor(minRange: number) {
    this.band = WITHIN * minRange
  }

  /** The person has just come to rest here. */
  begin(value: number, t: number): void {
    this.low = value
    this.high = value
    this.since = t
  }

  /** Takes one value at rest; true when the person had been still until then. */
  next(value: number, t: number): boolean {
    const still = t - this.since >= SECONDS
    this.low = Math.min(this.low, value)
    this.high = Math.max(this.high, value)
    if (this.high - this.low > this.band) this.begin(value, t)
    return still
  }
}
