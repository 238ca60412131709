import { Navigate } from '@tanstack/react-router'
import { ProgressPage } from '../../features/progress/progress-page.tsx'
import { usePatientContent } from '../../lib/config.ts'
import { useMe } from '../../lib/me.ts'
import { nowInstant } from '../../lib/time.ts'

export function ProgressRoute() {
  const content = usePatientContent()
  const { me, offline } = useMe()
  if (!me?.plan) return <Navigate to="/" replace />
  return <ProgressPage me={me} content={content} offline={offline} now={nowInstant()} />
}
