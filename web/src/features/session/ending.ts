import type { CardId } from '@dorsal/care'
import { recordSet, toEnd } from './flow.ts'
import { reportOf } from './report.ts'
import { type Clock, goTo, itemAt, say, type SessionState } from './state.ts'

/** Ends that a slip of the finger can cause: they can be taken back until the last questions are answered. */
const SLIPS = ['SS03', 'SS04', 'SS13']

/** Ends the exercises by a rule or by the person's wish; the short questions follow. */
export function stopBy(state: SessionState, rule: string, card: CardId | null = null): SessionState {
  const planItemId = itemAt(state)?.planItemId ?? null
  const stopped = SLIPS.includes(rule) ? { ...state, ask: null, stopped: null } : null
  // A symptom that a therapist has to look at is not covered up by the wish to stop.
  const stop = rule === 'SS13' && state.stop?.rule === 'SS05' ? state.stop : { rule, planItemId }
  return toEnd({ ...recordSet(state), stop, card, notice: null, stopped })
}

/** Takes the end back: as it was, paused, the camera opened anew where it ran. */
export function takeBackStop(state: SessionState): SessionState {
  const { stopped } = state
  if (stopped === null) return state
  const ran = stopped.camera === 'on' || stopped.camera === 'starting'
  const pause = stopped.phase.name === 'after' ? null : ('person' as const)
  const before: SessionState = {
    ...stopped,
    judged: '',
    pause,
    lastTick: state.lastTick,
    said: state.said,
    sound: state.sound,
    camera: ran ? 'starting' : stopped.camera,
    cameraRun: state.cameraRun + (ran ? 1 : 0),
    bout: { ...stopped.bout, seen: 0, held: 0 },
    lost: null,
    framing: null,
  }
  return say(before, { id: 'paused' })
}

/** A danger sign: the card at once, and the report is ready to be sent as it stands. No further question, no exercise. */
export function emergency(state: SessionState, rule: string, card: CardId, clock: Clock): SessionState {
  const planItemId = itemAt(state)?.planItemId ?? null
  const stopped: SessionState = {
    ...recordSet(state),
    stop: { rule, planItemId },
    card,
    notice: null,
    camera: 'off',
  }
  return goTo({ ...stopped, report: reportOf(stopped, clock.iso) }, { name: 'card', card })
}

/** All is asked: the report is complete. */
export function finish(state: SessionState, clock: Clock): SessionState {
  const finished = { ...state, report: reportOf(state, clock.iso) }
  return goTo(finished, state.card === null ? { name: 'summary' } : { name: 'card', card: state.card })
}
