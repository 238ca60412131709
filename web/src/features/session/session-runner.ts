import { Prescription } from '@dorsal/care'
import { newId } from '../../lib/new-id.ts'
import { keepAndSend, sessionDraft } from '../../lib/outbox-device.ts'
import { soundClock } from '../../lib/sound.ts'
import { caughtUp, comingIn } from './catch-up.ts'
import { recordSet } from './flow.ts'
import { advance, type Input } from './machine.ts'
import { reportOf } from './report.ts'
import { beginSession, type Clock, reopen, type SessionState } from './state.ts'

const TICK_MS = 100
/** A step that comes so much later is one of a page that nobody looks at. */
const LATE_MS = 2_500

/** Rises whenever a stored session could not be gone on with by newer code; its report can then still be sent. */
const FORMAT = 1

type Kept = { format: number; state: SessionState }

function clock(): Clock {
  return { ms: performance.now(), iso: new Date().toISOString() }
}

/**
 * Runs one session: lets time pass, keeps every step on this device, and hands the finished report to the outbox. What it
 * holds is only the machine's state; the screen reads it and sends inputs.
 */
export class SessionRunner {
  #state: SessionState
  #timer: ReturnType<typeof setInterval> | null = null
  #listeners = new Set<() => void>()
  #kept: Promise<unknown> = Promise.resolve()
  #handedOver = false
  #late = false
  /** The clock of the sounds that are planned ahead, at the last step. */
  #heard: number | null = null
  /** Whether this device could keep the session; false in some private windows. */
  keeping = true

  constructor(state: SessionState) {
    this.#state = state
  }

  read = (): SessionState => this.#state

  listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  send = (input: Input): void => this.#become(advance(this.#state, input, clock()))

  coming = () => comingIn(this.#state, clock())
  isLate = (): boolean => this.#late
  settle = (): void => this.#tick()

  #tick = (): void => {
    const [now, heard] = [clock(), soundClock()]
    this.#late = now.ms - (this.#state.lastTick ?? now.ms) > LATE_MS
    const seconds = heard === null || this.#heard === null ? null : heard - this.#heard
    this.#heard = heard
    this.#become(caughtUp(this.#state, now, seconds))
  }

  #become(next: SessionState): void {
    const before = this.#state
    if (next === before) return
    this.#state = next
    if (isStep(before, next)) this.#keep()
    if (next.report !== null) this.#handOver()
    for (const listener of this.#listeners) listener()
  }

  start(): void {
    this.#timer ??= setInterval(this.#tick, TICK_MS)
    this.#keep()
    if (this.#state.report !== null) this.#handOver()
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
  }

  #keep(): void {
    if (this.#handedOver) return
    const kept: Kept = { format: FORMAT, state: this.#state }
    this.#kept = this.#kept
      .then(() => (this.#handedOver ? undefined : sessionDraft.save(kept)))
      .catch(() => {
        this.keeping = false
      })
  }

  /** First the report is in the outbox, then the session under way is dropped: a crash between the two loses nothing. */
  #handOver(): void {
    const { report } = this.#state
    if (report === null || this.#handedOver) return
    this.#handedOver = true
    this.#kept = this.#kept
      .then(() => keepAndSend(report))
      .then(() => sessionDraft.drop())
      .catch(() => {
        this.keeping = false
        for (const listener of this.#listeners) listener()
      })
  }
}

/** What must be on the device before anything else happens: everything but the passing of time. */
function isStep(before: SessionState, after: SessionState): boolean {
  return (
    before.phase.name !== after.phase.name ||
    before.place !== after.place ||
    before.bout.done !== after.bout.done ||
    before.sets !== after.sets ||
    before.changes !== after.changes ||
    before.wishes !== after.wishes ||
    before.before !== after.before ||
    before.minutes !== after.minutes ||
    before.missing !== after.missing ||
    before.end !== after.end ||
    before.pause !== after.pause ||
    before.summaries !== after.summaries
  )
}

/** Begins a session under a new id. */
export function newRunner(
  prescription: Prescription,
  since: SessionState['before']['sinceLast'],
): SessionRunner {
  return new SessionRunner(beginSession(newId(), prescription, clock(), since))
}

/** The session that was under way on this device, if there is one that can be gone on with or sent. */
export async function findUnfinished(): Promise<SessionState | null> {
  const kept = (await sessionDraft.load().catch(() => null)) as Partial<Kept> | null
  const state = kept?.state
  if (kept?.format !== FORMAT || state === undefined) return null
  if (!Prescription.safeParse(state.prescription).success || state.place === undefined) return null
  if (state.report !== null) {
    await keepAndSend(state.report)
    await sessionDraft.drop()
    return null
  }
  return state.phase.name === 'before' ? null : state
}

/** After a longer pause than this the questions before a session are due again. */
const LONGEST_PAUSE_MS = 2 * 3_600_000

/** Whether a session that was found may go on: still the same plan, and not long ago. Else it can only be ended and sent. */
export function mayGoOn(state: SessionState, today: Prescription, now: string): boolean {
  const { planVersion, sessionNumber } = state.prescription
  const age = Date.parse(now) - Date.parse(state.startedAt)
  const same = planVersion === today.planVersion && sessionNumber === today.sessionNumber
  return same && age >= 0 && age <= LONGEST_PAUSE_MS
}

/** Goes on with a session that was found. */
export function resumedRunner(state: SessionState): SessionRunner {
  return new SessionRunner(reopen(state))
}

/** Sends a session that was found as far as it was done; nothing of it is lost. */
export async function sendUnfinished(state: SessionState): Promise<void> {
  const stopped = { ...state, stop: state.stop ?? { rule: 'SS13', planItemId: null } }
  await keepAndSend(reportOf(recordSet(stopped), new Date().toISOString()))
  await sessionDraft.drop()
}
