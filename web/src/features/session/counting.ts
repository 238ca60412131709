import type { TrackerEvent } from '@dorsal/motion'
import { countable, kindOf, targetOf } from './course.ts'
import { finishBout, reached } from './flow.ts'
import { itemAt, play, type SessionState, say } from './state.ts'
import { partAt, secondsOf, tempoOf } from '../../lib/tempo.ts'

/** No second correction sooner than this, in seconds: a guide that never stops talking is left. */
const CUE_PAUSE = 6
const CUE_SHOWN = 5

/** Who counts right now: the camera only while it runs, sees, and the exercise can be counted at all. */
export function sourceOf(state: SessionState): 'camera' | 'timer' {
  const item = itemAt(state)
  const byCamera = state.camera === 'on' && !state.byTimer && item !== null && countable(item)
  return byCamera ? 'camera' : 'timer'
}

/** Some repetitions more, by whoever counted them; says the number, and moves on when the bout is complete. */
function addReps(state: SessionState, more: number, by: 'byCamera' | 'byTimer'): SessionState {
  if (more <= 0) return state
  const item = itemAt(state)
  if (item === null) return state
  const done = state.bout.done + more
  const counted = {
    ...state,
    bout: { ...state.bout, done },
    soFar: { ...state.soFar, [by]: state.soFar[by] + more },
  }
  const spoken = say(counted, { id: 'count', values: { count: done, target: targetOf(item) } }, 'count')
  return reached(spoken) ? finishBout(spoken) : spoken
}

/** The timer counts by the prescribed tempo; a hold is announced and released. */
export function workByTimer(state: SessionState, dt: number): SessionState {
  const item = itemAt(state)
  if (item === null) return state
  const bout = { ...state.bout, elapsed: state.bout.elapsed + dt }
  const worked = { ...state, bout }
  if (kindOf(item) === 'timed') return workByClock(worked, dt, targetOf(item))
  const tempo = tempoOf(item.dosage)
  const inRep = bout.inRep + dt
  if (inRep >= secondsOf(tempo))
    return addReps(
      { ...worked, bout: { ...bout, inRep: Math.max(0, inRep - secondsOf(tempo)) } },
      1,
      'byTimer',
    )
  const was = partAt(tempo, bout.inRep).part
  const is = partAt(tempo, inRep).part
  const moved = { ...worked, bout: { ...bout, inRep } }
  if (was === is) return moved
  const long = tempo.stay >= 5
  if (is === 'stay') return long ? say(moved, { id: 'hold' }, 'hold') : play(moved, 'turn')
  return long ? say(moved, { id: 'ease-off' }, 'release') : play(moved, 'turn')
}

function workByClock(state: SessionState, dt: number, target: number): SessionState {
  if (reached(state)) return finishBout(state)
  const left = target - state.bout.elapsed
  const crossed = (mark: number) => left <= mark && left + dt > mark
  if (target >= 40 && crossed(target / 2)) return say(state, { id: 'half-way' }, 'turn')
  if (target >= 30 && crossed(10)) return say(state, { id: 'last-ten' }, 'turn')
  return state
}

/** What the tracker tells while a set runs. Events outside a running set change only what is seen, never a count. */
export function onTracker(state: SessionState, event: TrackerEvent): SessionState {
  switch (event.type) {
    case 'framing':
      return { ...state, framing: event.framing }
    case 'lost':
      return state.lost === null ? lose(state) : state
    case 'found':
      return find(state)
    case 'rep':
      return onRep(state, event.count, event.repetition.partial)
    case 'hold':
      return onHold(state, event.seconds, event.inside)
    case 'range':
      return counts(state)
        ? { ...state, range: { signal: event.signal, value: event.value, share: event.share } }
        : state
    case 'fault':
      return onFault(state, event.fault)
    case 'fault-mended':
      return onMended(state, event.fault)
  }
}

function counts(state: SessionState): boolean {
  return (
    state.phase.name === 'work' && state.pause === null && state.ask === null && sourceOf(state) === 'camera'
  )
}

/**
 * The tracker's number only ever adds: what it counts anew after a restart comes on top of what is there. A smaller
 * repetition is not counted and not blamed either.
 */
function onRep(state: SessionState, count: number, partial: boolean): SessionState {
  if (!counts(state)) return state
  const restarted = count < state.bout.seen && !partial
  const more = restarted ? 1 : Math.max(0, count - state.bout.seen)
  if (more === 0) return partial ? say(state, { id: 'smaller' }) : state
  return addReps({ ...state, bout: { ...state.bout, seen: count } }, more, 'byCamera')
}

/** A hold is complete when the prescribed seconds have been held inside the band; leaving it and coming back goes on. */
function onHold(state: SessionState, seconds: number, inside: boolean): SessionState {
  const item = itemAt(state)
  if (!counts(state) || item === null || item.exercise.movement.template !== 'hold') return state
  const { bout } = state
  const held = Math.max(0, seconds < bout.seen ? seconds : seconds - bout.seen)
  if (held < Math.max(1, item.dosage.holdSeconds)) return { ...state, bout: { ...bout, held } }
  const again = { ...state, bout: { ...bout, held: 0, seen: seconds } }
  const done = addReps(again, 1, 'byCamera')
  return inside && done.phase.name === 'work' ? say(done, { id: 'ease-off' }, 'release') : done
}

function onFault(state: SessionState, fault: string): SessionState {
  if (!counts(state)) return state
  const at = state.soFar.seconds
  if (state.cue !== null && at - state.cue.at < CUE_PAUSE) return state
  const known = itemAt(state)?.exercise.faults.some((f) => f.id === fault) ?? false
  return known ? say({ ...state, cue: { fault, at } }, { id: 'cue', values: { fault } }) : state
}

/** What was asked for has been done for a whole repetition: said once, and the correction leaves the screen. */
function onMended(state: SessionState, fault: string): SessionState {
  if (!counts(state) || state.cue?.fault !== fault) return state
  return say({ ...state, cue: { ...state.cue, at: state.soFar.seconds - CUE_SHOWN } }, { id: 'mended' })
}

/** Whether the correction is still on show. It stays in the state after that, to keep the pause before the next. */
export function cueShown(state: SessionState): boolean {
  return state.cue !== null && state.soFar.seconds - state.cue.at < CUE_SHOWN
}

function lose(state: SessionState): SessionState {
  const lost = { ...state, lost: 0 }
  return counts(state) ? say(lost, { id: 'lost' }, 'attention') : lost
}

function find(state: SessionState): SessionState {
  if (state.lost === null) return state
  const found = { ...state, lost: null }
  if (state.phase.name !== 'work') return found
  if (state.pause === 'lost') return say({ ...found, pause: null }, { id: 'found' }, 'start')
  return state.pause === null && state.ask === null ? say(found, { id: 'found' }) : found
}
