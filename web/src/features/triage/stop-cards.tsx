import { Trans, useLingui } from '@lingui/react/macro'
import { CrisisCall, EmergencyCall } from '../../ui/emergency-call.tsx'
import { Page } from '../../ui/page.tsx'
import { type CardProps, Reasons, Steps, WhoKnows } from './card-frame.tsx'
import styles from './cards.module.css'
import type { ReactNode } from 'react'

type StopCardProps = CardProps & { stored: boolean; children?: ReactNode }
type EmergencyProps = StopCardProps & { harm: boolean }

/** An emergency: what to do now, first and largest. No plan, no exercise, nothing to fill in. `harm`: of self-harm, too. */
export function EmergencyCard({ result, config, me, stored, harm, children }: EmergencyProps) {
  const { t } = useLingui()
  return (
    <Page title={t`Stop. Get help now.`}>
      <div className={styles['stop']}>
        <EmergencyCall {...config} />
        <Steps>
          <li>
            <Trans>
              Call now, or let somebody call for you. Say that you have back pain and what you answered here.
            </Trans>
          </li>
          <li>
            <Trans>Sit or lie still. Do not exercise, and do not drive yourself.</Trans>
          </li>
          <li>
            <Trans>If you can, do not stay alone until help is there.</Trans>
          </li>
        </Steps>
        {harm && <CrisisCall {...config} />}
      </div>
      <Reasons result={result} />
      <WhoKnows me={me} config={config} stored={stored} />
      {children}
    </Page>
  )
}

/** Thoughts of self-harm: calm, direct, a number, and never alone with a form. */
export function SelfHarmCard({ config, me, stored, children }: StopCardProps) {
  const { t } = useLingui()
  return (
    <Page
      title={t`Please talk to somebody now`}
      lead={
        <Trans>
          Thank you for telling us. Pain that stays can be very hard to bear. You do not have to go through
          this alone.
        </Trans>
      }
    >
      <div className={styles['stop']}>
        <CrisisCall {...config} />
        <Steps>
          <li>
            <Trans>Call, or talk to somebody you trust, today.</Trans>
          </li>
          <li>
            <Trans>Put some distance between you and anything you could hurt yourself with.</Trans>
          </li>
          <li>
            <Trans>If you might act on it now, call emergency help:</Trans>
          </li>
        </Steps>
        <EmergencyCall {...config} />
      </div>
      <WhoKnows me={me} config={config} stored={stored} />
      {children}
    </Page>
  )
}
