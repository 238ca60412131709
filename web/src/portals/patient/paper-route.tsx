import { sharedDay } from '@dorsal/care'
import { Navigate } from '@tanstack/react-router'
import { PaperPage } from '../../features/sharing/paper-page.tsx'
import { usePatientContent, usePublicConfig } from '../../lib/config.ts'
import { useMe } from '../../lib/me.ts'

/** Nothing goes on paper of a plan that waits for a clinician or that a warning sign holds back: the same rule as for links. */
export function PaperRoute() {
  const config = usePublicConfig()
  const content = usePatientContent()
  const { me } = useMe()
  if (me?.next === 'escalate' || me?.next === 'book') return <Navigate to="/result" replace />
  if (!me?.triage) return <Navigate to="/" replace />
  const day = sharedDay({ triage: me.triage, plan: me.plan, prescription: me.prescription })
  if (day === null) return <Navigate to="/plan" replace />
  return <PaperPage day={day} config={config} content={content} />
}
