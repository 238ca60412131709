/** The long form of looking at the player: each of its moments at five sizes, light and dark, in forced colours and enlarged. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { BOTH, expectAccessible, expectLargeTargets, expectNothingBeside } from './axe.ts'
import { expect, test } from './product.ts'
import { answerBefore, answerEnd, openSession, player, runUntil } from './session-helpers.ts'
import { LONG_FORM, ONLY_LONG } from './long-form.ts'

const FOLDER = fileURLToPath(new URL('./output/player/', import.meta.url))
const SIZES = [
  [360, 640],
  [390, 844],
  [844, 390],
  [1440, 900],
  [1920, 1080],
] as const
/** A phone's page at 400 % is as narrow as this. */
const ZOOMED = { width: 320, height: 256 }

async function picture(page: Page, name: string): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  mkdirSync(FOLDER, { recursive: true })
  await page.screenshot({ path: path.join(FOLDER, `${name}-${width}x${height}.png`) })
}

async function lookAtAll(page: Page, name: string): Promise<void> {
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height })
    for (const colorScheme of BOTH) {
      await page.emulateMedia({ colorScheme })
      await picture(page, `${name}-${colorScheme}`)
    }
    await expectNothingBeside(page, name)
    await expectLargeTargets(page, name)
    if (width === 1920 || width === 360) await expectAccessible(page, name, BOTH)
  }
  await page.setViewportSize(ZOOMED)
  await expectNothingBeside(page, `${name}, enlarged`)
  await picture(page, `${name}-zoomed`)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
  await picture(page, `${name}-forced`)
  await page.emulateMedia({ forcedColors: 'none' })
}

test.skip(!LONG_FORM, ONLY_LONG)

for (const lang of ['en', 'es', 'pt'])
  test(`every moment of the player, at every size, ${lang}`, async ({ page }) => {
    await page.clock.install()
    // Colours that change slowly would be looked at half-way.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await openSession(page)
    await answerBefore(page)
    await page.evaluate((chosen) => localStorage.setItem('dorsal-language', chosen), lang)
    if (lang !== 'en') {
      // The words of the interface alone: begun again in the other language, where it was.
      await page.locator('[data-way="timer"]').click()
      await page.reload()
      await page.locator('main button').first().click()
      await page.locator('[data-control="pause"]').click()
    } else await page.locator('[data-way="timer"]').click()
    await expect(player(page, 'ready')).toBeVisible()
    await lookAtAll(page, `${lang}-ready`)
    await runUntil(page, 'work')
    await page.clock.runFor(3000)
    await lookAtAll(page, `${lang}-work`)
    if (lang === 'en') {
      await page.locator('summary').first().click()
      await lookAtAll(page, `${lang}-ways`)
      await page.locator('summary').first().click()
    }
    await page.locator('[data-control="easier"]').click()
    await runUntil(page, 'after')
    await lookAtAll(page, `${lang}-after`)
    await page.locator('[data-control="next"]').click()
    await lookAtAll(page, `${lang}-rest`)
    await page.locator('[data-control="hurts"]').click()
    await lookAtAll(page, `${lang}-hurts`)
    await page.keyboard.press('Escape')
    await page.locator('[data-control="stop"]').click()
    if (lang !== 'en') return
    await answerEnd(page)
    await expect(page.locator('[data-report="sent"]')).toBeVisible()
    await lookAtAll(page, `${lang}-summary`)
  })
