import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { usePublicConfig } from '../../lib/config.ts'
import { Button } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { EmergencyCall } from '../../ui/emergency-call.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { useTimer } from './timer-context.ts'
import { isPack } from './timer-state.ts'

const FEEL = [
  { value: 'better', words: msg`A bit better` },
  { value: 'same', words: msg`About the same` },
  { value: 'worse', words: msg`Worse` },
] as const

/** A timer was stopped for what was felt: help first where it is a danger, else rest for today. */
export function TimerStopped({ onBack }: { onBack: () => void }) {
  const { state } = useTimer()
  const { t } = useLingui()
  const config = usePublicConfig()
  const danger = state.card === 'emergency'
  return (
    <Page title={danger ? t`Stop here. Get help now.` : t`We stop here for today`}>
      <Card tone={danger ? 'danger' : 'warn'}>
        {isPack(state) && (
          <p>
            <strong>
              <Trans>Take the pack off now.</Trans>
            </strong>
          </p>
        )}
        {danger && <EmergencyCall {...config} />}
        {danger ? (
          <p>
            <Trans>
              Do not exercise today. What you answered needs to be looked at by a doctor or your clinic first.
            </Trans>
          </p>
        ) : (
          <>
            <p>
              <Trans>
                Sit or lie down until it has passed. Nothing else is offered today. Your clinic can see this
                once it is sent.
              </Trans>
            </p>
            <p>
              <Trans>If it gets worse, or if you feel very ill:</Trans>
            </p>
            <EmergencyCall {...config} />
          </>
        )}
        <p>{config.contactLine}</p>
      </Card>
      {!danger && (
        <Actions>
          <Button large onClick={onBack}>
            <Trans>Back to today</Trans>
          </Button>
        </Actions>
      )}
    </Page>
  )
}

/** The end of a timer: one thing to do, and one tap about how it was, or none. */
export function TimerEnd({ onBack }: { onBack: () => void }) {
  const { state, send } = useTimer()
  const { t, i18n } = useLingui()
  const { offer, ended, sore } = state
  const takeOff = isPack(state)
  return (
    <Page title={ended === 'done' ? (takeOff ? t`Take the pack off now` : t`Done`) : t`Stopped`}>
      <Card tone="ok">
        {takeOff && ended === 'stopped' && (
          <p>
            <Trans>Take the pack off now.</Trans>
          </p>
        )}
        <p lang={offer.lang}>{offer.after}</p>
      </Card>
      {sore ? (
        <Notice tone="accent">
          <p>
            <Trans>A bit sore can happen. Leave it for today, and try a shorter one another time.</Trans>
          </p>
        </Notice>
      ) : (
        <Card>
          <h2>
            <Trans>How is it now?</Trans>
          </h2>
          <p>
            <Trans>One tap, if you like.</Trans>
          </p>
          <Actions>
            {FEEL.map(({ value, words }) => (
              <Button
                key={value}
                look="plain"
                large
                onClick={() => {
                  send({ type: 'feel', feel: value })
                  onBack()
                }}
              >
                {i18n._(words)}
              </Button>
            ))}
          </Actions>
        </Card>
      )}
      <Actions>
        <Button
          large
          onClick={() => {
            send({ type: 'tell' })
            onBack()
          }}
        >
          <Trans>Back to today</Trans>
        </Button>
      </Actions>
    </Page>
  )
}
