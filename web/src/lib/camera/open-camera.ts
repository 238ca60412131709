import { type CameraFailure, cameraFailureOf } from './camera-failure.ts'

/**
 * Height before width: a whole standing person must fit, and a camera that crops for a wide picture would cut off head or
 * feet. Not mirrored and not cropped by the browser; the preview mirrors with CSS.
 */
const WISH: MediaTrackConstraints & { resizeMode: string } = {
  facingMode: 'user',
  height: { ideal: 720 },
  frameRate: { ideal: 30 },
  resizeMode: 'none',
}

export type Camera = { stream: MediaStream; close(): void }

export class CameraError extends Error {
  readonly failure: CameraFailure
  constructor(failure: CameraFailure, detail: string) {
    super(detail)
    this.failure = failure
  }
}

/**
 * Asks for the camera, never for the microphone. `onUnplugged`: the picture ended though nobody here closed it (cable,
 * another program, permission withdrawn). When `signal` aborts, the camera is off at once, even if the person agrees later.
 */
export async function openCamera(signal: AbortSignal, onUnplugged: () => void): Promise<Camera> {
  if (!window.isSecureContext || !('mediaDevices' in navigator)) {
    throw new CameraError('camera-insecure', `secure: ${window.isSecureContext}`)
  }
  const stream = await navigator.mediaDevices
    .getUserMedia({ audio: false, video: WISH })
    .catch((error: unknown) => {
      throw new CameraError(cameraFailureOf(error), String(error))
    })
  const close = (): void => {
    for (const track of stream.getTracks()) {
      track.removeEventListener('ended', onUnplugged)
      track.stop()
    }
  }
  for (const track of stream.getVideoTracks()) track.addEventListener('ended', onUnplugged)
  if (signal.aborted) close()
  signal.addEventListener('abort', close, { once: true })
  return { stream, close }
}
