import type { ReactNode } from 'react'
import { cardWords } from '../../lib/card-words.ts'
import { Card } from '../../ui/card.tsx'
import { Page } from '../../ui/page.tsx'
import { ReviewMark } from '../../ui/review-mark.tsx'
import { type CardProps, Reasons, Steps } from './card-frame.tsx'

type CautionCardProps = Pick<CardProps, 'result' | 'cards'> & { children: ReactNode }

/** Caution: the programme goes on, with less in it; this says what was left out for that. */
export function CautionCard({ result, cards, children }: CautionCardProps) {
  const { title, lead, steps } = cardWords(cards, 'caution')
  return (
    <Page title={title} lead={lead}>
      <Reasons result={result} />
      <Card>
        <Steps of={steps} />
      </Card>
      {children}
      <ReviewMark of="cards/caution" />
    </Page>
  )
}
