import {
  PoseLandmarker,
  type PoseLandmarkerOptions,
  type PoseLandmarkerResult,
} from '@mediapipe/tasks-vision'

/** The landmarks of one person as `Frame` wants them: flat, four numbers each. */
export type Landmarks = { image: Float32Array | null; world: Float32Array | null }

export type Landmarker = { read(picture: TexImageSource, milliseconds: number): Landmarks; close(): void }

export type LandmarkerFiles = { loaderUrl: string; wasmUrl: string; model: Uint8Array }

const CONFIDENCE = 0.5

/** Loads the network; 'VIDEO' follows one person from picture to picture, 'IMAGE' takes each by itself. The canvas must be ours: with any other the runtime looks for `document`, which a worker has not. */
export async function createLandmarker(
  { loaderUrl, wasmUrl, model }: LandmarkerFiles,
  canvas: OffscreenCanvas,
  mode: 'VIDEO' | 'IMAGE' = 'VIDEO',
): Promise<Landmarker> {
  const options: PoseLandmarkerOptions = {
    baseOptions: { modelAssetBuffer: model, delegate: 'CPU' },
    canvas,
    runningMode: mode,
    numPoses: 1,
    minPoseDetectionConfidence: CONFIDENCE,
    minPosePresenceConfidence: CONFIDENCE,
    minTrackingConfidence: CONFIDENCE,
    outputSegmentationMasks: false,
  }
  const landmarker = await PoseLandmarker.createFromOptions(
    { wasmLoaderPath: loaderUrl, wasmBinaryPath: wasmUrl },
    options,
  )
  let clock = 0
  return {
    read(picture, milliseconds) {
      if (mode === 'IMAGE') return flatten(landmarker.detect(picture))
      // The graph dies for good on a clock that does not advance.
      clock = Math.max(clock + 1, milliseconds)
      return flatten(landmarker.detectForVideo(picture, clock))
    },
    close: () => landmarker.close(),
  }
}

type Point = { x: number; y: number; z: number; visibility: number }

function flatten({ landmarks, worldLandmarks }: PoseLandmarkerResult): Landmarks {
  return { image: flattenPoints(landmarks[0]), world: flattenPoints(worldLandmarks[0]) }
}

function flattenPoints(points: Point[] | undefined): Float32Array | null {
  if (!points?.length) return null
  const flat = new Float32Array(points.length * 4)
  points.forEach((point, index) => flat.set([point.x, point.y, point.z, point.visibility], index * 4))
  return flat
}
