/** Samples a second that are kept: six times the fastest breath that is looked for. */
export const SLOT_RATE = 4
/** Seconds that are kept. */
export const WINDOW = 60
/** Slots without any sample that are bridged by a straight line; a longer gap is time that nobody saw. */
const BRIDGE = 4

const SIZE = SLOT_RATE * WINDOW

/**
 * The last minute of one quantity at an even rate, whatever the camera's: samples that fall into the same quarter of a second are
 * averaged, which also keeps fast trembling from folding into the band of breathing. Missing data: up to a second is bridged in a
 * straight line, after more the past is dropped. Memory is fixed.
 */
export class Slots {
  private readonly ring = new Float64Array(SIZE)
  private filled = 0
  private head = 0
  private slot = Number.NaN
  private sum = 0
  private n = 0
  private gap = 0

  /** Slots that are complete. */
  get length(): number {
    return this.filled
  }

  /** Drops the past. */
  clear(): void {
    this.filled = 0
    this.gap = 0
    this.slot = Number.NaN
    this.sum = 0
    this.n = 0
  }

  /** Takes one sample of time `t` seconds in; the mean of the slot that it completes, else NaN. NaN is not taken in. */
  push(value: number, t: number): number {
    const slot = Math.floor(t * SLOT_RATE)
    if (!Number.isFinite(value) || slot < this.slot) return Number.NaN
    const done = slot !== this.slot && this.n > 0
    const mean = this.sum / this.n
    if (done) this.close(mean, slot - this.slot)
    if (slot !== this.slot) {
      this.slot = slot
      this.sum = 0
      this.n = 0
    }
    this.sum += value
    this.n += 1
    return done ? mean : Number.NaN
  }

  /** The kept values, oldest first. */
  values(): Float64Array {
    const out = new Float64Array(this.filled)
    for (let i = 0; i < this.filled; i++) out[i] = this.ring[(this.head - this.filled + i + SIZE) % SIZE] ?? 0
    return out
  }

  private close(mean: number, ahead: number): void {
    const pending = this.gap
    this.gap = ahead - 1
    if (pending > BRIDGE) this.filled = 0
    else if (this.filled > 0) {
      const before = this.ring[(this.head - 1 + SIZE) % SIZE] ?? mean
      for (let i = 1; i <= pending; i++) this.put(before + ((mean - before) * i) / (pending + 1))
    }
    this.put(mean)
  }

  private put(value: number): void {
    this.ring[this.head] = value
    this.head = (this.head + 1) % SIZE
    this.filled = Math.min(SIZE, this.filled + 1)
  }
}
