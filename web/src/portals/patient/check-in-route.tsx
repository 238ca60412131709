import type { TriageResult } from '@dorsal/care'
import { Navigate, useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { CheckInPage } from '../../features/outcome/check-in-page.tsx'
import { EmergencyCard, SelfHarmCard } from '../../features/triage/stop-cards.tsx'
import { ClinicianFirstCard, SameDayCard } from '../../features/triage/wait-cards.tsx'
import { usePatientContent, usePublicConfig } from '../../lib/config.ts'
import { useMe } from '../../lib/me.ts'

export function CheckInRoute() {
  const navigate = useNavigate()
  const { history } = useRouter()
  const config = usePublicConfig()
  const content = usePatientContent()
  const { me } = useMe()
  const { q } = useSearch({ strict: false })
  if (me?.next === 'escalate' || me?.next === 'book') return <Navigate to="/result" replace />
  if (!me?.plan) return <Navigate to="/" replace />
  const { cards, safetyNet } = content.redFlags
  const card = (result: TriageResult, stored: boolean) => {
    const shared = { result, config, me, stored, cards, safetyNet }
    if (result.card === 'self-harm') return <SelfHarmCard {...shared} />
    if (result.card === 'same-day') return <SameDayCard {...shared} />
    if (result.card === 'clinician-first') return <ClinicianFirstCard {...shared} />
    return <EmergencyCard {...shared} harm={false} />
  }
  return (
    <CheckInPage
      me={me}
      content={content}
      config={config}
      stepId={q}
      goTo={(stepId) => void navigate({ to: '/check-in', search: { q: stepId } })}
      onBack={() => (q === undefined ? void navigate({ to: '/today' }) : history.back())}
      card={card}
    />
  )
}
