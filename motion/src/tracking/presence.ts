import type { Body } from '../body/body.ts'
import type { TrackerEvent } from '../events.ts'
import { missingParts } from '../framing/parts.ts'
import { bridged } from '../repetition/gaps.ts'
import type { Frame, View } from '../pose.ts'
import { mirrorFrame } from '../calibration/mirrored.ts'
import type { TrackerState } from './state.ts'

/** Seconds without anybody after which the next person is taken to be somebody new. */
const SOMEBODY_NEW = 5
/** Seconds of clear sight after which somebody who was lost is found. */
const FOUND_AFTER = 0.2

/** The gap in seconds that is bridged at the frame rate at hand. */
export const bridgeOf = (state: TrackerState): number => bridged(state.interval)

/**
 * True when the body is seen from one of `views`; an unknown view never is. With measured depth any view is honest: angles are taken in
 * space then, wherever the sensor stands.
 */
export const accepts = (views: readonly View[], body: Body): boolean =>
  body.depth === 'sensor' || (body.view !== null && views.includes(body.view))

/** Takes the frame into the body, the view and the neutral pose. */
export function look(state: TrackerState, given: Frame): Body {
  const frame = state.calibration?.mirrored === true ? mirrorFrame(given) : given
  let body = state.body.read(frame)
  if (!body.seen) return body
  if (frame.t - state.seenAt > SOMEBODY_NEW) {
    state.body.reset()
    body = state.body.read(frame)
    body.broken = true
  }
  if (body.broken) startAnew(state)
  state.seenAt = frame.t
  body.view = state.view.read(body)
  state.neutral.read(body)
  return body
}

/** The past says nothing about who is seen now: what had begun is dropped. */
function startAnew(state: TrackerState): void {
  state.signals.reset()
  state.view.reset()
  state.companions.forget()
  state.faults.silence()
  blind(state)
}

/** True when every needed part is seen from a view in which the movement may be judged. */
export function standsRight(body: Body, { movement, work }: TrackerState): boolean {
  if (!body.seen || missingParts(body, movement.needs).length > 0) return false
  return work.follows === null || accepts(work.follows.views, body)
}

/** Keeps track of lost and found; true when this frame may be judged. */
export function present(state: TrackerState, clear: boolean, t: number, events: TrackerEvent[]): boolean {
  const bridge = bridgeOf(state)
  if (state.found && t - state.clearAt > bridge) lose(state, t, events)
  if (!clear) {
    if (!(t - state.clearAt <= bridge)) state.clearSince = Number.NaN
    return false
  }
  if (Number.isNaN(state.clearSince)) state.clearSince = t
  state.clearAt = t
  if (!state.found && t - state.clearSince >= FOUND_AFTER) {
    state.found = true
    events.push({ type: 'found', t })
  }
  return state.found
}

function lose(state: TrackerState, t: number, events: TrackerEvent[]): void {
  state.found = false
  state.clearSince = Number.NaN
  blind(state)
  state.faults.silence()
  events.push({ type: 'lost', t })
  if (state.rangeTold && state.range !== null)
    events.push({ type: 'range', t, signal: state.range.signal, value: null, share: null })
  state.rangeTold = false
}

/** The signal was away for longer than can be bridged: what had begun is dropped, the hold clock stands. */
export function blind(state: TrackerState): void {
  state.work.interrupt()
  state.hidden?.reset()
  state.restedAt = Number.NaN
}
