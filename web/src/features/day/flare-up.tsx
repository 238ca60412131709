import type { Me, Prescription } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Scale } from '../../ui/scale.tsx'
import { Danger, screened } from './danger.tsx'
import styles from './day.module.css'
import { KeptNote } from './kept-note.tsx'
import { useTell } from './use-tell.ts'

type Answers = Record<string, 'yes' | 'no'>

/** What helps now, and the calm session that goes with it. */
function Calm({ me }: { me: Me }) {
  const steps = me.flare?.steps ?? []
  return (
    <>
      <Card tone="accent">
        <ol className={styles['steps']}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Card>
      <Actions>
        <Link to="/session" className={buttonClass('main', true)}>
          <Trans>Start the calm session</Trans>
        </Link>
        <Link to="/today" className={buttonClass('plain', true)}>
          <Trans>Back to today</Trans>
        </Link>
      </Actions>
    </>
  )
}

/** A flare-up: the danger questions first, then how strong it is; then less of everything for some days, and what helps now. */
export function FlareUp({ me, prescription }: { me: Me; prescription: Prescription }) {
  const { t } = useLingui()
  const { told, say } = useTell()
  const [answers, setAnswers] = useState<Answers>({})
  const [at, setAt] = useState(0)
  const [pain, setPain] = useState<number | null>(null)
  const [worry, setWorry] = useState<number | null>(null)
  const dangers = prescription.preSession.filter(({ answerType }) => answerType === 'yes_no')
  const danger = dangers[at]
  const steps = dangers.length + 2

  const { disposition, recoveryOnly } = screened(answers, pain, prescription)
  if (disposition !== 'none' && disposition !== 'caution' && told.state !== 'asking')
    return (
      <Danger
        urgent={disposition === 'emergency_now' || disposition === 'same_day_urgent'}
        kept={told.state === 'kept'}
      />
    )
  if (told.state === 'sent' || told.state === 'kept')
    return (
      <Page title={t`It has flared up. It usually settles.`}>
        {told.state === 'kept' && <KeptNote />}
        <Calm me={me} />
      </Page>
    )

  const send = (given: Answers) =>
    void say({ kind: 'flare-up', pain: pain ?? 0, worry, answers: given, note: null })
  const answer = (value: 'yes' | 'no') => {
    const given: Answers = danger === undefined ? answers : { ...answers, [danger.id]: value }
    setAnswers(given)
    if (value === 'yes') void say({ kind: 'flare-up', pain: pain ?? 0, worry, answers: given, note: null })
    else setAt(at + 1)
  }
  const back = at > 0 && (
    <Button look="quiet" onClick={() => setAt(at - 1)}>
      <Trans>Back</Trans>
    </Button>
  )
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
  if (at === dangers.length)
    return (
      <Page title={t`How strong is your pain right now?`} above={above}>
        <Scale
          legend={t`Pain right now`}
          legendHidden
          low={t`no pain`}
          high={t`worst pain`}
          value={pain}
          onChange={setPain}
        />
        {recoveryOnly && (
          <Notice tone="accent">
            <p>
              <Trans>With pain this strong, today is for rest and easy breathing only.</Trans>
            </p>
          </Notice>
        )}
        <Actions>
          <Button large disabled={pain === null} onClick={() => setAt(at + 1)}>
            <Trans>Continue</Trans>
          </Button>
          {back}
        </Actions>
      </Page>
    )
  return (
    <Page title={t`How much do you worry that moving could do harm?`} above={above}>
      <Scale
        legend={t`Worry about moving`}
        legendHidden
        low={t`not at all`}
        high={t`very much`}
        value={worry}
        onChange={setWorry}
      />
      <Actions>
        <Button large disabled={told.state === 'sending'} onClick={() => send(answers)}>
          {worry === null ? <Trans>Skip</Trans> : <Trans>Continue</Trans>}
        </Button>
        {back}
      </Actions>
    </Page>
  )
}
