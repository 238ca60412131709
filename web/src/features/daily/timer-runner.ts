import { type DailyDone, DailyOffer } from '@dorsal/care'
import { newId } from '../../lib/new-id.ts'
import { keepDaily } from '../../lib/outbox-device.ts'
import { forget, keep, readKept } from '../../lib/store.ts'
import { comingOf } from '../../lib/ahead.ts'
import { advance, type TimerInput } from './timer-machine.ts'
import { type Clock, doneOf, newTimer, reopened, type TimerState } from './timer-state.ts'

/** Often enough to look even; what is right goes by the clock, however seldom this comes while the page is hidden. */
const TICK_MS = 200
/** A step that comes so much later is one of a page that nobody looks at. */
const LATE_MS = 2_500
/** How far a timer is foreseen: to its end, for a telephone in a pocket is not woken at all. */
const HORIZON_MS = 35 * 60_000
/** Rises whenever a kept timer could not be gone on with by newer code. */
const FORMAT = 1

type Kept = { format: number; state: TimerState }

const clock = (): Clock => ({ mono: performance.now(), wall: Date.now() })

/** Runs one timer: lets time pass, keeps each step on this device, hands what was done to the outbox. */
export class TimerRunner {
  #state: TimerState
  #timer: ReturnType<typeof setInterval> | null = null
  #listeners = new Set<() => void>()
  #handedOver = false
  #late = false
  #ticked = performance.now()
  /** Told when what was done is in the outbox. */
  readonly kept: Promise<DailyDone>
  #tellKept: (done: DailyDone) => void = () => undefined

  constructor(state: TimerState) {
    this.#state = state
    this.kept = new Promise((resolve) => {
      this.#tellKept = resolve
    })
  }

  read = (): TimerState => this.#state

  listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  send = (input: TimerInput): void => {
    const before = this.#state
    const next = advance(before, input, clock())
    if (next === before) return
    this.#state = next
    if (isStep(before, next)) void this.#keep()
    for (const listener of this.#listeners) listener()
  }

  start(): void {
    this.#timer ??= setInterval(this.#tick, TICK_MS)
    document.addEventListener('visibilitychange', this.#tick)
    this.#tick()
  }

  /** The page is left: what runs goes on by the clock, and is settled when the person is back. */
  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
    document.removeEventListener('visibilitychange', this.#tick)
  }

  #tick = (): void => {
    const now = performance.now()
    this.#late = now - this.#ticked > LATE_MS
    this.#ticked = now
    this.send({ type: 'tick' })
  }

  isLate = (): boolean => this.#late
  settle = (): void => this.#tick()

  /** What comes of it, if nobody does anything. */
  coming = () => {
    const { mono, wall } = clock()
    const passed = (state: TimerState, ms: number) =>
      advance(state, { type: 'tick' }, { mono: mono + ms, wall: wall + ms })
    return comingOf<TimerState['sound']['kind'], TimerState>(this.#state, passed, HORIZON_MS)
  }

  async #keep(): Promise<void> {
    if (this.#handedOver || this.#state.phase === 'before') return
    if (this.#state.phase !== 'told') {
      const kept: Kept = { format: FORMAT, state: this.#state }
      await keep('daily', kept)
      return
    }
    this.#handedOver = true
    const done = doneOf(this.#state)
    if (done === null) return
    // First it is in the outbox, then the timer is dropped: a crash between the two loses nothing.
    await keepDaily(done)
    await forget('daily')
    this.#tellKept(done)
  }
}

function isStep(before: TimerState, after: TimerState): boolean {
  return (
    before.phase !== after.phase ||
    before.paused !== after.paused ||
    before.looked !== after.looked ||
    before.asks !== after.asks
  )
}

export const beginTimer = (offer: DailyOffer): TimerRunner => new TimerRunner(newTimer(newId(), offer))
export const goOnWith = (state: TimerState): TimerRunner => new TimerRunner(reopened(state))

/** The timer that was under way on this device, as it stands now by the clock; null where there is none. */
export async function underWay(): Promise<TimerState | null> {
  const kept = (await readKept('daily').catch(() => null)) as Partial<Kept> | null | undefined
  const state = kept?.state
  if (kept?.format !== FORMAT || state === undefined || !DailyOffer.safeParse(state.offer).success)
    return null
  return advance(reopened(state), { type: 'tick' }, clock())
}

/** A timer whose time ran out while the page was away is reported as it ended (`settled`); one that still runs is given back. */
export async function settleUnderWay(): Promise<{ running: TimerState | null; settled: boolean }> {
  const state = await underWay()
  if (state === null || state.phase === 'running') return { running: state, settled: false }
  const done = doneOf(state)
  if (done !== null) await keepDaily(done)
  await forget('daily')
  return { running: null, settled: done !== null }
}
