import {
  type Frame,
  type Movement,
  type SetSummary,
  startTracking,
  step,
  summarize,
  type TrackerEvent,
  type TrackerState,
} from '@dorsal/motion'

const PASSING = new Set<TrackerEvent['type']>(['framing', 'lost', 'found'])

/**
 * One set as the tracker sees it. While the set does not run, a second tracker gives the framing help and its counts are
 * dropped, so that nothing done before the start, in a pause or after the end is ever counted.
 */
export class SetCounter {
  readonly set: string | number
  #counting: TrackerState
  #looking: TrackerState

  constructor(set: string | number, movement: Movement, targetShare: number | undefined) {
    this.set = set
    const options = targetShare === undefined ? {} : { targetRange: targetShare }
    this.#counting = startTracking(movement, options)
    this.#looking = startTracking(movement, options)
  }

  take(frame: Frame, running: boolean): TrackerEvent[] {
    if (!running) {
      const { state, events } = step(this.#looking, frame)
      this.#looking = state
      return events.filter((event) => PASSING.has(event.type))
    }
    const { state, events } = step(this.#counting, frame)
    this.#counting = state
    return events
  }

  summary(): SetSummary {
    return summarize(this.#counting)
  }
}
