import { type Reading, SIGNALS } from '../angles/angles.ts'
import type { Body } from '../body/body.ts'
import type { Neutral } from '../calibration/neutral.ts'
import type { Movement, Signal } from '../movement.ts'
import type { Frame, View } from '../pose.ts'
import { look } from '../tracking/presence.ts'
import { startTracking, type TrackerState } from '../tracking/state.ts'
import { round } from './analysis.ts'

/** One value of a signal in time: all but `t` are null where the engine abstains. `left` and `right`: of a paired limb. */
export type SignalPoint = {
  t: number
  value: number | null
  confidence: number | null
  left?: number | null
  right?: number | null
}

const LOOKING: Movement = {
  template: 'timed',
  cameraView: null,
  needs: [],
  count: null,
  measure: null,
  hold: null,
  faults: [],
}

/** From where a camera of ours best looks at a signal when it may stand anywhere. */
export const viewFor = (signal: Signal): View => {
  const { views } = SIGNALS[signal]
  return views.length === 0 || views.includes('front') ? 'front' : (views[0] ?? 'front')
}

/** Size of an error at which a number means nothing, by unit: confidence falls to its least there. */
const MEANINGLESS: Readonly<Record<string, number>> = { deg: 20, ratio: 0.3, 'per-minute': 6 }
const LEAST = 0.1
/**
 * A course is read with its confidence beside it and shown to nobody as a range of motion: it may go on at a confidence that falls with
 * the reading's own error, until that is this many times what the table vouches for.
 */
const DOUBTFUL = 2
/** A trend can be compared with itself only. */
const TREND = 0.3

/**
 * The first still moment of a film: a whole record may be measured against it from its first frame on, so that there is no step where
 * the tracker would have found it. null where the person never is still.
 */
function restOf(frames: readonly Frame[]): Neutral | null {
  const state = startTracking(LOOKING)
  for (const frame of frames) {
    look(state, frame)
    if (state.neutral.neutral !== null) return state.neutral.neutral
  }
  return null
}

/** What is seen of one signal in a frame, and how far the table vouches for it there; `allowed` null where no number would be honest. */
type Glance = { reading: Reading | null; allowed: number | null }

/** Looks at signals frame by frame, in the order of time: frames that repeat or go back are given as null. */
function* glances(
  frames: readonly Frame[],
  state: TrackerState,
): Generator<{ frame: Frame; at: ((signal: Signal) => Glance) | null; body: Body | null }> {
  let last = Number.NEGATIVE_INFINITY
  for (const frame of frames) {
    if (!(frame.t > last)) {
      yield { frame, at: null, body: null }
      continue
    }
    last = frame.t
    const body = look(state, frame)
    const at = (signal: Signal): Glance => ({
      reading: state.signals.read(body, state.neutral.neutral, signal),
      allowed: expectedError(body, signal),
    })
    yield { frame, at, body }
  }
}

/** The course of one signal through frames, by the table's own expected errors: null from a view in which it would not be honest. */
export function courseOf(frames: readonly Frame[], signal: Signal): SignalPoint[] {
  const row = SIGNALS[signal]
  const state = startTracking({ ...LOOKING, measure: { signal, views: [] } })
  if (frames[0]?.depth === 'sensor') state.neutral.neutral = restOf(frames)
  const start = frames[0]?.t ?? 0
  const nothing = row.paired ? { left: null, right: null } : {}
  return Array.from(glances(frames, state), ({ frame, at }) => {
    const abstain = { t: round(frame.t - start), value: null, confidence: null, ...nothing }
    const { reading, allowed } = at?.(signal) ?? { reading: null, allowed: null }
    if (reading === null || allowed === null) return abstain
    const error = reading.error ?? allowed
    if (error > DOUBTFUL * allowed) return abstain
    const doubt = error / (MEANINGLESS[row.unit] ?? 1)
    return {
      t: abstain.t,
      value: round(reading.value),
      confidence: row.kind === 'trend' ? TREND : round(Math.max(LEAST, 1 - doubt)),
      ...(row.paired ? { left: known(reading.left), right: known(reading.right) } : {}),
    }
  })
}

const known = (value: number): number | null => (Number.isFinite(value) ? round(value) : null)

/** What the table expects of this body's depth and view; null where it says that no number is honest. */
export function expectedError(body: Body, signal: Signal): number | null {
  const row = SIGNALS[signal]
  if (body.depth === 'sensor' && row.readSpace !== undefined) return row.spaceError ?? 0
  if (row.kind === 'trend') return body.view === null ? null : 0
  return body.view === null ? null : (row.error[body.view] ?? null)
}

/** Every signal through a whole record at once. */
export type Courses = {
  times: number[]
  /** By signal: the value and both sides, NaN where there is none; empty where no frame gave any. */
  signals: Map<Signal, { value: number[]; left: number[]; right: number[] }>
  /** Share of the seen frames in which the view is one in which the signal may be judged; 1 with measured depth. */
  honest: Map<Signal, number>
  /** From where the person was seen most of the time; null with measured depth, which needs no view. */
  view: View | null
}

/** Reads every signal of the table that has a size (no rates, no taught poses) through a film. */
export function readCourses(frames: readonly Frame[]): Courses {
  const state = startTracking(LOOKING)
  const times: number[] = []
  const read = (Object.keys(SIGNALS) as Signal[]).filter(
    (signal) => SIGNALS[signal].kind !== 'rate' && signal !== 'hold_pose',
  )
  const signals: Courses['signals'] = new Map(
    read.map((signal) => [signal, { value: [], left: [], right: [] }]),
  )
  const honest = new Map<Signal, number>()
  const views = new Map<View | null, number>()
  let seen = 0
  for (const { frame, at, body } of glances(frames, state)) {
    if (at === null || body === null) continue
    times.push(frame.t)
    if (body.seen) seen += 1
    const view = body.depth === 'sensor' ? null : body.view
    if (body.seen) views.set(view, (views.get(view) ?? 0) + 1)
    for (const [signal, course] of signals) {
      const { reading, allowed } = at(signal)
      course.value.push(reading?.value ?? Number.NaN)
      course.left.push(reading?.left ?? Number.NaN)
      course.right.push(reading?.right ?? Number.NaN)
      if (reading !== null && allowed !== null) honest.set(signal, (honest.get(signal) ?? 0) + 1)
    }
  }
  for (const [signal, n] of honest) honest.set(signal, n / Math.max(1, seen))
  const [view] = [...views].toSorted((a, b) => b[1] - a[1])[0] ?? [null]
  return { times, signals, honest, view }
}
