import type { Page } from '@playwright/test'
import { LONG_FORM, ONLY_LONG } from '../long-form.ts'
import { meOf } from '../session-helpers.ts'
import { agree } from '../steps/intake.ts'
import { sendSafeIntake } from '../steps/reports.ts'
import { CUT, expect, madeReady, storedIn, test } from './proxied.ts'

test.use({ expectedErrors: [CUT] })

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

test('timers of daily life in flight mode: kept sealed, sent once there is a connection, a danger sign holds at once', async ({
  page,
  network,
}) => {
  test.skip(!LONG_FORM, ONLY_LONG)
  await page.clock.install()
  await agree(page)
  await sendSafeIntake(page)
  await page.goto('/today')
  await madeReady(page)
  network.cut = true
  await page.goto('/daily?q=walk')
  await page.getByRole('button', { name: /^Start/ }).click()
  await page.clock.fastForward(90_000)
  const running = await storedIn(page)
  await page.reload()
  await page.clock.fastForward(700_000)
  await expect(heading(page)).toHaveText('Done')
  await page.getByRole('button', { name: 'A bit better' }).click()
  await expect(page.getByText('1 walk (10 minutes)')).toBeVisible()
  await expect(page.locator('[data-kept]')).toContainText('A timer of daily life')
  for (const { databases, small } of [running, await storedIn(page)])
    for (const word of ['timerId', 'feel', 'Easy walking', 'planItemIds'])
      expect(JSON.stringify([databases, small]), word).not.toContain(word)

  await page.getByRole('link', { name: /^Slow breathing/ }).click()
  await page.getByRole('button', { name: /^Start/ }).click()
  await page.keyboard.press('h')
  await page.getByRole('button', { name: /^Chest pain/ }).click()
  await expect(heading(page)).toHaveText('Stop here. Get help now.')
  await page.goto('/today')
  await expect(page).toHaveURL(/\/result$/)

  network.cut = false
  await page.clock.runFor(400_000)
  await expect.poll(async () => (await meOf(page)).daily.done.length).toBe(2)
  const { daily, next } = await meOf(page)
  expect(next).toBe('escalate')
  expect(daily.done.map(({ kind, stop }) => [kind, stop])).toEqual([
    ['walk', null],
    ['breathing', { rule: 'SS01' }],
  ])
})
