import type { Reading, SignalRow } from '../angles/angles.ts'
import type { Repetition } from '../events.ts'
import type { Movement } from '../movement.ts'
import type { PersonalRange } from '../calibration/calibration.ts'
import type { Side } from '../pose.ts'
import { type Excursion, Segmenter } from './segmenter.ts'

/** Two limbs that go out together, at least this share as far, are one repetition of both. */
const TOGETHER = 0.5

/** A repetition that has just been closed, and how far it went in the signal's unit. */
export type Told = { repetition: Repetition; height: number }

type Lane = {
  side: Side
  segmenter: Segmenter
  pick: (reading: Reading) => number
  swallowed: boolean
  last: Excursion | null
}

/**
 * The segmenters of one movement. A trunk or head signal that alternates has one lane to each side of neutral; a paired limb
 * has one lane a limb, and limbs that move together give one repetition of both.
 */
export class Lanes {
  private readonly lanes: Lane[]
  private readonly together: boolean

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
      swallowed: false,
      last: null,
    })
    this.together = row.paired && !alternating
    if (row.paired) {
      this.lanes = [
        lane('left', (reading) => direction * reading.left),
        lane('right', (reading) => direction * reading.right),
      ]
    } else if (alternating) {
      this.lanes = [
        lane('left', (reading) => Math.max(0, reading.value - row.rest)),
        lane('right', (reading) => Math.max(0, row.rest - reading.value)),
      ]
    } else {
      const side = row.signed ? (direction > 0 ? 'left' : 'right') : 'both'
      this.lanes = [lane(side, (reading) => direction * reading.value)]
    }
  }

  /** How far out the person is now, as a share of the own range: the lane that is furthest. */
  get out(): number {
    return Math.max(...this.lanes.map((lane) => lane.segmenter.out))
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
      lane.swallowed = false
    }
  }

  /** Takes one reading in; repetitions whose peak has just been left (at most one of each side). */
  next(reading: Reading, t: number): Told[] {
    const closed: { lane: Lane; excursion: Excursion }[] = []
    for (const lane of this.lanes) {
      const excursion = lane.segmenter.next(lane.pick(reading), t)
      if (lane.segmenter.height === 0) lane.swallowed = false
      if (excursion !== null) closed.push({ lane, excursion })
    }
    return closed.flatMap(({ lane, excursion }) => this.tell(lane, excursion) ?? [])
  }

  private tell(lane: Lane, excursion: Excursion): Told | null {
    const other = this.together ? this.lanes.find((one) => one !== lane) : undefined
    const goesAlong = lane.swallowed || (other !== undefined && accompanies(excursion, other))
    lane.last = excursion
    if (goesAlong) return null
    const both = other !== undefined && other.segmenter.height >= TOGETHER * excursion.height
    if (both) other.swallowed = true
    const { start, end, peak, holdSeconds, partial, height } = excursion
    return { repetition: { side: both ? 'both' : lane.side, start, end, peak, holdSeconds, partial }, height }
  }
}

/** True when this small excursion only went along with a much larger one of the other limb at the same time. */
function accompanies(excursion: Excursion, other: Lane): boolean {
  const larger = excursion.height / TOGETHER
  const { last } = other
  return (
    other.segmenter.height > larger || (last !== null && last.height > larger && last.end >= excursion.start)
  )
}
