/** The guided session by the timer, as a person goes through it, with the page's clock to let time pass. */
import { expect, type Page } from '@playwright/test'
import { answerSet, player, runUntil } from '../session-helpers.ts'
import type { Look } from './album.ts'

/** From today's page into the first question before the start. */
export async function beginSession(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^(Start the session|Do another session)/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('chest pain')
}

/** After a set that hurt much the session waits until the pain has come down. */
async function settle(page: Page, look?: Look): Promise<void> {
  if ((await player(page, 'settle').count()) === 0) return
  await look?.('session-settle')
  const question = page.getByRole('group', { name: 'How strong is the pain now?' })
  for (let seconds = 0; seconds < 180 && (await question.count()) === 0; seconds += 10)
    await page.clock.runFor(10_000)
  await question.getByRole('radio').nth(3).click()
}

/** One session set after the other to the questions at the end; pain by the number of the set, from 1. */
export async function sets(page: Page, painOf: (set: number) => number, look?: Look): Promise<number> {
  for (let set = 1; set < 80; set += 1) {
    await runUntil(page, /^(after|settle)$/)
    await settle(page, look)
    await runUntil(page, 'after')
    if ((await player(page, 'after').count()) === 0) return set - 1
    await answerSet(page, painOf(set), 3)
    if (set === 1) await look?.('session-after-set')
    await page.locator('[data-control="next"]').click()
    if (set === 1 && (await player(page, 'rest').count()) > 0) await look?.('session-rest')
  }
  throw new Error('The session has no end')
}
