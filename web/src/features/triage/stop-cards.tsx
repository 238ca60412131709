import { cardWords } from '../../lib/card-words.ts'
import { CrisisCall, EmergencyCall } from '../../ui/emergency-call.tsx'
import { Page } from '../../ui/page.tsx'
import { ReviewMark } from '../../ui/review-mark.tsx'
import { type CardProps, Reasons, Steps, WhoKnows } from './card-frame.tsx'
import styles from './cards.module.css'
import type { ReactNode } from 'react'

type StopCardProps = CardProps & { stored: boolean; children?: ReactNode }
type EmergencyProps = StopCardProps & { harm: boolean }

/** An emergency: what to do now, first and largest. No plan, no exercise, nothing to fill in. `harm`: of self-harm, too. */
export function EmergencyCard({ result, config, cards, me, stored, harm, children }: EmergencyProps) {
  const { title, steps } = cardWords(cards, 'emergency')
  return (
    <Page title={title}>
      <div className={styles['stop']}>
        <EmergencyCall {...config} />
        <Steps of={steps} />
        {harm && <CrisisCall {...config} />}
      </div>
      <Reasons result={result} />
      <WhoKnows me={me} config={config} stored={stored} />
      {children}
      <ReviewMark of="cards/emergency" />
    </Page>
  )
}

/** Thoughts of self-harm: calm, direct, a number, and never alone with a form. */
export function SelfHarmCard({ config, cards, me, stored, children }: StopCardProps) {
  const { title, lead, steps } = cardWords(cards, 'self-harm')
  return (
    <Page title={title} lead={lead}>
      <div className={styles['stop']}>
        <CrisisCall {...config} />
        <Steps of={steps} />
        <EmergencyCall {...config} />
      </div>
      <WhoKnows me={me} config={config} stored={stored} />
      {children}
      <ReviewMark of="cards/self-harm" />
    </Page>
  )
}
