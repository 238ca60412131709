import type { Frame } from '@dorsal/motion'
import type { PoseFailure } from './pose-failure.ts'

export type PoseModel = 'lite' | 'full'

/** What made the numbers: stored with each result. */
export type PoseSource = { model: PoseModel; delegate: 'CPU'; runtime: string }

export const RUNTIME = '@mediapipe/tasks-vision 0.10.35'

export type ToWorker =
  | { type: 'start'; modelUrl: string; loaderUrl: string; wasmUrl: string }
  /** `look`: after this picture has been answered, look for a second person in it. */
  | { type: 'picture'; picture: ImageBitmap; t: number; look: boolean }

export type FromWorker =
  | { type: 'progress'; bytes: number }
  | { type: 'ready' }
  | { type: 'frame'; frame: Frame; inferenceMs: number }
  /** What a look took, and the landmarks of somebody else; `possible` false where this device cannot look. */
  | { type: 'looked'; other: Float32Array | null; lookMs: number; possible: boolean; detail?: string }
  | { type: 'failed'; failure: PoseFailure; detail: string }
