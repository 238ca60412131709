import type { Evaluation, Me } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { explain } from '../../lib/reasons.ts'
import { wordsOf } from '../../lib/texts.ts'
import styles from './plan-page.module.css'
import { sureness } from './words.ts'

type Findings = Evaluation['findings']

/** So many are shown at once, the surest first; the others are one tap away. */
const SHOWN = 6

/** What was found, each with how sure that is in words and, when opened, why. */
export function PlanFindings({ findings, texts }: { findings: Findings; texts: Me['texts'] }) {
  if (findings.length === 0) return null
  const sorted = findings.toSorted((a, b) => b.confidence - a.confidence)
  const rest = sorted.slice(SHOWN)
  return (
    <>
      <h3>
        <Trans>What we found</Trans>
      </h3>
      <FindingList findings={sorted.slice(0, SHOWN)} texts={texts} />
      {rest.length > 0 && (
        <details className={styles['change']}>
          <summary>
            <Trans>{rest.length} more</Trans>
          </summary>
          <FindingList findings={rest} texts={texts} />
        </details>
      )}
    </>
  )
}

function FindingList({ findings, texts }: { findings: Findings; texts: Me['texts'] }) {
  const { i18n } = useLingui()
  return (
    <ul className={styles['findings']}>
      {findings.map((finding) => (
        <li key={finding.id}>
          <details className={styles['finding']}>
            <summary>
              <span>{wordsOf(texts, finding.id)}</span>{' '}
              <span className={styles['sure']}>{i18n._(sureness(finding.confidence))}</span>
            </summary>
            {finding.because.map((because) => (
              <p key={because.id}>{explain(because)}</p>
            ))}
          </details>
        </li>
      ))}
    </ul>
  )
}

/** Other working patterns, and what would make each of them the more likely one. */
export function WouldChange({
  others,
  texts,
}: {
  others: NonNullable<Evaluation['wouldChange']>
  texts: Me['texts']
}) {
  if (others.length === 0) return null
  return (
    <details className={styles['change']}>
      <summary>
        <Trans>What would change our mind</Trans>
      </summary>
      {others.map(({ pattern, patternName, because }) => {
        const name = texts[`${pattern}.name`] ?? patternName
        return (
          <div key={pattern} className={styles['other']}>
            <p>
              <Trans>“{name}” would fit better if this were so as well:</Trans>
            </p>
            <ul>
              {because.map((one) => (
                <li key={one.id}>{explain(one)}</li>
              ))}
            </ul>
          </div>
        )
      })}
    </details>
  )
}
