import { Navigate } from '@tanstack/react-router'
import { DocumentsPage } from '../../features/document/documents-page.tsx'
import { usePatientContent, usePublicConfig } from '../../lib/config.ts'
import { useMe } from '../../lib/me.ts'

/** Open in every state of the plan, as messages are. */
export function DocumentsRoute() {
  const content = usePatientContent()
  const config = usePublicConfig()
  const { me } = useMe()
  return me === null ? <Navigate to="/" replace /> : <DocumentsPage content={content} config={config} />
}
