import { Navigate, useParams } from '@tanstack/react-router'
import { PatientVideoPage } from '../../features/video/patient-video-page.tsx'
import { useOwnLive } from '../../lib/live-own.ts'
import { useMe } from '../../lib/me.ts'

/** Opened by a link to one visit; its own reply says whether it is this person's. */
export function VideoRoute() {
  const { me } = useMe()
  const { id } = useParams({ from: '/visit/$id/video' })
  useOwnLive(me !== null)
  return me === null ? <Navigate to="/enter" replace /> : <PatientVideoPage id={id} />
}
