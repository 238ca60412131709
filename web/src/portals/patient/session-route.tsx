import { Navigate, useNavigate } from '@tanstack/react-router'
import { SessionPage } from '../../features/session/session-page.tsx'
import { useMe } from '../../lib/me.ts'

export function SessionRoute() {
  const navigate = useNavigate()
  const { me } = useMe()
  if (!me?.prescription) return <Navigate to="/today" replace />
  return <SessionPage prescription={me.prescription} onFinished={() => void navigate({ to: '/today' })} />
}
