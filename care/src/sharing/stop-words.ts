import type { RedFlagTable, StopRule } from '../triage/red-flag.ts'
import type { StopWords } from './sharing.ts'

/** Who would notice: what only the camera sees, or is asked the morning after, is of no use on paper. */
const NOTICED = /button|pain question/

const labels = (rules: readonly StopRule[], fits: (rule: StopRule) => boolean): string[] =>
  rules.filter(fits).map(({ label }) => label)

/**
 * What to stop for, in the governed words of the stop rules: for paper and for somebody who helps. Rules that only the camera or the
 * next morning can tell of are left out. A table without the emergency card gives an empty one; the content's linter refuses such.
 */
export function stopWords({ stopRules, cards }: Pick<RedFlagTable, 'stopRules' | 'cards'>): StopWords {
  const card = cards.find(({ id }) => id === 'emergency')
  return {
    emergency: labels(stopRules, ({ action }) => action === 'emergency'),
    end: labels(
      stopRules,
      ({ action, detectedBy }) =>
        (action === 'end-session' || action === 'stop-exercise') && NOTICED.test(detectedBy),
    ),
    before: labels(stopRules, ({ action }) => action === 'recovery-only'),
    card: { title: card?.title ?? '', steps: card?.steps ?? [] },
  }
}
