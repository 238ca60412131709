import type { Plan } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { Card } from '../../ui/card.tsx'
import styles from './plan-page.module.css'

/** The phases with what lets one in and what lets one go on: nothing is unlocked behind the person's back. */
export function PlanPhases({ plan }: { plan: Plan }) {
  const at = plan.phases.findIndex((phase) => phase.id === plan.phase)
  return (
    <Card>
      <h2>
        <Trans>The way ahead</Trans>
      </h2>
      <ol className={styles['phases']}>
        {plan.phases.map((phase, index) => (
          <li key={phase.id} aria-current={index === at ? 'step' : undefined}>
            <h3>
              {phase.label}{' '}
              <span className={styles['weeks']}>
                {/^\d/.test(phase.weeks) ? <Trans>weeks {phase.weeks}</Trans> : phase.weeks}
              </span>
              {index === at && (
                <span className={styles['here']}>
                  <Trans>You are here</Trans>
                </span>
              )}
            </h3>
            {phase.goals.length > 0 && <p>{phase.goals.join(' · ')}</p>}
            <details className={styles['change']} open={index === at}>
              <summary>
                <Trans>How this phase begins and ends</Trans>
              </summary>
              <dl>
                <dt>
                  <Trans>It begins when</Trans>
                </dt>
                {phase.entry.map((line) => (
                  <dd key={line}>{line}</dd>
                ))}
                <dt>
                  <Trans>You go on when</Trans>
                </dt>
                {phase.exit.map((line) => (
                  <dd key={line}>{line}</dd>
                ))}
              </dl>
            </details>
          </li>
        ))}
      </ol>
      <p className={styles['soft']}>
        <Trans>
          What to expect: many people notice a change within a few weeks, and a good recovery often takes 6 to
          12 weeks. It differs from person to person, and part of it is the body’s own healing. These figures
          come mostly from studies of the lower back; for the mid-back there are few.
        </Trans>
      </p>
    </Card>
  )
}
