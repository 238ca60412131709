/** How quickly the page tells what the camera saw, and how smoothly it moves meanwhile: watched from within the page. */
import type { Page } from '@playwright/test'

/**
 * `cueMs`: milliseconds from the taking of a picture to the screen that shows what came of it, the 50th and 95th of a hundred;
 * `fps`: pictures of the interface a second; `slowestFps`: in the slowest second.
 */
export type Pace = {
  pictures: number
  cueMs: { median: number; p95: number }
  fps: number
  slowestFps: number
}

type Watched = { pace: { cues: number[]; frames: number[] } }

/** Before the page is opened. */
export async function watchPace(page: Page): Promise<void> {
  await page.addInitScript(watch)
}

/** Forgets what was watched until now: loading is another matter. */
export const startPace = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { pace } = window as unknown as Watched
    pace.cues.length = 0
    pace.frames.length = 0
  })

export async function paceOf(page: Page): Promise<Pace> {
  const { cues, frames } = await page.evaluate(() => (window as unknown as Watched).pace)
  const sorted = cues.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  const first = frames[0] ?? 0
  const seconds = ((frames.at(-1) ?? 0) - first) / 1000
  const each = Array<number>(Math.max(1, Math.floor(seconds))).fill(0)
  for (const t of frames) {
    const second = Math.floor((t - first) / 1000)
    if (second < each.length) each[second] = (each[second] ?? 0) + 1
  }
  return {
    pictures: cues.length,
    cueMs: { median: at(0.5), p95: at(0.95) },
    fps: seconds > 0 ? frames.length / seconds : 0,
    slowestFps: Math.min(...each),
  }
}

/** Runs in the page, before the product. One picture is in flight at a time, so the last that was taken is the one that is answered. */
function watch(): void {
  const pace = { cues: [] as number[], frames: [] as number[] }
  let taken = Number.NaN
  const take = window.createImageBitmap.bind(window) as (...all: unknown[]) => Promise<ImageBitmap>
  const Real = window.Worker
  const drawn = (t: number): void => {
    pace.frames.push(t)
    requestAnimationFrame(drawn)
  }
  requestAnimationFrame(drawn)
  Object.assign(window, {
    pace,
    createImageBitmap(from: unknown, ...rest: unknown[]) {
      if (from instanceof HTMLVideoElement) taken = performance.now()
      return take(from, ...rest)
    },
    Worker: class extends Real {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given)
        this.addEventListener('message', ({ data }) => {
          if (data?.type !== 'frame') return
          const since = taken
          // The product hears of it in the same turn; the next frame paints it, and the message after that comes when it is painted.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.addEventListener('message', () => pace.cues.push(performance.now() - since))
            port1.start()
            port2.postMessage(null)
          })
        })
      }
    },
  })
}
