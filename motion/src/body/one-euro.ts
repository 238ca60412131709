/** Hz of the low-pass on the speed. */
const SPEED_CUTOFF = 1.5
/** Samples further apart than this start anew, seconds. */
const ANEW = 0.5
/**
 * Seconds between samples at which the cut-off has doubled. Few samples a second carry little noise that a filter could take out, but a
 * filter would still shrink fast movement: from about a tenth of a second on they pass practically as they are.
 */
const SPARSE = 0.06

/**
 * One-Euro filters (Casiez, Roussel, Vogel, CHI 2012) of `count` quantities side by side: low-passes whose cut-off rises with speed, so
 * that a still body does not tremble and a moving one does not lag. They work with the true time between samples and in the form that
 * is exact for any step, so that the result does not depend on the frame rate. Missing data: NaN in, NaN out, nothing taken in.
 */
export class OneEuroBank {
  private readonly minCutoff: number
  private readonly beta: number
  private readonly values: Float64Array
  private readonly speeds: Float64Array
  private readonly times: Float64Array

  /** `minCutoff`: Hz at rest. `beta`: Hz added per unit per second of speed. */
  constructor(count: number, minCutoff: number, beta: number) {
    this.minCutoff = minCutoff
    this.beta = beta
    this.values = new Float64Array(count)
    this.speeds = new Float64Array(count)
    this.times = new Float64Array(count).fill(Number.NaN)
  }

  /** Forgets the past of quantity `i`, or of all: the next sample passes unchanged. */
  reset(i?: number): void {
    if (i === undefined) this.times.fill(Number.NaN)
    else this.times[i] = Number.NaN
  }

  /** The filtered value of quantity `i` at `t` seconds; `scale`: how many of the sample's units make one unit of `beta`. */
  next(i: number, sample: number, t: number, scale = 1): number {
    if (!Number.isFinite(sample)) return Number.NaN
    const dt = t - (this.times[i] ?? Number.NaN)
    this.times[i] = t
    if (!(dt > 0 && dt < ANEW)) {
      this.values[i] = sample
      this.speeds[i] = 0
      return sample
    }
    const value = this.values[i] ?? sample
    const speed = this.speeds[i] ?? 0
    const faster = speed + share(SPEED_CUTOFF, dt) * ((sample - value) / (dt * scale) - speed)
    this.speeds[i] = faster
    const cutoff = (this.minCutoff + this.beta * Math.abs(faster)) * (1 + (dt / SPARSE) ** 2)
    const next = value + share(cutoff, dt) * (sample - value)
    this.values[i] = next
    return next
  }
}

/** Share of the step towards a new sample taken by a first-order low-pass of `cutoff` Hz after `dt` seconds. */
export const share = (cutoff: number, dt: number): number => -Math.expm1(-2 * Math.PI * cutoff * dt)
