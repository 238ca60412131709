import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { CalendarFeeds } from '../../ui/calendar-feeds.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'

/** The own visits in a calendar program: hours and rooms, no names. */
export function OwnFeeds() {
  const { t } = useLingui()
  const list = useQuery({
    queryKey: ['staff-feeds'],
    queryFn: ({ signal }) => call('staffFeeds', { signal }),
  })
  return (
    <Card label={t`My visits in a calendar`}>
      <h2>
        <Trans>My visits in a calendar</Trans>
      </h2>
      <p>
        <Trans>A calendar program can read when and in which room you have visits. It learns no names.</Trans>
      </p>
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      <CalendarFeeds
        feeds={list.data?.feeds ?? []}
        withSessions={false}
        make={(body) => call('makeStaffFeed', { params: { id: body.id }, body })}
        drop={(id) => call('dropStaffFeed', { params: { id } })}
        onChanged={() => void list.refetch()}
      />
    </Card>
  )
}
