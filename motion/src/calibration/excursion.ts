import type { Reading, SignalRow } from '../angles/row.ts'
import { median } from '../geometry.ts'
import type { GuidedMovement } from './guided-movements.ts'

/** How far out the guided movement went: to the side that the picture shows, in the signal's unit, positive. */
export type Reach = { side: 'left' | 'right' | 'both'; size: number }

/** Readings over which the size is a median, so that a slip of the model is no movement. */
const WINDOW = 5
/** Share of the furthest at which the person has turned round, and at which they are back. */
const TURNED = 0.85
const BACK = 0.4
/** Seconds during which it must be out: shorter is no movement of a person. */
const SHORTEST = 0.4
/** How many times its own error a reading must go out to be a movement: a side must never be taken from a doubt. */
const CLEAR = 1.3

/**
 * Follows one movement out from rest and back. Rest is the median of the readings given to `atRest`; the side is the one that went
 * further. Missing readings change nothing.
 */
export class Excursion {
  private readonly guided: GuidedMovement
  private readonly row: SignalRow
  private readonly rests: { left: number[]; right: number[]; value: number[] } = {
    left: [],
    right: [],
    value: [],
  }
  private readonly recent: number[][] = [[], []]
  private readonly furthest = [0, 0]
  private outSince = Number.NaN
  phase: 'resting' | 'waiting' | 'out' | 'turned' | 'back' = 'waiting'

  constructor(guided: GuidedMovement, row: SignalRow) {
    this.guided = guided
    this.row = row
  }

  /** Takes a reading of the person at rest. */
  atRest(reading: Reading): void {
    for (const key of ['left', 'right', 'value'] as const) {
      const list = this.rests[key]
      if (Number.isFinite(reading[key])) list.push(reading[key])
      if (list.length > 30) list.shift()
    }
  }

  /** Begins again from the same rest, once the person is back there. */
  again(): void {
    this.phase = 'resting'
    this.furthest.fill(0)
  }

  /** Takes a reading of the movement at `t` seconds. */
  next(reading: Reading, t: number): void {
    const [left, right] = this.out(reading)
    const now = [this.smooth(0, left), this.smooth(1, right)]
    const size = Math.max(...now)
    const least = Math.max(this.guided.least, CLEAR * (reading.error ?? 0))
    for (const i of [0, 1]) this.furthest[i] = Math.max(this.furthest[i] ?? 0, now[i] ?? 0)
    if (this.phase === 'resting') {
      this.furthest.fill(0)
      if (size < least) this.phase = 'waiting'
      return
    }
    const furthest = Math.max(...this.furthest)
    if (size >= least && this.phase === 'waiting') {
      this.phase = 'out'
      this.outSince = t
    }
    if (this.phase === 'out' && size < TURNED * furthest) this.phase = 'turned'
    if (this.phase === 'turned' && size >= 0.95 * furthest) this.phase = 'out'
    if (this.phase === 'turned' && size < BACK * furthest) {
      if (t - this.outSince >= SHORTEST) this.phase = 'back'
      else this.again()
    }
  }

  /** How far it went so far, and to which side of the picture's person. */
  get reach(): Reach {
    const [left = 0, right = 0] = this.furthest
    if (!this.row.signed && !this.row.paired) return { side: 'both', size: left }
    return left >= right ? { side: 'left', size: left } : { side: 'right', size: right }
  }

  /** Share of the furthest that the other side went along: near 1 when both moved alike. */
  get alike(): number {
    const [left = 0, right = 0] = this.furthest
    return Math.min(left, right) / Math.max(left, right, 1e-9)
  }

  private out(reading: Reading): [number, number] {
    const { row, guided } = this
    const rest = (key: 'left' | 'right' | 'value'): number => {
      const middle = median(this.rests[key])
      return Number.isFinite(middle) ? middle : row.rest
    }
    if (row.paired)
      return [
        guided.direction * (reading.left - rest('left')),
        guided.direction * (reading.right - rest('right')),
      ]
    const way = reading.value - rest('value')
    return row.signed ? [way, -way] : [guided.direction * way, Number.NaN]
  }

  private smooth(side: 0 | 1, value: number): number {
    const list = this.recent[side] ?? []
    if (Number.isFinite(value)) list.push(value)
    if (list.length > WINDOW) list.shift()
    return list.length < 3 ? 0 : median(list)
  }
}
