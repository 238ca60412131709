/** The camera learns how somebody moves, from one guided movement, and keeps it on the device. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, openCamera, test } from './fake-camera.ts'
import { expectAccessible } from './axe.ts'
import { answerBefore, openSession, player } from './session-helpers.ts'

const OUTPUT = fileURLToPath(new URL('./output/', import.meta.url))

test.use({ viewport: { width: 1280, height: 800 }, settings: { DEMO: '1' } })

/** Small and large, light and dark, for somebody to look at. */
async function show(page: Page, name: string): Promise<void> {
  const before = page.viewportSize()
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [width, height] of [
      [360, 740],
      [1280, 800],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height })
      await page.screenshot({ path: path.join(OUTPUT, `guide-${name}-${width}-${colorScheme}.png`) })
    }
  await page.emulateMedia({ colorScheme: 'light' })
  if (before) await page.setViewportSize(before)
}

const guide = (page: Page, doing: string) => page.locator(`[data-guide="${doing}"]`)

test.describe('a person who turns', () => {
  test.use({ camera: { scene: 'rotation' } })

  test('is asked for one thing at a time, and not again the next time', async ({ page }) => {
    await openCamera(page, 'test-seated-rotation')
    await expect(page.locator('[data-help="in-view"]')).toBeVisible({ timeout: 60_000 })
    await page.getByRole('button', { name: 'Teach the camera how I move' }).click()
    await expect(guide(page, 'guiding')).toContainText('stay still')
    await show(page, 'still')
    await expectAccessible(page, 'guided calibration')
    await expect(page.locator('[data-say="turn-left"]')).toBeVisible({ timeout: 40_000 })
    await show(page, 'turn')
    await expect(guide(page, 'done')).toBeVisible({ timeout: 60_000 })
    await openCamera(page, 'test-seated-rotation')
    await expect(page.getByRole('button', { name: 'Teach the camera again' })).toBeVisible({ timeout: 60_000 })
  })
})

test('in the set-up of a session it begins by itself, can be skipped, and nothing waits for it', async ({
  page,
}) => {
  await openSession(page)
  await answerBefore(page)
  await page.locator('[data-way="camera"]').click()
  await expect(guide(page, 'guiding')).toBeVisible({ timeout: 60_000 })
  await show(page, 'set-up')
  await page.getByRole('button', { name: 'Skip this' }).click()
  await expect(guide(page, 'guiding')).toHaveCount(0)
  await page.waitForTimeout(3000)
  await expect(guide(page, 'guiding'), 'skipped is skipped').toHaveCount(0)
  await page.getByRole('button', { name: 'Start the session' }).click()
  await expect(player(page, 'ready')).toBeVisible()
})
