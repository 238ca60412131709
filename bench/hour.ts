/**
 * `npm run bench:hour [minutes]`: one long set of squats before the camera, in the session's player with figure, model and engine, and
 * what the browser holds in memory meanwhile, after its rubbish was collected: each minute a line, at the end the slope over the
 * last four fifths of the time. The processes of the browser are looked at as a whole (Linux only), because the model's memory
 * is no part of the page's heap.
 */
import { readFileSync } from 'node:fs'
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test'
import { cameraFlags } from '../e2e/camera-source.ts'
import { startProduct } from '../e2e/product-process.ts'
import { answerBefore, openSession, player } from '../e2e/session-helpers.ts'
import { prescribeSquats } from '../e2e/steps/prescribe.ts'
import { buildWeb } from '../scripts/build-web.ts'
import { CHROMIUM_FLAGS, findChromium } from '../scripts/chromium.ts'

const MB = 1e6
/** What a squat of the film takes, in seconds: so many are prescribed that the set outlasts the watch. */
const SQUAT = 3

const minutes = Number(process.argv[2] ?? 60)
if (!(minutes >= 1)) throw new Error('How many minutes? At least one, for example: npm run bench:hour 60')

type Reading = { heap: number; nodes: number; listeners: number; page: number; all: number; count: string }
const COLUMNS = ['heap', 'page', 'all', 'nodes', 'listeners'] as const

const built = await buildWeb()
if (!built.ok) throw new Error(built.output)
const { executablePath, env } = await findChromium()
const product = await startProduct({ DEMO: '1' })
const browser = await chromium.launch({
  executablePath,
  env: { ...process.env, ...env },
  args: [
    ...CHROMIUM_FLAGS,
    ...(await cameraFlags({ scene: 'squat-oblique' })),
    // The worker's memory is collected with the page's.
    '--js-flags=--expose-gc',
  ],
})
try {
  const context = await browser.newContext({ baseURL: product.url })
  const page = await context.newPage()
  await prescribeSquats(page, Math.ceil((minutes * 60) / SQUAT) + 100)
  await openSession(page)
  await answerBefore(page)
  await page.locator('[data-way="camera"]').click()
  await page.getByRole('button', { name: 'Start the session' }).click({ timeout: 60_000 })
  await player(page, 'work').waitFor({ timeout: 60_000 })

  const cdp = await context.newCDPSession(page)
  const readings: Reading[] = []
  const began = performance.now()
  for (let minute = 0; minute <= minutes; minute += 1) {
    await page.waitForTimeout(Math.max(0, began + minute * 60_000 - performance.now()))
    const reading = await read(page, cdp, browser)
    readings.push(reading)
    const { heap, page: own, all, nodes, listeners, count } = reading
    console.log(
      `${minute} min: heap ${heap.toFixed(1)} MB, page's process ${own.toFixed(0)} MB, all processes ${all.toFixed(0)} MB, ` +
        `${nodes} nodes, ${listeners} listeners, counted ${count}`,
    )
  }
  const last = readings.slice(Math.ceil(readings.length / 5))
  const slopes = COLUMNS.map((name) => `${name} ${(slope(last.map((r) => r[name])) * 60).toFixed(1)}`)
  console.log(`slope an hour over the last ${last.length - 1} minutes (MB, or pieces): ${slopes.join(', ')}`)
} finally {
  await browser.close()
  await product.remove()
}

async function read(page: Page, cdp: CDPSession, browser_: Browser): Promise<Reading> {
  await Promise.all(page.workers().map((worker) => worker.evaluate(collect)))
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters')
  const system = await browser_.newBrowserCDPSession()
  const { processInfo } = await system.send('SystemInfo.getProcessInfo')
  await system.detach()
  const sizes = processInfo.map(({ id, type }) => ({ type, mb: resident(id) }))
  return {
    heap: usedSize / MB,
    nodes,
    listeners: jsEventListeners,
    page: Math.max(...sizes.filter(({ type }) => type === 'renderer').map(({ mb }) => mb)),
    all: sizes.reduce((sum, { mb }) => sum + mb, 0),
    count: await counted(page),
  }
}

/** How many, and by what: on a machine that is too slow the session gives the camera up and goes on by the timer. */
async function counted(page: Page): Promise<string> {
  const count = page.locator('[data-line="count"]')
  const by = await page
    .locator('[data-counts]')
    .getAttribute('data-counts', { timeout: 5000 })
    .catch(() => 'nothing')
  return `${(await count.count()) > 0 ? await count.textContent() : 'none'} by ${by}`
}

/** Runs in the worker. */
function collect(): void {
  ;(globalThis as unknown as { gc?: () => void }).gc?.()
}

/** What a process has to itself, in MB. */
function resident(pid: number): number {
  const said = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  const kb = [...said.matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB/gm)].reduce(
    (sum, [, n]) => sum + Number(n),
    0,
  )
  return (kb * 1024) / MB
}

/** Of the line through the values, one a minute. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const spread = values.reduce((sum, _, i) => sum + (i - middle) ** 2, 0)
  return spread === 0 ? 0 : values.reduce((sum, value, i) => sum + (i - middle) * (value - mean), 0) / spread
}
