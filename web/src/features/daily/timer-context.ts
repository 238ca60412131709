import { createContext, use, useSyncExternalStore } from 'react'
import type { TimerControl, TimerInput } from './timer-machine.ts'
import type { TimerRunner } from './timer-runner.ts'
import type { TimerState } from './timer-state.ts'

/** The running timer, for every part of its screen. */
export const TimerContext = createContext<TimerRunner | null>(null)

export function useTimer(): {
  state: TimerState
  send: (input: TimerInput) => void
  press: (control: TimerControl) => void
} {
  const runner = use(TimerContext)
  if (runner === null) throw new Error('There is no timer here.')
  const state = useSyncExternalStore(runner.listen, runner.read)
  return { state, send: runner.send, press: (control) => runner.send({ type: 'control', control }) }
}
