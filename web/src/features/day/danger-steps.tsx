import type { Prescription } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/card.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Scale } from '../../ui/scale.tsx'
import { type Answers, Danger, screened } from './danger.tsx'
import styles from './day.module.css'
import type { DayGiven } from '../../lib/kept-day.ts'
import { placeOf } from './place.ts'
import type { Told } from './use-tell.ts'

/** What was answered, and what a last question stands between: the progress above it and the way back. */
export type Answered = { answers: Answers; pain: number; above: ReactNode; back: ReactNode }

/** The step that the address names, and the way to another one: each is an entry of the browser's history. */
export type At = { step: number | undefined; goTo: (step: number) => void }

type DangerStepsProps = {
  prescription: Prescription
  told: Told
  at: At
  /** What was answered so far; every change is kept on this device at once. */
  given: DayGiven
  onGive: (patch: Partial<DayGiven>) => void
  /** Questions that follow. */
  further: number
  /** A danger was answered with yes: told at once. */
  onDanger: (answers: Answers, pain: number) => void
  /** What follows once all is answered and nothing is a danger. */
  children: (answered: Answered) => ReactNode
}

/** The danger questions one at a time, then how strong the pain is; a danger shows its card, with or without a connection. */
export function DangerSteps(props: DangerStepsProps) {
  const { prescription, told, given, onGive, further, onDanger, children } = props
  const { t } = useLingui()
  const { answers, pain } = given
  const dangers = prescription.preSession.filter(({ answerType }) => answerType === 'yes_no')
  const done = told.state === 'sent' || told.state === 'kept'
  const at = done ? dangers.length + 1 : placeOf(dangers, given, props.at.step)
  const { goTo } = props.at
  const danger = dangers[at]
  const { disposition, recoveryOnly } = screened(answers, pain, prescription)
  if (disposition !== 'none' && disposition !== 'caution' && told.state !== 'asking')
    return (
      <Danger
        urgent={disposition === 'emergency_now' || disposition === 'same_day_urgent'}
        kept={told.state === 'kept'}
      />
    )
  const answer = (value: 'yes' | 'no') => {
    const all: Answers = danger === undefined ? answers : { ...answers, [danger.id]: value }
    onGive({ answers: all })
    if (value === 'yes') onDanger(all, pain ?? 0)
    else goTo(at + 1)
  }
  const back = at > 0 && (
    <Button look="quiet" onClick={() => goTo(at - 1)}>
      <Trans>Back</Trans>
    </Button>
  )
  const steps = dangers.length + 1 + further
  const above = <Progress value={at + 1} max={steps} label={t`A few questions`} />
  if (danger !== undefined)
    return (
      <Page title={danger.question} above={above}>
        <div className={styles['answers']}>
          <Button look="plain" large disabled={told.state === 'sending'} onClick={() => answer('no')}>
            <Trans>No</Trans>
          </Button>
          <Button look="plain" large disabled={told.state === 'sending'} onClick={() => answer('yes')}>
            <Trans>Yes</Trans>
          </Button>
        </div>
        <Actions>{back}</Actions>
      </Page>
    )
  if (at > dangers.length) return children({ answers, pain: pain ?? 0, above, back })
  return (
    <Page title={t`How strong is your pain right now?`} above={above}>
      <Scale
        legend={t`Pain right now`}
        legendHidden
        low={t`no pain`}
        high={t`worst pain`}
        value={pain}
        onChange={(value) => onGive({ pain: value })}
      />
      {recoveryOnly && (
        <Notice tone="accent">
          <p>
            <Trans>With pain this strong, today is for rest and easy breathing only.</Trans>
          </p>
        </Notice>
      )}
      <Actions>
        <Button large disabled={pain === null} onClick={() => goTo(at + 1)}>
          <Trans>Continue</Trans>
        </Button>
        {back}
      </Actions>
    </Page>
  )
}
