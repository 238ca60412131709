import type { StaffMe } from '@dorsal/care'
import { useQueryClient } from '@tanstack/react-query'
import { SchedulePage } from '../../features/schedule/schedule-page.tsx'

export function ScheduleRoute() {
  const me = useQueryClient().getQueryData<StaffMe>(['staff'])
  return me ? <SchedulePage me={me} /> : null
}
