import type { StaffMe } from '@dorsal/care'
import { useQueryClient } from '@tanstack/react-query'
import { ColleaguesPage } from '../../features/colleagues/colleagues-page.tsx'

export function ColleaguesRoute() {
  const me = useQueryClient().getQueryData<StaffMe>(['staff'])
  return <ColleaguesPage ownId={me?.staffId ?? ''} />
}
