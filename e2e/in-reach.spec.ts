/** The ways out of a player are in reach at every moment without scrolling, however small or low the screen is, and so is the count. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expectNothingBeside } from './axe.ts'
import { expect, test } from './product.ts'
import { answerBefore, openSession, player, runUntil } from './session-helpers.ts'

/** A page at 400 %, a small phone, telephones on their side. */
const SIZES = [
  [320, 256],
  [360, 640],
  [640, 360],
  [844, 390],
] as const

const FOLDER = fileURLToPath(new URL('./output/player/', import.meta.url))

/** Wholly on the screen, with nothing on top of it. */
const inReach = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) =>
    all.map((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect()
      const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      const whole = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
      return whole && one.contains(there) ? 'in reach' : `${left}, ${top} to ${right}, ${bottom}`
    }),
  )

/** At each size, at the beginning of the page and at its end; the count where the page begins. */
async function expectInReach(page: Page, place: string, names: readonly string[]): Promise<void> {
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height })
    for (const end of [false, true]) {
      await page.locator(place).evaluate((one, down) => one.scrollTo(0, down ? one.scrollHeight : 0), end)
      for (const name of names)
        expect(await inReach(page, `[data-control="${name}"]`), `${name} at ${width}x${height}`).toEqual([
          'in reach',
        ])
      if (!end)
        expect(await inReach(page, `${place} svg:has(text)`), `count at ${width}x${height}`).toEqual([
          'in reach',
        ])
    }
    await expectNothingBeside(page, `${width}x${height}`)
  }
}

test('pause, pain and stop of a session and of a timer', async ({ page }) => {
  await page.clock.install()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openSession(page)
  await answerBefore(page)
  await page.locator('[data-way="timer"]').click()
  await runUntil(page, 'work')
  await page.clock.runFor(2000)
  await expectInReach(page, '[data-counts]', ['pause', 'hurts', 'stop'])
  await page.locator('[data-control="next"]').click()
  await expect(player(page, 'after')).toBeVisible()
  await page.setViewportSize({ width: 320, height: 256 })
  for (const name of ['next', 'hurts', 'stop'])
    expect(await inReach(page, `[data-control="${name}"]`), `${name} after a set`).toEqual(['in reach'])
  await page.goto('/daily?q=micro-break')
  await page.getByRole('button', { name: /^Start/ }).click()
  await page.clock.runFor(2000)
  await expectInReach(page, '[data-kind]', ['one', 'hurts', 'stop'])
})

/** The figure at 400 %: in sight with the count where the page begins, no larger than 160 px, drawn, and with its words. */
async function expectFigure(page: Page, name: string): Promise<void> {
  const stage = page.locator('[data-counts] figure [data-drawn]')
  await expect(stage).toHaveCount(1)
  for (const shown of ['[data-counts] figure [data-drawn]', '[data-counts] svg:has(text)'])
    expect(await inReach(page, shown), `${shown}, ${name}`).toEqual(['in reach'])
  const box = await stage.boundingBox()
  expect(Math.min(box?.width ?? 0, box?.height ?? 0), name).toBeGreaterThanOrEqual(60)
  expect(Math.max(box?.width ?? 999, box?.height ?? 999), name).toBeLessThanOrEqual(160)
  await expect(page.locator('[data-counts] figcaption')).not.toBeEmpty()
  const words = await page.locator('[data-counts] output').boundingBox()
  expect(
    (words?.x ?? 0) >= (box?.x ?? 0) + (box?.width ?? 0),
    `what is said beside the figure, ${name}`,
  ).toBe(true)
  for (const control of ['pause', 'hurts', 'stop'])
    expect(await inReach(page, `[data-control="${control}"]`), `${control}, ${name}`).toEqual(['in reach'])
  await expectNothingBeside(page, name)
  mkdirSync(FOLDER, { recursive: true })
  await page.screenshot({ path: path.join(FOLDER, `400-${name}.png`) })
}

for (const lang of ['en', 'es', 'pt'])
  test(`at 400 % the figure is not lost, ${lang}`, async ({ page }) => {
    await page.clock.install()
    await openSession(page)
    await answerBefore(page)
    await page.evaluate((chosen) => localStorage.setItem('dorsal-language', chosen), lang)
    await page.locator('[data-way="timer"]').click()
    await expect(player(page, 'ready')).toBeVisible()
    if (lang !== 'en') {
      // Begun again in the other language, where it was.
      await page.reload()
      await page.locator('main button').first().click()
      await page.locator('[data-control="pause"]').click()
      await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${lang}`))
    }
    await page.setViewportSize({ width: 320, height: 256 })
    await expectFigure(page, `${lang}-ready`)
    await runUntil(page, 'work')
    await page.clock.runFor(3000)
    await expectFigure(page, `${lang}-work`)
    // Who wants no movement sees the end of it as a drawing.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await expectFigure(page, `${lang}-work-calm`)
    await runUntil(page, 'after')
    await page.locator('[data-control="next"]').click()
    await expect(player(page, 'rest')).toBeVisible()
    await expectFigure(page, `${lang}-rest`)
    // From the lower end of the page the next exercise begins at its top.
    await runUntil(page, 'work')
    await page.locator('[data-counts]').evaluate((one) => one.scrollTo(0, one.scrollHeight))
    await page.locator('[data-control="skip"]').click()
    await expect(page.locator('[data-counts]')).not.toHaveAttribute('data-phase', 'work')
    await expectFigure(page, `${lang}-skipped`)
  })
