import { useNavigate } from '@tanstack/react-router'
import { ConsentPage } from '../../features/consent/consent-page.tsx'
import { usePublicConfig } from '../../lib/config.ts'
import { useDraft } from '../../lib/draft.ts'

export function StartRoute() {
  const config = usePublicConfig()
  const navigate = useNavigate()
  const { begin } = useDraft()
  return (
    <ConsentPage
      config={config}
      onBack={() => void navigate({ to: '/' })}
      onAgreed={async () => {
        await begin(config.consentVersion)
        await navigate({ to: '/intake' })
      }}
    />
  )
}
