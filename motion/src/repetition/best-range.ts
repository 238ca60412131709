/** Seconds for which a value must be held to count as reached: one frame's slip is no range of motion. */
const HELD = 0.12

/** Furthest value that was held in one direction. Constant memory: a short window of the last samples. */
export class BestRange {
  private readonly window: { t: number; value: number }[] = []
  private readonly direction: 1 | -1
  best = Number.NaN

  /** `direction`: +1 keeps the largest, -1 the smallest. */
  constructor(direction: 1 | -1) {
    this.direction = direction
  }

  /** Forgets all of it. */
  clear(): void {
    this.window.length = 0
    this.best = Number.NaN
  }

  /** Takes one value in; NaN (not seen) breaks what was being held. */
  next(value: number, t: number): void {
    if (!Number.isFinite(value)) {
      this.window.length = 0
      return
    }
    const out = value * this.direction
    this.window.push({ t, value: out })
    while (this.window.length > 1 && t - (this.window[1]?.t ?? t) >= HELD) this.window.shift()
    const oldest = this.window[0]?.t ?? t
    if (t - oldest < HELD || this.window.length < 2) return
    const held = this.window.reduce((least, one) => Math.min(least, one.value), Number.POSITIVE_INFINITY)
    if (Number.isNaN(this.best) || held > this.best * this.direction) this.best = held * this.direction
  }
}
