/**
 * One-Euro filter of one quantity (Casiez, Roussel, Vogel, CHI 2012): a low-pass whose cut-off rises with speed, so that
 * a still body does not tremble and a moving one does not lag. Works with the true time between samples, so that the
 * result does not depend on the frame rate.
 */
export class OneEuro {
  private readonly minCutoff: number
  private readonly beta: number
  private value = Number.NaN
  private speed = 0
  private time = Number.NaN

  /** `minCutoff`: Hz at rest. `beta`: Hz added per unit per second of speed. */
  constructor(minCutoff: number, beta: number) {
    this.minCutoff = minCutoff
    this.beta = beta
  }

  /** Forgets the past: the next sample passes unchanged. */
  reset(): void {
    this.value = Number.NaN
    this.speed = 0
    this.time = Number.NaN
  }

  /** The filtered value at `t` seconds. A missing sample (NaN) is not taken in and gives NaN. */
  next(sample: number, t: number, scale = 1): number {
    if (!Number.isFinite(sample)) return Number.NaN
    const dt = t - this.time
    if (!(dt > 0 && dt < 0.5)) {
      this.value = sample
      this.speed = 0
      this.time = t
      return sample
    }
    this.time = t
    this.speed += share(1.5, dt) * ((sample - this.value) / (dt * scale) - this.speed)
    this.value += share(this.minCutoff + this.beta * Math.abs(this.speed), dt) * (sample - this.value)
    return this.value
  }
}

/** Share of the step towards a new sample taken by a first-order low-pass of `cutoff` Hz after `dt` seconds. */
export const share = (cutoff: number, dt: number): number => {
  const r = 2 * Math.PI * cutoff * dt
  return r / (r + 1)
}
