import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { isPutOff, ownCalendarQuery } from '../../lib/own-calendar.ts'
import { Notice } from '../../ui/card.tsx'

/** On the page of today: that its session was put off. Without a connection nothing is said; the session is there in any case. */
export function MovedNote({ now }: { now: string }) {
  const own = useQuery({ ...ownCalendarQuery, retry: false }).data
  if (own === undefined || !isPutOff(own.move, now)) return null
  return (
    <Notice tone="ok" live>
      <p>
        <Trans>You put today’s session off to tomorrow. It waits there; nothing adds up.</Trans>{' '}
        <Link to="/calendar">
          <Trans>My calendar</Trans>
        </Link>
      </p>
    </Notice>
  )
}
