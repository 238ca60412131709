import type { Frame, Framing } from '@dorsal/motion'
import { type CSSProperties, useRef } from 'react'
import type { PoseTiming } from '../lib/pose/engine.ts'
import type { PoseModel, PoseSource } from '../lib/pose/protocol.ts'
import { CameraGuide } from './camera-guide.tsx'
import { CameraHelp } from './camera-help.tsx'
import styles from './camera-stage.module.css'
import type { StageFailure } from './camera-words.ts'
import { drawRing, type RangeRing } from './range-ring.ts'
import { drawSkeleton } from './skeleton-overlay.ts'
import type { Guide } from './use-calibration.ts'
import { useCamera } from './use-camera.ts'

type CameraPictureProps = {
  model: PoseModel | 'auto'
  showSkeleton: boolean
  /** Asked with each frame: the ring at the moving joint, or null where there is none to show. */
  ring?: () => RangeRing | null
  running: boolean
  compact: boolean
  framing: Framing | null
  guide: Guide | null
  guideByItself: boolean
  onFrame: (frame: Frame, timing: PoseTiming) => void
  onReady: (source: PoseSource) => void
  onFailure: (failure: StageFailure, detail: string) => void
}

/** Width in pixels of the drawing surface of the skeleton; it is stretched over the picture. */
const OVERLAY_WIDTH = 640

/** The living half of the stage: preview, skeleton and sentence, from the opening of the camera to its end. */
export function CameraPicture({
  model,
  showSkeleton,
  ring,
  running,
  compact,
  framing,
  guide,
  guideByItself,
  onFrame,
  onReady,
  onFailure,
}: CameraPictureProps) {
  const video = useRef<HTMLVideoElement>(null)
  const overlay = useRef<HTMLCanvasElement>(null)

  const show = (frame: Frame, timing: PoseTiming): void => {
    onFrame(frame, timing)
    if (!overlay.current) return
    drawSkeleton(overlay.current, showSkeleton ? frame : null)
    drawRing(overlay.current, frame, ring?.() ?? null)
  }
  const { phase, aspect } = useCamera(video, model, running, { onFrame: show, onReady, onFailure })
  const shape = { '--aspect': aspect } as CSSProperties

  return (
    <section className={styles['stage']} data-phase={phase} data-compact={compact}>
      {(guide === null || !('say' in guide.guidance) || phase !== 'seeing') && (
        <CameraHelp phase={phase} framing={framing} aloud={guide !== null} />
      )}
      {guide !== null && phase === 'seeing' && (
        <CameraGuide guide={guide} framing={framing} byItself={guideByItself} />
      )}
      <div className={styles['picture']} style={shape}>
        <video
          ref={video}
          className={styles['video']}
          muted
          playsInline
          disablePictureInPicture
          aria-hidden
        />
        <canvas
          ref={overlay}
          className={styles['skeleton']}
          width={OVERLAY_WIDTH}
          height={Math.round(OVERLAY_WIDTH / aspect)}
          aria-hidden="true"
        />
      </div>
    </section>
  )
}
