import { ANYBODY, type StaffMe } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Chip } from '../../features/panel/chip.tsx'
import { TodayPage } from '../../features/schedule/today-page.tsx'
import { call } from '../../lib/api.ts'
import { pollEvery } from '../../lib/live.ts'

/** What waits for one person, as the panel has it: its first pages are read once for all who come today. */
function Needs({ patientId }: { patientId: string }) {
  const panel = useQuery({
    queryKey: ['panel', 'today'],
    queryFn: ({ signal }) => call('panelPage', { signal, body: { ...ANYBODY, name: '', from: 0 } }),
    refetchInterval: pollEvery(30_000),
  })
  const row = panel.data?.rows.find((one) => one.patientId === patientId)
  if (row === undefined) return null
  if (row.reasons.length === 0)
    return (
      <span>
        <Trans>Nothing waits</Trans>
      </span>
    )
  return (
    <span>
      {row.reasons.map((reason) => (
        <Chip key={reason} reason={reason} />
      ))}
    </span>
  )
}

export function TodayRoute() {
  const me = useQueryClient().getQueryData<StaffMe>(['staff'])
  return me ? <TodayPage me={me} Needs={Needs} /> : null
}
