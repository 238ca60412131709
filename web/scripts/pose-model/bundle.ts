import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { storedZip } from './stored-zip.ts'
import { modelMetadata, withMetadata } from './tflite.ts'

export type Variant = 'lite' | 'full'
export const VARIANTS: Variant[] = ['lite', 'full']

/** The input ranges are those of the graphs that @mediapipe/pose ships: [-1, 1] for the detector, [0, 1] for the landmarks. */
const DETECTOR = { name: 'BlazePose detector', mean: 127.5, std: 127.5, outputs: ['boxes', 'scores'] }
const LANDMARKS = {
  name: 'BlazePose GHUM landmarks',
  mean: 0,
  std: 255,
  outputs: ['landmarks', 'presence', 'segmentation', 'heatmap', 'world_landmarks'],
}

const PACKED = 'pose_solution_packed_assets'

/** The detector lies inside the packed assets of the package; its loader script lists the byte range. */
export function readDetector(packageFolder: string): Buffer {
  const loader = readFileSync(join(packageFolder, `${PACKED}_loader.js`), 'utf8')
  const range = /"filename":\s*"[^"]*pose_detection\.tflite",\s*"start":\s*(\d+),\s*"end":\s*(\d+)/.exec(
    loader,
  )
  if (!range) throw new Error(`pose_detection.tflite is not listed in ${PACKED}_loader.js`)
  return readFileSync(join(packageFolder, `${PACKED}.data`)).subarray(Number(range[1]), Number(range[2]))
}

export function readLandmarkModel(packageFolder: string, variant: Variant): Buffer {
  return readFileSync(join(packageFolder, `pose_landmark_${variant}.tflite`))
}

/** One `pose_landmarker_<variant>.task`, as the pose runtime loads it. */
export function poseBundle(packageFolder: string, variant: Variant): Uint8Array {
  return storedZip([
    {
      name: 'pose_detector.tflite',
      data: withMetadata(readDetector(packageFolder), modelMetadata(DETECTOR)),
    },
    {
      name: 'pose_landmarks_detector.tflite',
      data: withMetadata(readLandmarkModel(packageFolder, variant), modelMetadata(LANDMARKS)),
    },
  ])
}
