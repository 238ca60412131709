import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router'
import { ComeBack } from '../../features/day/come-back.tsx'
import { FlareUp } from '../../features/day/flare-up.tsx'
import { MorningAfter } from '../../features/day/morning.tsx'
import { NotToday } from '../../features/day/not-today.tsx'
import { useMe } from '../../lib/me.ts'

const route = getRouteApi('/day')

export function DayRoute() {
  const { me } = useMe()
  const { q, step } = route.useSearch()
  const navigate = useNavigate()
  if (me?.next === 'escalate' || me?.next === 'book') return <Navigate to="/result" replace />
  if (!me?.plan || !me.prescription) return <Navigate to="/today" replace />
  if (q === 'again' && me.ended?.comeBack === 'anew') return <Navigate to="/start" replace />
  const goTo = (next: number) =>
    void navigate({ to: '/day', search: { ...(q !== undefined && { q }), step: next } })
  const at = { step, goTo }
  if (q === 'again') return <ComeBack prescription={me.prescription} at={at} />
  if (q === 'morning') return <MorningAfter prescription={me.prescription} at={at} />
  return q === 'flare-up' ? <FlareUp me={me} prescription={me.prescription} at={at} /> : <NotToday />
}
