import { Navigate, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { SessionPage } from '../../features/session/session-page.tsx'
import { useMe } from '../../lib/me.ts'
import { OneTab } from './one-tab.tsx'

export function SessionRoute() {
  const navigate = useNavigate()
  const { me } = useMe()
  // The record may change while the session runs or its card is on show; the person stays where they are.
  const [[prescription, history]] = useState([
    me?.prescription ?? null,
    (me?.history ?? []).map(({ report }) => report),
  ] as const)
  if (prescription === null) return <Navigate to="/today" replace />
  return (
    <OneTab>
      <SessionPage
        prescription={prescription}
        history={history}
        onFinished={() => void navigate({ to: '/today' })}
      />
    </OneTab>
  )
}
