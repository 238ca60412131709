/// <reference lib="webworker" />
import { createLandmarker, type Landmarker } from './landmarker.ts'
import { loadModel, ModelMissing } from './load-model.ts'
import type { PoseFailure } from './pose-failure.ts'
import type { FromWorker, ToWorker } from './protocol.ts'
import { createSoftCanvas } from './soft-canvas.ts'

declare const self: DedicatedWorkerGlobalScope

let landmarker: Landmarker | null = null

const tell = (message: FromWorker, transfer: Transferable[] = []): void => self.postMessage(message, transfer)

const fail = (failure: PoseFailure, error: unknown): void =>
  tell({ type: 'failed', failure, detail: error instanceof Error ? error.message : String(error) })

async function start(order: Extract<ToWorker, { type: 'start' }>): Promise<void> {
  try {
    const model = await loadModel(order.modelUrl, (bytes) => tell({ type: 'progress', bytes }))
    landmarker = await createLandmarker({ ...order, model }, createSoftCanvas())
    // The first picture packs the weights; do it before the first real one.
    landmarker.read(new OffscreenCanvas(256, 256), 0)
    tell({ type: 'ready' })
  } catch (error) {
    fail(error instanceof ModelMissing ? 'model-missing' : 'wasm-failed', error)
  }
}

function read({ picture, t }: Extract<ToWorker, { type: 'picture' }>): void {
  const { width, height } = picture
  try {
    if (!landmarker) throw new Error('a picture came before the model was ready')
    const before = performance.now()
    const landmarks = landmarker.read(picture, t * 1000)
    const inferenceMs = performance.now() - before
    const buffers = [landmarks.image, landmarks.world].flatMap((part) => (part ? [part.buffer] : []))
    tell({ type: 'frame', frame: { t, width, height, ...landmarks }, inferenceMs }, buffers)
  } catch (error) {
    fail('worker-died', error)
  } finally {
    picture.close()
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'start') void start(data)
  else read(data)
})
