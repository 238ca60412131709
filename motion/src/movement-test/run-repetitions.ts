import { SIGNALS } from '../angles/angles.ts'
import type { Reading } from '../angles/row.ts'
import type { Repetition } from '../events.ts'
import type { Signal } from '../movement.ts'
import type { Attempt, AttemptSide } from './attempt.ts'
import type { TestEvent } from './events.ts'
import { Furthest } from './furthest.ts'
import { type Look, measuredIn } from './look.ts'
import { type Bench, NO_OUTCOME, type Runner } from './runner.ts'

const SIDES = ['left', 'right', 'both'] as const
/** Share of the least excursion from which an interrupted movement is told as an attempt that was not seen. */
const UNDER_WAY = 0.6
/** Seconds between two tellings of what hinders a measurement. */
const TELL_EVERY = 5

/**
 * Tests of range and grade: each out-and-back that the tracker counts is one attempt, worth the furthest value that was held in it where the angle
 * table calls a number honest. An attempt is not accepted when a rule was broken in it, when it could not be measured, or when the person
 * went out of sight.
 */
export class RunRepetitions implements Runner {
  private readonly bench: Bench
  private readonly signal: Signal
  private readonly marked: Signal[]
  private readonly furthest = { left: new Furthest(), right: new Furthest(), both: new Furthest() }
  private readonly marks = new Map<Signal, Furthest>()
  private error = 0
  private measured = false
  private toldAt = Number.NEGATIVE_INFINITY
  readonly outcome = NO_OUTCOME

  constructor(bench: Bench, signal: Signal) {
    this.bench = bench
    this.signal = signal
    this.marked = marksOf(bench)
    for (const mark of this.marked) this.marks.set(mark, new Furthest())
  }

  get finished(): boolean {
    return this.bench.log.next === null
  }

  end(): void {}

  next(look: Look): TestEvent[] {
    this.measure(look)
    const out: TestEvent[] = this.hindered(look)
    for (const event of look.events) {
      if (event.type === 'lost') out.push(...this.lost(look.t))
      if (event.type === 'rep') out.push(...this.close(event.repetition, look.t))
    }
    return out
  }

  private measure(look: Look): void {
    const reading = measuredIn(look, this.signal)
    this.measured = reading !== null
    for (const side of SIDES)
      this.furthest[side].next(outward(reading, this.signal, side, look.protocol.direction), look.t)
    if (reading !== null) this.error = Math.max(this.error, reading.error)
    for (const [signal, mark] of this.marks) mark.next(measuredIn(look, signal)?.value ?? Number.NaN, look.t)
  }

  /** While a rule is broken and for that reason nothing can be measured, the rule is told now and then: no repetition would ever say it. */
  private hindered(look: Look): TestEvent[] {
    const { t } = look
    const broken = this.measured || !look.found ? null : this.bench.rules.brokenSince(t)
    if (broken === null || t - this.toldAt < TELL_EVERY) return []
    this.toldAt = t
    return [{ type: 'not-accepted', t, because: broken, side: this.bench.log.next ?? 'both' }]
  }

  private lost(t: number): TestEvent[] {
    const least = UNDER_WAY * this.bench.spec.protocol.minRange
    const side = SIDES.find((one) => this.furthest[one].height > least)
    for (const one of [...Object.values(this.furthest), ...this.marks.values()]) one.drop()
    this.error = 0
    return side === undefined
      ? []
      : [{ type: 'not-accepted', t, because: 'not-seen', side: this.sideOf(side) }]
  }

  private close(repetition: Repetition, t: number): TestEvent[] {
    const { log, rules, begunAt, spec } = this.bench
    const side = this.sideOf(repetition.side)
    const reached = this.furthest[side].take()
    const marks: Attempt['marks'] = {}
    for (const [signal, mark] of this.marks) {
      const value = mark.take()
      if (Number.isFinite(value)) marks[signal] = value
    }
    const limbs = side === 'both' ? this.limbs() : null
    const error = this.error
    this.error = 0
    if (repetition.peak < begunAt || !log.wants(side) || this.idle(reached)) return []
    const value = Number.isFinite(reached) ? spec.protocol.direction * reached : null
    const broken = rules.brokenSince(repetition.start)
    const because = broken ?? (value === null ? 'not-measured' : repetition.partial ? 'short' : null)
    const before = log.next
    const attempt = log.add({ side, value, error, marks, limbs, at: repetition.peak, because })
    if (because !== null) return [{ type: 'not-accepted', t, because, side }]
    const accepted: TestEvent = { type: 'accepted', t, attempt }
    if (attempt.practice) return [accepted, { type: 'say', t, id: 'practice', side }]
    const { next } = log
    if (next === null || next === before) return [accepted]
    return [
      accepted,
      { type: 'say', t, id: spec.protocol.sides === 'near' ? 'turn-round' : 'other-side', side: next },
    ]
  }

  /** True for an excursion that ends nearer to rest than any attempt: the other limb's way back, a shift of position. */
  private idle(reached: number): boolean {
    const { direction, minRange } = this.bench.spec.protocol
    return reached - direction * SIGNALS[this.signal].rest < minRange
  }

  private limbs(): Attempt['limbs'] {
    const [left, right] = [this.furthest.left.take(), this.furthest.right.take()]
    return SIGNALS[this.signal].paired && Number.isFinite(left + right) ? { left, right } : null
  }

  private sideOf(side: AttemptSide): AttemptSide {
    return this.bench.spec.protocol.sides === 'one' ? 'both' : side
  }
}

/** The reading along the working direction of a side; NaN where it was not measured. */
function outward(reading: Reading | null, signal: Signal, side: AttemptSide, direction: number): number {
  if (reading === null) return Number.NaN
  const row = SIGNALS[signal]
  if (side === 'both') return direction * reading.value
  if (row.signed) return side === 'left' ? reading.value : -reading.value
  return row.paired ? direction * reading[side] : direction * reading.value
}

function marksOf({ spec }: Bench): Signal[] {
  const { grading } = spec.protocol
  if (grading === null) return []
  const marks =
    grading.by === 'best' ? grading.rows.flatMap((row) => row.marks) : [...grading.good, ...grading.least]
  return [...new Set(marks.map((mark) => mark.signal))]
}
