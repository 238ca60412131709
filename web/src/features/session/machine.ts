import type { CardId, HurtKind, SessionReport } from '@dorsal/care'
import type { SetSummary, TrackerEvent } from '@dorsal/motion'
import { breathAnswered, nextEnd, settled } from './answers.ts'
import { undoChange } from './changing.ts'
import { onTick } from './clockwork.ts'
import { type Control, onControl, onGesture, onHurt, onOk } from './controls.ts'
import { onTracker } from './counting.ts'
import { finish } from './ending.ts'
import { chosen } from './choosing.ts'
import { unseen } from './flow.ts'
import { type Before, type CameraState, type Clock, type End, type SessionState, say } from './state.ts'

/** Everything that can happen to a session. */
export type Input =
  | { type: 'tick' }
  | { type: 'answer'; id: string; value: 'yes' | 'no' }
  | { type: 'pain-before'; value: number }
  | { type: 'since'; value: NonNullable<SessionReport['before']['sinceLast']> }
  | { type: 'energy'; value: NonNullable<Before['energy']> }
  | { type: 'length'; minutes: number }
  | { type: 'missing'; things: readonly string[] }
  | { type: 'camera'; to: CameraState }
  | { type: 'engine'; engine: NonNullable<SessionReport['engine']> }
  | { type: 'tracker'; events: readonly TrackerEvent[] }
  | { type: 'summary'; key: string; summary: SetSummary }
  | { type: 'control'; control: Control }
  | { type: 'raised-hands' }
  | { type: 'hurt'; kind: HurtKind | null }
  | { type: 'ok' }
  | { type: 'breath'; short: boolean }
  | { type: 'set-answer'; pain?: number | null; effort?: number | null; reps?: number }
  | { type: 'settled'; pain: number }
  | { type: 'undo' }
  | { type: 'recovery'; running: boolean }
  | { type: 'end-answer'; answer: Partial<End> }
  | { type: 'end-done' }
  | { type: 'danger-text'; card: CardId }

/**
 * The guided session as one pure step: state and what happened in, state out. Knows no screen, camera, voice or clock; `clock`
 * says what time it is. What it says and sounds is in the state (`said`, `sound`), each with a number that rises.
 */
export function advance(state: SessionState, input: Input, clock: Clock): SessionState {
  if (state.report !== null) return state
  switch (input.type) {
    case 'tick':
      return onTick(state, clock.ms)
    case 'answer':
      return {
        ...state,
        before: { ...state.before, answers: { ...state.before.answers, [input.id]: input.value } },
      }
    case 'pain-before':
      return { ...state, before: { ...state.before, pain: input.value } }
    case 'since':
      return { ...state, before: { ...state.before, sinceLast: input.value } }
    case 'energy':
      return { ...state, before: { ...state.before, energy: input.value } }
    case 'length':
      return state.phase.name === 'set-up' ? chosen(state, { minutes: input.minutes }) : state
    case 'missing':
      return state.phase.name === 'set-up' ? chosen(state, { missing: input.things }) : state
    case 'camera':
      return onCamera(state, input.to)
    case 'engine':
      return { ...state, engine: input.engine }
    case 'tracker':
      return input.events.reduce(onTracker, state)
    case 'summary':
      return { ...state, summaries: { ...state.summaries, [input.key]: input.summary } }
    case 'control':
      return onControl(state, input.control, clock)
    case 'raised-hands':
      return onGesture(state, clock)
    case 'hurt':
      return onHurt(state, input.kind, clock)
    case 'ok':
      return onOk(state)
    case 'breath':
      return state.ask?.kind === 'breath' ? breathAnswered(state, input.short, clock) : state
    case 'set-answer':
      return onSetAnswer(state, input)
    case 'settled':
      return state.phase.name === 'settle' ? settled(state, input.pain) : state
    case 'undo':
      return undoChange(state)
    case 'recovery':
      return state.phase.name === 'recovery'
        ? { ...state, phase: { ...state.phase, running: input.running } }
        : state
    case 'end-answer':
      return { ...state, end: { ...state.end, ...input.answer } }
    case 'end-done':
      return nextEnd(state, clock)
    case 'danger-text':
      // The text itself is the clinic's ground to act on: it is in the report, and the server screens it again.
      return finish({ ...state, card: input.card }, clock)
  }
}

/** The camera may come, go or fail at any moment: what was counted stays, and the set goes on by the timer. */
function onCamera(state: SessionState, to: CameraState): SessionState {
  if (to === state.camera) return state
  const running = ['ready', 'work', 'after', 'rest'].includes(state.phase.name)
  const opened = to === 'on' || to === 'starting'
  const wasOpen = state.camera === 'on' || state.camera === 'starting'
  const next: SessionState = {
    ...state,
    camera: to,
    cameraRun: opened && !wasOpen ? state.cameraRun + 1 : state.cameraRun,
    bout: { ...state.bout, inRep: 0, held: 0, seen: opened && !wasOpen ? 0 : state.bout.seen },
    lost: wasOpen && opened ? state.lost : unseen({ camera: to }),
    byTimer: to === 'on' ? false : state.byTimer,
    framing: opened ? state.framing : null,
    pause: !opened && state.pause === 'lost' ? null : state.pause,
    ask: !opened && state.ask?.kind === 'ok' ? null : state.ask,
    range: null,
    cue: opened ? state.cue : null,
  }
  if (!running || to === 'starting') return next
  const line = to === 'on' ? 'camera-on' : to === 'failed' ? 'camera-failed' : 'camera-off'
  return say(next, { id: line }, to === 'failed' ? 'attention' : undefined)
}

/** Pain, effort and the number of repetitions of the set that was just done. A corrected number is the person's own. */
function onSetAnswer(
  state: SessionState,
  answer: { pain?: number | null; effort?: number | null; reps?: number },
): SessionState {
  const last = state.sets.at(-1)
  if (last === undefined || state.phase.name !== 'after') return state
  const reps = answer.reps === undefined ? last.doneReps : Math.max(0, Math.min(99, answer.reps))
  const set = {
    ...last,
    doneReps: reps,
    counted: reps === last.doneReps ? last.counted : ('self' as const),
    pain: answer.pain === undefined ? last.pain : answer.pain,
    effort: answer.effort === undefined ? last.effort : answer.effort,
  }
  return { ...state, sets: [...state.sets.slice(0, -1), set] }
}
