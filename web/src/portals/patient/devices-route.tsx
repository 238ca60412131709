import { Navigate } from '@tanstack/react-router'
import { DevicesPage } from '../../features/account/devices-page.tsx'
import { useMe } from '../../lib/me.ts'

export function DevicesRoute() {
  const { me } = useMe()
  return me === null ? <Navigate to="/" replace /> : <DevicesPage />
}
