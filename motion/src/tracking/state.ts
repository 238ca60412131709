import { SIGNALS } from '../angles/angles.ts'
import { SignalReader } from '../angles/signal-reader.ts'
import { BestRange } from '../repetition/best-range.ts'
import { BodyReader } from '../body/body.ts'
import { FaultWatch } from '../faults/faults.ts'
import { FramingReader } from '../framing/framing.ts'
import { Work } from '../repetition/work.ts'
import type { Movement, Signal } from '../movement.ts'
import type { Side } from '../pose.ts'
import type { Calibration } from '../calibration/calibration.ts'
import { neutralFrom } from '../calibration/kept-neutral.ts'
import { NeutralReader } from '../calibration/neutral.ts'
import { ViewReader } from '../body/view.ts'
import { Companions } from './companions.ts'
import { HiddenLimb } from './hidden-limb.ts'
import { Tally } from './tally.ts'
import { Trips } from './trips.ts'
import { Walk } from './walk.ts'

/** What the tracker may be told beforehand. `targetRange`: in the unit of the counted or held signal. */
export type TrackingOptions = {
  targetRange?: { min: number; max: number } | null
  calibration?: Calibration | null
}

/**
 * The furthest values of the signal that is shown to the person: of the repetitions that were counted (`Trips`), else those that were
 * held while the clock ran, or in a timed exercise at all (`BestRange`). `error` grows to that of the weakest evidence used.
 */
export type RangeState = {
  signal: Signal
  direction: 1 | -1
  trips: Record<Side, Trips> | null
  held: Record<Side, BestRange>
  error: number
}

/** The running state of one set. Opaque: pass it from step to step. Its size does not grow with time. */
export type TrackerState = {
  readonly movement: Movement
  readonly target: { min: number; max: number } | null
  /** What was learnt of the person before; frames are turned back by its `mirrored`. */
  readonly calibration: Calibration | null
  readonly body: BodyReader
  readonly view: ViewReader
  readonly neutral: NeutralReader
  readonly framing: FramingReader
  readonly signals: SignalReader
  /** What the set is cut into: repetitions, holds, or the time that was seen. */
  readonly work: Work
  readonly faults: FaultWatch
  readonly range: RangeState | null
  readonly tally: Tally
  readonly walk: Walk
  /** Whether the other joints go along as the exercise's figure has it. */
  readonly companions: Companions
  /** Of alternating movements of arms or legs; null for all others. */
  readonly hidden: HiddenLimb | null
  /** Seconds of the set; those in which the camera could judge are known to `work`. */
  seconds: number
  lastT: number
  /** Usual seconds from frame to frame. */
  interval: number
  /** When somebody was in the picture, and stood rightly, last. */
  seenAt: number
  clearAt: number
  clearSince: number
  /** Where in the picture the hips were when the person was last at rest, pixels from the left. */
  restedAt: number
  found: boolean
  rangeTold: boolean
}

/** Signals that say that the trunk is meant to turn, or is not to: then it is told so, and not that the person stands wrongly. */
const TURNING: ReadonlySet<Signal> = new Set<Signal>(['trunk_axial_rotation', 'upper_body_turn'])

const turns = ({ count, hold, measure, faults }: Movement): boolean =>
  [count, hold, measure, ...faults].some((one) => one !== null && TURNING.has(one.signal))

function rangeOf(movement: Movement): RangeState | null {
  const { count, measure, template } = movement
  if (measure === null) return null
  const row = SIGNALS[measure.signal]
  const direction = count !== null && count.signal === measure.signal && !row.signed ? count.direction : 1
  const right = row.signed ? -1 : direction
  return {
    signal: measure.signal,
    direction,
    trips:
      count === null || (template !== 'cycle' && template !== 'alternating')
        ? null
        : { left: new Trips(direction), right: new Trips(right), both: new Trips(direction) },
    held: { left: new BestRange(direction), right: new BestRange(right), both: new BestRange(direction) },
    error: 0,
  }
}

/**
 * Begins to track one set of `movement`. `options.targetRange`: the range asked for, in the signal's unit (share of target is
 * then reported); `options.calibration`: what a guided calibration or an earlier set learnt of the same person and camera place.
 */
export function startTracking(movement: Movement, options: TrackingOptions = {}): TrackerState {
  const { count, template } = movement
  const personalRange = count === null ? null : (options.calibration?.ranges[count.signal] ?? null)
  const work = new Work(movement, personalRange)
  const inTurn = work.lanes !== null && template === 'alternating'
  return {
    movement,
    target: options.targetRange ?? null,
    calibration: options.calibration ?? null,
    body: new BodyReader(),
    view: new ViewReader(turns(movement)),
    neutral: new NeutralReader(neutralFrom(options.calibration ?? null), movement.cameraView),
    framing: new FramingReader(movement),
    signals: new SignalReader(),
    work,
    faults: new FaultWatch(movement.faults),
    range: rangeOf(movement),
    tally: new Tally(),
    walk: new Walk(),
    companions: new Companions(movement),
    hidden: inTurn && count !== null && SIGNALS[count.signal].paired ? new HiddenLimb() : null,
    seconds: 0,
    lastT: Number.NaN,
    interval: 0,
    seenAt: Number.NaN,
    clearAt: Number.NaN,
    clearSince: Number.NaN,
    restedAt: Number.NaN,
    found: false,
    rangeTold: false,
  }
}
