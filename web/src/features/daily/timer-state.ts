import {
  type CardId,
  checksDue,
  type DailyDone,
  type DailyOffer,
  type DailyPart,
  dailyScript,
  partAfter,
} from '@dorsal/care'
import type { TONES } from '../../lib/sound.ts'

/** Two clocks in milliseconds: `mono` only ever rises but stops with the page, `wall` goes on but may be set. */
export type Clock = { mono: number; wall: number }

/** What is said; voice and caption take their words from the same line. */
export type TimerLine =
  | { id: 'ready' | 'half' | 'check' | 'paused' | 'over' | 'stopped' | 'take-off' }
  | { id: 'part'; index: number }
  | { id: 'breath'; way: 'in' | 'out' }
  | { id: 'left'; seconds: number }

export type TimerPhase = 'before' | 'running' | 'end' | 'told'

/** A timer as it runs, plain data: kept on the device as it is, so that a reload loses nothing. Seconds; instants as ISO. */
export type TimerState = {
  id: string
  offer: DailyOffer
  minutes: number
  phase: TimerPhase
  /** The answer to what must be confirmed; null: not answered yet. */
  confirmed: boolean | null
  startedAt: string | null
  elapsed: number
  /** When time was last let pass; `mono` is of this page alone. */
  last: { mono: number | null; wall: number } | null
  paused: boolean
  /** How often the skin was looked at, and for how long the open question has waited. */
  looked: number
  waited: number
  /** "That hurts" is being asked more closely. */
  asks: boolean
  endedAt: string | null
  ended: DailyDone['ended'] | null
  stop: DailyDone['stop']
  /** That it was sore is said already: it is not asked again how it felt. */
  sore: boolean
  feel: DailyDone['feel']
  card: CardId | null
  said: { seq: number; line: TimerLine }
  sound: { seq: number; kind: keyof typeof TONES | 'none' }
}

export const totalOf = ({ minutes }: Pick<TimerState, 'minutes'>): number => Math.round(minutes * 60)
export const partsOf = ({ offer, minutes }: Pick<TimerState, 'offer' | 'minutes'>): DailyPart[] =>
  dailyScript(offer, minutes)

/** What lies on the skin goes on lying there: its time is never stopped by a question or a pause. */
export const isPack = ({ offer }: Pick<TimerState, 'offer'>): boolean =>
  offer.kind === 'heat' || offer.kind === 'cold'

/** Whether the skin is to be looked at now. */
export const isLookDue = (state: TimerState): boolean =>
  state.phase === 'running' && checksDue(state.offer, state.elapsed, totalOf(state)) > state.looked

/** Where it stands: its part and how far into it; null when it is over. */
export const placeOf = (state: TimerState) => partAfter(partsOf(state), state.elapsed)

export function newTimer(id: string, offer: DailyOffer): TimerState {
  return {
    id,
    offer,
    minutes: offer.usual,
    phase: 'before',
    confirmed: null,
    startedAt: null,
    elapsed: 0,
    last: null,
    paused: false,
    looked: 0,
    waited: 0,
    asks: false,
    endedAt: null,
    ended: null,
    stop: null,
    sore: false,
    feel: null,
    card: null,
    said: { seq: 0, line: { id: 'ready' } },
    sound: { seq: 0, kind: 'none' },
  }
}

/** Opened again after a reload: the page's own clock is a new one. */
export function reopened(state: TimerState): TimerState {
  return { ...state, asks: false, last: state.last === null ? null : { ...state.last, mono: null } }
}

/** The report of a timer that has ended; null while it runs. */
export function doneOf(state: TimerState): DailyDone | null {
  const { id, offer, minutes, startedAt, endedAt, ended, elapsed, feel, stop } = state
  if (startedAt === null || endedAt === null || ended === null) return null
  const seconds = Math.round(Math.min(elapsed, totalOf(state)))
  const { id: timerId, kind, version } = offer
  return { id, at: endedAt, startedAt, timerId, kind, version, minutes, seconds, ended, feel, stop }
}
