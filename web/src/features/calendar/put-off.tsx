import { dayAfter, dayIn, type OwnCalendar } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../../lib/api.ts'
import { isPutOff, ownCalendarQuery, ownZone } from '../../lib/own-calendar.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Actions } from '../../ui/page.tsx'
import { useDoing } from '../../ui/use-doing.ts'

type Props = { own: OwnCalendar; now: string }

/** The session of today: to do it, to put it off to tomorrow, or to do it after all. */
export function PutOff({ own, now }: Props) {
  const client = useQueryClient()
  const { busy, failed, run } = useDoing()
  const change = (ask: () => Promise<unknown>) =>
    run(async () => {
      await ask()
      await client.fetchQuery({ ...ownCalendarQuery, staleTime: 0 })
    })
  const put = () => {
    const from = dayIn(now, ownZone())
    void change(() => call('moveSession', { body: { from, to: dayAfter(from, 1) } }))
  }
  const off = isPutOff(own.move, now)
  return (
    <Card tone={off ? 'ok' : 'calm'}>
      <h2>
        {off ? (
          <Trans>Today’s session waits until tomorrow</Trans>
        ) : (
          <Trans>Today: your session at home</Trans>
        )}
      </h2>
      {off && (
        <p>
          <Trans>That is fine. Tomorrow there is one session, not two.</Trans>
        </p>
      )}
      {failed ? <ErrorNote error={failed} /> : null}
      <Actions>
        {off ? (
          <Button look="plain" disabled={busy} onClick={() => void change(() => call('keepSession'))}>
            <Trans>Do it today after all</Trans>
          </Button>
        ) : (
          <>
            <Link to="/today" className={buttonClass('main')}>
              <Trans>Go to my session</Trans>
            </Link>
            <Button look="plain" disabled={busy} onClick={put}>
              <Trans>Move it to tomorrow</Trans>
            </Button>
          </>
        )}
      </Actions>
    </Card>
  )
}
