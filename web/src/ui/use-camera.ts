import type { Frame } from '@dorsal/motion'
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { readCamera } from '../lib/camera/read-camera.ts'
import type { PoseTiming } from '../lib/pose/engine.ts'
import type { PoseModel, PoseSource } from '../lib/pose/protocol.ts'
import type { StageFailure } from './camera-words.ts'

/** What the camera is doing: asking the person, loading the model, reading, or starting the reading again. */
export type CameraPhase = 'asking' | 'loading' | 'seeing' | 'restarting'

type Handlers = {
  onFrame: (frame: Frame, timing: PoseTiming) => void
  onReady: (source: PoseSource) => void
  onFailure: (failure: StageFailure, detail: string) => void
}

/**
 * Opens the camera when the component appears and closes it when it goes. `running`: repetitions count now. `aspect`: width by
 * height of its picture.
 */
export function useCamera(
  video: RefObject<HTMLVideoElement | null>,
  model: PoseModel | 'auto',
  running: boolean,
  handlers: Handlers,
): { phase: CameraPhase; aspect: number } {
  const [phase, setPhase] = useState<CameraPhase>('asking')
  const [aspect, setAspect] = useState(4 / 3)
  const counting = useRef(running)
  useEffect(() => {
    counting.current = running
  }, [running])

  const onFrame = useEffectEvent((frame: Frame, timing: PoseTiming) => {
    setPhase('seeing')
    handlers.onFrame(frame, timing)
  })
  const onReady = useEffectEvent((source: PoseSource) => handlers.onReady(source))
  const onFailure = useEffectEvent((failure: StageFailure, detail: string) =>
    handlers.onFailure(failure, detail),
  )

  useEffect(() => {
    const ending = new AbortController()
    const events = {
      onPicture(width: number, height: number) {
        setAspect(width / height)
        setPhase('loading')
      },
      onReady: (source: PoseSource) => onReady(source),
      onFrame: (frame: Frame, timing: PoseTiming) => onFrame(frame, timing),
      onRestart: () => setPhase('restarting'),
      onFailure: (failure: StageFailure, detail: string) => onFailure(failure, detail),
      counting: () => counting.current,
    }
    if (video.current) void readCamera(video.current, ending.signal, events, model)
    return () => ending.abort()
  }, [video, model])

  return { phase, aspect }
}
