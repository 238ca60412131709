/** Why there is no picture. Each is its own plain message; the words live with the interface. */
export type CameraFailure =
  | 'camera-refused'
  | 'camera-absent'
  | 'camera-in-use'
  | 'camera-unplugged'
  | 'camera-insecure'
  | 'camera-unknown'

const BY_NAME: Record<string, CameraFailure> = {
  NotAllowedError: 'camera-refused',
  SecurityError: 'camera-refused',
  NotFoundError: 'camera-absent',
  OverconstrainedError: 'camera-absent',
  NotReadableError: 'camera-in-use',
  AbortError: 'camera-in-use',
}

/** Which failure an error of `getUserMedia` stands for. */
export function cameraFailureOf(error: unknown): CameraFailure {
  const name = typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : ''
  return BY_NAME[name] ?? 'camera-unknown'
}
