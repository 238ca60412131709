import { type Reading, SIGNALS } from '../angles/angles.ts'
import { statedError } from '../angles/stated-error.ts'
import type { Body } from '../body/body.ts'
import type { TrackerEvent } from '../events.ts'
import type { FaultPhase, Signal } from '../movement.ts'
import type { Told } from '../repetition/lanes.ts'
import { INDEX, PART_LANDMARKS } from '../skeleton/landmarks.ts'
import type { SignalOf } from '../tracking/measuring.ts'
import type { TrackerState } from '../tracking/state.ts'
import { type FaultInput, needsRest } from './evidence.ts'
import type { Correction } from './faults.ts'

/** Share of the own range beyond which the person is moving, and faults of movement are judged. */
const MOVING = 0.25
/** Share of the own range a second: a repetition is counted long before the person is back, and the way back is judged this long. */
const RETURNING = 0.8
/** How far a view may be trusted for a signal: as stated with an error; a stand-in from where it is defined; anything else. */
const STATED_VIEW = 1
const TREND_VIEW = 0.8
const OTHER_VIEW = 0.4

const UNSEEN: FaultInput = {
  value: Number.NaN,
  speed: 0,
  sight: 0,
  error: Number.NaN,
  allowed: Number.NaN,
}

/**
 * Judges the fault rules in this frame and tells the one correction to say, or that one has been mended. Only while the person is
 * moving or holding, never at rest; each rule only in its own phase, from its own views, and from the person's own rest where its signal
 * is told from that. The caller makes sure that the person is seen (`present`).
 */
export function watchFaults(
  state: TrackerState,
  body: Body,
  signalOf: SignalOf,
  t: number,
  events: TrackerEvent[],
  told: readonly Told[],
): void {
  const { faults, movement } = state
  const { lanes, hold } = state.work
  if (movement.faults.length === 0) return
  const inputs = new Map<Signal, FaultInput>()
  for (const signal of watched(state))
    if (!inputs.has(signal)) inputs.set(signal, faultInput(state, body, signalOf(signal), signal, t))
  judgeRepetitions(state, body, t, events, told)
  // A counted signal that is withheld (a bend instead of a turn) is itself a reason to look.
  const withheld = movement.count !== null && signalOf(movement.count.signal) === null
  const phase = phaseOf(state)
  const moving =
    lanes !== null
      ? withheld || lanes.out >= MOVING || (phase === 'back' && returning(state, inputs))
      : (hold?.inside ?? true)
  if (moving) {
    const moment = { t, view: body.view, phase, repeats: lanes !== null, anyView: measuredIn(body) }
    const said = faults.next(moment, (signal) => inputs.get(signal) ?? UNSEEN)
    if (said !== null) events.push({ type: 'fault', t, ...said })
  } else faults.rest(t)
  for (const mended of faults.mended()) events.push({ type: 'fault-mended', t, ...mended })
}

/** Judges what is known of whole repetitions in this frame: how far they went, and how long their ways took. */
function judgeRepetitions(
  state: TrackerState,
  body: Body,
  t: number,
  events: TrackerEvent[],
  told: readonly Told[],
): void {
  const { faults, movement, interval } = state
  if (movement.count === null) return
  const { signal } = movement.count
  const seen = { t, view: body.view, sight: sightOf(body, signal), anyView: measuredIn(body)(signal) }
  const say = (said: Correction | null): void => {
    if (said !== null) events.push({ type: 'fault', t, ...said })
  }
  for (const way of faults.tempo.arrived(interval)) say(faults.way(seen, way))
  const aim = aimedHeight(state)
  for (const { height, excursion } of told) {
    say(faults.repetition(seen, aim > 0 ? height / aim : Number.NaN))
    for (const way of faults.tempo.told(excursion, interval)) say(faults.way(seen, way))
  }
}

/** The signals to look at: those of the rules, and the counted one, by which the way back is seen. */
function watched({ movement }: TrackerState): Signal[] {
  const signals = movement.faults.map(({ signal }) => signal)
  return movement.count === null ? signals : [...signals, movement.count.signal]
}

/** Still on the way back from a repetition that has been counted already. */
function returning({ movement, work }: TrackerState, inputs: ReadonlyMap<Signal, FaultInput>): boolean {
  if (movement.count === null) return false
  const speed = inputs.get(movement.count.signal)?.speed ?? 0
  return Math.abs(speed) >= RETURNING * (work.lanes?.range ?? 2 * movement.count.minRange)
}

/** In which part of a repetition the person is; in a hold always its end, in a timed exercise none in particular. */
function phaseOf(state: TrackerState): FaultPhase {
  const { faults } = state
  const { lanes, hold } = state.work
  if (lanes !== null) return faults.phases.next(lanes.out, lanes.range !== null)
  return hold === null ? 'any' : 'hold'
}

/** With measured depth the angle in space holds from any view, for the signals that have one. */
const measuredIn = (body: Body): ((signal: Signal) => boolean) =>
  body.depth === 'sensor' ? (signal) => SIGNALS[signal].readSpace !== undefined : () => false

/** The excursion asked for: to the near end of the target, else the person's own range; 0 when neither is known. */
function aimedHeight(state: TrackerState): number {
  const { target, movement, work } = state
  const { count } = movement
  const own = work.lanes?.range ?? 0
  if (target === null || count === null) return own
  const asked = Math.abs(target.min - SIGNALS[count.signal].rest)
  // An exercise that begins beyond rest (arms long in front in a row) says nothing about the way by its target.
  return asked >= count.minRange ? asked : own
}

function faultInput(
  state: TrackerState,
  body: Body,
  reading: Reading | null,
  signal: Signal,
  t: number,
): FaultInput {
  const known = !needsRest(signal) || state.neutral.neutral !== null
  const value = known ? (reading?.value ?? Number.NaN) : Number.NaN
  const speed = state.faults.speeds.next(signal, value, t)
  const allowed = statedError(body, signal)
  return { value, speed, sight: sightOf(body, signal), error: reading?.error ?? allowed, allowed }
}

/** Mean visibility of the landmarks that the signal rests on, times how honest the view is for it: 0..1. */
function sightOf(body: Body, signal: Signal): number {
  let sum = 0
  let n = 0
  for (const part of SIGNALS[signal].parts)
    for (const name of [...PART_LANDMARKS[part].left, ...PART_LANDMARKS[part].right]) {
      if (body.ok[INDEX[name]] !== 1) continue
      sum += body.visibility[INDEX[name]] ?? 0
      n += 1
    }
  return n > 0 ? (sum / n) * viewShare(body, signal) : 0
}

function viewShare(body: Body, signal: Signal): number {
  const row = SIGNALS[signal]
  if (body.depth === 'sensor' && row.readSpace !== undefined) return STATED_VIEW
  if (body.view === null) return 0
  if (row.kind !== 'trend' && row.error[body.view] !== undefined) return STATED_VIEW
  return row.views.includes(body.view) ? TREND_VIEW : OTHER_VIEW
}
