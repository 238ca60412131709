import { getRouteApi, Navigate } from '@tanstack/react-router'
import { ComeBack } from '../../features/day/come-back.tsx'
import { FlareUp } from '../../features/day/flare-up.tsx'
import { NotToday } from '../../features/day/not-today.tsx'
import { useMe } from '../../lib/me.ts'

const route = getRouteApi('/day')

export function DayRoute() {
  const { me } = useMe()
  const { q } = route.useSearch()
  if (me?.next === 'escalate' || me?.next === 'book') return <Navigate to="/result" replace />
  if (!me?.plan || !me.prescription) return <Navigate to="/today" replace />
  if (q === 'again' && me.ended?.comeBack === 'anew') return <Navigate to="/start" replace />
  if (q === 'again') return <ComeBack prescription={me.prescription} />
  return q === 'flare-up' ? <FlareUp me={me} prescription={me.prescription} /> : <NotToday />
}
