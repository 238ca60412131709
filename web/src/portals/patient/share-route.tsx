import { Navigate } from '@tanstack/react-router'
import { SharePage } from '../../features/sharing/share-page.tsx'
import { useMe } from '../../lib/me.ts'

/** Open in every state of the plan, for links must always be there to be taken back; what they show is the server's to decide. */
export function ShareRoute() {
  const { me } = useMe()
  if (me === null) return <Navigate to="/" replace />
  return <SharePage nothingToday={me.prescription === null} />
}
