import type { Because, Me, Plan } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { explain } from '../../lib/reasons.ts'
import { wordsOf } from '../../lib/texts.ts'
import { Card } from '../../ui/card.tsx'
import styles from './plan-page.module.css'
import { sureness } from './words.ts'

function Reasons({ list }: { list: readonly Because[] }) {
  return list.length === 0 ? null : (
    <ul>
      {list.map((because) => (
        <li key={`${because.id}${JSON.stringify(because.values ?? {})}`}>{explain(because)}</li>
      ))}
    </ul>
  )
}

/** What we think is going on, in plain words: a working pattern and what was found. Never a diagnosis. */
export function PlanWhy({ plan, texts }: { plan: Plan; texts: Me['texts'] }) {
  const { i18n } = useLingui()
  const { evaluation } = plan
  return (
    <Card>
      <h2>
        <Trans>What your answers point to</Trans>
      </h2>
      <p className={styles['pattern']}>{texts[plan.pattern] ?? evaluation.patternName}</p>
      <p className={styles['soft']}>
        <Trans>
          This is a working idea ({i18n._(sureness(evaluation.confidence))}) that helps to choose where to
          begin. It is not a diagnosis.
        </Trans>
      </p>
      <Reasons list={evaluation.because} />
      {evaluation.against.length > 0 && (
        <details className={styles['change']}>
          <summary>
            <Trans>What speaks against it</Trans>
          </summary>
          <Reasons list={evaluation.against} />
        </details>
      )}
      {plan.findings.length > 0 && (
        <>
          <h3>
            <Trans>What we found</Trans>
          </h3>
          <ul className={styles['findings']}>
            {plan.findings.map((finding) => (
              <li key={finding.id}>
                <span>{wordsOf(texts, finding.id)}</span>
                <span className={styles['sure']}>{i18n._(sureness(finding.confidence))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
