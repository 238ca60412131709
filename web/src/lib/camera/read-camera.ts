import type { EngineEvents } from '../pose/engine.ts'
import type { PoseFailure } from '../pose/pose-failure.ts'
import type { PoseModel } from '../pose/protocol.ts'
import type { CameraFailure } from './camera-failure.ts'
import { CameraError, openCamera } from './open-camera.ts'

export type CameraEvents = Omit<EngineEvents, 'onFailure'> & {
  /** The picture runs; its size in pixels. */
  onPicture(width: number, height: number): void
  /** `detail` is for the person who helps, not for the patient. */
  onFailure(failure: CameraFailure | PoseFailure, detail: string): void
  /** Asked now and then: whether repetitions count at the moment. */
  counting(): boolean
}

/**
 * Opens the camera, shows it in `video` and reads the pose from it, until `signal` aborts. One failure at most is told, and
 * then everything is closed. The code of the model is fetched here, while the person answers the camera question.
 */
export async function readCamera(
  video: HTMLVideoElement,
  signal: AbortSignal,
  events: CameraEvents,
  model: PoseModel | 'auto',
): Promise<void> {
  const ending = new AbortController()
  const end = (): void => ending.abort()
  signal.addEventListener('abort', end, { once: true })
  const fail = (failure: CameraFailure | PoseFailure, detail: string): void => {
    if (ending.signal.aborted) return
    end()
    events.onFailure(failure, detail)
  }
  const code = import('../pose/start-pose.ts').catch(() => null)
  try {
    const camera = await openCamera(ending.signal, () => fail('camera-unplugged', 'the track ended'))
    if (ending.signal.aborted) return
    video.srcObject = camera.stream
    ending.signal.addEventListener('abort', () => (video.srcObject = null), { once: true })
    await video.play()
    events.onPicture(video.videoWidth, video.videoHeight)
  } catch (error) {
    return fail(error instanceof CameraError ? error.failure : 'camera-unknown', String(error))
  }
  const pose = await code
  if (!pose) return fail('model-missing', 'the code of the pose reader could not be fetched')
  if (ending.signal.aborted) return
  const stop = pose.startPose(video, { ...events, onFailure: fail }, model, () => events.counting())
  ending.signal.addEventListener('abort', stop, { once: true })
}
