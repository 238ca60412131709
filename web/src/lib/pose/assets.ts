/** Hashed and emitted by the build; nothing comes from another host. */
import loaderUrl from '@mediapipe/tasks-vision/vision_wasm_module_internal.js?url'
import wasmUrl from '@mediapipe/tasks-vision/vision_wasm_module_internal.wasm?url'
import fullUrl from './models/pose_landmarker_full.task?url'
import liteUrl from './models/pose_landmarker_lite.task?url'
import type { PoseModel } from './protocol.ts'

const absolute = (url: string): string => new URL(url, location.href).href

const MODEL_URL: Record<PoseModel, string> = { lite: liteUrl, full: fullUrl }

export const poseFiles = (model: PoseModel) => ({
  modelUrl: absolute(MODEL_URL[model]),
  loaderUrl: absolute(loaderUrl),
  wasmUrl: absolute(wasmUrl),
})
