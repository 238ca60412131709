/** Whether what the product showed of a set is what was done in it. */
import type { Shown } from './product.ts'
import type { RenderedSet } from './sets.ts'

/** `count`, `named`: null where the set has nothing to count or to name. `falsely`: corrections where there is nothing to correct. */
export type Verdict = { count: boolean | null; named: boolean | null; falsely: string[]; words: string }

/** By how much a hold may be missed or added to, seconds. */
const HOLD_OFF = 2

/**
 * `truly`: what the same engine makes of the set where every landmark is where it truly is. By it a hold is judged, and half a way:
 * half way between two postures is of some signals more than half.
 */
export function judge({ name, wanted }: RenderedSet, { reps, held, said }: Shown, truly: Shown): Verdict {
  const half = name === 'half range'
  const asked = half ? truly.reps : wanted.reps
  const count = wanted.hold ? Math.abs(held - truly.held) <= HOLD_OFF : asked === null ? null : reps === asked
  const falsely = name === 'clean' ? said : []
  const got = wanted.hold ? `held ${held.toFixed(1)}/${truly.held.toFixed(1)} s` : `${reps}/${asked ?? '-'}`
  const heard = said.length > 0 ? `, said ${[...new Set(said)].join(' + ')}` : ''
  const missed = wanted.fault !== null && !said.includes(wanted.fault)
  // A fault may end a hold or spoil a repetition: there the naming of it is asked for.
  return {
    count: wanted.fault !== null && wanted.hold ? null : count,
    named: wanted.fault === null ? null : said.includes(wanted.fault),
    falsely,
    words: `${got}${heard}${missed && !truly.said.includes(wanted.fault ?? '') ? ' (nor from true landmarks)' : ''}`,
  }
}
