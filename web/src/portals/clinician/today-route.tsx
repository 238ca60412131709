import { NEEDS_AT_ONCE, type StaffMe } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Fragment } from 'react'
import { Chip } from '../../features/panel/chip.tsx'
import { BeforeLine } from '../../features/schedule/before-line.tsx'
import { TodayPage } from '../../features/schedule/today-page.tsx'
import { call } from '../../lib/api.ts'
import { pollEvery } from '../../lib/live.ts'

type Props = { patientId: string; visitId: string; people: readonly string[] }

/** What waits for one person: asked once for all who come today, and for nobody else. */
function Needs({ patientId, visitId, people }: Props) {
  const needs = useQuery({
    queryKey: ['panel', 'needs', people],
    queryFn: ({ signal }) => call('needs', { signal, body: { people: people.slice(0, NEEDS_AT_ONCE) } }),
    refetchInterval: pollEvery(30_000),
    placeholderData: keepPreviousData,
  })
  const row = needs.data?.people.find((one) => one.patientId === patientId)
  const said = needs.data?.said.find((one) => one.visitId === visitId)
  if (row === undefined) return null
  return (
    <>
      <span>
        {row.reasons.length === 0 && <Trans>Nothing waits</Trans>}
        {row.reasons.map((reason) => (
          <Fragment key={reason}>
            <Chip reason={reason} />{' '}
          </Fragment>
        ))}
      </span>
      {said && <BeforeLine said={said} />}
    </>
  )
}

export function TodayRoute() {
  const me = useQueryClient().getQueryData<StaffMe>(['staff'])
  return me ? <TodayPage me={me} Needs={Needs} /> : null
}
