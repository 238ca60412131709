import type { Frame } from '@dorsal/motion'
import type { PoseFailure } from './pose-failure.ts'
import type { FromWorker, ToWorker } from './protocol.ts'

/** The part of a `Worker` that is used here, so that a test can stand in for it. */
export type WorkerPort = {
  postMessage(message: ToWorker, transfer?: Transferable[]): void
  terminate(): void
  addEventListener(type: 'message', listener: (event: MessageEvent<FromWorker>) => void): void
  addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void
}

export type LinkEvents = {
  onReady(): void
  onFrame(frame: Frame, inferenceMs: number): void
  onLooked(looked: Looked): void
  onFailed(failure: PoseFailure, detail: string): void
}

/** What a look for a second person found and took. */
export type Looked = Omit<Extract<FromWorker, { type: 'looked' }>, 'type'>

export type WorkerLink = { send(picture: ImageBitmap, t: number, look: boolean): void; close(): void }

/** Silence after which a worker counts as dead, in milliseconds; progress of the download counts as life. */
export const PATIENCE = { start: 60_000, firstFrames: 20_000, frame: 8_000 }
const FIRST_FRAMES = 3

/** One worker with its watchdog: every order is answered in time, or `onFailed` is called once and the worker is ended. */
export function openWorker(
  port: WorkerPort,
  files: { modelUrl: string; loaderUrl: string; wasmUrl: string },
  events: LinkEvents,
): WorkerLink {
  let timer: ReturnType<typeof setTimeout> | undefined
  let open = true
  let frames = 0

  const close = (): void => {
    open = false
    clearTimeout(timer)
    port.terminate()
  }
  const fail = (failure: PoseFailure, detail: string): void => {
    if (!open) return
    close()
    events.onFailed(failure, detail)
  }
  const expect = (milliseconds: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => fail('worker-died', `no answer in ${milliseconds} ms`), milliseconds)
  }

  port.addEventListener('error', (event) => fail('worker-died', event.message))
  port.addEventListener('message', ({ data }) => {
    if (!open) return
    switch (data.type) {
      case 'progress':
        return expect(PATIENCE.start)
      case 'ready':
        clearTimeout(timer)
        return events.onReady()
      case 'frame':
        clearTimeout(timer)
        frames += 1
        return events.onFrame(data.frame, data.inferenceMs)
      case 'looked':
        return events.onLooked(data)
      case 'failed':
        return fail(data.failure, data.detail)
    }
  })
  port.postMessage({ type: 'start', ...files })
  expect(PATIENCE.start)

  return {
    send(picture, t, look) {
      port.postMessage({ type: 'picture', picture, t, look }, [picture])
      expect(frames < FIRST_FRAMES ? PATIENCE.firstFrames : PATIENCE.frame)
    },
    close,
  }
}
