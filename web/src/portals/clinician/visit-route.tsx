import { useParams } from '@tanstack/react-router'
import { PatientPage } from '../../features/patient/patient-page.tsx'
import { useVisit, VisitHead } from '../../features/schedule/visit-page.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { Documents, Messages } from './patient-route.tsx'
import { VisitDesk } from './visit-desk.tsx'

/** One visit on one screen: how far it is, its note and the plan, what comes next, and below it the record, where it is open. */
export function VisitRoute() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const visit = useVisit(id)
  if (visit.isPending) return <Waiting />
  if (!visit.data) return <ErrorNote error={visit.error} onRetry={() => void visit.refetch()} />
  const { patientId, opensRecord } = visit.data
  return (
    <>
      <VisitHead visit={visit.data}>
        {patientId !== null && opensRecord && (
          <VisitDesk key={visit.data.id} visit={visit.data} patientId={patientId} />
        )}
      </VisitHead>
      {patientId !== null && opensRecord && (
        <PatientPage patientId={patientId} Messages={Messages} Documents={Documents} />
      )}
    </>
  )
}
