import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Draft } from '../../lib/draft.ts'
import { Button } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Scale } from '../../ui/scale.tsx'
import { isRated } from './answers.ts'
import { type Place, StepFrame } from './step-frame.tsx'

const MOST = 3

type Goal = Draft['goals'][number]
const EMPTY: Goal = { text: '', now: null }

type GoalsStepProps = {
  place: Place
  goals: readonly Goal[]
  onChange: (goals: Goal[]) => void
  onScreen: () => void
  onDone: () => void
}

/** Activities that matter to the person, in their own words, and how well each goes now (0 unable, 10 as before). */
export function GoalsStep({ place, goals, onChange, onScreen, onDone }: GoalsStepProps) {
  const { t } = useLingui()
  const shown: readonly Goal[] = goals.length > 0 ? goals : [EMPTY]
  const [missing, setMissing] = useState(false)
  const next = () => (goals.every(isRated) ? onDone() : setMissing(true))
  const put = (index: number, goal: Goal) => onChange(shown.map((old, at) => (at === index ? goal : old)))
  return (
    <StepFrame
      place={place}
      title={t`What would you like to do again?`}
      lead={
        <Trans>
          Name one to three things that your back makes hard, in your own words: sit through a film, lift a
          child, turn round when driving. You may leave this empty.
        </Trans>
      }
      onNext={next}
    >
      {shown.map((goal, index) => {
        const number = index + 1
        return (
          // The place in the list is the goal's identity here: its words change with each key.
          <Card key={number} label={t`Activity ${number}`}>
            <Field
              label={t`Activity ${number}`}
              lines={2}
              value={goal.text}
              maxLength={200}
              onChange={(text) => put(index, { ...goal, text })}
              onBlur={onScreen}
            />
            <Scale
              legend={t`How well can you do it now?`}
              low={t`not at all`}
              high={t`as before the pain`}
              value={goal.now}
              onChange={(now) => put(index, { ...goal, now })}
            />
          </Card>
        )
      })}
      {missing && !goals.every(isRated) && (
        <Notice tone="warn" live>
          <p>{t`Choose a number in each row.`}</p>
        </Notice>
      )}
      {shown.length < MOST && (
        <div>
          <Button look="plain" onClick={() => onChange([...shown, EMPTY])}>
            <Trans>Add another activity</Trans>
          </Button>
        </div>
      )}
    </StepFrame>
  )
}
