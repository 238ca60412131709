import type { Calibration } from '../calibration/calibration.ts'
import type { Frame } from '../pose.ts'
import type { PosturePlace } from '../posture/posture.ts'
import { startTracking, type TrackerState } from '../tracking/state.ts'
import { step } from '../tracking/step.ts'
import { AttemptLog } from './attempt-log.ts'
import type { Sex } from './bands.ts'
import type { TestEnd, TestEvent } from './events.ts'
import type { Look } from './look.ts'
import { movementOf } from './movement-of.ts'
import type { TestSpec } from './protocol.ts'
import { RuleWatch } from './rule-watch.ts'
import type { Bench, Runner } from './runner.ts'
import { RUNNERS } from './runners.ts'

/** Seconds of being found after which a test begins though no still moment gave a neutral pose. */
const WITHOUT_NEUTRAL = 5

/**
 * What is known of the person: `side` = only that side is tested; `age` in years and `sex` choose the norms; `place` = how they sit or stand for a
 * posture; `painBefore` = pain at rest, 0..10: an attempt that hurts no more is pain-free.
 */
export type TestOptions = {
  calibration?: Calibration | null
  side?: 'left' | 'right' | null
  age?: number | null
  sex?: Sex | null
  place?: PosturePlace
  painBefore?: number
}

/** The running state of one test. Opaque: pass it from step to step. Its size does not grow with time. */
export type TestState = {
  readonly spec: TestSpec
  readonly options: TestOptions
  readonly tracker: TrackerState | null
  readonly bench: Bench
  readonly runner: Runner
  readonly answers: Map<string, string>
  stage: 'waiting' | 'running' | 'done'
  ended: TestEnd | null
  foundAt: number
  lastT: number
}

/** Begins a movement test by its protocol and norms. Nothing is judged until the person is seen, still, and told to begin. */
export function startTest(spec: TestSpec, options: TestOptions = {}): TestState {
  const { protocol } = spec
  const movement = movementOf(protocol)
  const bench: Bench = {
    spec,
    log: new AttemptLog(protocol, options.side ?? null),
    rules: new RuleWatch(protocol.failIf),
    begunAt: Number.NaN,
  }
  return {
    spec,
    options,
    tracker: movement === null ? null : startTracking(movement, { calibration: options.calibration ?? null }),
    bench,
    runner: RUNNERS[protocol.kind](bench, options.place ?? 'standing'),
    answers: new Map(),
    stage: 'waiting',
    ended: null,
    foundAt: Number.NaN,
    lastT: Number.NaN,
  }
}

/**
 * Takes one camera frame in and tells what happened. A frame that repeats or goes back in time, and every frame after the end, changes nothing. Never
 * throws on missing or broken landmarks: an attempt that could not be seen is not judged, and that is said.
 */
export function stepTest(state: TestState, frame: Frame): { state: TestState; events: TestEvent[] } {
  const { tracker, bench } = state
  const { t } = frame
  if (tracker === null || state.stage === 'done' || !Number.isFinite(t) || t <= state.lastT)
    return { state, events: [] }
  const out: TestEvent[] = Number.isNaN(state.lastT) ? [say(t, 'get-ready', bench)] : []
  const dt = Number.isNaN(state.lastT) ? 0 : t - state.lastT
  state.lastT = t
  const { events } = step(tracker, frame)
  for (const event of events) {
    if (event.type === 'framing' || event.type === 'lost' || event.type === 'found') out.push(event)
    if (event.type === 'found' && Number.isNaN(state.foundAt)) {
      state.foundAt = t
      out.push(say(t, 'hold-still', bench))
    }
  }
  if (state.stage === 'waiting' && tracker.found && ready(state, tracker, t)) {
    state.stage = 'running'
    bench.begunAt = t
    out.push(say(t, 'begin', bench))
  }
  if (state.stage === 'waiting') return { state, events: out }
  const look: Look = {
    t,
    dt,
    found: tracker.found && tracker.body.body.seen,
    view: tracker.body.body.view,
    events,
    tracker,
    protocol: state.spec.protocol,
  }
  bench.rules.next(look)
  out.push(...state.runner.next(look))
  if (state.runner.finished) out.push(...finish(state, t, 'complete'))
  return { state, events: out }
}

const ready = (state: TestState, tracker: TrackerState, t: number): boolean =>
  tracker.neutral.neutral !== null || t - state.foundAt > WITHOUT_NEUTRAL

const say = (t: number, id: 'get-ready' | 'hold-still' | 'begin', { log }: Bench): TestEvent => ({
  type: 'say',
  t,
  id,
  side: log.next ?? 'both',
})

/** The person ends the test; what was measured so far stands. */
export function endTest(
  state: TestState,
  because: TestEnd = 'ended',
): { state: TestState; events: TestEvent[] } {
  if (state.stage === 'done') return { state, events: [] }
  const t = Number.isNaN(state.lastT) ? 0 : state.lastT
  state.runner.end(t)
  return { state, events: finish(state, t, because) }
}

/** How much an attempt hurt, 0..10, as the person says. More than the protocol allows ends the test. Unknown attempts are passed over. */
export function painOf(
  state: TestState,
  attempt: number,
  pain: number,
): { state: TestState; events: TestEvent[] } {
  const known = Number.isFinite(pain) && state.bench.log.setPain(attempt, Math.min(10, Math.max(0, pain)))
  return known && pain > state.spec.protocol.stopPain ? endTest(state, 'pain') : { state, events: [] }
}

/** What the person says about something that the camera cannot see (`question`), as an id or a number in words. */
export function answerOf(state: TestState, question: string, answer: string): TestState {
  state.answers.set(question, answer)
  return state
}

/** A value that the person measured without the camera, in the test's unit (such as the gap to the wall, centimetres). */
export function valueOf(state: TestState, value: number): { state: TestState; events: TestEvent[] } {
  if (!Number.isFinite(value) || state.stage === 'done') return { state, events: [] }
  const t = Number.isNaN(state.lastT) ? 0 : state.lastT
  const { log } = state.bench
  const attempt = log.add({ side: log.next ?? 'both', value, error: state.spec.error, at: t, because: null })
  const events: TestEvent[] = [{ type: 'accepted', t, attempt }]
  return { state, events: log.next === null ? [...events, ...finish(state, t, 'complete')] : events }
}

function finish(state: TestState, t: number, because: TestEnd): TestEvent[] {
  state.stage = 'done'
  state.ended = because
  return [{ type: 'done', t, because }]
}
