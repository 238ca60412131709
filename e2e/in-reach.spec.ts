/** The ways out of a player are in reach at every moment without scrolling, however small or low the screen is, and so is the count. */
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
