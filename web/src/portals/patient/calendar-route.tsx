import { Navigate } from '@tanstack/react-router'
import { CalendarPage } from '../../features/calendar/calendar-page.tsx'
import { useOwnLive } from '../../lib/live-own.ts'
import { useMe } from '../../lib/me.ts'
import { nowInstant } from '../../lib/time.ts'

export function CalendarRoute() {
  const { me } = useMe()
  useOwnLive(me !== null)
  if (me === null) return <Navigate to="/" replace />
  return <CalendarPage me={me} now={nowInstant()} />
}
