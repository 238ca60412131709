import type { Answer, Question } from '@dorsal/care'
import type { Draft } from '../../lib/draft.ts'
import { withGoals } from './answers.ts'
import { BornStep } from './born-step.tsx'
import { GateStep } from './gate-step.tsx'
import { GoalsStep } from './goals-step.tsx'
import { ItemStep } from './item-step.tsx'
import { QuestionStep } from './question-step.tsx'
import { ScalesStep } from './scales-step.tsx'
import { SexStep } from './sex-step.tsx'
import type { Place } from './step-frame.tsx'
import type { Step } from './steps.ts'

type StepScreenProps = {
  step: Step
  draft: Draft
  place: Place
  onChange: (patch: Partial<Draft> | ((draft: Draft) => Partial<Draft>)) => void
  onAnswer: (question: Pick<Question, 'id'>, answer: Answer | null) => void
  onTexts: (place: string, texts: readonly string[]) => void
  onDone: () => void
}

/** The words behind a check question, so that the person sees why it is put again. */
function quoteOf(after: string, draft: Draft): string {
  if (after === 'goals') return draft.goals.map((goal) => goal.text).join(' · ')
  const answer = draft.answers[after]
  return typeof answer === 'string' ? answer : ''
}

/** The screen of a step. */
export function StepScreen({ step, draft, place, onChange, onAnswer, onTexts, onDone }: StepScreenProps) {
  const screenGoals = () =>
    onTexts(
      'goals',
      draft.goals.map((goal) => goal.text),
    )
  switch (step.kind) {
    case 'born':
      return (
        <BornStep
          place={place}
          value={draft.yearOfBirth}
          onDone={(yearOfBirth) => {
            onChange({ yearOfBirth })
            onDone()
          }}
        />
      )
    case 'sex':
      return (
        <SexStep
          place={place}
          value={draft.sex}
          onDone={(sex) => {
            onChange({ sex })
            onDone()
          }}
        />
      )
    case 'scales':
      return (
        <ScalesStep
          place={place}
          value={draft.pain}
          onChange={(pain) => onChange({ pain })}
          onDone={onDone}
        />
      )
    case 'goals':
      return (
        <GoalsStep
          place={place}
          goals={draft.goals}
          onChange={(goals) => onChange((current) => withGoals(current, goals))}
          onScreen={screenGoals}
          onDone={() => {
            screenGoals()
            onChange((current) => ({ goals: current.goals.filter((goal) => goal.text.trim() !== '') }))
            onDone()
          }}
        />
      )
    case 'item':
      return (
        <ItemStep
          item={step.item}
          place={place}
          answer={
            step.askedBecauseOf && !draft.done.includes(step.id) ? undefined : draft.answers[step.item.id]
          }
          quote={step.askedBecauseOf ? quoteOf(step.askedBecauseOf, draft) : null}
          onAnswer={(answer) => {
            onAnswer(step.item, answer)
            onDone()
          }}
        />
      )
    case 'gate': {
      const chosen = draft.answers[step.gate.id]
      return (
        <GateStep
          gate={step.gate}
          place={place}
          value={Array.isArray(chosen) ? chosen : []}
          onChange={(values) => onAnswer(step.gate, values.length > 0 ? values : null)}
          onDone={onDone}
        />
      )
    }
    case 'questions': {
      const screenOne = (question: Question) => {
        const text = draft.answers[question.id]
        if (question.screen) onTexts(question.id, typeof text === 'string' ? [text] : [])
      }
      return (
        <QuestionStep
          questions={step.questions}
          place={place}
          answers={draft.answers}
          onAnswer={onAnswer}
          onText={screenOne}
          onDone={() => {
            step.questions.forEach(screenOne)
            onDone()
          }}
        />
      )
    }
  }
}
