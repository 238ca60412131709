import { type Me, morningDue } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { changeCheckIn, useCheckIn } from '../../lib/kept-check-in.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Actions } from '../../ui/page.tsx'

/** On the day after a session: three questions, or not. Whoever skips them is asked the first at the start of the session, as ever. */
export function MorningCard({ me, now }: { me: Me; now: string }) {
  const { skippedMorning } = useCheckIn()
  const history = me.history.map(({ report }) => report)
  const offsetMinutes = -new Date(now).getTimezoneOffset()
  const session = morningDue({ history, told: me.told, now, offsetMinutes })
  if (session === null || session.id === skippedMorning || !me.prescription || me.ended) return null
  return (
    <Card tone="accent">
      <h2>
        <Trans>The day after your session</Trans>
      </h2>
      <p>
        <Trans>How was it for your back? Three short questions help to fit your plan to the answer.</Trans>
      </p>
      <Actions>
        <Link to="/day" search={{ q: 'morning' }} className={buttonClass('plain', true)}>
          <Trans>Tell how it is</Trans>
        </Link>
        <Button look="quiet" onClick={() => changeCheckIn(() => ({ skippedMorning: session.id }))}>
          <Trans>Not now</Trans>
        </Button>
      </Actions>
    </Card>
  )
}
