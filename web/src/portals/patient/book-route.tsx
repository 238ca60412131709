import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { ConsentPage } from '../../features/consent/consent-page.tsx'
import { AppointmentForm } from '../../features/triage/appointment-form.tsx'
import { usePublicConfig } from '../../lib/config.ts'
import { noteRecord, refreshMe, useMe } from '../../lib/me.ts'
import { EmergencyCall } from '../../ui/emergency-call.tsx'
import { Page } from '../../ui/page.tsx'

/** Asking for an appointment without the questions: what is kept is agreed to first. Who must wait for help reads that before all. */
export function BookRoute() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const client = useQueryClient()
  const config = usePublicConfig()
  const { me } = useMe()
  if (me?.next === 'escalate') return <Navigate to="/result" replace />
  if (me === null)
    return (
      <ConsentPage
        config={config}
        onBack={() => void navigate({ to: '/' })}
        onAgreed={async () => {
          await noteRecord()
          await refreshMe(client)
        }}
      />
    )
  return (
    <Page
      title={t`See somebody at the clinic`}
      lead={<Trans>Not for emergencies: a request is read when somebody at the clinic has time.</Trans>}
    >
      <EmergencyCall {...config} />
      <AppointmentForm me={me} config={config} />
    </Page>
  )
}
