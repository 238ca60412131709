import type { Because, Me, Plan } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { explain } from '../../lib/reasons.ts'
import { Card, Notice } from '../../ui/card.tsx'
import { PlanFindings, WouldChange } from './plan-findings.tsx'
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
export function PlanWhy({
  plan,
  texts,
  contactLine,
}: {
  plan: Plan
  texts: Me['texts']
  contactLine: string
}) {
  const { i18n } = useLingui()
  const { evaluation } = plan
  const visit = evaluation.suggestsVisit ?? []
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
      <WouldChange others={evaluation.wouldChange ?? []} texts={texts} />
      {visit.length > 0 && (
        <Notice tone="accent">
          <p>
            <strong>
              <Trans>We suggest a visit.</Trans>
            </strong>
          </p>
          <Reasons list={visit} />
          {contactLine && <p>{contactLine}</p>}
        </Notice>
      )}
      <PlanFindings findings={plan.findings} texts={texts} />
    </Card>
  )
}
