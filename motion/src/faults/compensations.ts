import { type Reading, SIGNALS } from '../angles/angles.ts'
import type { Body } from '../body/body.ts'
import type { TrackerEvent } from '../events.ts'
import type { FaultInput } from './faults.ts'
import { INDEX, PART_LANDMARKS } from '../skeleton/landmarks.ts'
import type { Told } from '../repetition/lanes.ts'
import type { Signal } from '../movement.ts'
import type { SignalOf } from '../tracking/measuring.ts'
import { BRIDGE } from '../tracking/presence.ts'
import type { TrackerState } from '../tracking/state.ts'

/** Share of the own range beyond which the person is moving, and faults of movement are judged. */
const MOVING = 0.25
/** Seconds over which the speed of a signal is taken. */
const SPEED_OVER = 0.15

/** Judges the fault rules in this frame: only while the person is moving or holding, never at rest. */
export function watchFaults(
  state: TrackerState,
  body: Body,
  signalOf: SignalOf,
  t: number,
  events: TrackerEvent[],
  told: readonly Told[],
): void {
  const { faults, lanes, movement } = state
  if (movement.faults.length === 0) return
  const inputs = new Map<Signal, FaultInput>()
  for (const { signal } of movement.faults)
    if (!inputs.has(signal)) inputs.set(signal, faultInput(state, body, signalOf(signal), signal, t))
  const aim = aimedHeight(state)
  for (const one of told) {
    const confidence = movement.count === null ? 0 : confidenceOf(body, movement.count.signal)
    const said = faults.repetition(t, body.view, aim > 0 ? one.height / aim : 1, confidence)
    if (said !== null) events.push({ type: 'fault', t, ...said })
  }
  // A counted signal that is withheld (a bend instead of a turn) is itself a reason to look.
  const withheld = movement.count !== null && signalOf(movement.count.signal) === null
  const moving = lanes !== null ? withheld || lanes.out >= MOVING : (state.hold?.inside ?? true)
  if (!moving) return faults.silence()
  const said = faults.next(
    t,
    body.view,
    (signal) => inputs.get(signal) ?? { value: Number.NaN, speed: 0, confidence: 0 },
  )
  if (said !== null) events.push({ type: 'fault', t, ...said })
}

/** The excursion asked for: to the near end of the target, else the person's own range; 0 when neither is known. */
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
  let speed = 0
  if (before !== undefined && Number.isFinite(value) && t > before.t && t - before.t <= BRIDGE) {
    const now = (value - before.value) / (t - before.t)
    speed = before.speed + Math.min(1, (t - before.t) / SPEED_OVER) * (now - before.speed)
  }
  if (Number.isFinite(value)) state.speeds.set(signal, { t, value, speed })
  return { value, speed, confidence: confidenceOf(body, signal) }
}

/** Mean visibility of the landmarks that the signal rests on, 0..1. */
function confidenceOf(body: Body, signal: Signal): number {
  let sum = 0
  let n = 0
  for (const part of SIGNALS[signal].parts)
    for (const name of [...PART_LANDMARKS[part].left, ...PART_LANDMARKS[part].right]) {
      if (body.ok[INDEX[name]] !== 1) continue
      sum += body.visibility[INDEX[name]] ?? 0
      n += 1
    }
  return n > 0 ? sum / n : 0
}
