import type { RedFlag } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '../../ui/button.tsx'
import { type Place, StepFrame } from './step-frame.tsx'
import styles from './step-frame.module.css'

type ItemStepProps = {
  item: RedFlag
  place: Place
  answer: unknown
  /** What the person wrote that makes us ask this, if that is why. */
  quote: string | null
  onAnswer: (answer: 'yes' | 'no' | 'unsure') => void
}

/** One warning sign, one answer. Choosing goes on at once; Back is always there. */
export function ItemStep({ item, place, answer, quote, onAnswer }: ItemStepProps) {
  const { t } = useLingui()
  const choices = [
    { value: 'no', label: t`No` },
    { value: 'yes', label: t`Yes` },
    {
      value: 'unsure',
      label: item.answerType === 'yes_no_prefer_not' ? t`I would rather not say` : t`I am not sure`,
    },
  ] as const
  return (
    <StepFrame place={place} title={item.question} lead={item.help}>
      {quote && (
        <>
          <p>
            <Trans>We ask this because you wrote:</Trans>
          </p>
          <blockquote className={styles['quote']}>{quote}</blockquote>
        </>
      )}
      <div className={styles['answers']}>
        {choices.map((choice) => (
          <Button
            key={choice.value}
            look="plain"
            large
            aria-pressed={answer === choice.value}
            onClick={() => onAnswer(choice.value)}
          >
            {choice.label}
          </Button>
        ))}
      </div>
    </StepFrame>
  )
}
