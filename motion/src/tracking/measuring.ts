import { type Reading, type SignalRow, SIGNALS } from '../angles/angles.ts'
import type { Body } from '../body/body.ts'
import type { TrackerEvent } from '../events.ts'
import { clamp } from '../geometry.ts'
import type { Signal } from '../movement.ts'
import { Side, type View } from '../pose.ts'
import type { Told } from '../repetition/lanes.ts'
import type { TrackerState } from './state.ts'

/** Reads a signal from the frame at hand. */
export type SignalOf = (signal: Signal) => Reading | null

/**
 * Takes the measured signal in when the view and the evidence are honest enough for a number to be shown, and tells it;
 * otherwise tells once that it is withheld.
 */
export function measureRange(
  state: TrackerState,
  body: Body,
  signalOf: SignalOf,
  t: number,
  events: TrackerEvent[],
): void {
  const { range, movement } = state
  if (range === null || movement.measure === null) return
  const row = SIGNALS[range.signal]
  const allowed = allowedError(row, movement.measure.views, body)
  const reading = allowed === undefined ? null : signalOf(range.signal)
  const error = reading?.error ?? allowed ?? Number.POSITIVE_INFINITY
  if (reading === null || allowed === undefined || error > allowed) return withhold(state, t, events)
  const { value } = reading
  const { lanes, hold } = state.work
  for (const side of Side.options) {
    const own = row.paired && side !== 'both' ? reading[side] : value
    if (lanes !== null) range.trips?.[side].next(own, t, lanes.resting(side))
    else range.held[side].next((hold?.inside ?? true) ? own : Number.NaN, t)
  }
  range.error = Math.max(range.error, error)
  state.rangeTold = true
  events.push({ type: 'range', t, signal: range.signal, value, share: shareOf(state, value) })
}

/**
 * The error that is stated with the signal as it is seen now; undefined where it may not be shown: from a view that the exercise does
 * not ask for or the table does not vouch for. With measured depth the angle in space may be shown from anywhere.
 */
function allowedError(row: SignalRow, views: readonly View[], body: Body): number | undefined {
  if (body.depth === 'sensor' && row.readSpace !== undefined && row.spaceError !== undefined)
    return row.spaceError
  return body.view !== null && views.includes(body.view) ? row.error[body.view] : undefined
}

/** How far the repetition that was just told at `t` went in the signal that is shown: the furthest since the person left rest. */
export function rangeOfRepetition(state: TrackerState, { side, excursion }: Told, t: number): void {
  const { range } = state
  if (range === null || range.trips === null) return
  const row = SIGNALS[range.signal]
  const kind = excursion.partial ? 'partial' : 'full'
  // Both limbs together, or to either side: each has its own range besides.
  const sides: Side[] = side === 'both' && (row.paired || row.signed) ? ['both', 'left', 'right'] : [side]
  for (const one of sides) {
    const reached = range.trips[one].tell(excursion.peak, t, kind)
    if (kind === 'full') state.tally.reached(one, row.signed && one === 'right' ? -reached : reached)
  }
}

function withhold(state: TrackerState, t: number, events: TrackerEvent[]): void {
  const { range } = state
  if (range === null) return
  for (const side of Side.options) {
    range.held[side].next(Number.NaN, t)
    range.trips?.[side].hide(t)
  }
  if (state.rangeTold) events.push({ type: 'range', t, signal: range.signal, value: null, share: null })
  state.rangeTold = false
}

/** Share of the way from rest to the near end of the target, 0..1.5; without a target, of the own range; null before that is known. */
function shareOf(state: TrackerState, value: number): number | null {
  const { target, range, movement } = state
  const { lanes } = state.work
  const worked = movement.template === 'hold' ? movement.hold : movement.count
  if (range === null || target === null || worked?.signal !== range.signal)
    return lanes === null || lanes.range === null ? null : clamp(lanes.out, 0, 1.5)
  const row = SIGNALS[range.signal]
  const way = target.min - row.rest
  if (Math.abs(way) < 1e-6) return null
  const gone = row.signed ? Math.abs(value - row.rest) : value - row.rest
  return clamp(gone / way, 0, 1.5)
}
