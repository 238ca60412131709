import { type Answer, mayBeUnderAge, type Question } from '@dorsal/care'
import { useEffect } from 'react'
import { usePatientContent } from '../../lib/config.ts'
import { changeDraft, draftNow, useDraft } from '../../lib/draft.ts'
import { nowInstant } from '../../lib/time.ts'
import { withAnswer, withScreenedTexts } from './answers.ts'
import { StepScreen } from './step-screen.tsx'
import { firstOpen, type Step, stepsOf } from './steps.ts'
import { resultSoFar, turnAfter } from './stop.ts'

type IntakePageProps = {
  /** The screen that the address names; unknown or none: the first that is open. */
  stepId: string | undefined
  goTo: (stepId: string) => void
  onLeave: () => void
  onUnderAge: () => void
  /** An emergency: the card now. The step is where a wrong press is mended. */
  onStop: (stepId: string) => void
  onSend: () => void
  onAllAnswered: () => void
}

/** The whole intake, one screen at a time. Every change lies on this device before the next screen opens. */
export function IntakePage(props: IntakePageProps) {
  const content = usePatientContent()
  const draft = useDraft()
  const steps = draft ? stepsOf(content, draft, nowInstant()) : []
  const open = draft ? firstOpen(steps, draft) : null
  const wanted = steps.findIndex((step) => step.id === props.stepId)
  const openAt = open ? steps.indexOf(open) : steps.length - 1
  // Nobody gets past a warning sign by typing an address.
  const index = wanted >= 0 && wanted <= openAt ? wanted : openAt
  const step = steps[index]
  const finished = draft !== null && open === null && props.stepId === undefined

  const { goTo, onAllAnswered } = props
  useEffect(() => {
    if (finished) onAllAnswered()
    else if (step && step.id !== props.stepId) goTo(step.id)
  }, [finished, step, props.stepId, goTo, onAllAnswered])
  if (!draft || !step || finished) return null

  /** Looks at what the answers come to, then goes where that leads. */
  const advance = (from: Step) => {
    const current = draftNow() ?? draft
    if (current.yearOfBirth !== null && mayBeUnderAge(current.yearOfBirth, nowInstant()))
      return props.onUnderAge()
    const list = stepsOf(content, current, nowInstant())
    const turn = turnAfter(resultSoFar(content, current, nowInstant()), list, current)
    if (turn === 'stop') return props.onStop(from.id)
    if (turn === 'send') return props.onSend()
    const at = list.findIndex((other) => other.id === from.id)
    const next = list[at + 1] ?? firstOpen(list, current)
    if (next) goTo(next.id)
    else onAllAnswered()
  }
  const answer = (question: Pick<Question, 'id'>, value: Answer | null) =>
    changeDraft((current) => withAnswer(current, question.id, value))
  const screenTexts = (place: string, texts: readonly string[]) =>
    changeDraft((current) => withScreenedTexts(current, place, texts, content.redFlags))

  return (
    <StepScreen
      key={step.id}
      step={step}
      draft={draft}
      place={{
        section: step.section,
        index,
        count: steps.length,
        onBack: () => {
          const before = steps[index - 1]
          if (before) goTo(before.id)
          else props.onLeave()
        },
      }}
      onChange={changeDraft}
      onAnswer={answer}
      onTexts={screenTexts}
      onDone={() => {
        changeDraft((current) => ({ done: [...new Set([...current.done, step.id])] }))
        advance(step)
      }}
    />
  )
}
