/** What draws the figure in space does not come, or the browser takes it away: the key poses stand there, and nothing else is touched. */
import type { Page } from '@playwright/test'
import { DRAWS } from './drawing-browser.ts'
import { LONG_FORM } from './long-form.ts'
import { expect, test } from './product.ts'
import { answerBefore, openSession, player } from './session-helpers.ts'

test.use({
  launchOptions: DRAWS,
  serviceWorkers: 'block',
  expectedErrors: [/ERR_FAILED|Failed to fetch dynamically imported module|Failed to load resource/],
})

const stage = (page: Page) => page.locator('[data-figure] [data-drawn]')
const stills = (page: Page) => page.locator('[data-figure] li svg')

/** The part of the page that draws in space never arrives. */
const blocked = (page: Page) => page.route(/\/assets\/scene-[^/]*\.js$/, (route) => route.abort())

test('the chunk of the drawing does not come: the library shows the key poses, the player the end of the movement', async ({
  page,
}) => {
  await blocked(page)
  await page.goto('/library?q=squat')
  await expect(stills(page)).toHaveCount(3)
  await expect(stills(page).first()).toBeVisible()
  await expect(page.locator('canvas')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/squat/i)
  await expect(page.getByRole('button', { name: 'Pause the figure' })).toHaveCount(0)
  await page.getByRole('button', { name: 'From another side' }).click()
  await expect(stills(page).first()).toBeVisible()

  if (!LONG_FORM) return
  await openSession(page)
  await answerBefore(page)
  await page.locator('[data-way="timer"]').click()
  await expect(player(page, 'ready')).toBeVisible()
  await expect(page.locator('[data-figure] svg')).toBeVisible()
  await expect(page.locator('canvas')).toHaveCount(0)
})

test('the context is lost in the middle: the key poses take its place', async ({ page }) => {
  await page.goto('/library?q=squat')
  await expect(stage(page)).toHaveAttribute('data-drawn', 'yes')
  await page.locator('[data-figure] canvas').evaluate((canvas) => {
    const context = (canvas as HTMLCanvasElement).getContext('webgl2')
    context?.getExtension('WEBGL_lose_context')?.loseContext()
  })
  await expect(stills(page).first()).toBeVisible()
  await expect(stills(page)).toHaveCount(3)
  await expect(page.locator('canvas')).toHaveCount(0)
})
