import { BreathingReader } from '../breathing/reader.ts'
import { type BreathingPattern, PatternReader } from '../breathing/pattern.ts'
import type { TestEvent } from './events.ts'
import type { Look } from './look.ts'
import type { Bench, Outcome, Runner } from './runner.ts'

/** Share of the asked-for stillness that must be at hand at the end, and how often as long the person may need for it. */
const ENOUGH = 0.75
const PATIENCE = 2.5

/**
 * Breathing at rest over a minute of stillness: its rate, or how it is shared out between chest and belly. After a movement the minute begins
 * anew; where the rhythm stays unclear nothing is told but that.
 */
export class RunBreathing implements Runner {
  private readonly bench: Bench
  private readonly reader = new BreathingReader()
  private readonly hands = new PatternReader()
  private readonly asPattern: boolean
  private pattern: BreathingPattern | null = null
  private stillFor = 0
  private stillToldAt = Number.NEGATIVE_INFINITY
  finished = false

  constructor(bench: Bench, asPattern: boolean) {
    this.bench = bench
    this.asPattern = asPattern
  }

  get outcome(): Outcome {
    const { breathing } = this.reader
    const { pattern } = this
    return {
      seconds: null,
      count: null,
      detail: {
        rate: breathing?.rate ?? null,
        quality: this.reader.quality,
        inhaleSeconds: breathing?.inhaleSeconds ?? null,
        exhaleSeconds: breathing?.exhaleSeconds ?? null,
        chest: pattern?.chest ?? null,
        belly: pattern?.belly ?? null,
        chestDominant: pattern?.chestDominant ?? null,
      },
    }
  }

  next(look: Look): TestEvent[] {
    const { t, tracker } = look
    const { begunAt, spec } = this.bench
    const wanted = spec.protocol.seconds ?? 60
    if (look.found && look.view !== null && spec.protocol.camera?.views.includes(look.view) === true) {
      this.reader.read(tracker.body.body)
      if (this.asPattern) this.hands.read(tracker.body.body)
    }
    const out = this.tellStill(t)
    if (t - begunAt < wanted) return out
    const enough = this.reader.breathing !== null && this.reader.seconds >= ENOUGH * wanted
    if (enough) return [...out, ...this.close(t)]
    return t - begunAt < PATIENCE * wanted ? out : [...out, ...this.close(t)]
  }

  end(t: number): void {
    if (!this.finished) this.close(t)
  }

  private tellStill(t: number): TestEvent[] {
    const { seconds } = this.reader
    const broke = seconds + 2 < this.stillFor && t - this.stillToldAt > 5
    this.stillFor = seconds
    if (!broke) return []
    this.stillToldAt = t
    return [{ type: 'say', t, id: 'hold-still', side: 'both' }]
  }

  private close(t: number): TestEvent[] {
    this.finished = true
    const { breathing } = this.reader
    this.pattern = this.asPattern ? this.hands.pattern(breathing) : null
    const value = this.asPattern ? (this.pattern?.ratio ?? null) : (breathing?.rate ?? null)
    const error = this.asPattern ? 0 : (breathing?.error ?? 0)
    const because = value === null ? (this.reader.seconds < 20 ? 'moved' : 'unclear') : null
    const attempt = this.bench.log.add({ side: 'both', value, error, at: t, because })
    return because === null
      ? [{ type: 'accepted', t, attempt }]
      : [{ type: 'not-accepted', t, because, side: 'both' }]
  }
}
