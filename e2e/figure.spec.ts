/** The figure on the pages: it moves where it can, shows its key poses where it cannot or may not, and gives everything back. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { LONG_FORM, ONLY_LONG } from './long-form.ts'
import { expectAccessible, expectNothingBeside } from './axe.ts'
import { DRAWS } from './drawing-browser.ts'
import { expect, test } from './product.ts'
import { answerBefore, openSession, player, runUntil } from './session-helpers.ts'

const SCREENS = fileURLToPath(new URL('./output/screens/figure/', import.meta.url))
const SIZES = { phone: [360, 640], desktop: [1440, 900], landscape: [844, 390] } as const

async function pictures(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENS, { recursive: true })
  for (const [size, [width, height]] of Object.entries(SIZES)) {
    await page.setViewportSize({ width, height })
    await page.waitForTimeout(400)
    await page.screenshot({ path: path.join(SCREENS, `${name}-${size}.png`) })
  }
}

test.use({ launchOptions: DRAWS })

/** A browser that cannot draw in space. */
async function flat(page: Page): Promise<void> {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null
  })
}

const stage = (page: Page) => page.locator('[data-figure] [data-drawn]')

test.describe('drawn in space', () => {
  test('moves, stops when asked to, is seen from another side, and is gone with its page', async ({
    page,
  }) => {
    await page.goto('/library?q=squat')
    await expect(stage(page)).toHaveAttribute('data-drawn', 'yes')
    await expect(page.locator('canvas')).toHaveCount(1)
    const picture = () => page.locator('[data-figure] canvas').screenshot()
    const first = await picture()
    await expect.poll(async () => (await picture()).equals(first)).toBe(false)
    await page.getByRole('button', { name: 'Pause the figure' }).click()
    await page.waitForTimeout(300)
    const held = await picture()
    await page.waitForTimeout(600)
    expect((await picture()).equals(held)).toBe(true)
    await page.getByRole('button', { name: 'From another side' }).click()
    await expect(stage(page)).toHaveAttribute('data-view', 'front')
    await pictures(page, 'library-moving')
    await expectNothingBeside(page, 'library')
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('[data-figure] li')).toHaveCount(3)
    await expect(page.locator('[data-figure] li').first()).toBeVisible()
    await expect(page.locator('canvas')).toBeHidden()
    await page.emulateMedia({ media: 'screen', reducedMotion: 'reduce' })
    await expect(page.locator('canvas')).toHaveCount(0)
    await expect(page.locator('[data-figure] li').first()).toBeVisible()
    await page.emulateMedia({ reducedMotion: 'no-preference', colorScheme: 'dark' })
    await expect(stage(page)).toHaveAttribute('data-drawn', 'yes')
    await pictures(page, 'library-dark')
    await page.getByRole('link', { name: 'All lessons and exercises' }).click()
    await expect(page.locator('canvas')).toHaveCount(0)
  })

  test('stands beside the ring of a session without a camera', async ({ page }) => {
    test.skip(!LONG_FORM, ONLY_LONG)
    await openSession(page)
    await answerBefore(page)
    await page.locator('[data-way="timer"]').click()
    await expect(player(page, 'ready')).toBeVisible()
    await expect(stage(page)).toHaveAttribute('data-drawn', 'yes')
    await pictures(page, 'session-ready')
    await expectNothingBeside(page, 'session')
  })
})

test('without drawing in space the key poses stand side by side, and are read out', async ({ page }) => {
  await flat(page)
  await page.goto('/library?q=squat')
  await expect(page.locator('[data-figure] li')).toHaveCount(3)
  await expect(page.locator('[data-figure] li svg').first()).toBeVisible()
  await expect(page.locator('[data-figure] figcaption')).toContainText('shown by a drawn figure')
  await expect(page.locator('canvas')).toHaveCount(0)
  await pictures(page, 'library-still')
  await expectAccessible(page, 'library')
})

test('without drawing in space a session shows the end of the movement', async ({ page }) => {
  test.skip(!LONG_FORM, ONLY_LONG)
  await flat(page)
  await page.clock.install()
  await openSession(page)
  await answerBefore(page)
  await page.locator('[data-way="timer"]').click()
  await runUntil(page, 'work')
  await expect(page.locator('[data-figure] svg')).toBeVisible()
  await expectAccessible(page, 'session with a figure')
})
