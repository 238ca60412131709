import { countable } from './course.ts'
import { firstLine, sourceOf, workByTimer } from './counting.ts'
import { afterRest, finishBout, reached } from './flow.ts'
import { leaveAfter } from './answers.ts'
import { itemAt, play, type SessionState, say } from './state.ts'

/** A longer silence of the clock means that the page slept: no repetition may be counted for that time. */
const SLEPT = 5

/** An unanswered question after a set gives way after this, so that a person on the floor need not get up. */
const QUESTION_WAITS = 60

/** How long get-ready waits for the camera to open and see the person before it goes on without. */
const CAMERA_WAITS = 25

/** SS09 and SS07, in seconds. */
const LOST_PAUSES = 20
const LEFT_ASKS = 5
const ASK_AGAIN = 10
const HELP_AFTER = 60

export const BREATHING_SECONDS = 180

/** Lets time pass. While paused, or while a question is open, only that question's own clock moves. */
export function onTick(state: SessionState, ms: number): SessionState {
  const before = state.lastTick
  const ticked = { ...state, lastTick: ms }
  if (before === null || ms <= before) return ticked
  const dt = (ms - before) / 1000
  if (state.ask?.kind === 'ok') return whileAsking(ticked, dt)
  if (state.ask !== null || state.pause !== null) return ticked
  if (dt > SLEPT && (state.phase.name === 'work' || state.phase.name === 'ready'))
    return say({ ...ticked, pause: 'away' }, { id: 'away' })
  return pass(ticked, dt)
}

function pass(state: SessionState, dt: number): SessionState {
  const { phase } = state
  switch (phase.name) {
    case 'ready':
      return whileReady(state, dt)
    case 'work':
      return whileWorking(state, dt)
    case 'after': {
      const waited = phase.waited + dt
      const waiting = { ...state, phase: { ...phase, waited } }
      return waited >= QUESTION_WAITS ? leaveAfter(waiting) : waiting
    }
    case 'rest': {
      const left = phase.left - dt
      return left <= 0 ? afterRest(state) : { ...state, phase: { ...phase, left } }
    }
    case 'settle': {
      const left = Math.max(0, phase.left - dt)
      const settling = { ...state, phase: { ...phase, left, asked: left === 0 } }
      return left === 0 && !phase.asked ? say(settling, { id: 'settle-ask' }, 'attention') : settling
    }
    case 'recovery': {
      if (!phase.running) return state
      const elapsed = phase.elapsed + dt
      const over = elapsed >= BREATHING_SECONDS
      const breathing = { ...state, phase: { ...phase, elapsed, running: !over } }
      return over ? play(breathing, 'done') : breathing
    }
    case 'before':
    case 'set-up':
    case 'end':
    case 'card':
    case 'summary':
      return state
  }
}

/** The last seconds before a bout wait for the camera, when there is one that is to count. */
function whileReady(state: SessionState, dt: number): SessionState {
  if (state.phase.name !== 'ready') return state
  const { phase } = state
  const left = phase.left - dt
  const item = itemAt(state)
  const watching = item !== null && countable(item) && !state.byTimer
  const blind = state.lost !== null
  const waited = phase.waited + (left <= 0 ? dt : 0)
  if (left <= 0 && watching && blind && waited < CAMERA_WAITS)
    return { ...state, phase: { ...phase, left: 0, waited } }
  if (left > 0) {
    const ready = { ...state, phase: { ...phase, left } }
    return left <= 3 && Math.ceil(left) < Math.ceil(phase.left) ? play(ready, 'count') : ready
  }
  return startWork(state, watching && blind)
}

/** Begins or goes on with the bout. Where the camera was waited for in vain, this set goes by the timer and says so. */
export function startWork(state: SessionState, unseen = false): SessionState {
  const byTimer = state.byTimer || unseen
  const working: SessionState = { ...state, phase: { name: 'work' }, pause: null, ask: null, byTimer }
  if (reached(working)) return finishBout(working)
  if (unseen) return say(working, { id: 'by-timer' }, 'start')
  const blind = working.lost !== null && sourceOf(working) === 'camera'
  return blind ? say(working, { id: 'lost' }, 'attention') : say(working, firstLine(working), 'start')
}

function whileWorking(state: SessionState, dt: number): SessionState {
  const byCamera = sourceOf(state) === 'camera'
  const soFar = {
    ...state.soFar,
    seconds: state.soFar.seconds + dt,
    cameraSeconds: state.soFar.cameraSeconds + (byCamera ? dt : 0),
  }
  const lost = state.lost === null || state.camera !== 'on' || state.byTimer ? state.lost : state.lost + dt
  const worked = { ...state, soFar, lost }
  if (left(worked))
    return say(
      { ...worked, ask: { kind: 'ok', elapsed: 0, asked: 1, help: false } },
      { id: 'are-you-ok' },
      'attention',
    )
  if (!byCamera) return workByTimer(worked, dt)
  if (lost !== null && lost > LOST_PAUSES)
    return say({ ...worked, pause: 'lost' }, { id: 'still-lost' }, 'attention')
  return { ...worked, bout: { ...worked.bout, elapsed: worked.bout.elapsed + dt } }
}

/** SS07: nobody in the picture during standing work, for longer than a step aside takes. */
function left(state: SessionState): boolean {
  const nobody = state.framing === null || state.framing.help === 'nobody'
  const standing = itemAt(state)?.exercise.position === 'standing'
  return state.camera === 'on' && !state.byTimer && standing && nobody && (state.lost ?? 0) > LEFT_ASKS
}

/** SS07: asked three times, every ten seconds; help is shown after a minute without an answer, unless the person is in view again. */
function whileAsking(state: SessionState, dt: number): SessionState {
  if (state.ask?.kind !== 'ok' || state.ask.help) return state
  const elapsed = state.ask.elapsed + dt
  const back = state.lost === null
  if (elapsed >= HELP_AFTER && !back)
    return say({ ...state, ask: { ...state.ask, elapsed, help: true } }, { id: 'help' }, 'attention')
  const due = elapsed >= state.ask.asked * ASK_AGAIN && state.ask.asked < 3 && !back
  const ask = {
    ...state.ask,
    elapsed: back ? state.ask.elapsed : elapsed,
    asked: state.ask.asked + (due ? 1 : 0),
  }
  return due ? say({ ...state, ask }, { id: 'are-you-ok' }, 'attention') : { ...state, ask }
}
