/** The product in a browser, with a film for a camera: what it counted and said, and the landmarks that its model read. */
import { type Browser, chromium, type Page } from '@playwright/test'
import type { Frame } from '@dorsal/motion'
import { cameraFlags } from '../../e2e/camera-source.ts'
import { play, showToCamera, stay } from '../../e2e/paced-film.ts'
import { type Product, startProduct } from '../../e2e/product-process.ts'
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.ts'
import type { RenderedSet } from './sets.ts'

/** What a person sees after the set: the count, seconds held, and each correction in the order in which it was said. */
export type Shown = { reps: number; held: number; said: string[] }
export type Seen = { shown: Shown; frames: Frame[] }
export type Model = 'lite' | 'full'

export type Watcher = {
  watch: (set: RenderedSet, pictures: readonly Buffer[], model: Model) => Promise<Seen>
  close: () => Promise<void>
}

export async function startWatcher(): Promise<Watcher> {
  const { executablePath, env } = await findChromium()
  const product = await startProduct({ DEMO: '0' })
  const browser = await chromium.launch({
    executablePath,
    args: [...CHROMIUM_FLAGS, ...(await cameraFlags({ paced: 'squat-oblique' }))],
    env: { ...process.env, ...env },
  })
  return {
    watch: (set, pictures, model) => watch({ product, browser }, set, pictures, model),
    close: async () => {
      await browser.close()
      await product.remove()
    },
  }
}

async function watch(
  { product, browser }: { product: Product; browser: Browser },
  { exercise, rate }: RenderedSet,
  pictures: readonly Buffer[],
  model: Model,
): Promise<Seen> {
  const context = await browser.newContext({ baseURL: product.url, serviceWorkers: 'block' })
  try {
    await showToCamera(context, pictures, { rate })
    await context.addInitScript(keepFrames)
    // Its page offers only what it counts and measures in full; any exercise is counted in the same way.
    await context.route(/\/content\/[^/]+(?:\/en)?\.json$/, async (route) => {
      const answer = await route.fetch()
      const content = (await answer.json()) as { cameraExercises?: unknown }
      await route.fulfill({ response: answer, json: { ...content, cameraExercises: [exercise] } })
    })
    const page = await context.newPage()
    await page.goto(`/camera?exercise=${exercise.id}&model=${model}`)
    await page.getByRole('button', { name: 'Turn the camera on' }).click({ timeout: 60_000 })
    await page.waitForFunction(hasRead, undefined, { timeout: 120_000 })
    await play(page)
    // What was done last may be told a little later.
    await stay(page, 1)
    return { shown: await shownOn(page), frames: await page.evaluate(framesRead) }
  } finally {
    await context.close()
  }
}

/** Once the page has told of the last picture. */
async function shownOn(page: Page): Promise<Shown> {
  await page.waitForTimeout(300)
  const said = page.locator('[data-said]')
  return {
    reps: Number(await page.locator('[data-count]').getAttribute('data-count')),
    held: Number(await said.getAttribute('data-held')),
    said: ((await said.getAttribute('data-said')) ?? '').split(' ').filter((id) => id !== ''),
  }
}

type WithFrames = { framesOfTheModel: Frame[] }
const framesRead = (): Frame[] => (window as unknown as WithFrames).framesOfTheModel
const hasRead = (): boolean => (window as unknown as WithFrames).framesOfTheModel.length > 0

/** Runs in the page, before the product: keeps a copy of what its worker answers. */
function keepFrames(): void {
  const kept: unknown[] = []
  const round = (points: ArrayLike<number> | null) =>
    points && Array.from(points, (value) => Math.round(value * 1e6) / 1e6)
  const Real = window.Worker
  Object.assign(window, {
    framesOfTheModel: kept,
    Worker: class extends Real {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given)
        this.addEventListener('message', ({ data }) => {
          if (data?.type !== 'frame') return
          const { frame } = data
          kept.push({ ...frame, image: round(frame.image), world: round(frame.world) })
        })
      }
    },
  })
}
