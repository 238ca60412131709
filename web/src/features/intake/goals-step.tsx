import type { Goal } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Scale } from '../../ui/scale.tsx'
import { type Place, StepFrame } from './step-frame.tsx'

const MOST = 3

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
  const shown: readonly Goal[] = goals.length > 0 ? goals : [{ text: '', now: 5 }]
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
      onNext={onDone}
    >
      {shown.map((goal, index) => {
        const number = index + 1
        return (
          // The place in the list is the goal's identity here: its words change with each key.
          <Card key={number} label={t`Activity ${number}`}>
            <Field
              label={t`Activity ${number}`}
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
      {shown.length < MOST && (
        <div>
          <Button look="plain" onClick={() => onChange([...shown, { text: '', now: 5 }])}>
            <Trans>Add another activity</Trans>
          </Button>
        </div>
      )}
    </StepFrame>
  )
}
