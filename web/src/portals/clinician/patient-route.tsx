import { lazy, Suspense } from 'react'
import { PatientPage } from '../../features/patient/patient-page.tsx'

const Lazy = lazy(async () => ({
  default: (await import('../../features/message/clinic-messages.tsx')).ClinicMessages,
}))

/** The thread of a person, beside their record. */
export function Messages(props: { patientId: string; label: string }) {
  return (
    <Suspense fallback={null}>
      <Lazy {...props} />
    </Suspense>
  )
}

const LazyDocuments = lazy(async () => ({
  default: (await import('../../features/document/clinic-documents.tsx')).ClinicDocuments,
}))

/** The documents of a person, beside their record. */
export function Documents(props: { patientId: string; label: string }) {
  return (
    <Suspense fallback={null}>
      <LazyDocuments {...props} />
    </Suspense>
  )
}

/** One patient on one screen, their messages and documents among it. */
export function PatientRoute() {
  return <PatientPage Messages={Messages} Documents={Documents} />
}
