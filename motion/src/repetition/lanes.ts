import type { Reading, SignalRow } from '../angles/angles.ts'
import type { Repetition } from '../events.ts'
import type { Movement } from '../movement.ts'
import type { PersonalRange } from '../calibration/calibration.ts'
import type { Side } from '../pose.ts'
import { FULL } from './own-range.ts'
import { type Excursion, PARTIAL, Segmenter } from './segmenter.ts'

/** Two limbs that go out together, at least this share as far, are one repetition of both. */
const TOGETHER = 0.5
/** Share of the smallest range by which a limb may lie beyond the rest that the signal expects. */
const BELOW_REST = 0.25

/**
 * A repetition that has just been told, and how far it went in the signal's unit. `repetition` is what is known at that moment;
 * `excursion` stays alive and gets its end when the person has come back (see `repetitionOf`).
 */
export type Told = { repetition: Repetition; height: number; side: Side; excursion: Excursion }

/** A repetition as it is known by now. */
export function repetitionOf(side: Side, excursion: Excursion): Repetition {
  const { start, end, peak, holdSeconds, outSeconds, backSeconds, partial } = excursion
  return { side, start, end, peak, holdSeconds, partial, outSeconds, backSeconds }
}

/**
 * An excursion that was told for one limb, alone or for both, and when: the other limb may still have gone along. `others`: when the
 * other limb's excursion began that was told with it.
 */
type Said = { excursion: Excursion; at: number; both: boolean; others: number }

type Lane = {
  side: Side
  segmenter: Segmenter
  pick: (reading: Reading) => number
  /** The value before, its expected error, and when that was. */
  value: number
  error: number
  at: number
  /** The last few that were told. */
  last: Said[]
  /** Where this limb rested when the other one set out last, and when that was; NaN before. */
  before: number
  beforeAt: number
  resting: boolean
}

/** An excursion that ends less than this share of its height above where the limb was before it gave way only brings it back there. */
const BEYOND = 0.5
/** Degrees a second: the fastest that people raise an arm or turn in exercising is about half of it (throwing is faster). */
const FASTEST = 1000
/** Seconds over which speed is taken at least: from frame to frame at 60 a second the tremble of the model is faster than people. */
const FRAME = 1 / 30
/** A height is told from two readings, each with the error of its signal; the smallest change of a trend is one of two readings already. */
const TWO_READINGS = Math.SQRT2
/** Told excursions of a limb that are remembered; small regular ones are told four at once. */
const REMEMBERED = 5

/**
 * The segmenters of one movement. A signal that knows sides (turns and bends of trunk and head) has one lane to each side of neutral; a paired limb
 * has one lane a limb, and limbs that move together give one repetition of both.
 */
export class Lanes {
  private readonly lanes: Lane[]
  private readonly together: boolean
  private readonly minRange: number
  private readonly direction: 1 | -1
  private readonly fastest: number
  private readonly readings: number

  constructor(
    count: NonNullable<Movement['count']>,
    row: SignalRow,
    alternating: boolean,
    personalRange: PersonalRange | null = null,
  ) {
    const { direction, minRange } = count
    const lane = (side: Side, pick: Lane['pick']): Lane => ({
      side,
      segmenter: new Segmenter(minRange, personalRange?.[side] ?? null),
      pick,
      value: Number.NaN,
      error: 0,
      at: Number.NaN,
      last: [],
      before: Number.NaN,
      beforeAt: Number.NaN,
      resting: true,
    })
    this.minRange = minRange
    this.direction = direction
    this.fastest = row.unit === 'deg' ? FASTEST : Number.POSITIVE_INFINITY
    this.readings = row.kind === 'trend' ? 1 : TWO_READINGS
    this.together = row.paired && !alternating
    if (row.paired) {
      // In turn, a limb that gives way to the other goes beyond its own rest: what it comes back from there is no way out.
      const floor = alternating ? direction * row.rest - BELOW_REST * minRange : Number.NEGATIVE_INFINITY
      this.lanes = [
        lane('left', (reading) => Math.max(floor, direction * reading.left)),
        lane('right', (reading) => Math.max(floor, direction * reading.right)),
      ]
    } else if (alternating || row.signed) {
      // Where a turn to one side is a set of its own, the person still chooses the side.
      this.lanes = [
        lane('left', (reading) => Math.max(0, reading.value - row.rest)),
        lane('right', (reading) => Math.max(0, row.rest - reading.value)),
      ]
    } else {
      this.lanes = [lane('both', (reading) => direction * reading.value)]
    }
  }

  /** How far out the person is now, as a share of the own range: the lane that is furthest. */
  get out(): number {
    return Math.max(...this.lanes.map((lane) => lane.segmenter.out))
  }

  /** True while this side has not set out; for a side that is not followed by itself, while nothing has. */
  resting(side: Side): boolean {
    const own = this.lanes.some((lane) => lane.side === side)
    return this.lanes.every((lane) => (own && lane.side !== side) || lane.segmenter.height === 0)
  }

  /** The value of the signal from which this limb sets out; NaN before it was seen. */
  levelOf(side: 'left' | 'right'): number {
    return this.direction * (this.lanes.find((lane) => lane.side === side)?.segmenter.level ?? Number.NaN)
  }

  /** The largest own range of the lanes in the signal's unit, null before the first repetition. */
  get range(): number | null {
    const ranges = this.lanes.map((lane) => lane.segmenter.range).filter((range) => range !== null)
    return ranges.length > 0 ? Math.max(...ranges) : null
  }

  /** Drops unfinished excursions: the camera was blind. */
  interrupt(): void {
    for (const lane of this.lanes) {
      lane.segmenter.interrupt()
      lane.before = Number.NaN
    }
  }

  /** What this side is doing now is something else (a hand at the mouth): if it goes no further it does not count, the other side goes on. */
  doubt(side: Side): void {
    for (const lane of this.lanes) if (lane.side === side) lane.segmenter.doubt()
  }

  /**
   * Takes one reading in; repetitions whose peak has just been left, none in nearly every frame. Their `end` and `backSeconds` follow
   * when the person has come back, in the same object. `stated`: the error that is stated for the signal from here, NaN where there is none.
   */
  next(reading: Reading, t: number, stated = Number.NaN): readonly Told[] {
    let told: Told[] | null = null
    for (const lane of this.lanes) {
      const value = lane.pick(reading)
      const known = reading.tremble ?? reading.error
      const error = known ?? 0
      if (this.jumps(lane, value, t, error)) lane.segmenter.interrupt()
      const closed = lane.segmenter.next(value, t, error, this.readings * (known ?? (stated || 0)))
      for (const excursion of closed) {
        const one = this.tell(lane, excursion, t)
        if (one !== null) (told ??= []).push(one)
      }
    }
    if (this.together) this.noteSettingOut(reading, t)
    return told ?? NONE
  }

  /**
   * Faster than a joint turns: the model slipped, or the person is seen from elsewhere now. What had begun is not theirs. A limb that
   * passes before the camera turns faster in the picture than in truth; the errors of both readings say so.
   */
  private jumps(lane: Lane, value: number, t: number, error: number): boolean {
    if (!Number.isFinite(value)) return false
    const jumped =
      Math.abs(value - lane.value) > this.fastest * Math.max(t - lane.at, FRAME) + error + lane.error
    lane.value = value
    lane.error = error
    lane.at = t
    return jumped
  }

  /** Remembers where a limb was when the other one set out. */
  private noteSettingOut(reading: Reading, t: number): void {
    for (const lane of this.lanes) {
      const resting = lane.segmenter.height === 0
      if (lane.resting && !resting)
        for (const other of this.lanes) {
          if (other === lane || other.segmenter.height > 0 || other.segmenter.comingHome) continue
          other.before = other.pick(reading)
          other.beforeAt = t
        }
      lane.resting = resting
    }
  }

  /**
   * True for a limb that went down while the other one went out (the arm that is leant on, when the trunk turns over it) and has only come
   * back to where it was: that is no repetition of its own.
   */
  private onlyCameBack({ before, beforeAt }: Lane, { low, height }: Excursion, other: Lane): boolean {
    if (!(low + height - before < BEYOND * height)) return false
    return (
      other.segmenter.height >= this.minRange || other.last.some((said) => said.excursion.peak >= beforeAt)
    )
  }

  private tell(lane: Lane, excursion: Excursion, now: number): Told | null {
    // What is told late, once others like it showed what it was, has been over for long: what comes now did not go along with it.
    const at = Math.min(now, excursion.end)
    const other = this.together ? this.lanes.find((one) => one !== lane) : undefined
    const { height, start, peak } = excursion
    if (other?.last.some((said) => goesAlong(excursion, said)) === true) return null
    if (other !== undefined && this.onlyCameBack(lane, excursion, other)) return null
    const least = TOGETHER * height
    const both =
      other !== undefined &&
      ((other.segmenter.height >= least && other.segmenter.furthestAt >= start) ||
        other.segmenter.wentAlong(start, at, least))
    // The other limb is still out on the excursion that was told with this one before: a bounce of this limb meanwhile is no second one.
    const others = other === undefined || other.segmenter.height === 0 ? Number.NaN : other.segmenter.setOutAt
    if (lane.last.some((said) => said.both && said.others === others)) return null
    // Only went along with a much larger one of the other limb that is still on its way.
    if (other !== undefined && !both && peak <= at && other.segmenter.height > height / TOGETHER) return null
    if (other !== undefined && !both && inStep(lane, other)) {
      // Who moves both limbs in step is measured by the limb that goes further: half of that by one limb alone is no whole one.
      const range = Math.max(lane.segmenter.range ?? 0, other.segmenter.range ?? 0)
      if (height < PARTIAL * range) return null
      if (height < FULL * range) excursion.partial = true
    }
    lane.last.push({ excursion, at, both, others })
    if (lane.last.length > REMEMBERED) lane.last.shift()
    const side = both ? 'both' : lane.side
    return { repetition: repetitionOf(side, excursion), height, side, excursion }
  }
}

/** So many of both limbs, the last ones of each, show that they go in step. */
const IN_STEP = 3

/** True when the last few that either limb took part in were of both. */
function inStep(...lanes: readonly Lane[]): boolean {
  const told = lanes.flatMap(({ last }) => last).toSorted((a, b) => a.at - b.at)
  return (
    told.length >= IN_STEP && told.slice(-IN_STEP).every(({ both, excursion }) => both || excursion.partial)
  )
}

const NONE: readonly Told[] = []

/** True when this excursion is that of the limb which went along with what was told: as one of both, or as a much smaller one. */
function goesAlong(excursion: Excursion, said: Said): boolean {
  const meanwhile = excursion.start < said.at && excursion.peak >= said.excursion.start
  return meanwhile && (said.both || excursion.height < TOGETHER * said.excursion.height)
}
