import { Navigate } from '@tanstack/react-router'
import { ThreadPage } from '../../features/message/thread-page.tsx'
import { useOwnLive } from '../../lib/live-own.ts'
import { useMe } from '../../lib/me.ts'

/** Open in every state of the plan, also while it waits, after a warning sign and after its end. */
export function MessagesRoute() {
  const { me } = useMe()
  useOwnLive(me !== null)
  return me === null ? <Navigate to="/" replace /> : <ThreadPage />
}
