/**
 * `npm run bench:camera [seconds]`: how long one camera frame takes in the browser, on the product's own camera page, pose model
 * and motion engine, lite and full side by side, each with and without the looks for a second person; how long it is until the
 * screen tells of a picture, and how smoothly the interface moves meanwhile; and how much script the first page loads at once. Milliseconds depend on the machine and on what else runs; the ratios much less.
 */
import path from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { cameraFlags } from '../e2e/camera-source.ts'
import { startProduct } from '../e2e/product-process.ts'
import { buildWeb } from '../scripts/build-web.ts'
import { checkBuild, FIRST_PAGE_LIMIT } from '../scripts/check-build.ts'
import { CHROMIUM_FLAGS, findChromium } from '../scripts/chromium.ts'
import { ROOT } from '../scripts/command.ts'
import { type Pace, paceOf, startPace, watchPace } from './pace.ts'

type Model = 'lite' | 'full'
type Reading = {
  model: Model
  looks: boolean
  perSecond: number
  poseMs: number
  roundTripMs: number
  trackerMs: number
  pace: Pace
}

const seconds = Number(process.argv[2] ?? 20)

/** What the page's technical details say after the given time: medians of the last 120 frames. */
async function measure(page: Page, model: Model, looks: boolean): Promise<Reading> {
  if (!looks) await page.addInitScript(withoutLooks)
  await watchPace(page)
  await page.goto(`/camera?exercise=squat&model=${model}`)
  await page.getByRole('button', { name: 'Turn the camera on' }).click()
  const details = page.locator('details[data-frames]')
  await details.waitFor({ state: 'attached', timeout: 60_000 })
  const before = Number(await details.getAttribute('data-frames'))
  await startPace(page)
  await page.waitForTimeout(seconds * 1000)
  const number = async (name: string) => Number(await details.getAttribute(`data-${name}`))
  return {
    model,
    looks,
    perSecond: ((await number('frames')) - before) / seconds,
    poseMs: await number('pose-ms'),
    roundTripMs: await number('round-trip-ms'),
    trackerMs: await number('tracker-ms'),
    pace: await paceOf(page),
  }
}

/** Runs in the page: no picture asks the worker to look for a second person after it. */
function withoutLooks(): void {
  window.Worker = class extends Worker {
    override postMessage(message: unknown, given?: Transferable[] | StructuredSerializeOptions): void {
      if (typeof message === 'object' && message !== null && 'look' in message) message.look = false
      super.postMessage(message, Array.isArray(given) ? { transfer: given } : given)
    }
  }
}

const built = await buildWeb()
if (!built.ok) throw new Error(built.output)
const first = checkBuild(path.join(ROOT, 'web/dist'), {}).pages.find(({ page }) => page === 'index.html')
console.log(
  `first page: ${((first?.bytes ?? 0) / 1000).toFixed(1)} kB gzip of script at once, in ${first?.files ?? 0} files ` +
    `(limit ${FIRST_PAGE_LIMIT / 1000} kB)`,
)

const { executablePath, env } = await findChromium()
const product = await startProduct({ DEMO: '0' })
const browser = await chromium.launch({
  executablePath,
  env: { ...process.env, ...env },
  args: [...CHROMIUM_FLAGS, ...(await cameraFlags({ scene: 'squat-oblique' }))],
})
try {
  const readings: Reading[] = []
  for (const model of ['lite', 'full'] as const)
    for (const looks of [true, false]) {
      const context = await browser.newContext({ baseURL: product.url })
      readings.push(await measure(await context.newPage(), model, looks))
      await context.close()
    }
  for (const reading of readings)
    console.log(
      `${reading.model}, ${reading.looks ? 'with' : 'without'} looks: pose ${reading.poseMs.toFixed(1)} ms/frame, round trip ${reading.roundTripMs.toFixed(1)} ms, ` +
        `engine ${reading.trackerMs.toFixed(2)} ms/frame, ${reading.perSecond.toFixed(1)} frames/s`,
    )
  for (const { model, looks, pace } of readings)
    console.log(
      `${model}, ${looks ? 'with' : 'without'} looks: from the picture to the screen that tells of it ${pace.cueMs.median.toFixed(0)} ms, ` +
        `95 of 100 within ${pace.cueMs.p95.toFixed(0)} ms (to reach 300; ${pace.pictures} pictures); interface ${pace.fps.toFixed(1)} frames/s, ` +
        `slowest second ${pace.slowestFps} (to reach 24)`,
    )
  const [lite, liteAlone, full, fullAlone] = readings
  if (lite && full)
    console.log(
      `full / lite: pose ${(full.poseMs / lite.poseMs).toFixed(2)}, frames/s ${(full.perSecond / lite.perSecond).toFixed(2)}; ` +
        `engine / pose: lite ${(lite.trackerMs / lite.poseMs).toFixed(4)}, full ${(full.trackerMs / full.poseMs).toFixed(4)}`,
    )
  if (lite && liteAlone && full && fullAlone)
    console.log(
      `with / without looks, frames/s: lite ${(lite.perSecond / liteAlone.perSecond).toFixed(2)}, ` +
        `full ${(full.perSecond / fullAlone.perSecond).toFixed(2)}`,
    )
} finally {
  await browser.close()
  await product.remove()
}
