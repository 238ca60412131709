import { HURT_RULES, type HurtKind } from '@dorsal/care'
import { raisesArms } from '@dorsal/motion'
import { leaveAfter, nextBefore, nextEnd } from './answers.ts'
import { changeNow } from './changing.ts'
import { startWork } from './clockwork.ts'
import { nextSet, type Place } from './course.ts'
import { emergency, stopBy, takeBackStop } from './ending.ts'
import { afterRest, finishBout, getReady, hasWork, onward, recordSet, toEnd, toFirst } from './flow.ts'
import { cardOfStop, judge } from './rules.ts'
import { secondsLeft } from './time-left.ts'
import { type Clock, goTo, itemAt, type PhaseName, type SessionState, say } from './state.ts'

export const CONTROLS = [
  'one',
  'next',
  'back',
  'pause',
  'hurts',
  'easier',
  'skip',
  'stop',
  'repeat',
  'longer',
  'by-timer',
  'harder',
  'not-harder',
  'how-long',
] as const
export type Control = (typeof CONTROLS)[number]

const RUNNING: readonly PhaseName[] = ['ready', 'work', 'after', 'rest', 'settle', 'recovery']
const DOING: readonly PhaseName[] = ['ready', 'work', 'after', 'rest']

/** What a control does where it makes sense; elsewhere it does nothing. No control ever makes anything harder. */
export function onControl(state: SessionState, control: Control, clock: Clock): SessionState {
  const { name } = state.phase
  if (state.ask !== null && control !== 'stop' && control !== 'hurts') return state
  switch (control) {
    case 'one':
      return one(state, clock)
    case 'next':
      return next(state, clock)
    case 'back':
      return back(state)
    case 'pause':
      return RUNNING.includes(name) ? pause(state) : state
    case 'hurts':
      return RUNNING.includes(name) && state.ask === null ? { ...state, ask: { kind: 'hurts' } } : state
    case 'easier':
      return DOING.includes(name) ? easier(state) : state
    case 'skip':
      return DOING.includes(name) ? skip(state) : state
    // SS13: the person says stop, and it stops, at once and with thanks.
    case 'stop':
      return RUNNING.includes(name) || name === 'set-up' ? stopBy(state, 'SS13') : state
    case 'repeat':
      return { ...state, said: { ...state.said, seq: state.said.seq + 1 } }
    case 'longer':
      return longer(state)
    case 'by-timer':
      return byTimer(state)
    case 'harder':
      return DOING.includes(name) ? harder(state) : state
    case 'not-harder':
      return DOING.includes(name) ? notHarder(state) : state
    case 'how-long':
      return RUNNING.includes(name) ? howLong(state) : state
  }
}

/** The one big key: where time runs it pauses and goes on, where an answer is waited for it goes on. It never begins anything sooner. */
function one(state: SessionState, clock: Clock): SessionState {
  if (state.phase.name === 'after') return next(state, clock)
  return RUNNING.includes(state.phase.name) ? pause(state) : state
}

/**
 * Both hands raised are the one big key from three steps away: not while a question is open, and not while an exercise is done that
 * brings the hands up itself. In its pauses and rests they count, as they were held still.
 */
export function onGesture(state: SessionState, clock: Clock): SessionState {
  const item = itemAt(state)
  const doing = (state.phase.name === 'work' || state.phase.name === 'ready') && state.pause === null
  if (!DOING.includes(state.phase.name) || state.ask !== null) return state
  if (doing && (item === null || raisesArms(item.exercise.movement))) return state
  return one(state, clock)
}

/** A wish for next time, of what is being done or has just been done. Nothing of today changes by it. */
function harder(state: SessionState): SessionState {
  const id = itemAt(state)?.planItemId
  if (id === undefined) return state
  return say({ ...state, wishes: [...new Set([...(state.wishes ?? []), id])] }, { id: 'harder' })
}

/** The wish taken back. */
function notHarder(state: SessionState): SessionState {
  const id = itemAt(state)?.planItemId
  if (id === undefined || !state.wishes?.includes(id)) return state
  return say({ ...state, wishes: state.wishes.filter((wish) => wish !== id) }, { id: 'undone' })
}

function howLong(state: SessionState): SessionState {
  return say(state, { id: 'time-left', values: { seconds: secondsLeft(state) } })
}

function next(state: SessionState, clock: Clock): SessionState {
  switch (state.phase.name) {
    case 'before':
      return nextBefore(state, clock)
    case 'set-up':
      return toFirst(state)
    case 'ready':
      return startWork(state)
    case 'work':
      return finishBout(state)
    case 'after':
      return leaveAfter(state)
    case 'rest':
      return afterRest(state)
    case 'recovery':
      return stopBy(state, 'SS11')
    case 'end':
      return nextEnd(state, clock)
    case 'settle':
    case 'card':
    case 'summary':
      return state
  }
}

/** One step back, where a step back cannot lose or repeat anything that was done. */
function back(state: SessionState): SessionState {
  const { phase, place } = state
  switch (phase.name) {
    case 'before':
      return phase.step > 0 ? goTo(state, { name: 'before', step: phase.step - 1 }) : state
    case 'set-up':
      return goTo(state, { name: 'before', step: 0 })
    case 'work':
      return place === null ? state : getReady(state, place, 'resume')
    case 'ready':
      return hasWork(state)
        ? state
        : state.sets.length === 0
          ? goTo(state, { name: 'set-up' })
          : toLastSet(state)
    case 'rest':
      return toLastSet(state)
    case 'end':
      return phase.step > 0 ? goTo(state, { name: 'end', step: phase.step - 1 }) : takeBackStop(state)
    case 'after':
    case 'settle':
    case 'recovery':
    case 'card':
    case 'summary':
      return state
  }
}

/** The answers after the last set, to mend them; the place goes back with them. */
function toLastSet(state: SessionState): SessionState {
  const last = state.sets.at(-1)
  const item = state.items.findIndex((candidate) => candidate.planItemId === last?.planItemId)
  if (last === undefined || item < 0) return state
  const place: Place = { item, set: last.set, side: 'both' }
  return goTo({ ...state, place }, { name: 'after', waited: 0 })
}

function pause(state: SessionState): SessionState {
  if (state.pause === null) return say({ ...state, pause: 'person' }, { id: 'paused' })
  const unseen = state.pause === 'lost' && state.lost !== null
  return say(
    { ...state, pause: null, byTimer: state.byTimer || unseen },
    { id: unseen ? 'by-timer' : 'go-on' },
  )
}

/** The person goes on without being seen: the rest of this set goes by the timer. */
function byTimer(state: SessionState): SessionState {
  if (state.phase.name !== 'work' && state.phase.name !== 'ready') return state
  return say({ ...state, byTimer: true, pause: null }, { id: 'by-timer' })
}

function easier(state: SessionState): SessionState {
  const place = target(state)
  const item = place === null ? null : (state.items[place.item] ?? null)
  const verdict = item === null ? null : judge(state, item, { kind: 'easier' })
  // Who asks for easier now does not want it harder next time.
  const wishes = (state.wishes ?? []).filter((id) => id !== item?.planItemId)
  const eased = { ...state, ...(state.wishes && { wishes }) }
  return verdict?.kind === 'change' ? changeNow(eased, verdict) : state
}

/** What "easier" and "skip" mean: what is being done, or during a rest what comes next. */
function target(state: SessionState): Place | null {
  const resting = state.phase.name === 'rest' || state.phase.name === 'after'
  return resting && state.place !== null ? nextSet(state.items, state.place) : state.place
}

/** The rest of this exercise is left out; what was done of it stays. */
function skip(state: SessionState): SessionState {
  const place = target(state)
  const item = place === null ? undefined : state.items[place.item]
  if (item === undefined) return state
  const items = state.items.map((each) => (each === item ? { ...each, closed: true } : each))
  const change = {
    planItemId: item.planItemId,
    variable: 'skip' as const,
    because: { id: 'within.skip', values: { exercise: item.exercise.name } },
    undone: false,
  }
  const recorded = recordSet(state)
  const skipped = { ...recorded, items, changes: [...state.changes, change], notice: null }
  if (state.phase.name === 'after') return skipped
  if (state.phase.name === 'rest')
    return nextSet(items, state.place ?? { item: 0, set: 1, side: 'both' }) === null
      ? toEnd(skipped)
      : skipped
  return say(onward(skipped, 0), { id: 'skipped' })
}

function longer(state: SessionState): SessionState {
  if (state.phase.name !== 'rest') return state
  const phase = { ...state.phase, left: state.phase.left + 30, total: state.phase.total + 30 }
  return say({ ...state, phase }, { id: 'rest-longer', values: { seconds: Math.ceil(phase.left) } })
}

/** "That hurts", said more closely. What is dangerous shows its card; what is sharp ends that exercise; what is sore makes it easier. */
export function onHurt(state: SessionState, kind: HurtKind | null, clock: Clock): SessionState {
  if (state.ask?.kind !== 'hurts') return state
  const asked = { ...state, ask: null }
  if (kind === null) return say({ ...asked, pause: 'person' }, { id: 'paused' })
  const rule = HURT_RULES[kind]
  const card = cardOfStop(rule, state.prescription)
  if (kind === 'chest' || kind === 'legs') return emergency(asked, rule, card ?? 'emergency', clock)
  if (kind === 'dizzy') return stopBy(asked, rule, card)
  return hurt(asked, kind === 'sharp' ? 'symptom' : 'hurts')
}

/** Sharp pain or tingling ends this exercise (SS05); a bit sore makes it easier at once. Outside a set it ends or waits. */
function hurt(state: SessionState, kind: 'symptom' | 'hurts'): SessionState {
  const item = itemAt(state)
  if (item === null || !DOING.includes(state.phase.name))
    return kind === 'symptom' ? stopBy(state, 'SS05') : { ...state, pause: 'person' }
  const verdict = judge(state, item, { kind })
  if (verdict.kind === 'end') return stopBy(state, verdict.rule, cardOfStop(verdict.rule, state.prescription))
  return verdict.kind === 'change' ? changeNow({ ...state, pause: null }, verdict) : state
}

/** The person answers "Are you OK?". */
export function onOk(state: SessionState): SessionState {
  return state.ask?.kind === 'ok' ? say({ ...state, ask: null, pause: 'person' }, { id: 'paused' }) : state
}
