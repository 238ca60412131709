import { Navigate } from '@tanstack/react-router'
import { OwnReplayPage } from '../../features/replay/own-replay-page.tsx'
import { useMe } from '../../lib/me.ts'

export function ReplaysRoute() {
  const { me } = useMe()
  return me === null ? <Navigate to="/" replace /> : <OwnReplayPage />
}
