import type { Answer, Question } from '@dorsal/care'
import { useLingui } from '@lingui/react/macro'
import { Choice, Many } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Scale } from '../../ui/scale.tsx'
import { withoutContradiction } from './answers.ts'
import { BodyMap } from './body-map.tsx'

type QuestionInputProps = {
  question: Question
  /** The only question on its screen: the heading says it already. */
  alone: boolean
  answer: Answer | undefined
  typed: string
  error: string | null
  onType: (text: string) => void
  onAnswer: (answer: Answer | null) => void
  onText: () => void
}

/** The control that fits a question's type. */
export function QuestionInput({
  question,
  alone,
  answer,
  typed,
  error,
  onType,
  onAnswer,
  onText,
}: QuestionInputProps) {
  const { t } = useLingui()
  const shared = { legend: question.text, legendHidden: alone, hint: alone ? null : question.help, error }
  const many = Array.isArray(answer) ? answer : []
  switch (question.type) {
    case 'choice':
      return (
        <Choice
          {...shared}
          options={question.options}
          value={typeof answer === 'string' ? answer : null}
          onChange={onAnswer}
        />
      )
    case 'multi':
      return (
        <Many
          {...shared}
          options={question.options}
          values={many}
          onChange={(after) => onAnswer(withoutContradiction(many, after))}
        />
      )
    case 'bodymap':
      return <BodyMap {...shared} options={question.options} values={many} onChange={onAnswer} />
    case 'text':
      return (
        <Field
          label={alone ? t`In your own words` : question.text}
          hint={alone ? null : question.help}
          error={error}
          value={typed}
          onChange={onType}
          onBlur={onText}
          lines={4}
          maxLength={2000}
        />
      )
    case 'number':
      if (question.min === 0 && question.max === 10)
        return (
          <Scale
            legend={question.text}
            low={t`none`}
            high={t`the most`}
            value={typeof answer === 'number' ? answer : null}
            onChange={(number) => onType(String(number))}
          />
        )
      return (
        <Field
          label={question.text}
          hint={alone ? null : question.help}
          error={error}
          value={typed}
          onChange={onType}
          inputMode="numeric"
          maxLength={6}
          unit={question.unit}
        />
      )
  }
}
