/**
 * A browser whose camera is a film: a person who was recorded where the recordings are at hand (DORSAL_RECORDINGS), else our
 * mannequin. The product's own page, worker and model see it as they see a real camera.
 */
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test'
import { film } from '../bench/mannequin/render.ts'
import { CHROMIUM_FLAGS } from '../scripts/chromium.ts'
import { type CameraSource, cameraFlags, isPaced } from './camera-source.ts'
import { putBeforeCamera, stay } from './paced-film.ts'
import { test as base, letGo, unexpected, watch } from './product.ts'

/** One thing that left the page. */
export type Sent = { method: string; url: string; bytes: number }

/** Everything that left the pages of one test, and the address that alone may be spoken to. */
export type Traffic = { home: string; sent: Sent[] }

type CameraFixtures = { camera: CameraSource; traffic: Traffic }

export const test = base.extend<CameraFixtures>({
  camera: [{ scene: 'squat-oblique' }, { option: true }],
  traffic: async ({ product }, use) => use({ home: product.url, sent: [] }),
  context: async ({ camera, traffic, product, problems, viewport }, use) => {
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM_PATH'] ?? '',
      args: [...CHROMIUM_FLAGS, ...(await cameraFlags(camera))],
    })
    try {
      const context = await browser.newContext({ baseURL: product.url, viewport, locale: 'en-US' })
      await watch(context, problems)
      recordTraffic(context, traffic.sent)
      if (isPaced(camera)) {
        const { paced, mirrored = false } = camera
        await putBeforeCamera(context, typeof paced === 'string' ? await film(paced) : paced.file, mirrored)
      }
      await use(context)
      await letGo(context)
    } finally {
      await browser.close()
    }
    expect(unexpected(problems), 'nothing may go wrong unseen on the page').toEqual([])
  },
  page: async ({ page }, use) => {
    // These sessions run by the clock of the machine. One that stood still for seconds is taken for a page that slept, which pauses.
    const slept = page.locator('[data-paused="away"]')
    await page.addLocatorHandler(slept, () => page.locator('[data-control="pause"]').click())
    await use(page)
  },
})

export { expect } from '@playwright/test'

/** Everything that leaves any page of the context: requests with the size of their bodies, and sockets. */
function recordTraffic(context: BrowserContext, sent: Sent[]): void {
  context.on('request', (request) => {
    sent.push({ method: request.method(), url: request.url(), bytes: request.postDataBuffer()?.length ?? 0 })
  })
  context.on('page', (page) => {
    page.on('websocket', (socket) => sent.push({ method: 'SOCKET', url: socket.url(), bytes: Infinity }))
  })
}

/** Opens the camera page with an exercise and turns the camera on. */
export async function openCamera(page: Page, exercise: string, model: 'auto' | 'lite' | 'full' = 'lite') {
  await page.goto(`/camera?exercise=${exercise}${model === 'auto' ? '' : `&model=${model}`}`)
  await page.getByRole('button', { name: 'Turn the camera on' }).click()
}

/** The count that the person sees. */
export async function countOf(page: Page): Promise<number> {
  return Number(await page.locator('[data-count]').getAttribute('data-count'))
}

/** Waits until the count is at least `least`. */
export async function countReaches(page: Page, least: number, timeout = 90_000): Promise<void> {
  await expect.poll(() => countOf(page), { timeout, intervals: [100] }).toBeGreaterThanOrEqual(least)
}

/** What the page shows at one moment: the count, the id of the framing help, and how many pictures the camera has given. */
export type Moment = { count: number; help: string; pictures: number }

/**
 * Watches the page from within, twenty times a second, until it has shown `help` (if given) and after that `pictures` more
 * pictures; gives back all that it saw. From within, because on a busy machine a question from outside may come seconds late.
 */
export async function watchPage(page: Page, until: { help?: string; pictures: number }): Promise<Moment[]> {
  return page.evaluate(
    ({ help, pictures }) =>
      new Promise<Moment[]>((done) => {
        const seen: Moment[] = []
        let reached = help === undefined ? 0 : Infinity
        const timer = setInterval(() => {
          const video = document.querySelector('video')
          if (!video) return
          const now: Moment = {
            count: Number(document.querySelector('[data-count]')?.getAttribute('data-count') ?? 0),
            help: document.querySelector('[data-help]')?.getAttribute('data-help') ?? '',
            pictures: video.getVideoPlaybackQuality().totalVideoFrames,
          }
          seen.push(now)
          const first = seen[0]?.pictures ?? 0
          if (reached === Infinity && now.help === help) reached = now.pictures - first
          if (now.pictures - first < reached + pictures) return
          clearInterval(timer)
          done(seen)
        }, 50)
      }),
    until,
  )
}

/** The fake camera shows this many pictures of the film a second, fewer on a busy machine. */
export const FILM_RATE = 30

/** Once a paced film stands still: the count after the time in which the last repetition may still be told. */
export async function finalCount(page: Page): Promise<number> {
  await stay(page, 2)
  return countOf(page)
}
