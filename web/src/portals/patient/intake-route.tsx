import { Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { IntakePage } from '../../features/intake/intake-page.tsx'
import { call } from '../../lib/api.ts'
import { changeDraft, discardDraft, useDraft } from '../../lib/draft.ts'
import { forgetRecord } from '../../lib/me.ts'

/** The record of somebody under 18 holds nothing but a consent, and that goes too. */
async function closeRecord(): Promise<void> {
  try {
    await call('eraseMe')
  } catch {
    // Unreachable: the empty record is erased by its age on the server.
  }
}

export function IntakeRoute() {
  const navigate = useNavigate()
  const client = useQueryClient()
  const { q } = useSearch({ strict: false })
  const draft = useDraft()
  const goTo = useCallback(
    (stepId: string) => void navigate({ to: '/intake', search: { q: stepId }, replace: q === undefined }),
    [navigate, q],
  )
  const onAllAnswered = useCallback(() => void navigate({ to: '/check' }), [navigate])
  if (!draft) return <Navigate to="/start" replace />
  if (draft.stop) return <Navigate to="/result" replace />
  return (
    <IntakePage
      stepId={q}
      goTo={goTo}
      onLeave={() => void navigate({ to: '/' })}
      onUnderAge={() => {
        void (async () => {
          await navigate({ to: '/result', search: { q: 'under-18' } })
          await discardDraft()
          await closeRecord()
          await forgetRecord(client)
        })()
      }}
      onStop={(stepId) => {
        changeDraft({ stop: { stepId, sent: false } })
        void navigate({ to: '/result' })
      }}
      onSend={() => void navigate({ to: '/check', search: { q: 'send' } })}
      onAllAnswered={onAllAnswered}
    />
  )
}
