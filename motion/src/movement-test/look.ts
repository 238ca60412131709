import { type Reading, SIGNALS } from '../angles/angles.ts'
import type { TrackerEvent } from '../events.ts'
import type { Signal } from '../movement.ts'
import type { View } from '../pose.ts'
import type { TrackerState } from '../tracking/state.ts'
import type { TestProtocol } from './protocol.ts'

/** What a runner is shown in one frame: only what the tracker's own gates let through. */
export type Look = {
  t: number
  /** Seconds since the frame before. */
  dt: number
  /** True while the person stands where the test can be judged. */
  found: boolean
  view: View | null
  events: readonly TrackerEvent[]
  tracker: TrackerState
  protocol: TestProtocol
}

/** The reading of a signal in this frame, from whatever view; null while nobody is found or it cannot be had. */
export function readingIn(look: Look, signal: Signal): Reading | null {
  const { tracker, found } = look
  return found ? tracker.signals.read(tracker.body.body, tracker.neutral.neutral, signal) : null
}

/**
 * The reading of the measured signal where a number is honest: from a view for which the angle table states an error, and by evidence
 * no worse than that; trends from the views of the protocol. null otherwise: the attempt is then not measured.
 */
export function measuredIn(look: Look, signal: Signal): (Reading & { error: number }) | null {
  const { tracker, view, protocol } = look
  const row = SIGNALS[signal]
  const inSpace = tracker.body.body.depth === 'sensor' && row.readSpace !== undefined
  if (!inSpace && (view === null || protocol.camera?.views.includes(view) !== true)) return null
  const trend = protocol.trend || row.kind === 'trend'
  const allowed = inSpace
    ? (row.spaceError ?? 0)
    : trend
      ? Number.POSITIVE_INFINITY
      : view === null
        ? undefined
        : row.error[view]
  const reading = readingIn(look, signal)
  if (reading === null || allowed === undefined || (reading.error ?? 0) > allowed) return null
  return { ...reading, error: reading.error ?? (Number.isFinite(allowed) ? allowed : 0) }
}

/** The error that the angle table expects of a signal here, in its unit; 0 where it states none. */
export function errorIn(look: Look, signal: Signal, reading: Reading): number {
  const row = SIGNALS[signal]
  if (look.tracker.body.body.depth === 'sensor') return row.spaceError ?? 0
  return reading.error ?? (look.view === null ? 0 : (row.error[look.view] ?? 0))
}
