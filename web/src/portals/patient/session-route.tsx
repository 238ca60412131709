import { morningAnswer } from '@dorsal/care'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { SessionPage } from '../../features/session/session-page.tsx'
import { useMe } from '../../lib/me.ts'
import { nowInstant } from '../../lib/time.ts'
import { OneTab } from './one-tab.tsx'

export function SessionRoute() {
  const navigate = useNavigate()
  const { me } = useMe()
  // The record may change while the session runs or its card is on show; the person stays where they are.
  const [[prescription, history, since]] = useState(() => {
    const reports = (me?.history ?? []).map(({ report }) => report)
    const answer = morningAnswer({ history: reports, told: me?.told ?? [], now: nowInstant() })
    return [me?.prescription ?? null, reports, answer] as const
  })
  if (prescription === null) return <Navigate to="/today" replace />
  return (
    <OneTab>
      <SessionPage
        prescription={prescription}
        history={history}
        since={since}
        onFinished={() => void navigate({ to: '/today' })}
      />
    </OneTab>
  )
}
