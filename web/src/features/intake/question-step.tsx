import type { Answer, Question } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Stack } from '../../ui/page.tsx'
import { numberProblem, typedNumber } from './answers.ts'
import { QuestionInput } from './question-input.tsx'
import { type Place, StepFrame } from './step-frame.tsx'

type QuestionStepProps = {
  questions: readonly Question[]
  place: Place
  answers: Readonly<Record<string, Answer>>
  onAnswer: (question: Question, answer: Answer | null) => void
  /** A text is finished: its warning signs are looked for at once. */
  onText: (question: Question) => void
  onDone: () => void
}

/** One screen of questions from content: one question alone, or a few numbers together. */
export function QuestionStep({ questions, place, answers, onAnswer, onText, onDone }: QuestionStepProps) {
  const { t } = useLingui()
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [checked, setChecked] = useState(false)
  const alone = questions.length === 1
  const scales = questions.every(({ min, max }) => min === 0 && max === 10)
  const title =
    place.section === 'setup'
      ? t`How often and how long`
      : scales
        ? t`How do you see it?`
        : t`A few numbers about your day`
  const textOf = (question: Question) => typed[question.id] ?? String(answers[question.id] ?? '')

  const problemOf = (question: Question): string | null => {
    if (question.type === 'number') {
      const problem = numberProblem(question, textOf(question))
      const [min, max] = [question.min ?? 0, question.max ?? 0]
      if (problem === 'missing') return t`Give a number. A guess is fine.`
      if (problem === 'not-a-number') return t`Give a number in digits.`
      return problem === 'out-of-range' ? t`Give a number from ${min} to ${max}.` : null
    }
    const answer = answers[question.id]
    const empty = answer === undefined || (Array.isArray(answer) && answer.length === 0)
    return empty && !question.optional ? t`Choose what fits best.` : null
  }
  const next = () => {
    setChecked(true)
    if (questions.every((question) => problemOf(question) === null)) onDone()
  }
  return (
    <StepFrame
      place={place}
      title={alone ? questions[0]!.text : title}
      lead={alone ? questions[0]!.help : <Trans>A guess is fine.</Trans>}
      onNext={next}
    >
      <Stack gap="l">
        {questions.map((question) => (
          <QuestionInput
            key={question.id}
            question={question}
            alone={alone}
            answer={answers[question.id]}
            typed={textOf(question)}
            error={checked ? problemOf(question) : null}
            onType={(text) => {
              setTyped({ ...typed, [question.id]: text })
              if (question.type === 'text') return onAnswer(question, text === '' ? null : text)
              if (numberProblem(question, text) === null) onAnswer(question, typedNumber(text))
            }}
            onAnswer={(answer) => onAnswer(question, answer)}
            onText={() => onText(question)}
          />
        ))}
      </Stack>
    </StepFrame>
  )
}
