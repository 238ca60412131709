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
  range.left.next(row.paired ? reading.left : value, t)
  range.right.next(row.paired ? reading.right : value, t)
  range.best.next(value, t)
  const { reach } = range
  const { lanes } = state.work
  if (lanes !== null) for (const side of Side.options) if (lanes.resting(side)) reach[side] = Number.NaN
  reach.left = furthest(reach.left, row.paired ? reading.left : value, range.direction)
  reach.right = furthest(reach.right, row.paired ? reading.right : value, row.signed ? -1 : range.direction)
  reach.both = furthest(reach.both, value, range.direction)
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

const furthest = (kept: number, now: number, direction: 1 | -1): number =>
  Number.isFinite(now) && !(kept * direction >= now * direction) ? now : kept

/** How far the repetition that was just told went in the signal that is shown: the furthest since the person left rest. */
export function rangeOfRepetition(state: TrackerState, { side, excursion }: Told): void {
  const { range } = state
  if (range === null) return
  const { reach } = range
  const row = SIGNALS[range.signal]
  const signedRight = row.signed && side === 'right'
  if (excursion.partial) return
  state.tally.reached(side, signedRight ? -reach.right : reach[side])
  if (side !== 'both' || !row.paired) return
  // Both limbs together: each has its own range.
  state.tally.reached('left', reach.left)
  state.tally.reached('right', reach.right)
}

function withhold(state: TrackerState, t: number, events: TrackerEvent[]): void {
  const { range } = state
  if (range === null) return
  for (const best of [range.left, range.right, range.best]) best.next(Number.NaN, t)
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
