import type { Repetition, SetSummary, SideSummary } from '../events.ts'
import type { Side } from '../pose.ts'
import { repetitionOf, type Told } from '../repetition/lanes.ts'

/** Repetitions kept in full; more are still counted. */
const KEEP = 500
/** Seconds between peaks beyond which there was a rest and not a tempo. */
const PAUSE = 20

/** A running mean. */
class Mean {
  private sum = 0
  private n = 0

  /** Takes a value in; null and what is not a number is left out. */
  add(value: number | null): void {
    if (value === null || !Number.isFinite(value)) return
    this.sum += value
    this.n += 1
  }

  get value(): number | null {
    return this.n > 0 ? this.sum / this.n : null
  }
}

type SideTally = {
  reps: number
  partial: number
  height: Mean
  range: Mean
  out: Mean
  hold: Mean
  back: Mean
}

const sideTally = (): SideTally => ({
  reps: 0,
  partial: 0,
  height: new Mean(),
  range: new Mean(),
  out: new Mean(),
  hold: new Mean(),
  back: new Mean(),
})

/**
 * Keeps count of one set: repetitions by side, tempo, and the mean range and times of each side. Partial repetitions are counted apart
 * and enter no mean of range. Memory: the first 500 repetitions in full, of all others only counts and means.
 */
export class Tally {
  readonly counts: SetSummary['reps'] = { total: 0, left: 0, right: 0, partial: 0 }
  private readonly kept: Told[] = []
  private readonly sides: Record<Side, SideTally> = {
    left: sideTally(),
    right: sideTally(),
    both: sideTally(),
  }
  private readonly tempo = new Mean()
  private readonly open: Told[] = []
  private peak = Number.NaN

  /** One more repetition. */
  add(told: Told): void {
    const { counts } = this
    const { side, excursion } = told
    const tally = this.sides[side]
    if (this.kept.length < KEEP) this.kept.push(told)
    if (excursion.partial) {
      counts.partial += 1
      tally.partial += 1
    } else {
      counts.total += 1
      tally.reps += 1
      tally.height.add(excursion.height)
      if (side !== 'both') counts[side] += 1
    }
    const gap = excursion.peak - this.peak
    if (gap > 0 && gap < PAUSE) this.tempo.add(gap)
    this.peak = excursion.peak
    tally.out.add(excursion.outSeconds)
    tally.hold.add(excursion.holdSeconds)
    this.open.push(told)
    this.settle()
  }

  /** How far a repetition of `side` went in the signal that is shown; NaN where that was not seen. */
  reached(side: Side, value: number): void {
    this.sides[side].range.add(value)
  }

  /** Mean seconds from one peak to the next; null before there are two. */
  get tempoSeconds(): number | null {
    return this.tempo.value
  }

  /** How far a side goes out in the signal that is counted, in its unit: the mean over full repetitions; null before the first. */
  meanHeight(side: Side): number | null {
    return this.sides[side].height.value
  }

  /** Mean range of a side over its repetitions in the signal that is shown, in its unit; null when none was measured. */
  meanRange(side: Side): number | null {
    return this.sides[side].range.value
  }

  /** The repetitions as they are known by now. */
  repetitions(): Repetition[] {
    return this.kept.map(({ side, excursion }) => repetitionOf(side, excursion))
  }

  /** What one side came to; `best`: its furthest range, kept elsewhere. */
  sideOf(side: Side, best: number | null): SideSummary {
    this.settle()
    const { reps, partial, range, out, hold, back } = this.sides[side]
    return {
      reps,
      partial,
      best,
      mean: range.value,
      outSeconds: out.value,
      holdSeconds: hold.value,
      backSeconds: back.value,
    }
  }

  /** Takes in the way back of repetitions that are over by now: those of one side follow one another, so at most a few are open. */
  private settle(): void {
    for (let i = this.open.length - 1; i >= 0; i--) {
      const told = this.open[i]
      const back = told?.excursion.backSeconds ?? null
      if (told !== undefined && back !== null) this.sides[told.side].back.add(back)
      if (back !== null || i < this.open.length - OPEN) this.open.splice(i, 1)
    }
  }
}

/** Repetitions whose way back is still awaited: one a limb, and four small ones that are told at once. */
const OPEN = 6
