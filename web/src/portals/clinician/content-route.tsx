import type { StaffMe } from '@dorsal/care'
import { useQueryClient } from '@tanstack/react-query'
import { ContentPage } from '../../features/content-review/content-page.tsx'

export function ContentRoute() {
  const me = useQueryClient().getQueryData<StaffMe>(['staff'])
  return me ? <ContentPage admin={me.role === 'clinic-admin'} /> : null
}
