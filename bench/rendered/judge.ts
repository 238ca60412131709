/** Whether what the product showed of a set is what was done in it. */
import type { Shown } from './product.ts'
import type { RenderedSet } from './sets.ts'

/** `count`, `named`: null where the set has nothing to count or to name. `falsely`: corrections where there is nothing to correct. */
export type Verdict = { count: boolean | null; named: boolean | null; falsely: string[]; words: string }

/** A hold of six seconds with its ways in and out: how much of it may be missed or added, seconds. */
const HOLD_OFF = 2
const HOLD = 6

export function judge({ name, wanted }: RenderedSet, { reps, held, said }: Shown): Verdict {
  const count = wanted.hold
    ? Math.abs(held - HOLD) <= HOLD_OFF
    : wanted.reps === null
      ? null
      : reps === wanted.reps
  const falsely = name === 'clean' || name === 'half range' ? said : []
  const got = wanted.hold ? `held ${held.toFixed(1)}/${HOLD} s` : `${reps}/${wanted.reps ?? '-'}`
  const heard = said.length > 0 ? `, said ${[...new Set(said)].join(' + ')}` : ''
  // A fault may end a hold or spoil a repetition: there the naming of it is asked for.
  return {
    count: wanted.fault !== null && wanted.hold ? null : count,
    named: wanted.fault === null ? null : said.includes(wanted.fault),
    falsely,
    words: `${got}${heard}`,
  }
}
