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
import { samePerson } from '../lib/kept-calibration.ts'

const PASSING = new Set<TrackerEvent['type']>(['framing', 'lost', 'found'])

/**
 * One set as the tracker sees it. While the set does not run, a second tracker gives the framing help and its counts are
 * dropped, so that nothing done before the start, in a pause or after the end is ever counted. What it saw of the person
 * standing still is handed on to the set, and from set to set of the same movement. `known`: what a guided calibration learnt of the
 * person; of it the own range and the side of the camera are used, while the posture at rest is taken anew where they stand today.
 */
export class SetCounter {
  readonly set: string | number
  readonly movement: Movement
  #counting: TrackerState | null = null
  #looking: TrackerState
  #known: Calibration | null
  /** What was known when the count began: by something learnt since, its resting pose and sides may be another's. */
  #countedBy: Calibration | null = null
  /** What the count began with, so that the same set can be counted again. */
  startedFrom: Calibration | null = null
  /** The set before was this person's: what it showed of their range counts for more than what was kept from another day. */
  #goesOn: boolean

  constructor(
    set: string | number,
    movement: Movement,
    before: SetCounter | null,
    known: Calibration | null = null,
  ) {
    this.set = set
    this.movement = movement
    this.#known = known
    const same = before?.movement === movement ? before : null
    this.#goesOn = same !== null && same.#known === known && same.#countsByKnown()
    this.#looking = startTracking(movement, { calibration: same ? same.neutral() : atRestUnknown(known) })
  }

  /** Something has been learnt of the person. It holds from the next start of a set; at once where nothing has been counted yet. */
  know(known: Calibration | null): void {
    if (known === this.#known) return
    this.#known = known
    this.#goesOn = false
    const { reps, holdSeconds } = this.summary()
    if (reps.total === 0 && holdSeconds === 0) this.#counting = null
    this.#looking = startTracking(this.movement, { calibration: atRestUnknown(known) })
  }

  take(frame: Frame, running: boolean): TrackerEvent[] {
    if (!running) {
      const { state, events } = step(this.#looking, frame)
      this.#looking = state
      return events.filter((event) => PASSING.has(event.type))
    }
    if (this.#counting === null) {
      this.startedFrom = this.#atStart()
      this.#counting = startTracking(this.movement, { calibration: this.startedFrom })
      this.#countedBy = this.#known
    }
    const { state, events } = step(this.#counting, frame)
    this.#counting = state
    return events
  }

  #atStart(): Calibration | null {
    const now = this.neutral()
    if (this.#known === null || now === null || this.#goesOn) return now
    const { mirrored, ranges } = this.#known
    // Somebody else: how far they can move is not known, but the camera is the same.
    return { ...now, mirrored, ranges: samePerson(this.#known, now) ? ranges : {} }
  }

  neutral(): Calibration | null {
    const counted = this.#counting && this.#countsByKnown() ? calibrationOf(this.#counting) : null
    return counted ?? calibrationOf(this.#looking)
  }

  #countsByKnown(): boolean {
    return this.#counting !== null && this.#countedBy === this.#known
  }

  summary(): SetSummary {
    return summarize(this.#counting ?? startTracking(this.movement))
  }
}

/** Where somebody stands and how is not kept from another day. */
const atRestUnknown = (known: Calibration | null): Calibration | null =>
  known === null ? null : { ...known, neutral: null }
