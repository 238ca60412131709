import { Navigate } from '@tanstack/react-router'
import { TodayPage } from '../../features/today/today-page.tsx'
import { usePublicConfig } from '../../lib/config.ts'
import { useMe } from '../../lib/me.ts'
import { nowInstant } from '../../lib/time.ts'
import { useUnsent } from './use-unsent.ts'

export function TodayRoute() {
  const config = usePublicConfig()
  const { me, offline } = useMe()
  const unsent = useUnsent()
  if (me?.next === 'escalate' || me?.next === 'book') return <Navigate to="/result" replace />
  if (!me?.plan) return <Navigate to="/" replace />
  return <TodayPage me={me} config={config} offline={offline} unsent={unsent} now={nowInstant()} />
}
