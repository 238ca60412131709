import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { cardWords } from '../../lib/card-words.ts'
import { Card, Notice } from '../../ui/card.tsx'
import { EmergencyCall } from '../../ui/emergency-call.tsx'
import { Page } from '../../ui/page.tsx'
import { ReviewMark } from '../../ui/review-mark.tsx'
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
export function SameDayCard({ result, config, cards, me, safetyNet, stored, children }: WaitCardProps) {
  const { title, lead, steps } = cardWords(cards, 'same-day')
  return (
    <Page title={title} lead={lead}>
      <Card tone="warn">
        <h2>
          <Trans>What to do</Trans>
        </h2>
        <Steps of={steps} />
      </Card>
      <Reasons result={result} />
      <WhoKnows me={me} config={config} stored={stored} />
      {stored && <AppointmentForm me={me} config={config} />}
      <SafetyNet safetyNet={safetyNet} config={config} />
      {children}
      <ReviewMark of="cards/same-day" />
    </Page>
  )
}

/** A clinician first: not urgent, but the programme waits. */
export function ClinicianFirstCard({
  result,
  config,
  cards,
  me,
  safetyNet,
  stored,
  children,
}: WaitCardProps) {
  const { title, lead, steps, after } = cardWords(cards, 'clinician-first')
  return (
    <Page title={title} lead={lead}>
      <Card>
        <h2>
          <Trans>What to do</Trans>
        </h2>
        <Steps of={steps} />
        <After of={after} />
      </Card>
      <Reasons result={result} />
      {stored && <AppointmentForm me={me} config={config} />}
      <WhoKnows me={me} config={config} stored={stored} />
      <SafetyNet safetyNet={safetyNet} config={config} />
      {children}
      <ReviewMark of="cards/clinician-first" />
    </Page>
  )
}

const After = ({ of }: { of: readonly string[] }) => of.map((line) => <p key={line}>{line}</p>)

/** Under 18: no health answer was stored or sent. */
export function UnderAgeCard({
  config,
  cards,
  children,
}: Pick<CardProps, 'config' | 'cards'> & { children?: ReactNode }) {
  const { title, steps, after } = cardWords(cards, 'under-18')
  const [kept, ...danger] = after
  return (
    <Page title={title}>
      <Card>
        <After of={steps} />
        <p>
          <Trans>If you have the year wrong, you can go back and change it.</Trans>
        </p>
      </Card>
      <Notice tone="ok">
        <p>{kept}</p>
      </Notice>
      <Card tone="danger">
        <After of={danger} />
        <EmergencyCall {...config} />
      </Card>
      {children}
      <ReviewMark of="cards/under-18" />
    </Page>
  )
}
