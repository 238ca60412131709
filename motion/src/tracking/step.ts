import { SIGNALS } from '../angles/angles.ts'
import { statedError } from '../angles/stated-error.ts'
import type { Body } from '../body/body.ts'
import type { TrackerEvent } from '../events.ts'
import type { Told } from '../repetition/lanes.ts'
import type { Frame } from '../pose.ts'
import { watchFaults } from '../faults/compensations.ts'
import { leaveOutGestures } from './gestures.ts'
import { measureRange, rangeOfRepetition, type SignalOf } from './measuring.ts'
import { blind, bridgeOf, look, present, standsRight } from './presence.ts'
import type { TrackerState } from './state.ts'

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
  if (dt > 0 && dt < 1) state.interval += (state.interval === 0 ? 1 : 0.1) * (dt - state.interval)
  const body = look(state, frame)
  const framing = state.framing.read(body, frame)
  if (framing !== null) events.push({ type: 'framing', t, framing })
  const clear = standsRight(body, state)
  const signalOf: SignalOf = (signal) => state.signals.read(body, state.neutral.neutral, signal)
  state.seconds += dt
  if (!present(state, clear, t, events)) return { state, events }
  const told = work(state, body, signalOf, t, dt, events)
  measureRange(state, body, signalOf, t, events)
  for (const one of told) rangeOfRepetition(state, one, t)
  if (state.framing.crowd) state.faults.silence()
  else watchFaults(state, body, signalOf, t, events, told)
  return { state, events }
}

/** Counts and holds by the signal of the movement; repetitions closed in this frame. */
function work(
  state: TrackerState,
  body: Body,
  signalOf: SignalOf,
  t: number,
  dt: number,
  events: TrackerEvent[],
): readonly Told[] {
  const { follows, lanes } = state.work
  if (state.work.resume(t, bridgeOf(state))) blind(state)
  let reading = follows === null ? null : signalOf(follows.signal)
  if (follows !== null && reading === null) return NONE
  if (follows !== null && lanes !== null && reading !== null) {
    leaveOutGestures(state, body, SIGNALS[follows.signal])
    state.companions.look(body)
    reading = state.hidden?.complete(reading, lanes, t) ?? reading
  }
  const stated = follows === null ? Number.NaN : statedError(body, follows.signal)
  const { told: found, held } = state.work.next(reading, t, dt, stated)
  if (held !== null) events.push({ type: 'hold', t, ...held })
  const told = state.companions.judge(found)
  for (const one of told) {
    state.tally.add(one)
    events.push({ type: 'rep', t, count: state.tally.counts.total, repetition: one.repetition })
  }
  return told
}

const NONE: readonly Told[] = []
