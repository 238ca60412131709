import { type SignalRow, SIGNALS } from '../angles/angles.ts'
import type { Body } from '../body/body.ts'
import type { Calibration } from '../calibration/calibration.ts'
import type { SetSummary, TrackerEvent } from '../events.ts'
import { missingParts } from '../framing/parts.ts'
import type { Movement, Signal } from '../movement.ts'
import type { Frame, View } from '../pose.ts'
import { accepts, look } from '../tracking/presence.ts'
import { startTracking } from '../tracking/state.ts'
import { step } from '../tracking/step.ts'
import { summarize } from '../tracking/summary.ts'
import { expectedError } from '../recording/signals.ts'

/**
 * Which engine counted: raised with every change by which the same set could be counted or measured otherwise. It is written into each
 * replay, so that what was counted live is known from what is counted today.
 */
export const ENGINE = '2026-11'

/** One moment of a signal: `value`, `left`, `right` in its unit, and the expected error. All null where no number would be honest. */
export type TracePoint = {
  t: number
  value: number | null
  left: number | null
  right: number | null
  error: number | null
}

/** The course of one signal through a set. `unit`, `paired`, `signed`, `kind`: as in the table of signals. */
export type Trace = Pick<SignalRow, 'unit' | 'paired' | 'signed' | 'kind' | 'rest'> & {
  signal: Signal
  points: TracePoint[]
}

/** What today's engine makes of a set: the courses of the movement's own signals, what happened, and what it came to. */
export type Watched = { traces: Trace[]; events: TrackerEvent[]; summary: SetSummary }

const number = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** The signals that a movement is about, each once, with the views from which it may be judged by them: shown first, counted after. */
function signalsOf({ measure, count, hold }: Movement): Map<Signal, readonly View[]> {
  const found = new Map<Signal, readonly View[]>()
  for (const one of [measure, count, hold])
    if (one !== null && !found.has(one.signal)) found.set(one.signal, one.views)
  return found
}

/** What may be stated of this body from here; null below the gate: parts hidden, a view that is not honest, no error known. */
function allowed(body: Body, movement: Movement, signal: Signal, views: readonly View[]): number | null {
  if (!body.seen || missingParts(body, movement.needs).length > 0 || !accepts(views, body)) return null
  return expectedError(body, signal)
}

/**
 * Looks at a set again with today's engine. `calibration`: what was known of the person when it was counted. A moment in which the engine
 * would have withheld the number has none here either: a course has gaps, and nothing is drawn across them.
 */
export function watchFrames(
  frames: Iterable<Frame>,
  movement: Movement,
  calibration: Calibration | null,
): Watched {
  const counting = startTracking(movement, { calibration })
  const looking = startTracking(movement, { calibration })
  const signals = signalsOf(movement)
  const traces = new Map([...signals.keys()].map((signal): [Signal, TracePoint[]] => [signal, []]))
  const events: TrackerEvent[] = []
  for (const frame of frames) {
    events.push(...step(counting, frame).events)
    const body = look(looking, frame)
    for (const [signal, views] of signals) {
      const may = allowed(body, movement, signal, views)
      const reading = may === null ? null : looking.signals.read(body, looking.neutral.neutral, signal)
      const error = reading === null ? null : (reading.error ?? may)
      const honest = reading !== null && error !== null && (may === 0 || error <= (may ?? 0))
      traces.get(signal)?.push({
        t: frame.t,
        value: honest ? number(reading.value) : null,
        left: honest && SIGNALS[signal].paired ? number(reading.left) : null,
        right: honest && SIGNALS[signal].paired ? number(reading.right) : null,
        error: honest ? error : null,
      })
    }
  }
  return {
    traces: [...traces].map(([signal, points]) => {
      const { unit, paired, signed, kind, rest } = SIGNALS[signal]
      return { signal, unit, paired, signed, kind, rest, points }
    }),
    events,
    summary: summarize(counting),
  }
}
