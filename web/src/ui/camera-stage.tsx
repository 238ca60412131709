import {
  type Calibration,
  type Frame,
  type Framing,
  type Movement,
  type SetSummary,
  startHands,
  type TrackerEvent,
  watchHands,
} from '@dorsal/motion'
import { useRef, useState } from 'react'
import type { PoseTiming } from '../lib/pose/engine.ts'
import type { PoseModel, PoseSource } from '../lib/pose/protocol.ts'
import { CameraFailed } from './camera-failed.tsx'
import { CameraPicture } from './camera-picture.tsx'
import type { StageFailure } from './camera-words.ts'
import { reachAfter, ringOf } from './range-ring.ts'
import { useCalibration } from './use-calibration.ts'
import { useSet } from './use-set.ts'

export type { PoseSource } from '../lib/pose/protocol.ts'
export type { StageFailure } from './camera-words.ts'

/** Milliseconds spent on one frame: in the pose model, from picture to answer, and in the motion tracker. */
export type StageTiming = PoseTiming & { trackerMs: number }

export type CameraStageProps = {
  /** The exercise as the tracker needs it (`exercise.movement`). Keep its identity while the exercise is the same. */
  movement: Movement
  /** True while repetitions count. False: the preview and the framing help go on, nothing is counted (ready, pause, rest). */
  running: boolean
  /** Identity of the set. A change starts a new count; a pause (running false, then true) does not. */
  set?: string | number
  /** Events of the tracker in order. Only framing, lost and found while not running. */
  onEvents: (events: TrackerEvent[]) => void
  /** The set so far: after each repetition, each second while it runs, and once when `running` ends, `set` changes or the stage goes. */
  onSummary?: (summary: SetSummary) => void
  /** Each frame while repetitions count, with its events and what was known of the person when the count began: to record the movement. */
  onWatched?: (frame: Frame, events: TrackerEvent[], known: Calibration | null) => void
  /** Camera or pose cannot go on. The stage shows the plain sentence and a "try again" itself; the caller may go on by timer. */
  onFailure: (failure: StageFailure) => void
  /** The model is ready; again with the new model if the stage changes from full to lite. */
  onReady: (source: PoseSource) => void
  /** After each frame; for benches and the technical details. */
  onTiming?: (timing: StageTiming) => void
  /** 'auto' (default) tries the full model and falls back to lite where it is too slow. */
  model?: PoseModel | 'auto'
  showSkeleton: boolean
  /** Share of the person's own range that is asked for: how much of it is reached is drawn as a ring at the moving joint. */
  target?: number | undefined
  /** Both hands were held above the head for a second. Told at any time; whether it counts is the caller's matter. */
  onRaisedHands?: (() => void) | undefined
  /**
   * Learning how the person moves before they begin: 'by-itself' where nothing is known of them yet and nothing runs (a set-up),
   * 'offered' by a button. Nothing counts meanwhile. Left out: what is known already is used all the same.
   */
  guide?: 'by-itself' | 'offered' | undefined
  /** Small, for a corner of the player. */
  compact?: boolean
}

/**
 * The camera and everything that belongs to it: the mirrored preview, the skeleton over it, one sentence of framing help
 * (said politely to screen readers), the plain message when camera or model fail. Frames go to the motion tracker inside the
 * page; the picture never leaves it. Mount it to open the camera, unmount it to close it (tracks stop at once). The count
 * outlives a failure: after "try again" the set goes on.
 */
export function CameraStage(props: CameraStageProps) {
  const [failure, setFailure] = useState<{ which: StageFailure; detail: string } | null>(null)
  // Told only when it changes: kept here, so that a camera that is opened again goes on with it.
  const [framing, setFraming] = useState<Framing | null>(null)
  const { movement, onEvents, onSummary, onTiming, onWatched } = props
  const guide = useCalibration(movement)
  const guided = props.guide !== undefined && guide.guidance.doing === 'guiding'
  const running = props.running && !guided
  const set = props.set ?? 0
  const hands = useRef(startHands())
  const reach = useRef<number | null>(null)
  const take = useSet({ movement, running, set, known: guide.known ?? null, onEvents, onSummary, onWatched })

  const onFrame = (frame: Frame, timing: PoseTiming): void => {
    const before = performance.now()
    if (guided) guide.take(frame)
    for (const event of take(frame)) {
      if (event.type === 'framing') setFraming(event.framing)
      reach.current = reachAfter(event, reach.current)
    }
    if (!running) reach.current = null
    const watched = watchHands(hands.current, frame)
    hands.current = watched.state
    if (watched.raised && !guided) props.onRaisedHands?.()
    onTiming?.({ ...timing, trackerMs: performance.now() - before })
  }
  const onFailure = (which: StageFailure, detail: string): void => {
    setFailure({ which, detail })
    props.onFailure(which)
  }
  if (failure)
    return <CameraFailed failure={failure.which} detail={failure.detail} onRetry={() => setFailure(null)} />
  return (
    <CameraPicture
      model={props.model ?? 'auto'}
      showSkeleton={props.showSkeleton}
      ring={() => ringOf(movement, reach.current, props.target)}
      running={running}
      framing={framing}
      guide={props.guide === undefined ? null : guide}
      guideByItself={props.guide === 'by-itself'}
      compact={props.compact ?? false}
      onFrame={onFrame}
      onReady={props.onReady}
      onFailure={onFailure}
    />
  )
}
