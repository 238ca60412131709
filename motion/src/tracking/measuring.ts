import { type Reading, SIGNALS } from '../angles/angles.ts'
import type { Body } from '../body/body.ts'
import type { TrackerEvent } from '../events.ts'
import { clamp } from '../geometry.ts'
import type { Signal } from '../movement.ts'
import { accepts } from './presence.ts'
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
  const allowed = body.view === null ? undefined : row.error[body.view]
  const reading =
    allowed !== undefined && accepts(movement.measure.views, body.view) ? signalOf(range.signal) : null
  const error = reading?.error ?? allowed ?? Number.POSITIVE_INFINITY
  if (reading === null || allowed === undefined || error > allowed) return withhold(state, t, events)
  const { value } = reading
  range.left.next(row.paired ? reading.left : value, t)
  range.right.next(row.paired ? reading.right : value, t)
  range.best.next(value, t)
  range.error = Math.max(range.error, error)
  state.rangeTold = true
  events.push({ type: 'range', t, signal: range.signal, value, share: shareOf(state, value) })
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
  const { target, range, lanes, movement } = state
  const worked = movement.template === 'hold' ? movement.hold : movement.count
  if (range === null || target === null || worked?.signal !== range.signal)
    return lanes === null || lanes.range === null ? null : clamp(lanes.out, 0, 1.5)
  const row = SIGNALS[range.signal]
  const way = target.min - row.rest
  if (Math.abs(way) < 1e-6) return null
  const gone = row.signed ? Math.abs(value - row.rest) : value - row.rest
  return clamp(gone / way, 0, 1.5)
}
