import { CameraPage } from '../../features/camera/camera-page.tsx'
import { usePatientContent } from '../../lib/config.ts'

export function CameraRoute() {
  const { cameraExercises, testExercises } = usePatientContent()
  return <CameraPage exercises={[...cameraExercises, ...testExercises]} />
}
