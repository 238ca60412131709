import { missingAbility } from './ability.ts'
import { poseFiles } from './assets.ts'
import { createPoseEngine, type EngineEvents } from './engine.ts'
import type { PoseModel } from './protocol.ts'
import { grabPicture, watchVideo } from './video-source.ts'
import { openWorker } from './worker-link.ts'

const createWorker = (): Worker =>
  new Worker(new URL('./pose.worker.ts', import.meta.url), { type: 'module', name: 'pose' })

/** Reads the pose of the person in a playing video until the returned function is called. Load this file lazily. */
export function startPose(
  video: HTMLVideoElement,
  events: EngineEvents,
  model: PoseModel | 'auto' = 'auto',
  counting: () => boolean = () => false,
): () => void {
  const missing = missingAbility()
  if (missing) {
    events.onFailure('browser-too-old', missing)
    return () => {}
  }
  const engine = createPoseEngine(
    {
      spawn: (chosen, linkEvents) => openWorker(createWorker(), poseFiles(chosen), linkEvents),
      grab: () => grabPicture(video),
      now: () => performance.now(),
      counting,
    },
    events,
    model,
  )
  const stopWatching = watchVideo(video, () => engine.offer())
  return () => {
    stopWatching()
    engine.stop()
  }
}
