import { Navigate } from '@tanstack/react-router'
import { PlanPage } from '../../features/plan/plan-page.tsx'
import { usePublicConfig } from '../../lib/config.ts'
import { useOwnLive } from '../../lib/live-own.ts'
import { useMe } from '../../lib/me.ts'

export function PlanRoute() {
  const config = usePublicConfig()
  const { me, offline } = useMe()
  useOwnLive(me !== null)
  if (me?.next === 'escalate' || me?.next === 'book') return <Navigate to="/result" replace />
  if (!me?.plan) return <Navigate to="/" replace />
  return <PlanPage me={me} plan={me.plan} config={config} offline={offline} />
}
