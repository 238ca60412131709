import type { TestProtocol } from './protocol.ts'
import type { TestResult } from './result.ts'

/** How a value changed, as an id: only what is beyond the minimal detectable change is a change. */
export type ChangeVerdict = 'about-the-same' | 'more' | 'less' | 'not-comparable'

/** One compared value: `difference` = after minus before in the test's unit. */
export type Change = { verdict: ChangeVerdict; difference: number | null }

/**
 * Two results of the same test and person. A difference up to the minimal detectable change of the protocol, or of what either result states as its
 * error where that is larger, is about the same. A missing value, or results of different tests, cannot be compared.
 */
export function compareTests(
  before: TestResult,
  after: TestResult,
  protocol: TestProtocol,
): { left: Change; right: Change; best: Change } {
  const alike = before.kind === after.kind && before.unit === after.unit && placed(before) === placed(after)
  const least = Math.max(protocol.change, ...(protocol.kind === 'range' ? [before.error, after.error] : []))
  const of = (key: 'left' | 'right' | 'best'): Change =>
    alike ? changeOf(before[key], after[key], least) : { verdict: 'not-comparable', difference: null }
  return { left: of('left'), right: of('right'), best: of('best') }
}

/** Sitting and standing postures are different things. */
const placed = (result: TestResult): string => String(result.detail['place'] ?? '')

function changeOf(before: number | null, after: number | null, least: number): Change {
  if (before === null || after === null) return { verdict: 'not-comparable', difference: null }
  const difference = after - before
  if (!(Math.abs(difference) > least)) return { verdict: 'about-the-same', difference }
  return { verdict: difference > 0 ? 'more' : 'less', difference }
}
