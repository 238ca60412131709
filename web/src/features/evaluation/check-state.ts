import { MovementTestResult, type MovementTest, type OfferedTest, SelfTestResult } from '@dorsal/care'
import * as z from 'zod/mini'

/** What came of the tests that were done; a skipped one is in neither. */
export const CheckResults = z.object({
  movementTests: z.record(z.string(), MovementTestResult),
  selfTests: z.record(z.string(), SelfTestResult),
})
export type CheckResults = z.infer<typeof CheckResults>

/** How far the person is: at which step, what came of the ones before, and whether they want more than the first tests. */
export const CheckState = z.object({
  at: z.number(),
  results: z.record(z.string(), MovementTestResult),
  selfResults: z._default(z.record(z.string(), SelfTestResult), {}),
  more: z._default(z.enum(['ask', 'yes', 'enough']), 'ask'),
})
export type CheckState = z.infer<typeof CheckState>

export const START: CheckState = { at: 0, results: {}, selfResults: {}, more: 'ask' }

/** One screen of the check: a first test, the question whether to go on, or a further test. Behind the last one is the summary. */
export type Step =
  | { kind: 'first'; test: MovementTest }
  | { kind: 'offer' }
  | { kind: 'further'; offered: OfferedTest }

/** The screens in order. Further tests come when the person wants them. */
export function stepsOf(
  first: readonly MovementTest[],
  further: readonly OfferedTest[],
  more: CheckState['more'],
): Step[] {
  return [
    ...first.map((test): Step => ({ kind: 'first', test })),
    ...(further.length > 0 ? [{ kind: 'offer' } satisfies Step] : []),
    ...(more === 'yes' ? further.map((offered): Step => ({ kind: 'further', offered })) : []),
  ]
}

/** A kept state that can still be read; anything else starts anew. */
export function stateFrom(kept: unknown): CheckState {
  const parsed = CheckState.safeParse(kept)
  return parsed.success ? { ...parsed.data, at: Math.max(0, Math.trunc(parsed.data.at)) } : START
}

function without<T>(results: Record<string, T>, id: string): Record<string, T> {
  const { [id]: _before, ...others } = results
  return others
}

/** The test is done; `null` skips it and takes back an earlier result. */
export function answered(state: CheckState, id: string, result: MovementTestResult | null): CheckState {
  const others = without(state.results, id)
  return { ...state, at: state.at + 1, results: result ? { ...others, [id]: result } : others }
}

/** The same for a test that the person did alone. */
export function answeredAlone(state: CheckState, id: string, result: SelfTestResult | null): CheckState {
  const others = without(state.selfResults, id)
  return { ...state, at: state.at + 1, selfResults: result ? { ...others, [id]: result } : others }
}

export const goOn = (state: CheckState): CheckState => ({ ...state, at: state.at + 1, more: 'yes' })

/** Enough for today: what was done stands, and the summary comes. */
export const enough = (state: CheckState): CheckState => ({
  ...state,
  at: Number.MAX_SAFE_INTEGER,
  more: state.more === 'yes' ? 'yes' : 'enough',
})

export const backTo = (state: CheckState, at: number): CheckState => ({ ...state, at })
