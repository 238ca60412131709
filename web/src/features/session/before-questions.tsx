import type { SessionReport } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/card.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Scale } from '../../ui/scale.tsx'
import { SINCE_WORDS } from '../../ui/since-words.ts'
import { answered, beforeSteps, SINCE_LAST } from './answers.ts'
import styles from './questions.module.css'
import { useSession } from './session-context.ts'

type Since = NonNullable<SessionReport['before']['sinceLast']>

const ENERGY: readonly { value: NonNullable<SessionReport['before']['energy']>; words: MessageDescriptor }[] =
  [
    { value: 'good', words: msg`Good` },
    { value: 'medium', words: msg`So-so` },
    { value: 'low', words: msg`Low` },
  ]

/** The short questions before the start, one at a time. "No" goes on at once; "Yes" is asked to be confirmed by going on. */
export function BeforeQuestions() {
  const { state, send, press } = useSession()
  const { t, i18n } = useLingui()
  if (state.phase.name !== 'before') return null
  const steps = beforeSteps(state)
  const at = state.phase.step
  const step = steps[at] ?? 'pain'
  const item = state.prescription.preSession.find((each) => each.id === step)
  const above = <Progress value={at + 1} max={steps.length} label={t`Before we start`} />
  const answer = state.before.answers[step]
  return (
    <Page
      title={
        item?.question ??
        {
          pain: t`How strong is your pain right now?`,
          since: t`How have you been since last time?`,
          energy: t`How is your energy today?`,
        }[step] ??
        ''
      }
      above={above}
    >
      <div className={styles['answers']}>
        {item !== undefined && (
          <>
            <Button
              look="plain"
              large
              aria-pressed={answer === 'no'}
              onClick={() => {
                send({ type: 'answer', id: step, value: 'no' })
                press('next')
              }}
            >
              <Trans>No</Trans>
            </Button>
            <Button
              look="plain"
              large
              aria-pressed={answer === 'yes'}
              onClick={() => send({ type: 'answer', id: step, value: 'yes' })}
            >
              <Trans>Yes</Trans>
            </Button>
            {answer === 'yes' && (
              <Notice tone="warn" live>
                <p>
                  <Trans>You said yes. If that is right, go on.</Trans>
                </p>
              </Notice>
            )}
          </>
        )}
        {step === 'pain' && (
          <Scale
            legend={t`Pain right now`}
            legendHidden
            low={t`no pain`}
            high={t`worst pain`}
            value={state.before.pain}
            onChange={(value) => send({ type: 'pain-before', value })}
          />
        )}
        {step === 'since' &&
          SINCE_LAST.map((value: Since & (typeof SINCE_LAST)[number]) => (
            <Button
              key={value}
              look="plain"
              large
              aria-pressed={state.before.sinceLast === value}
              onClick={() => {
                send({ type: 'since', value })
                press('next')
              }}
            >
              {i18n._(SINCE_WORDS[value])}
            </Button>
          ))}
        {step === 'energy' &&
          ENERGY.map(({ value, words }) => (
            <Button
              key={value}
              look="plain"
              large
              aria-pressed={state.before.energy === value}
              onClick={() => {
                send({ type: 'energy', value })
                press('next')
              }}
            >
              {i18n._(words)}
            </Button>
          ))}
      </div>
      <Actions>
        {(step === 'pain' || answer === 'yes') && (
          <Button large disabled={!answered(state)} onClick={() => press('next')}>
            <Trans>Continue</Trans>
          </Button>
        )}
        {at > 0 && (
          <Button look="quiet" onClick={() => press('back')}>
            <Trans>Back</Trans>
          </Button>
        )}
      </Actions>
    </Page>
  )
}
