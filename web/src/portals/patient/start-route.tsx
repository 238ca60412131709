import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ConsentPage } from '../../features/consent/consent-page.tsx'
import { usePublicConfig } from '../../lib/config.ts'
import { beginDraft } from '../../lib/draft.ts'
import { noteRecord, refreshMe } from '../../lib/me.ts'

export function StartRoute() {
  const config = usePublicConfig()
  const navigate = useNavigate()
  const client = useQueryClient()
  return (
    <ConsentPage
      config={config}
      onBack={() => void navigate({ to: '/' })}
      onAgreed={async () => {
        await noteRecord()
        await refreshMe(client)
        await beginDraft(config.consentVersion)
        await navigate({ to: '/intake' })
      }}
    />
  )
}
