/// <reference lib="webworker" />
import { createLandmarker, type Landmarker, type LandmarkerFiles } from './landmarker.ts'
import { brightnessOf } from './light.ts'
import { loadModel, ModelMissing } from './load-model.ts'
import { createLooker, type Looker } from './looker.ts'
import type { PoseFailure } from './pose-failure.ts'
import type { FromWorker, ToWorker } from './protocol.ts'
import { createSoftCanvas } from './soft-canvas.ts'
import type { Picture } from './soft-gl.ts'

declare const self: DedicatedWorkerGlobalScope

let landmarker: Landmarker | null = null
let files: LandmarkerFiles | null = null
let looker: Promise<Looker> | null = null
/** Pixels of the picture that is being read; they never leave this worker. */
let pixels: Picture | null = null

const tell = (message: FromWorker, transfer: Transferable[] = []): void => self.postMessage(message, transfer)

const fail = (failure: PoseFailure, error: unknown): void =>
  tell({ type: 'failed', failure, detail: error instanceof Error ? error.message : String(error) })

async function start(order: Extract<ToWorker, { type: 'start' }>): Promise<void> {
  try {
    const model = await loadModel(order.modelUrl, (bytes) => tell({ type: 'progress', bytes }))
    files = { ...order, model }
    landmarker = await createLandmarker(
      files,
      createSoftCanvas((picture) => {
        pixels = picture
      }),
    )
    // The first picture packs the weights; do it before the first real one.
    landmarker.read(new OffscreenCanvas(256, 256), 0)
    tell({ type: 'ready' })
  } catch (error) {
    fail(error instanceof ModelMissing ? 'model-missing' : 'wasm-failed', error)
  }
}

function read({ picture, t, look }: Extract<ToWorker, { type: 'picture' }>): void {
  const { width, height } = picture
  try {
    if (!landmarker) throw new Error('a picture came before the model was ready')
    const before = performance.now()
    const landmarks = landmarker.read(picture, t * 1000)
    const inferenceMs = performance.now() - before
    const known = landmarks.image?.slice() ?? null
    const light = pixels ? brightnessOf(pixels) : undefined
    const buffers = [landmarks.image, landmarks.world].flatMap((part) => (part ? [part.buffer] : []))
    const frame = { t, width, height, ...landmarks, ...(light === undefined ? {} : { light }) }
    tell({ type: 'frame', frame, inferenceMs }, buffers)
    if (look && pixels) void lookRound(pixels, known)
  } catch (error) {
    fail('worker-died', error)
  } finally {
    picture.close()
  }
}

/** Made at the first look, not at the start: the person is seen sooner. A device that cannot goes on without. */
async function lookRound(picture: Picture, known: Float32Array | null): Promise<void> {
  try {
    if (!files) return
    const first = looker === null
    looker ??= createLooker(files)
    const eyes = await looker
    // The first one packs the weights: its time says nothing of the next.
    if (first) eyes.look(picture, known)
    const before = performance.now()
    const other = eyes.look(picture, known)
    const lookMs = performance.now() - before
    tell({ type: 'looked', other, lookMs, possible: true })
  } catch (error) {
    tell({ type: 'looked', other: null, lookMs: 0, possible: false, detail: String(error) })
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'start') void start(data)
  else read(data)
})
