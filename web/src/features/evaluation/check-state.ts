import { MovementTestResult, type MovementTest } from '@dorsal/care'
import * as z from 'zod/mini'

/** How far the person is: which test, and what came of the ones before. A skipped test has no result. */
export const CheckState = z.object({
  at: z.number(),
  results: z.record(z.string(), MovementTestResult),
})
export type CheckState = z.infer<typeof CheckState>

export const START: CheckState = { at: 0, results: {} }

/** A kept state that still fits these tests; anything else starts anew. */
export function stateFrom(kept: unknown, tests: readonly MovementTest[]): CheckState {
  const parsed = CheckState.safeParse(kept)
  if (!parsed.success) return START
  const ids = new Set(tests.map(({ id }) => id))
  const results = Object.fromEntries(Object.entries(parsed.data.results).filter(([id]) => ids.has(id)))
  return { at: Math.min(Math.max(0, Math.trunc(parsed.data.at)), tests.length), results }
}

/** The test is done; `null` skips it and takes back an earlier result. */
export function answered(state: CheckState, id: string, result: MovementTestResult | null): CheckState {
  const { [id]: _before, ...others } = state.results
  return { at: state.at + 1, results: result ? { ...others, [id]: result } : others }
}

export const backTo = (state: CheckState, at: number): CheckState => ({ ...state, at })
