import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router'
import { TimerPage } from '../../features/daily/timer-page.tsx'
import { useMe } from '../../lib/me.ts'
import { OneTab } from './one-tab.tsx'

const route = getRouteApi('/daily')

export function DailyRoute() {
  const navigate = useNavigate()
  const { me } = useMe()
  const { q } = route.useSearch()
  if (!me?.plan) return <Navigate to="/today" replace />
  const offer = me.daily.offers.find(({ id }) => id === q) ?? null
  return (
    <OneTab lock="dorsal-daily">
      <TimerPage
        offer={offer}
        stopRules={me.prescription?.stopRules ?? []}
        onLeave={() => void navigate({ to: '/today' })}
      />
    </OneTab>
  )
}
