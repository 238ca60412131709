import { EnterPage } from '../../features/account/enter-page.tsx'
import { usePublicConfig } from '../../lib/config.ts'
import { useMe } from '../../lib/me.ts'

export function EnterRoute() {
  const { me } = useMe()
  return <EnterPage hasRecord={me !== null} days={usePublicConfig().anonRetentionDays} />
}
