import type { TrackerEvent } from '@dorsal/motion'
import { countable, kindOf, type RunItem, targetOf } from './course.ts'
import { finishBout, reached } from './flow.ts'
import type { Line } from './line.ts'
import { itemAt, play, type SessionState, say } from './state.ts'
import { partAt, secondsOf, type TempoPart } from '../../lib/tempo.ts'
import { breathAt } from '../../lib/breath.ts'
import { breathes, paceOf } from './breath.ts'

/** No second correction sooner than this, in seconds: a guide that never stops talking is left. */
const CUE_PAUSE = 6
const CUE_SHOWN = 5

/** Who counts right now: the camera only while it runs, sees, and the exercise can be counted at all. */
export function sourceOf(state: SessionState): 'camera' | 'timer' {
  const item = itemAt(state)
  const byCamera = state.camera === 'on' && !state.byTimer && item !== null && countable(item)
  return byCamera ? 'camera' : 'timer'
}

/** How far the person has gone of what is asked of them today, 1 being all of it; null where the engine withholds it. */
export function shareOfTarget(state: SessionState): number | null {
  const share = state.range?.share ?? null
  const asked = itemAt(state)?.rangeShare ?? 1
  return share === null ? null : share / Math.max(0.1, asked)
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
  if (kindOf(item) === 'timed') return workByClock(worked, dt, item)
  const tempo = paceOf(item)
  const inRep = bout.inRep + dt
  if (inRep >= secondsOf(tempo)) {
    const over = { ...worked, bout: { ...bout, inRep: Math.max(0, inRep - secondsOf(tempo)) } }
    const counted = addReps(over, 1, 'byTimer')
    const led = breathes(item) && counted.phase.name === 'work' && counted.bout.done < LED_BREATHS
    return led ? { ...counted, said: { ...counted.said, line: { id: 'breathe-in' } } } : counted
  }
  const was = partAt(tempo, bout.inRep).part
  const is = partAt(tempo, inRep).part
  const moved = { ...worked, bout: { ...bout, inRep } }
  if (was === is) return moved
  if (breathes(item)) return breathe(moved, is, bout.done)
  const long = tempo.stay >= 5
  if (is === 'stay') return long ? say(moved, { id: 'hold' }, 'hold') : play(moved, 'turn')
  return long ? say(moved, { id: 'ease-off' }, 'release') : play(moved, 'turn')
}

/** Breaths that are led by words; the ones after them by a soft sound and the ring, so that the room is quiet. */
const LED_BREATHS = 2
const BREATH_LINES = { out: 'breathe-in', stay: 'breathe-hold', back: 'breathe-out' } as const

/** What is said as a bout begins: in the rhythm of the breath, where the breath stands. */
export function firstLine(state: SessionState): Line {
  const item = itemAt(state)
  if (item === null || !breathes(item) || sourceOf(state) === 'camera') return { id: 'go' }
  const { elapsed, inRep } = state.bout
  return { id: BREATH_LINES[breathAt(kindOf(item) === 'timed' ? elapsed : inRep, paceOf(item)).part] }
}

/** Another part of the breath begins, in the breath of this number (from 0). */
function breathe(state: SessionState, part: TempoPart, number: number): SessionState {
  return number < LED_BREATHS ? say(state, { id: BREATH_LINES[part] }, 'turn') : play(state, 'turn')
}

function workByClock(state: SessionState, dt: number, item: RunItem): SessionState {
  const target = targetOf(item)
  if (reached(state)) return finishBout(state)
  if (breathes(item)) {
    const pace = paceOf(item)
    const { elapsed } = state.bout
    const [was, is] = [breathAt(elapsed - dt, pace), breathAt(elapsed, pace)]
    // No breath is begun that has no time to be let out again.
    const ends = is.part === 'out' && target - elapsed < secondsOf(pace) / 2
    if (!ends && (was.part !== is.part || was.number !== is.number)) return breathe(state, is.part, is.number)
    // Nothing else is said while the person breathes but that it is nearly over.
    return target >= 30 && target - elapsed <= 10 && target - elapsed + dt > 10
      ? say(state, { id: 'last-ten' })
      : state
  }
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
