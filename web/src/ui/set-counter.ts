import {
  type Calibration,
  calibrationOf,
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
 * dropped, so that nothing done before the start, in a pause or after the end is ever counted. What it saw of the person
 * standing still is handed on to the set, and from set to set of the same movement.
 */
export class SetCounter {
  readonly set: string | number
  readonly movement: Movement
  #counting: TrackerState | null = null
  #looking: TrackerState

  constructor(set: string | number, movement: Movement, before: SetCounter | null) {
    this.set = set
    this.movement = movement
    this.#looking = startTracking(movement, {
      calibration: before?.movement === movement ? before.neutral() : null,
    })
  }

  take(frame: Frame, running: boolean): TrackerEvent[] {
    if (!running) {
      const { state, events } = step(this.#looking, frame)
      this.#looking = state
      return events.filter((event) => PASSING.has(event.type))
    }
    this.#counting ??= startTracking(this.movement, { calibration: this.neutral() })
    const { state, events } = step(this.#counting, frame)
    this.#counting = state
    return events
  }

  neutral(): Calibration | null {
    return (this.#counting && calibrationOf(this.#counting)) ?? calibrationOf(this.#looking)
  }

  summary(): SetSummary {
    return summarize(this.#counting ?? startTracking(this.movement))
  }
}
