import type { Signal } from '../movement.ts'
import { HoldClock } from '../repetition/hold.ts'
import type { TestEvent } from './events.ts'
import { type Look, readingIn } from './look.ts'
import type { Bench, Outcome, Runner } from './runner.ts'

/** Seconds for which nobody may be seen, or the position may be left, before the hold is over. */
const AWAY = 1.2
/** Seconds to take the position up after `begin`. */
const SETTLE = 3

/**
 * Tests of endurance: the clock runs while the position is held and seen, and stops at the first of: a rule broken, the position left, the person out
 * of sight, the longest time, pain, or the person's own word. Seconds that nobody saw are not counted.
 */
export class RunHold implements Runner {
  private readonly bench: Bench
  private readonly signal: Signal
  private readonly clock: HoldClock
  private startedAt = Number.NaN
  private heldAt = Number.NaN
  private told = 0
  finished = false
  private because: string | null = null

  constructor(bench: Bench, signal: Signal) {
    this.bench = bench
    this.signal = signal
    // The band of a hold: at least so much of a signal that falls when it is left, at most so much of one that rises.
    const { direction, minRange } = bench.spec.protocol
    this.clock = direction === 1 ? new HoldClock(minRange, minRange + 1) : new HoldClock(-minRange, minRange)
  }

  get outcome(): Outcome {
    return {
      seconds: Math.round(this.clock.seconds * 10) / 10,
      count: null,
      detail: { endedBy: this.because },
    }
  }

  next(look: Look): TestEvent[] {
    const { t } = look
    const { rules, spec } = this.bench
    const reading = readingIn(look, this.signal)
    if (reading === null) this.clock.stop()
    else this.clock.next(reading.value, t)
    if (this.clock.inside) this.heldAt = t
    if (Number.isNaN(this.startedAt)) {
      if (this.clock.inside) this.startedAt = t
      return []
    }
    const broken = t - this.startedAt > SETTLE ? rules.brokenSince(this.startedAt + SETTLE) : null
    const away = t - this.heldAt > AWAY
    if (this.clock.seconds >= (spec.protocol.seconds ?? 60)) return this.stop(t, 'longest')
    if (broken !== null) return this.stop(t, broken)
    if (away) return this.stop(t, reading === null ? 'not-seen' : 'left')
    if (this.clock.seconds - this.told < 1) return []
    this.told = Math.floor(this.clock.seconds)
    return [{ type: 'progress', t, seconds: this.told, count: 0 }]
  }

  end(t: number): void {
    if (!this.finished && !Number.isNaN(this.startedAt)) this.stop(t, 'ended')
    this.finished = true
  }

  private stop(t: number, because: string): TestEvent[] {
    this.finished = true
    this.because = because
    const { log, spec } = this.bench
    const value = Math.round(Math.min(this.clock.seconds, spec.protocol.seconds ?? 60) * 10) / 10
    return [
      { type: 'accepted', t, attempt: log.add({ side: 'both', value, error: 0, at: t, because: null }) },
    ]
  }
}
