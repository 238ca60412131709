import {
  COMPONENTS,
  type Component,
  explain,
  type PatientRecord,
  type Plan,
  type PlanItem,
} from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg, plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { usePlanUnreviewed } from '../../lib/reviewed.ts'
import { shortMomentOf } from '../../lib/time.ts'
import styles from './patient-page.module.css'

const NAMES: Record<Component, MessageDescriptor> = {
  'manual-therapy': msg`Manual therapy and joint mobilisation`,
  strengthening: msg`Exercise and strengthening`,
  stretching: msg`Stretching and flexibility`,
  posture: msg`Posture and body mechanics`,
  'pain-management': msg`Pain management`,
  functional: msg`Functional training`,
  'home-programme': msg`Home programme`,
}

function dose(item: PlanItem): string {
  if (!item.dosage) return ''
  const { sets, reps, holdSeconds, durationSeconds } = item.dosage
  if (durationSeconds !== null)
    return durationSeconds >= 120
      ? `${sets} × ${Math.round(durationSeconds / 60)} min`
      : `${sets} × ${durationSeconds} s`
  return `${sets} × ${reps ?? '–'}${holdSeconds > 0 ? ` · ${holdSeconds} s` : ''}`
}

/** The plan with its pattern, evidence, items, reasons and what was left out. */
export function PlanSummary({ record }: { record: PatientRecord }) {
  const { i18n } = useLingui()
  const { plan } = record
  const unreviewed = usePlanUnreviewed(plan)
  if (!plan)
    return (
      <section aria-labelledby="plan" className={styles['block']}>
        <h2 id="plan">
          <Trans>Plan</Trans>
        </h2>
        <p className={styles['quiet']}>
          <Trans>No plan. A warning sign holds it back, or the questions are not finished.</Trans>
        </p>
      </section>
    )
  return (
    <section aria-labelledby="plan" className={styles['block']}>
      <h2 id="plan">
        <Trans>Plan, version {plan.version}</Trans>
      </h2>
      <p className={styles['quiet']}>
        <Trans>
          Decided by {record.texts[plan.decidedBy] ?? plan.decidedBy}, {shortMomentOf(plan.at, i18n.locale)}.
          A week: {plural(plan.cadence.clinicVisitsPerWeek, { one: '# visit', other: '# visits' })} and{' '}
          {plural(plan.cadence.homeSessionsPerWeek, {
            one: '# home session',
            other: '# home sessions',
          })}{' '}
          of {plan.cadence.minutesPerSession} minutes.
        </Trans>
      </p>
      <p>
        <Link to="/patients/$id/plan" params={{ id: record.patientId }}>
          <Trans>Change the plan</Trans>
        </Link>
      </p>
      {unreviewed && (
        <p className={styles['quiet']}>
          <Trans>Holds content that no clinician has signed off.</Trans>
        </p>
      )}
      <h3>
        <Trans>Working pattern: {plan.evaluation.patternName}</Trans>
      </h3>
      <ul className={styles['reasons']}>
        {plan.evaluation.because.map((because) => (
          <li key={JSON.stringify(because)}>+ {explain(because)}</li>
        ))}
        {plan.evaluation.against.map((because) => (
          <li key={JSON.stringify(because)}>− {explain(because)}</li>
        ))}
      </ul>
      <Suggested plan={plan} />
      {plan.goals.length > 0 && (
        <>
          <h3>
            <Trans>Goals in their words</Trans>
          </h3>
          <ul>
            {plan.goals.map((goal) => (
              <li key={goal.text}>
                {goal.text} <span className={styles['quiet']}>{goal.now} / 10</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {COMPONENTS.map((component) => {
        const items = plan.items.filter((item) => item.component === component)
        return items.length === 0 ? null : (
          <div key={component}>
            <h3>{i18n._(NAMES[component])}</h3>
            <ul className={styles['items']}>
              {items.map((item) => (
                <li key={item.id}>
                  <details>
                    <summary>
                      <span>{item.title}</span>
                      <span className={styles['quiet']}>
                        {item.state === 'paused' ? <Trans>paused</Trans> : dose(item)}
                      </span>
                    </summary>
                    {item.because.map((because) => (
                      <p key={JSON.stringify(because)}>{explain(because)}</p>
                    ))}
                    {item.words && <p>“{item.words}”</p>}
                    {item.released && (
                      <p className={styles['stopped']}>
                        △{' '}
                        <Trans>
                          Kept out by a rule, released by {record.texts[item.released.by] ?? item.released.by}
                          , {shortMomentOf(item.released.at, i18n.locale)}: “{item.released.reason}”
                        </Trans>
                      </p>
                    )}
                    {item.wouldChange.map((because) => (
                      <p key={JSON.stringify(because)} className={styles['quiet']}>
                        {explain(because)}
                      </p>
                    ))}
                  </details>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      {plan.later && (
        <details>
          <summary>
            <Trans>Small habits that wait for a later phase ({plan.later.length})</Trans>
          </summary>
          <ul>
            {plan.later.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </details>
      )}
      {plan.excluded.length > 0 && (
        <details>
          <summary>
            <Trans>Left out on purpose ({plan.excluded.length})</Trans>
          </summary>
          <ul>
            {plan.excluded.map((entry) => (
              <li key={entry.exerciseId}>
                {record.texts[entry.exerciseId] ?? entry.exerciseId}: {explain(entry.because)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** Why the rules suggest a visit, and what would make them think of another pattern. */
function Suggested({ plan }: { plan: Plan }) {
  const { suggestsVisit = [], wouldChange = [] } = plan.evaluation
  return (
    <>
      {suggestsVisit.length > 0 && (
        <>
          <h3>
            <Trans>A visit is suggested</Trans>
          </h3>
          <ul className={styles['reasons']}>
            {suggestsVisit.map((because) => (
              <li key={because.id}>{explain(because)}</li>
            ))}
          </ul>
        </>
      )}
      {wouldChange.length > 0 && (
        <details>
          <summary>
            <Trans>What would make another pattern lead</Trans>
          </summary>
          <ul>
            {wouldChange.map(({ pattern, patternName, because }) => (
              <li key={pattern}>
                {patternName}: {because.map((one) => explain(one)).join(' ')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
