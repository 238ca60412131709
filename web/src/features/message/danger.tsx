import type { CardId, PublicConfig, SafetyCard } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { cardWords } from '../../lib/card-words.ts'
import { Card } from '../../ui/card.tsx'
import { CrisisCall, EmergencyCall } from '../../ui/emergency-call.tsx'
import { Stack } from '../../ui/page.tsx'
import styles from './message.module.css'

type DangerProps = { card: CardId; cards: readonly SafetyCard[]; config: PublicConfig; fresh: boolean }

/** What to do now, before anything else on the page, when words named a danger. It does not wait for the message to be sent. */
export function Danger({ card, cards, config, fresh }: DangerProps) {
  const { title, lead, steps } = cardWords(cards, card)
  // Where today is soon enough, the number stands below what to do.
  const now = card !== 'same-day'
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (fresh) heading.current?.focus()
  }, [fresh])
  return (
    <div role="alert" data-danger={card}>
      <Card tone="danger">
        <Stack>
          <h2 ref={heading} tabIndex={-1}>
            {title}
          </h2>
          {lead && <p>{lead}</p>}
          {card === 'self-harm' && <CrisisCall {...config} />}
          {now && <EmergencyCall {...config} />}
          <ol className={styles['steps']}>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {!now && <EmergencyCall {...config} />}
          <p>
            <Trans>Your message goes to the clinic as well. Do not wait for an answer to it.</Trans>
          </p>
        </Stack>
      </Card>
    </div>
  )
}
