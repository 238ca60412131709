import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Card, Notice } from '../../ui/card.tsx'
import { EmergencyCall } from '../../ui/emergency-call.tsx'
import { Page } from '../../ui/page.tsx'
import { AppointmentForm } from './appointment-form.tsx'
import { type CardProps, Reasons, Steps, WhoKnows } from './card-frame.tsx'

type WaitCardProps = CardProps & { stored: boolean; children?: ReactNode }

/** What would turn this into an emergency, with the number. */
function SafetyNet({ safetyNet, config }: Pick<CardProps, 'safetyNet' | 'config'>) {
  return (
    <Card tone="danger">
      <h2>
        <Trans>If it gets worse</Trans>
      </h2>
      <p>{safetyNet}</p>
      <EmergencyCall {...config} />
    </Card>
  )
}

/** To be seen today, by whoever can: this programme is not the place. */
export function SameDayCard({ result, config, me, safetyNet, stored, children }: WaitCardProps) {
  const { t } = useLingui()
  return (
    <Page
      title={t`Please see a doctor today`}
      lead={
        <Trans>
          One of your answers should be looked at today. Please do not start exercises before that.
        </Trans>
      }
    >
      <Card tone="warn">
        <h2>
          <Trans>What to do</Trans>
        </h2>
        <Steps>
          <li>
            <Trans>
              Call your doctor, an urgent care clinic or a nurse line today, and say what you answered here.
            </Trans>
          </li>
          <li>
            <Trans>If you cannot reach anybody today, go to an emergency department.</Trans>
          </li>
          <li>
            <Trans>You can also ask the clinic to call you, below. Do not wait for that call.</Trans>
          </li>
        </Steps>
      </Card>
      <Reasons result={result} />
      <WhoKnows me={me} config={config} stored={stored} />
      {stored && <AppointmentForm me={me} config={config} />}
      <SafetyNet safetyNet={safetyNet} config={config} />
      {children}
    </Page>
  )
}

/** A clinician first: not urgent, but the programme waits. */
export function ClinicianFirstCard({ result, config, me, safetyNet, stored, children }: WaitCardProps) {
  const { t } = useLingui()
  return (
    <Page
      title={t`Please talk to a clinician first`}
      lead={
        <Trans>
          One of your answers should be looked at before you exercise. This is not an emergency, and often it
          turns out fine.
        </Trans>
      }
    >
      <Reasons result={result} />
      {stored && <AppointmentForm me={me} config={config} />}
      <WhoKnows me={me} config={config} stored={stored} />
      <Card>
        <h2>
          <Trans>Until then</Trans>
        </h2>
        <p>
          <Trans>
            Move gently in your day as far as it feels all right, and change position often. Your plan waits
            for you here.
          </Trans>
        </p>
      </Card>
      <SafetyNet safetyNet={safetyNet} config={config} />
      {children}
    </Page>
  )
}

/** Under 18: no health answer was stored or sent. */
export function UnderAgeCard({ config, children }: Pick<CardProps, 'config'> & { children?: ReactNode }) {
  const { t } = useLingui()
  return (
    <Page title={t`This programme is for adults`}>
      <Card>
        <p>
          <Trans>
            Back pain at your age is looked at in a different way, and best in person. Please talk to a parent
            or another adult you trust, and see a doctor or a physical therapist.
          </Trans>
        </p>
        <p>
          <Trans>If you have the year wrong, you can go back and change it.</Trans>
        </p>
      </Card>
      <Notice tone="ok">
        <p>
          <Trans>Nothing about your health was stored or sent.</Trans>
        </p>
      </Notice>
      <Card tone="danger">
        <p>
          <Trans>If you have chest pain, trouble breathing, or weak or numb legs:</Trans>
        </p>
        <EmergencyCall {...config} />
      </Card>
      {children}
    </Page>
  )
}
