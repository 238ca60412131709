import type { SetSummary, TrackerEvent } from '../events.ts'
import type { Movement } from '../movement.ts'
import type { Frame } from '../pose.ts'
import { startTracking, type TrackingOptions } from '../tracking/state.ts'
import { step } from '../tracking/step.ts'
import { summarize } from '../tracking/summary.ts'

/** Plays frames through a tracker: all events and the summary. */
export function track(
  movement: Movement,
  frames: readonly Frame[],
  options: TrackingOptions = {},
): { events: TrackerEvent[]; summary: SetSummary } {
  let state = startTracking(movement, options)
  const events: TrackerEvent[] = []
  for (const frame of frames) {
    const result = step(state, frame)
    state = result.state
    events.push(...result.events)
  }
  return { events, summary: summarize(state) }
}

/** The events of one type, in order. */
export const only = <T extends TrackerEvent['type']>(events: readonly TrackerEvent[], type: T) =>
  events.filter((event): event is Extract<TrackerEvent, { type: T }> => event.type === type)
