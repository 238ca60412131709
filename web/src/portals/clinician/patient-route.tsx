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

/** One patient on one screen, their messages among it. */
export function PatientRoute() {
  return <PatientPage Messages={Messages} />
}
