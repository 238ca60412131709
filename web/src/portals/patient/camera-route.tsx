import { CameraPage } from '../../features/camera/camera-page.tsx'
import { usePatientContent } from '../../lib/config.ts'

export function CameraRoute() {
  return <CameraPage exercises={usePatientContent().testExercises} />
}
