import type { Movement, SetSummary, TrackerEvent } from '@dorsal/motion'
import type { CameraFailure } from '../lib/camera/camera-failure.ts'
import type { PoseFailure } from '../lib/pose/pose-failure.ts'

export type StageFailure = CameraFailure | PoseFailure

/** What made the numbers: stored with each result. */
export type PoseSource = { model: 'lite' | 'full'; delegate: 'CPU'; runtime: string }

export type CameraStageProps = {
  /** The exercise as the tracker needs it (`exercise.movement`). */
  movement: Movement
  /** True while repetitions count. False: the preview and the framing help go on, nothing is counted (ready, pause, rest). */
  running: boolean
  /** Identity of the set. A change starts a new count; a pause (running false, then true) does not. */
  set?: string | number
  /** Share of the person's own range that a repetition should reach, 0..1. */
  targetShare?: number
  /** Events of the tracker in order. Only framing, lost and found while not running. */
  onEvents: (events: TrackerEvent[]) => void
  /** The set so far: after each repetition, and once when `running` ends or `set` changes. */
  onSummary?: (summary: SetSummary) => void
  /** Camera or pose cannot go on. The stage shows the plain sentence and a "try again" itself; the caller may go on by timer. */
  onFailure: (failure: StageFailure) => void
  /** The first frame was read; again with the new model if the stage changes from full to lite. */
  onReady: (source: PoseSource) => void
  showSkeleton: boolean
  /** Small, for a corner of the player: no range line, shorter sentences stay. */
  compact?: boolean
}

/**
 * The camera and everything that belongs to it: the mirrored preview, the skeleton over it, one sentence of framing help
 * (said politely to screen readers), the plain message when camera or model fail. Frames go to the motion tracker inside the
 * page; the picture never leaves it. Mount it to open the camera, unmount it to close it (tracks stop at once).
 */
export function CameraStage(props: CameraStageProps) {
  return <div data-running={props.running} />
}
