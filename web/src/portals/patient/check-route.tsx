import { rankOf } from '@dorsal/care'
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy } from 'react'
import { SendPage } from '../../features/intake/send-page.tsx'
import { resultSoFar } from '../../features/intake/stop.ts'
import { usePatientContent, usePublicConfig } from '../../lib/config.ts'
import { changeDraft, useDraft } from '../../lib/draft.ts'
import { nowInstant } from '../../lib/time.ts'

const MovementCheck = lazy(async () => ({
  default: (await import('../../features/evaluation/movement-check.tsx')).MovementCheck,
}))

/** The movement check, then sending. Nobody with an open warning sign is asked to move first. */
export function CheckRoute() {
  const navigate = useNavigate()
  const config = usePublicConfig()
  const content = usePatientContent()
  const draft = useDraft()
  const { q } = useSearch({ strict: false })
  if (!draft) return <Navigate to="/" replace />
  const result = resultSoFar(content, draft, nowInstant())
  if (!result) return <Navigate to="/intake" replace />
  const held = rankOf(result.disposition) >= rankOf('see_clinician_first')
  const checked = draft.done.includes('check') || content.movementTests.length === 0
  if (!held && !checked && q !== 'send')
    return (
      <MovementCheck
        tests={content.movementTests}
        exercises={content.testExercises}
        camera={draft.answers['H14.camera'] === 'yes'}
        onDone={(movementTests) =>
          changeDraft((current) => ({ movementTests, done: [...current.done, 'check'] }))
        }
      />
    )
  return (
    <SendPage
      draft={draft}
      config={config}
      held={held}
      goTo={(stepId) => void navigate({ to: '/intake', search: { q: stepId } })}
      onSent={(reply) => navigate({ to: reply.card === null ? '/plan' : '/result', replace: true })}
    />
  )
}
