import type { Signal } from '../movement.ts'
import type { TestEvent } from './events.ts'
import { type Look, readingIn } from './look.ts'
import type { Bench, Outcome, Runner } from './runner.ts'

/** Seconds for which the person may be out of sight before the count is not judged. */
const AWAY = 2

/**
 * Full repetitions within a fixed time. One that is more than half way out when the time is up counts (rule of the chair-stand test); partial ones do not.
 * A count in which the person was out of sight, or that a rule forbids, is told and not accepted.
 */
export class RunCount implements Runner {
  private readonly bench: Bench
  private readonly signal: Signal
  private count = 0
  private low = Number.NaN
  private high = Number.NaN
  private value = Number.NaN
  /** True from being below half way until the next counted repetition. */
  private armed = false
  private seenAt = Number.NaN
  private blind = false
  finished = false

  constructor(bench: Bench, signal: Signal) {
    this.bench = bench
    this.signal = signal
  }

  get outcome(): Outcome {
    return { seconds: null, count: this.count, detail: {} }
  }

  next(look: Look): TestEvent[] {
    const { t } = look
    const { begunAt, spec } = this.bench
    const left = begunAt + (spec.protocol.seconds ?? 30) - t
    if (left < 0) return this.close(t)
    this.watch(readingIn(look, this.signal)?.value, t)
    const before = this.count
    for (const event of look.events) {
      if (event.type !== 'rep' || event.repetition.partial || event.repetition.peak < begunAt) continue
      this.count += 1
      this.armed = false
    }
    return this.count === before
      ? []
      : [{ type: 'progress', t, seconds: Math.max(0, Math.round(left)), count: this.count }]
  }

  end(t: number): void {
    if (!this.finished) this.add(t, 'unclear')
  }

  private watch(value: number | undefined, t: number): void {
    if (Number.isNaN(this.seenAt)) this.seenAt = t
    if (value === undefined) {
      this.blind ||= t - this.seenAt > AWAY
      return
    }
    this.seenAt = t
    this.value = this.bench.spec.protocol.direction * value
    this.low = Number.isNaN(this.low) ? this.value : Math.min(this.low, this.value)
    this.high = Number.isNaN(this.high) ? this.value : Math.max(this.high, this.value)
    if (this.value < this.half) this.armed = true
  }

  private get half(): number {
    return this.low + Math.max(this.high - this.low, this.bench.spec.protocol.minRange) / 2
  }

  private close(t: number): TestEvent[] {
    const { rules, begunAt } = this.bench
    if (this.armed && this.value > this.half) this.count += 1
    return this.add(t, rules.brokenSince(begunAt) ?? (this.blind ? 'not-seen' : null))
  }

  private add(t: number, because: string | null): TestEvent[] {
    this.finished = true
    const attempt = this.bench.log.add({ side: 'both', value: this.count, error: 1, at: t, because })
    return because === null
      ? [{ type: 'accepted', t, attempt }]
      : [{ type: 'not-accepted', t, because, side: 'both' }]
  }
}
