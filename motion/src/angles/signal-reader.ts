import type { Body } from '../body/body.ts'
import type { Neutral } from '../calibration/neutral.ts'
import type { Signal } from '../movement.ts'
import { readSignal, SIGNALS } from './angles.ts'
import type { Read, Reading } from './row.ts'

/**
 * Reads the signals of one person from frame to frame: each at most once a frame, so that counting, measuring and judging look at
 * the same value, and those with a memory (rates, a taught pose) keep it here.
 */
export class SignalReader {
  private readonly open = new Map<Signal, Read>()
  private readonly readings = new Map<Signal, Reading | null>()
  private t = Number.NaN

  /** The reading of `signal` in this frame; null when it cannot be had. */
  read(body: Body, neutral: Neutral | null, signal: Signal): Reading | null {
    if (body.t !== this.t) {
      this.readings.clear()
      this.t = body.t
    }
    const known = this.readings.get(signal)
    if (known !== undefined) return known
    const reading = this.fresh(body, neutral, signal)
    this.readings.set(signal, reading)
    return reading
  }

  /** Forgets the past: somebody else may be standing there now. */
  reset(): void {
    this.open.clear()
    this.readings.clear()
  }

  /** What the table gives for this frame; the reader with a memory where there is one and depth was not measured. */
  private fresh(body: Body, neutral: Neutral | null, signal: Signal): Reading | null {
    const { open, readSpace } = SIGNALS[signal]
    // Measured depth needs no past.
    if (open === undefined || (body.depth === 'sensor' && readSpace !== undefined))
      return readSignal(body, neutral, signal)
    let read = this.open.get(signal)
    if (read === undefined) {
      read = open()
      this.open.set(signal, read)
    }
    const reading = body.seen ? read(body, neutral) : null
    return reading !== null && Number.isFinite(reading.value) ? reading : null
  }
}
