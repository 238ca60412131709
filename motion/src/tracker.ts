import { type Reading, SIGNALS } from './angles.ts'
import { BestRange } from './best-range.ts'
import { type Body, BodyReader } from './body.ts'
import type { Repetition, SetSummary, TrackerEvent } from './events.ts'
import { type FaultInput, FaultWatch } from './faults.ts'
import { FramingReader } from './framing.ts'
import { clamp } from './geometry.ts'
import { HoldClock } from './hold.ts'
import { INDEX, PART_LANDMARKS } from './landmarks.ts'
import { Lanes } from './lanes.ts'
import type { Movement, Signal } from './movement.ts'
import { type Neutral, NeutralReader } from './neutral.ts'
import { missingParts } from './parts.ts'
import type { Frame, View } from './pose.ts'
import { ViewReader } from './view.ts'

/** Seconds without a judgement that are bridged; after them the person is lost and nothing counts. */
const BRIDGE = 0.3
/** Seconds without anybody after which the next person is taken to be somebody new. */
const SOMEBODY_NEW = 5
/** Seconds of clear sight after which somebody who was lost is found. */
const FOUND_AFTER = 0.2
/** Share of the own range beyond which the person is moving, and faults of movement are judged. */
const MOVING = 0.25
/** Repetitions kept in the summary in full; more are still counted. */
const KEEP = 500

/** What the tracker may be told beforehand. `targetRange`: in the unit of the counted or held signal. */
export type TrackingOptions = {
  targetRange?: { min: number; max: number } | null
  calibration?: Neutral | null
}

/** The running state of one set. Opaque: pass it from step to step. Its size does not grow with time. */
export type TrackerState = {
  readonly movement: Movement
  readonly target: { min: number; max: number } | null
  readonly body: BodyReader
  readonly view: ViewReader
  readonly neutral: NeutralReader
  readonly framing: FramingReader
  readonly lanes: Lanes | null
  readonly hold: HoldClock | null
  readonly faults: FaultWatch
  readonly range: { signal: Signal; left: BestRange; right: BestRange; best: BestRange; error: number } | null
  readonly reps: Repetition[]
  readonly counts: { total: number; left: number; right: number; partial: number }
  readonly speeds: Map<Signal, { t: number; value: number; speed: number }>
  tempo: { sum: number; n: number }
  lastT: number
  judgedAt: number
  seenSince: number
  found: boolean
  everFound: boolean
  clearSince: number
  hadRange: boolean
  time: { all: number; judged: number }
}

/**
 * Begins to track one set of `movement`. `options.targetRange`: the range asked for, in the signal's unit (share of target is
 * then reported); `options.calibration`: the neutral pose from an earlier set of the same person and camera place.
 */
export function startTracking(movement: Movement, options: TrackingOptions = {}): TrackerState {
  const { count, hold, measure } = movement
  const counting = count !== null && (movement.template === 'cycle' || movement.template === 'alternating')
  const direction = count !== null && count.signal === measure?.signal ? count.direction : 1
  return {
    movement,
    target: options.targetRange ?? null,
    body: new BodyReader(),
    view: new ViewReader(),
    neutral: new NeutralReader(options.calibration ?? null),
    framing: new FramingReader(movement),
    lanes: counting ? new Lanes(count, SIGNALS[count.signal], movement.template === 'alternating') : null,
    hold: movement.template === 'hold' && hold !== null ? new HoldClock(hold.min, hold.max) : null,
    faults: new FaultWatch(movement.faults),
    range:
      measure === null
        ? null
        : {
            signal: measure.signal,
            left: new BestRange(SIGNALS[measure.signal].paired ? direction : 1),
            right: new BestRange(SIGNALS[measure.signal].paired ? direction : -1),
            best: new BestRange(direction),
            error: 0,
          },
    reps: [],
    counts: { total: 0, left: 0, right: 0, partial: 0 },
    speeds: new Map(),
    tempo: { sum: 0, n: 0 },
    lastT: Number.NaN,
    judgedAt: Number.NaN,
    seenSince: Number.NaN,
    found: false,
    everFound: false,
    clearSince: Number.NaN,
    hadRange: false,
    time: { all: 0, judged: 0 },
  }
}

/**
 * Takes one camera frame in and tells what happened, in order. Frames must come with increasing time; a frame that repeats or
 * goes back in time is passed over. Never throws on missing or broken landmarks: what cannot be seen is not judged.
 */
export function step(state: TrackerState, frame: Frame): { state: TrackerState; events: TrackerEvent[] } {
  const events: TrackerEvent[] = []
  const { t } = frame
  if (!Number.isFinite(t) || t <= state.lastT) return { state, events }
  const dt = Number.isNaN(state.lastT) ? 0 : t - state.lastT
  state.lastT = t
  const body = read(state, frame)
  const framing = state.framing.read(body)
  if (framing !== null) events.push({ type: 'framing', t, framing })
  const readings = new Map<Signal, Reading | null>()
  const signalOf = (signal: Signal): Reading | null => {
    const known = readings.get(signal)
    if (known !== undefined) return known
    const reading = readSignal(body, state.neutral.neutral, signal)
    readings.set(signal, reading)
    return reading
  }
  const judged = canJudge(state, body, signalOf)
  if (dt <= BRIDGE) {
    state.time.all += dt
    if (judged) state.time.judged += dt
  } else state.time.all += dt
  if (!presence(state, judged, t, events)) {
    state.faults.silence()
    return { state, events }
  }
  if (judged) judge(state, body, signalOf, t, events)
  return { state, events }
}

function read(state: TrackerState, frame: Frame): Body {
  const body = state.body.read(frame)
  if (body.seen) {
    if (frame.t - state.seenSince > SOMEBODY_NEW) {
      state.body.reset()
      state.view.reset()
      state.body.read(frame)
    }
    state.seenSince = frame.t
    body.view = state.view.read(body)
    state.neutral.read(body)
  }
  return body
}

/** Reads one signal with the rule that the far limb is not judged from the side, where it is hidden behind the body. */
export function readSignal(body: Body, neutral: Neutral | null, signal: Signal): Reading | null {
  const row = SIGNALS[signal]
  const reading = body.seen ? row.read(body, neutral) : null
  if (reading === null || !Number.isFinite(reading.value)) return null
  if (!row.paired || body.view !== 'side') return reading
  const leftIsNear = (Number.isFinite(body.hipYaw) ? body.hipYaw : body.shoulderYaw) < 0
  const near = leftIsNear ? reading.left : reading.right
  if (!Number.isFinite(near)) return reading
  return leftIsNear
    ? { value: near, left: near, right: Number.NaN, error: reading.error }
    : { value: near, left: Number.NaN, right: near, error: reading.error }
}

const accepts = (views: readonly View[], view: View | null): boolean => view !== null && views.includes(view)

function canJudge(state: TrackerState, body: Body, signalOf: (signal: Signal) => Reading | null): boolean {
  const { movement } = state
  if (!body.seen || missingParts(body, movement.needs).length > 0) return false
  if (state.lanes !== null && movement.count !== null)
    return accepts(movement.count.views, body.view) && signalOf(movement.count.signal) !== null
  if (state.hold !== null && movement.hold !== null)
    return accepts(movement.hold.views, body.view) && signalOf(movement.hold.signal) !== null
  return true
}

/** Keeps track of lost and found; true while the person is there (also during a short gap that is bridged). */
function presence(state: TrackerState, judged: boolean, t: number, events: TrackerEvent[]): boolean {
  if (judged) {
    if (state.found && t - state.judgedAt > BRIDGE) lose(state, t, events)
    if (Number.isNaN(state.clearSince)) state.clearSince = t
    state.judgedAt = t
    if (!state.found && t - state.clearSince >= FOUND_AFTER) {
      state.found = true
      state.everFound = true
      events.push({ type: 'found', t })
    }
    return state.found
  }
  if (t - state.judgedAt > BRIDGE || Number.isNaN(state.judgedAt)) {
    state.clearSince = Number.NaN
    if (state.found) lose(state, t, events)
  }
  return false
}

function lose(state: TrackerState, t: number, events: TrackerEvent[]): void {
  state.found = false
  state.clearSince = Number.NaN
  state.lanes?.interrupt()
  state.hold?.next(Number.NaN, t)
  events.push({ type: 'lost', t })
  if (state.hadRange && state.movement.measure !== null)
    events.push({ type: 'range', t, signal: state.movement.measure.signal, value: null, share: null })
  state.hadRange = false
}

function judge(
  state: TrackerState,
  body: Body,
  signalOf: (signal: Signal) => Reading | null,
  t: number,
  events: TrackerEvent[],
): void {
  const { movement, lanes, hold } = state
  let repetitions: { repetition: Repetition; height: number }[] = []
  if (lanes !== null && movement.count !== null) {
    const reading = signalOf(movement.count.signal)
    if (reading !== null) repetitions = lanes.next(reading, t)
  }
  for (const one of repetitions) count(state, one.repetition, t, events)
  if (hold !== null && movement.hold !== null) {
    const value = signalOf(movement.hold.signal)?.value ?? Number.NaN
    if (hold.next(value, t)) events.push({ type: 'hold', t, seconds: hold.seconds, inside: hold.inside })
  }
  measure(state, body, signalOf, t, events)
  watchFaults(state, body, signalOf, t, events, repetitions)
}

function count(state: TrackerState, repetition: Repetition, t: number, events: TrackerEvent[]): void {
  const { counts } = state
  const previous = state.reps.at(-1)
  if (state.reps.length < KEEP) state.reps.push(repetition)
  if (repetition.partial) counts.partial += 1
  else {
    counts.total += 1
    if (repetition.side === 'left') counts.left += 1
    if (repetition.side === 'right') counts.right += 1
  }
  if (previous !== undefined) {
    const gap = repetition.peak - previous.peak
    if (gap > 0 && gap < 20) state.tempo = { sum: state.tempo.sum + gap, n: state.tempo.n + 1 }
  }
  events.push({ type: 'rep', t, count: counts.total, repetition })
}

function measure(
  state: TrackerState,
  body: Body,
  signalOf: (signal: Signal) => Reading | null,
  t: number,
  events: TrackerEvent[],
): void {
  const { range, movement } = state
  if (range === null || movement.measure === null) return
  const row = SIGNALS[range.signal]
  const error = body.view === null ? undefined : row.error[body.view]
  const honest = error !== undefined && accepts(movement.measure.views, body.view)
  const reading = honest ? signalOf(range.signal) : null
  const value = reading?.value ?? Number.NaN
  range.left.next(row.paired ? (reading?.left ?? Number.NaN) : value, t)
  range.right.next(row.paired ? (reading?.right ?? Number.NaN) : value, t)
  range.best.next(value, t)
  if (reading === null) {
    if (state.hadRange) events.push({ type: 'range', t, signal: range.signal, value: null, share: null })
    state.hadRange = false
    return
  }
  range.error = Math.max(range.error, reading.error ?? error ?? 0)
  state.hadRange = true
  events.push({
    type: 'range',
    t,
    signal: range.signal,
    value,
    share: targetShare(state, value, row.rest, row.signed),
  })
}

function targetShare(state: TrackerState, value: number, rest: number, signed: boolean): number | null {
  const goal = state.target?.min
  if (
    goal === undefined ||
    state.movement.measure?.signal !== (state.movement.count ?? state.movement.hold)?.signal
  )
    return state.lanes !== null && state.lanes.range !== null ? clamp(state.lanes.out, 0, 1.5) : null
  const way = goal - rest
  if (Math.abs(way) < 1e-6) return null
  return clamp((signed ? Math.abs(value - rest) : value - rest) / way, 0, 1.5)
}

function watchFaults(
  state: TrackerState,
  body: Body,
  signalOf: (signal: Signal) => Reading | null,
  t: number,
  events: TrackerEvent[],
  repetitions: readonly { repetition: Repetition; height: number }[],
): void {
  const { faults, lanes, movement } = state
  if (movement.faults.length === 0) return
  const input = (signal: Signal): FaultInput => faultInput(state, body, signalOf(signal), signal, t)
  const aim = aimedHeight(state)
  for (const one of repetitions) {
    const said = faults.repetition(
      t,
      body.view,
      aim > 0 ? one.height / aim : 1,
      confidenceOf(body, movement.count?.signal),
    )
    if (said !== null) events.push({ type: 'fault', t, ...said })
  }
  if (lanes !== null && lanes.out < MOVING) {
    for (const rule of movement.faults) input(rule.signal)
    faults.silence()
    return
  }
  const said = faults.next(t, body.view, input)
  if (said !== null) events.push({ type: 'fault', t, ...said })
}

function aimedHeight(state: TrackerState): number {
  const { target, movement, lanes } = state
  if (target !== null && movement.count !== null)
    return Math.abs(target.min - SIGNALS[movement.count.signal].rest)
  return lanes?.range ?? 0
}

function faultInput(
  state: TrackerState,
  body: Body,
  reading: Reading | null,
  signal: Signal,
  t: number,
): FaultInput {
  const value = reading?.value ?? Number.NaN
  const before = state.speeds.get(signal)
  let speed = before?.speed ?? 0
  if (before === undefined || !Number.isFinite(value) || t - before.t > BRIDGE) speed = 0
  else if (t > before.t) {
    const now = (value - before.value) / (t - before.t)
    speed += Math.min(1, (t - before.t) / 0.15) * (now - speed)
  }
  if (Number.isFinite(value)) state.speeds.set(signal, { t, value, speed })
  return { value, speed, confidence: confidenceOf(body, signal) }
}

/** Mean visibility of the landmarks that the signal rests on, 0..1. */
function confidenceOf(body: Body, signal: Signal | undefined): number {
  if (signal === undefined) return 0
  const indices = SIGNALS[signal].parts.flatMap((part) =>
    [...PART_LANDMARKS[part].left, ...PART_LANDMARKS[part].right].map((name) => INDEX[name]),
  )
  const used = indices.filter((i) => body.ok[i] === 1)
  return used.reduce((sum, i) => sum + (body.visibility[i] ?? 0), 0) / Math.max(1, used.length)
}

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null)

/**
 * What the set came to so far. `range` is null when no frame showed the measured signal from an honest view; left and right of
 * a trunk signal are its furthest turns to either own side. `seenShare` is the share of the time that could be judged.
 */
export function summarize(state: TrackerState): SetSummary {
  const { range, counts, tempo, time } = state
  const row = range === null ? null : SIGNALS[range.signal]
  const best = range === null ? Number.NaN : bestOf(range, row?.signed === true)
  return {
    reps: { ...counts },
    repetitions: state.reps.map((one) => ({ ...one })),
    holdSeconds: state.hold?.seconds ?? 0,
    range:
      range === null || row === null || Number.isNaN(best)
        ? null
        : {
            signal: range.signal,
            unit: row.unit,
            left: row.paired || row.signed ? orNull(range.left.best) : null,
            right: row.paired || row.signed ? orNull(range.right.best) : null,
            best,
            error: range.error,
          },
    tempoSeconds: tempo.n > 0 ? tempo.sum / tempo.n : null,
    faults: state.faults.counts,
    seenShare: time.all > 0 ? clamp(time.judged / time.all, 0, 1) : 0,
  }
}

function bestOf(range: NonNullable<TrackerState['range']>, signed: boolean): number {
  if (!signed) return range.best.best
  const left = Math.max(0, range.left.best)
  const right = Math.max(0, -range.right.best)
  if (Number.isNaN(range.left.best) && Number.isNaN(range.right.best)) return Number.NaN
  return Math.max(left, right)
}

/** The neutral pose taken from this set, to be handed to the next one; null before a still moment was seen. */
export const calibrationOf = (state: TrackerState): Neutral | null => state.neutral.neutral
