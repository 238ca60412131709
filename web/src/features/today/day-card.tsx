import type { Me } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Actions } from '../../ui/page.tsx'
import { todayOf } from './today-of.ts'

type DayCardProps = { me: Me; now: string; onSettled: () => void; onWhole: () => void; busy: boolean }

/** What else today can be: not today, a flare-up and its end, a smaller programme and the whole one again. */
export function DayCard({ me, now, onSettled, onWhole, busy }: DayCardProps) {
  const { t } = useLingui()
  if (me.flare !== null)
    return (
      <Card tone="accent">
        <h2>
          <Trans>While it is flared up</Trans>
        </h2>
        <ul>
          {me.flare.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
        <Actions>
          <Button look="plain" large disabled={busy} onClick={onSettled}>
            <Trans>It has settled</Trans>
          </Button>
        </Actions>
      </Card>
    )
  const small = me.plan?.small
  return (
    <>
      {small && (
        <Card>
          <h2>
            <Trans>The small programme</Trans>
          </h2>
          <p>
            <Trans>
              Life is full. For now it is {small.exercises} exercises in about {small.minutes} minutes.
            </Trans>
          </p>
          <Actions>
            <Button look="plain" disabled={busy} onClick={onWhole}>
              <Trans>Give me all of it again</Trans>
            </Button>
          </Actions>
        </Card>
      )}
      <nav aria-label={t`Another kind of day`}>
        <Actions>
          {todayOf(me, now) === 'session' && (
            <Link to="/day" search={{ q: 'not-today' }} className={buttonClass('plain', true)}>
              <Trans>Not today</Trans>
            </Link>
          )}
          <Link to="/day" search={{ q: 'flare-up' }} className={buttonClass('plain', true)}>
            <Trans>It has flared up</Trans>
          </Link>
        </Actions>
      </nav>
    </>
  )
}
