import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import styles from './questions.module.css'
import { useSession } from './session-context.ts'
import { breathAt } from '../../lib/breath.ts'
import { WorkRing } from './work-ring.tsx'

/** Strong pain before the start (SS11): calm breathing, or nothing. No exercise. */
export function Recovery() {
  const { state, send, press } = useSession()
  const { t } = useLingui()
  if (state.phase.name !== 'recovery') return null
  const { elapsed, running } = state.phase
  const inhales = breathAt(elapsed).part === 'out'
  return (
    <Page
      title={t`Today is for rest`}
      lead={
        <Trans>
          Your pain is strong right now, so we leave the exercises for another day. That is part of getting
          better.
        </Trans>
      }
    >
      <Card label={t`Calm breathing`}>
        <div className={styles['breath']}>
          <WorkRing state={state} />
        </div>
        <output>
          {running ? (
            inhales ? (
              <strong>
                <Trans>Breathe in, softly</Trans>
              </strong>
            ) : (
              <strong>
                <Trans>Breathe out, slowly</Trans>
              </strong>
            )
          ) : (
            <Trans>Three minutes of calm breathing can take the edge off. Sit or lie as it feels best.</Trans>
          )}
        </output>
        <Actions>
          <Button look="plain" large onClick={() => send({ type: 'recovery', running: !running })}>
            {running ? (
              <Trans>Pause</Trans>
            ) : elapsed > 0 ? (
              <Trans>Go on breathing</Trans>
            ) : (
              <Trans>Start breathing</Trans>
            )}
          </Button>
        </Actions>
      </Card>
      <Card>
        <h2>
          <Trans>What also helps</Trans>
        </h2>
        <ul className={styles['list']}>
          <li>
            <Trans>Warmth on the sore place for 10 to 20 minutes, if you like warmth.</Trans>
          </li>
          <li>
            <Trans>Change position often, and take short, easy walks.</Trans>
          </li>
        </ul>
      </Card>
      <Actions>
        <Button large onClick={() => press('next')}>
          <Trans>Done for today</Trans>
        </Button>
        <Button look="quiet" onClick={() => press('hurts')}>
          <Trans>Something else feels wrong</Trans>
        </Button>
      </Actions>
    </Page>
  )
}
