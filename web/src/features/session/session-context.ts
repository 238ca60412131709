import { createContext, use, useSyncExternalStore } from 'react'
import type { Control } from './controls.ts'
import type { Input } from './machine.ts'
import type { SessionRunner } from './session-runner.ts'
import type { SessionState } from './state.ts'

/** The running session, for every part of its screen. */
export const SessionContext = createContext<SessionRunner | null>(null)

export function useSession(): {
  state: SessionState
  send: (input: Input) => void
  press: (control: Control) => void
} {
  const runner = use(SessionContext)
  if (runner === null) throw new Error('There is no session here.')
  const state = useSyncExternalStore(runner.listen, runner.read)
  return { state, send: runner.send, press: (control) => runner.send({ type: 'control', control }) }
}
