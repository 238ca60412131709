import type { CardId, Prescription, SessionChange, SessionReport, SetReport } from '@dorsal/care'
import type { Framing, SetSummary } from '@dorsal/motion'
import { courseOf, type Place, type RunItem } from './course.ts'
import type { Line, SoundKind } from './line.ts'

/** Time as the machine is told it: `ms` only ever rises (for clocks), `iso` is the wall time (for the record). */
export type Clock = { ms: number; iso: string }

/** Seconds everywhere below. */
export type Phase =
  | { name: 'before'; step: number }
  | { name: 'set-up' }
  | {
      name: 'ready'
      left: number
      total: number
      waited: number
      why: 'exercise' | 'set' | 'side' | 'resume'
    }
  | { name: 'work' }
  | { name: 'after'; waited: number }
  | { name: 'settle'; left: number; asked: boolean }
  | { name: 'rest'; left: number; total: number }
  | { name: 'recovery'; elapsed: number; running: boolean }
  | { name: 'end'; step: number }
  | { name: 'card'; card: CardId }
  | { name: 'summary' }

export type PhaseName = Phase['name']

/** Why nothing moves: the person asked, the screen was asleep, the camera cannot see, or the page was opened again. */
export type Pause = 'person' | 'away' | 'lost' | 'reopened'

/** A question over everything else; all clocks stand still while it is open. */
export type Ask =
  | null
  | { kind: 'hurts' }
  | { kind: 'breath' }
  | { kind: 'ok'; elapsed: number; asked: number; help: boolean }

export type CameraState = 'off' | 'starting' | 'on' | 'failed'

/** One side of one set while it is being done. `seen`: the tracker's own count; `inRep`, `held`: seconds. */
export type Bout = { done: number; seen: number; elapsed: number; inRep: number; held: number }

/** The set so far over both sides. */
export type SetSoFar = {
  done: number
  seconds: number
  cameraSeconds: number
  byCamera: number
  byTimer: number
}

/** The one correction on show. `fault` is looked up in the exercise for its words. */
export type Cue = { fault: string; at: number }

/** The latest change, as it is shown with its undo: the items as they were before it. */
export type Notice = { changes: number[]; before: RunItem[]; place: Place | null; undoable: boolean }

export type Before = {
  answers: Record<string, 'yes' | 'no'>
  pain: number | null
  sinceLast: SessionReport['before']['sinceLast']
  energy?: SessionReport['before']['energy']
}

export type End = {
  painAfter: number | null
  effort: number | null
  hardest: string | null
  note: string | null
}

/** Everything of a session, plain data: kept on the device as it is, so that a crash loses nothing. */
export type SessionState = {
  id: string
  prescription: Prescription
  startedAt: string
  phase: Phase
  pause: Pause | null
  ask: Ask
  lastTick: number | null
  before: Before
  /** How the last session was answered for is known from the morning: it is not asked again. Left out: it is asked. */
  sinceTold?: boolean
  /** The length that was chosen, in minutes. Left out in sessions begun before lengths could be chosen. */
  minutes?: number
  /** What is not at hand today. */
  missing?: readonly string[]
  items: RunItem[]
  place: Place | null
  bout: Bout
  soFar: SetSoFar
  camera: CameraState
  /** Rises with each opening of the camera; part of the key under which summaries are kept. */
  cameraRun: number
  engine: SessionReport['engine']
  framing: Framing | null
  /** Seconds without being seen; null while seen. */
  lost: number | null
  /** This set goes on by timer although the camera runs. */
  byTimer: boolean
  range: { signal: string; value: number | null; share: number | null } | null
  cue: Cue | null
  sets: SetReport[]
  summaries: Record<string, SetSummary>
  changes: SessionChange[]
  notice: Notice | null
  /** Exercises in which pain has already called for something easier (SS04 ends the session at the second). */
  sore: string[]
  /** The set and answers that the rules have already looked at, so that going back and on changes nothing twice. */
  judged: string
  end: End
  /** The session as it was when the person stopped it, for as long as they may take that back. */
  stopped: SessionState | null
  /** Plan items that the person would like harder next time. Nothing of today goes by it. Left out: none. */
  wishes?: readonly string[]
  stop: SessionReport['stop']
  card: CardId | null
  report: SessionReport | null
  said: { seq: number; line: Line }
  sound: { seq: number; kind: SoundKind }
}

export const FRESH_BOUT: Bout = { done: 0, seen: 0, elapsed: 0, inRep: 0, held: 0 }
export const FRESH_SET: SetSoFar = { done: 0, seconds: 0, cameraSeconds: 0, byCamera: 0, byTimer: 0 }

/** A new session under an id made on the device. */
export function beginSession(
  id: string,
  prescription: Prescription,
  clock: Clock,
  /** What the morning has answered already. */
  since: Before['sinceLast'] = null,
): SessionState {
  const first = prescription.sessionNumber <= 1
  return {
    id,
    prescription,
    startedAt: clock.iso,
    phase: { name: 'before', step: 0 },
    pause: null,
    ask: null,
    lastTick: null,
    before: {
      answers: {},
      energy: null,
      pain: null,
      sinceLast: first ? 'first' : since,
    },
    ...(since !== null && !first && { sinceTold: true }),
    minutes: prescription.minutes,
    items: courseOf(prescription.items),
    place: null,
    bout: FRESH_BOUT,
    soFar: FRESH_SET,
    camera: 'off',
    cameraRun: 0,
    engine: null,
    framing: null,
    lost: null,
    byTimer: false,
    range: null,
    cue: null,
    sets: [],
    summaries: {},
    changes: [],
    notice: null,
    sore: [],
    end: { painAfter: null, effort: null, hardest: null, note: null },
    judged: '',
    stopped: null,
    stop: null,
    card: null,
    report: null,
    said: { seq: 0, line: { id: 'welcome' } },
    sound: { seq: 0, kind: 'none' },
  }
}

/** A session found again after a crash or a reload: it waits, the camera is off, nothing is lost. */
export function reopen(state: SessionState): SessionState {
  const moving = !['before', 'set-up', 'end', 'card', 'summary'].includes(state.phase.name)
  return {
    ...state,
    lastTick: null,
    camera: 'off',
    framing: null,
    lost: null,
    cue: null,
    range: null,
    bout: { ...state.bout, seen: 0 },
    pause: moving ? 'reopened' : null,
  }
}

export function itemAt(state: SessionState): RunItem | null {
  return state.place === null ? null : (state.items[state.place.item] ?? null)
}

/** The key under which the camera's summary of this bout is kept: set of the report, side, opening of the camera. */
export function boutKey(state: SessionState): string {
  return `${state.sets.length}/${state.place?.side ?? 'both'}/${state.cameraRun}`
}

/** Into another phase: pauses, questions and what was shown of the last one end with it. */
export function goTo(state: SessionState, phase: Phase): SessionState {
  return { ...state, phase, pause: null, ask: null, cue: null, range: null }
}

/** Says one line: it is shown as the caption and spoken by the voice, always both. */
export function say(state: SessionState, line: Line, sound?: SoundKind): SessionState {
  const said = { seq: state.said.seq + 1, line }
  return sound === undefined ? { ...state, said } : play({ ...state, said }, sound)
}

export function play(state: SessionState, kind: SoundKind): SessionState {
  return { ...state, sound: { seq: state.sound.seq + 1, kind } }
}
