import type { StaffMe } from '@dorsal/care'
import { useQueryClient } from '@tanstack/react-query'
import { LoadPage } from '../../features/colleagues/load-page.tsx'

export function LoadRoute() {
  const me = useQueryClient().getQueryData<StaffMe>(['staff'])
  return me ? <LoadPage me={me} /> : null
}
