import type { Lesson } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { Card, Notice } from '../../ui/card.tsx'
import { Choice } from '../../ui/choice.tsx'

type CheckQuestionProps = {
  check: Lesson['check']
  answer: string | null
  onAnswer: (value: string) => void
}

/** The one question of a lesson. Either answer is met kindly, with the reason; nothing is scored. */
export function CheckQuestion({ check, answer, onAnswer }: CheckQuestionProps) {
  const { t } = useLingui()
  const right = check.options.find(({ value }) => value === check.answer)?.label ?? ''
  return (
    <Card>
      <h2>
        <Trans>One question, if you like</Trans>
      </h2>
      <Choice
        legend={check.question}
        options={check.options}
        value={answer}
        onChange={onAnswer}
        hint={t`Nobody counts right or wrong answers.`}
      />
      <div aria-live="polite">
        {answer !== null && (
          <Notice tone={answer === check.answer ? 'ok' : 'accent'}>
            <p data-check={answer === check.answer ? 'same' : 'other'}>
              <strong>
                {answer === check.answer ? (
                  <Trans>Yes, that is how we see it too.</Trans>
                ) : (
                  <Trans>Many people think so. The answer here is: {right}.</Trans>
                )}
              </strong>{' '}
              {check.why}
            </p>
          </Notice>
        )}
      </div>
    </Card>
  )
}
