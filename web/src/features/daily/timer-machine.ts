import { checksDue, type DailyDone, HURT_RULES, type HurtKind, type Prescription, stopOf } from '@dorsal/care'
import { breathAt } from '../../lib/breath.ts'
import {
  type Clock,
  isLookDue,
  isPack,
  partsOf,
  placeOf,
  type TimerLine,
  type TimerState,
  totalOf,
} from './timer-state.ts'

export const TIMER_CONTROLS = ['one', 'hurts', 'stop', 'how-long', 'repeat'] as const
export type TimerControl = (typeof TIMER_CONTROLS)[number]

/** Everything that can happen to a timer. */
export type TimerInput =
  | { type: 'tick' }
  | { type: 'length'; minutes: number }
  | { type: 'confirm'; value: boolean }
  | { type: 'start' }
  | { type: 'control'; control: TimerControl }
  | { type: 'looked' }
  | { type: 'hurt'; kind: HurtKind | null; stopRules: Prescription['stopRules'] }
  | { type: 'feel'; feel: DailyDone['feel'] }
  | { type: 'tell' }

/** From so many seconds on half time is said. */
const HALF_FROM = 240
/** The first breaths are said; then a soft sound is enough. */
const SAID_BREATHS = 3
/** An open look at the skin is called for again after so many seconds, then ever more often: the person may have fallen asleep. */
const CALL_AGAIN = [60, 120, 135, 150, 165, 180] as const
const CALL_EVERY = 15
/** How long the end of a pack goes on calling, in seconds. */
const CALL_END = 180
/** A step of time longer than this was slept through: what was missed in it is not said one after the other. */
const SLEPT = 3

/** A danger also where the stop rules are not at hand. */
const ALWAYS_DANGER: ReadonlySet<HurtKind> = new Set(['chest', 'legs'])

type Sound = TimerState['sound']['kind']

function say(state: TimerState, line: TimerLine, sound?: Sound): TimerState {
  const said = { ...state, said: { seq: state.said.seq + 1, line } }
  return sound === undefined ? said : play(said, sound)
}

const play = (state: TimerState, kind: Sound): TimerState => ({
  ...state,
  sound: { seq: state.sound.seq + 1, kind },
})

const isoOf = ({ wall }: Clock): string => new Date(wall).toISOString()

/** Seconds since time was last let pass: by whichever clock says more, as one stops with the page and the other may be set back. */
function secondsSince({ last }: TimerState, { mono, wall }: Clock): number {
  if (last === null) return 0
  const byPage = last.mono === null ? 0 : mono - last.mono
  return Math.max(0, byPage, wall - last.wall) / 1000
}

/** The timer as one pure step: state and what happened in, state out. Knows no screen, voice or clock. */
export function advance(state: TimerState, input: TimerInput, clock: Clock): TimerState {
  switch (input.type) {
    case 'tick':
      return onTick(state, clock)
    case 'length':
      return state.phase === 'before' && state.offer.minutes.includes(input.minutes)
        ? { ...state, minutes: input.minutes }
        : state
    case 'confirm':
      return state.phase === 'before' ? { ...state, confirmed: input.value } : state
    case 'start':
      return start(state, clock)
    case 'control':
      return onControl(onTick(state, clock), input.control, clock)
    case 'looked':
      return looked(state)
    case 'hurt':
      return onHurt(onTick(state, clock), input, clock)
    case 'feel':
      return state.phase === 'end' ? { ...state, feel: input.feel, phase: 'told' } : state
    case 'tell':
      return state.phase === 'end' ? { ...state, phase: 'told' } : state
  }
}

/** Begins only once what must be confirmed is confirmed. */
function start(state: TimerState, clock: Clock): TimerState {
  if (state.phase !== 'before') return state
  if (state.offer.confirm !== null && state.confirmed !== true) return state
  const begun: TimerState = { ...state, phase: 'running', startedAt: isoOf(clock), last: clock }
  return say(begun, { id: 'part', index: 0 }, 'start')
}

function onTick(state: TimerState, clock: Clock): TimerState {
  if (state.phase === 'end') return callToTakeOff(state, clock)
  if (state.phase !== 'running') return state
  const stands = state.paused || (state.asks && !isPack(state))
  const dt = stands ? 0 : secondsSince(state, clock)
  const ticked = { ...state, last: clock }
  if (dt === 0) return ticked
  const total = totalOf(state)
  const elapsed = Math.min(total, state.elapsed + dt)
  const passed = { ...ticked, elapsed, waited: isLookDue(state) ? state.waited + dt : 0 }
  if (elapsed >= total) {
    // It ended when its time was over, not when the page woke up.
    const late = (state.elapsed + dt - total) * 1000
    return over(passed, { ...clock, wall: clock.wall - late })
  }
  return announce(state, passed, dt)
}

/** What is said of the time that has just passed; after a sleep only how it stands. A question that is open keeps its words. */
function announce(before: TimerState, state: TimerState, dt: number): TimerState {
  const due = checksDue(state.offer, state.elapsed, totalOf(state))
  const dueBefore = checksDue(before.offer, before.elapsed, totalOf(before))
  if (due > dueBefore && due > state.looked) return say(state, { id: 'check' }, 'attention')
  if (isLookDue(state)) return callAgain(before, state)
  if (state.asks) return state
  const [was, is] = [placeOf(before), placeOf(state)]
  if (is !== null && was?.index !== is.index) return say(state, { id: 'part', index: is.index }, 'turn')
  const half = totalOf(state) / 2
  if (totalOf(state) >= HALF_FROM && before.elapsed < half && state.elapsed >= half)
    return say(state, { id: 'half' }, 'attention')
  return dt > SLEPT ? state : breathe(before, state)
}

/** In a paced part: in and out, said for the first breaths, then by a soft sound. */
function breathe(before: TimerState, state: TimerState): TimerState {
  const now = breathIn(state)
  const was = breathIn(before)
  if (now === null || (was !== null && was.part === now.part && was.number === now.number)) return state
  const way = now.part === 'back' ? 'out' : 'in'
  // From here on the pace is seen and heard; the caption says what it is again.
  const known = now.number === SAID_BREATHS && way === 'in'
  if (known) return say(state, { id: 'part', index: placeOf(state)?.index ?? 0 }, 'turn')
  return now.number < SAID_BREATHS ? say(state, { id: 'breath', way }, 'turn') : play(state, 'turn')
}

/** Where the paced breath stands; null where nothing is paced. */
export function breathIn(state: TimerState) {
  const { pace } = state.offer
  const place = placeOf(state)
  if (pace === null || place === null || !place.part.paced) return null
  return breathAt(place.into, { out: pace.in, stay: 0, back: pace.out })
}

/** Nobody has looked yet: called for again, then every quarter of a minute. */
function callAgain(before: TimerState, state: TimerState): TimerState {
  const last = CALL_AGAIN.at(-1) ?? 0
  const calls = (waited: number) =>
    CALL_AGAIN.filter((at) => waited >= at).length + Math.max(0, Math.floor((waited - last) / CALL_EVERY))
  return calls(state.waited) > calls(before.waited) ? say(state, { id: 'check' }, 'attention') : state
}

/** A pack whose time is over calls until somebody answers, for some minutes. */
function callToTakeOff(state: TimerState, clock: Clock): TimerState {
  if (!isPack(state) || state.ended !== 'done' || state.endedAt === null) return state
  const since = (clock.wall - Date.parse(state.endedAt)) / 1000
  const due = Math.min(CALL_END / CALL_EVERY, Math.floor(Math.max(0, since) / CALL_EVERY))
  const called = Math.floor(state.waited / CALL_EVERY)
  return due > called ? say({ ...state, waited: due * CALL_EVERY }, { id: 'take-off' }, 'attention') : state
}

function over(state: TimerState, clock: Clock): TimerState {
  const ended: TimerState = {
    ...state,
    phase: 'end',
    ended: 'done',
    endedAt: isoOf(clock),
    paused: false,
    asks: false,
    waited: 0,
  }
  return isPack(state) ? say(ended, { id: 'take-off' }, 'attention') : say(ended, { id: 'over' }, 'done')
}

function stopped(state: TimerState, clock: Clock): TimerState {
  const endedAt = isoOf(clock)
  const ended = { ...state, phase: 'end' as const, ended: 'stopped' as const, endedAt }
  return say({ ...ended, paused: false, asks: false }, { id: 'stopped' }, 'done')
}

function onControl(state: TimerState, control: TimerControl, clock: Clock): TimerState {
  if (state.phase !== 'running') return state
  if (state.asks && control !== 'stop') return state
  switch (control) {
    case 'one':
      return isLookDue(state) ? looked(state) : pause(state)
    case 'hurts':
      return { ...state, asks: true }
    case 'stop':
      return stopped(state, clock)
    case 'how-long':
      return say(state, { id: 'left', seconds: Math.ceil(totalOf(state) - state.elapsed) })
    case 'repeat':
      return { ...state, said: { ...state.said, seq: state.said.seq + 1 } }
  }
}

/** Pauses and goes on; a pack has no pause, for it goes on lying there. */
function pause(state: TimerState): TimerState {
  if (isPack(state)) return state
  if (!state.paused) return say({ ...state, paused: true }, { id: 'paused' })
  return say({ ...state, paused: false }, { id: 'part', index: placeOf(state)?.index ?? 0 })
}

function looked(state: TimerState): TimerState {
  if (!isLookDue(state)) return state
  const answered = { ...state, looked: checksDue(state.offer, state.elapsed, totalOf(state)), waited: 0 }
  const index = placeOf(state)?.index ?? partsOf(state).length - 1
  return say(answered, { id: 'part', index })
}

/** "That hurts", said more closely: sore ends it; anything else ends it by its stop rule, which the server is told. */
function onHurt(
  state: TimerState,
  { kind, stopRules }: Extract<TimerInput, { type: 'hurt' }>,
  clock: Clock,
): TimerState {
  if (state.phase !== 'running' || !state.asks) return state
  if (kind === null) return { ...state, asks: false }
  const ended = stopped(state, clock)
  if (kind === 'sore') return { ...ended, sore: true, feel: 'worse' }
  const rule = HURT_RULES[kind]
  const { action, card } = stopOf(rule, { stopRules })
  const danger = action === 'emergency' || ALWAYS_DANGER.has(kind)
  return {
    ...ended,
    feel: 'worse',
    phase: 'told',
    stop: { rule },
    card: danger ? (action === 'emergency' && card !== null ? card : 'emergency') : 'stop-session',
  }
}
