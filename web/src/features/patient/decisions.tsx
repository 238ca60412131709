import { type Decision, explain, type PatientRecord } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { shortMomentOf } from '../../lib/time.ts'
import styles from './patient-page.module.css'

const KINDS: Record<Decision['kind'], MessageDescriptor> = {
  consent: msg`Agreed`,
  triage: msg`Triage`,
  course: msg`Look at the course`,
  evaluation: msg`Evaluation`,
  plan: msg`Plan`,
  prescription: msg`Prescription`,
  adaptation: msg`Adaptation`,
  clearance: msg`Clearance`,
  review: msg`Review`,
}

/** Every decision with its rule, its reasons and who made it; newest first. */
export function Decisions({ record, label }: { record: PatientRecord; label: string }) {
  const { i18n } = useLingui()
  return (
    <section aria-label={label} className={styles['block']}>
      <h2>{label}</h2>
      <ol className={styles['sessions']}>
        {record.decisions.toReversed().map((decision) => (
          <li key={`${decision.at}-${decision.kind}-${decision.rule}`}>
            <details>
              <summary>
                <strong>{i18n._(KINDS[decision.kind])}</strong>
                <span>{shortMomentOf(decision.at, i18n.locale)}</span>
                <span className={styles['quiet']}>
                  <Trans>
                    rule {decision.rule}, content {decision.contentVersion.slice(0, 8)}, by{' '}
                    {record.texts[decision.by] ?? decision.by}
                  </Trans>
                </span>
              </summary>
              <ul>
                {decision.because.map((because) => (
                  <li key={JSON.stringify(because)}>{explain(because)}</li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ol>
    </section>
  )
}
