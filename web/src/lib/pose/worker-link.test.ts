import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FromWorker, ToWorker } from './protocol.ts'
import { openWorker, PATIENCE, type WorkerPort } from './worker-link.ts'

const FILES = { modelUrl: '/m', loaderUrl: '/l', wasmUrl: '/w' }
const PICTURE = { close() {} } as unknown as ImageBitmap
const FRAME: FromWorker = {
  type: 'frame',
  frame: { t: 1, width: 640, height: 480, image: null, world: null },
  inferenceMs: 5,
}

/** A worker that says only what the test lets it say. */
class SilentWorker extends EventTarget {
  readonly heard: ToWorker[] = []
  ended = false
  postMessage(message: ToWorker): void {
    this.heard.push(message)
  }
  terminate(): void {
    this.ended = true
  }
  say(data: FromWorker): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

function open() {
  const worker = new SilentWorker()
  const events = { onReady: vi.fn(), onFrame: vi.fn(), onLooked: vi.fn(), onFailed: vi.fn() }
  const link = openWorker(worker as unknown as WorkerPort, FILES, events)
  return { worker, events, link }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the watchdog of a pose worker', () => {
  it('starts the worker with the files and tells when it is ready', () => {
    const { worker, events } = open()
    expect(worker.heard).toEqual([{ type: 'start', ...FILES }])
    worker.say({ type: 'ready' })
    expect(events.onReady).toHaveBeenCalledOnce()
    vi.advanceTimersByTime(PATIENCE.start * 10)
    expect(events.onFailed).not.toHaveBeenCalled()
  })

  it('ends a worker that never becomes ready, and takes progress for a sign of life', () => {
    const { worker, events } = open()
    vi.advanceTimersByTime(PATIENCE.start - 1)
    worker.say({ type: 'progress', bytes: 1000 })
    vi.advanceTimersByTime(PATIENCE.start - 1)
    expect(worker.ended).toBe(false)
    vi.advanceTimersByTime(1)
    expect(worker.ended).toBe(true)
    expect(events.onFailed).toHaveBeenCalledExactlyOnceWith('worker-died', expect.any(String))
  })

  it('ends a worker that does not answer a picture in time', () => {
    const { worker, events, link } = open()
    worker.say({ type: 'ready' })
    for (let i = 0; i < 3; i++) {
      link.send(PICTURE, i, false)
      worker.say(FRAME)
    }
    link.send(PICTURE, 4, true)
    vi.advanceTimersByTime(PATIENCE.frame)
    expect(events.onFailed).toHaveBeenCalledExactlyOnceWith('worker-died', expect.any(String))
    worker.say(FRAME)
    expect(events.onFrame).toHaveBeenCalledTimes(3)
  })

  it('passes on what the worker itself says has failed, once', () => {
    const { worker, events } = open()
    worker.say({ type: 'failed', failure: 'model-missing', detail: 'HTTP 404' })
    worker.dispatchEvent(Object.assign(new Event('error'), { message: 'late' }))
    expect(events.onFailed).toHaveBeenCalledExactlyOnceWith('model-missing', 'HTTP 404')
  })
})
