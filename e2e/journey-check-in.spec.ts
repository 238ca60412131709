import type { Page } from '@playwright/test'
import { expect, test } from './product.ts'
import { meOf } from './session-helpers.ts'
import { album, PHONE } from './steps/album.ts'
import { recordOf } from './steps/clinician.ts'
import { fiveWeeksOn } from './steps/course.ts'
import { agree } from './steps/intake.ts'
import { sendSafeIntake } from './steps/reports.ts'

test.use({ viewport: PHONE, reducedMotion: 'reduce' })

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const placeIn = (page: Page) => page.locator('progress').evaluate((bar) => (bar as HTMLProgressElement).value)

/** Leaves the question that is open by its button and waits for the next one. */
async function leave(page: Page, name: 'Next' | 'Skip'): Promise<void> {
  const before = page.url()
  await page.getByRole('button', { name, exact: true }).click()
  await expect.poll(() => page.url() !== before || page.locator('progress').isHidden()).toBeTruthy()
}

/** Skips until a question is open. */
async function skipTo(page: Page, words: RegExp): Promise<void> {
  for (let step = 0; step < 30; step += 1) {
    if (words.test((await heading(page).textContent()) ?? '')) return
    await leave(page, 'Skip')
  }
  throw new Error(`No question ${String(words)}`)
}

test('what is due: answered one at a time, kept over a reload, thanked for in plain words, seen as progress', async ({
  page,
  product,
}) => {
  const look = album(page, { journey: 'check-in', for: 'patient' })
  await agree(page)
  await sendSafeIntake(page)
  await page.goto('/today')
  await expect(page.getByRole('heading', { name: 'A few questions' })).toBeVisible()
  await look('today')
  await page.getByRole('link', { name: 'Answer them' }).click()
  await expect(page.getByRole('button', { name: 'Skip', exact: true })).toBeVisible()
  await look('first')
  await skipTo(page, /pain on average/)
  await page.getByRole('radio', { name: '5', exact: true }).check()
  await look('scale')
  await leave(page, 'Next')
  await page.reload()
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page.getByRole('radio', { name: '5', exact: true })).toBeChecked()
  await leave(page, 'Next')
  for (const value of ['6', '4']) {
    await page.getByRole('radio', { name: value, exact: true }).check()
    await leave(page, 'Next')
  }
  await skipTo(page, /Little interest/)
  for (const _ of [1, 2]) {
    await page.getByRole('radio', { name: 'More than half the days' }).check()
    await leave(page, 'Next')
  }
  await expect(heading(page)).toContainText('thoughts of ending your life')
  await page.getByRole('radio', { name: 'No', exact: true }).check()
  await leave(page, 'Next')
  await skipTo(page, /Thank you/)
  await expect(page.getByRole('heading', { name: 'It has been heavy lately' })).toBeVisible()
  await expect(page.getByText('5 of 10')).toBeVisible()
  await look('thanks')

  const { patientId, due } = await meOf(page)
  expect(due).toEqual([])
  const { tasks } = await recordOf(product, patientId)
  expect(JSON.stringify(tasks)).toContain('Mood (PHQ-2)')

  await page.getByRole('link', { name: 'See my progress' }).click()
  await expect(heading(page)).toHaveText('Your progress')
  await expect(page.getByText('No range was measured yet.')).toBeVisible()
  await look('progress-begun')
  await page.getByRole('link', { name: 'Back to today' }).click()
  await expect(page.getByRole('heading', { name: 'A few questions' })).toBeHidden()
})

test('five weeks on: every chart with its error, its table and what usually happens; the questions of the week', async ({
  page,
}) => {
  const look = album(page, { journey: 'course', for: 'patient' })
  await agree(page)
  await sendSafeIntake(page)
  await fiveWeeksOn(page)
  await page.goto('/progress')
  await expect(heading(page)).toHaveText('Your progress')
  await expect(page.getByRole('img', { name: /Pain/ }).first()).toBeVisible()
  await expect(page.getByText('It is not a promise.')).toBeVisible()
  await look('progress')
  const tables = page.getByText('The same as a table')
  for (const table of await tables.all()) await table.click()
  await expect(page.getByRole('cell', { name: '42 ± 6' }).first()).toBeVisible()
  await look('progress-tables')

  await page.goto('/check-in')
  await expect(heading(page)).toHaveText('Do you have any of these now?')
  await look('warnings')
  await page.getByRole('checkbox', { name: 'None of these' }).check()
  await leave(page, 'Next')
  await page.getByRole('radio', { name: 'Yes, mild' }).check()
  await leave(page, 'Next')
  await page.getByRole('checkbox', { name: 'Dizziness' }).check()
  await look('event')
  await leave(page, 'Next')
  await page.getByRole('textbox').fill('A bit dizzy when I got up')
  await look('words')
  await leave(page, 'Next')
  if (await page.getByText('Because of what you wrote').isVisible()) {
    await look('asked')
    while (await page.getByRole('button', { name: 'No', exact: true }).isVisible())
      await page.getByRole('button', { name: 'No', exact: true }).click()
  }
  await skipTo(page, /usual upper or mid-back pain/)
  expect(await placeIn(page)).toBeGreaterThan(1)
  await page.getByRole('radio', { name: '3', exact: true }).check()
  await leave(page, 'Next')
  await skipTo(page, /Thank you/)
  await expect(page.getByText('Before: 3.')).toBeVisible()
  await expect(page.getByText('less of a difference than you can tell from chance')).toBeVisible()
  await look('thanks')
})

test.describe('without a connection', () => {
  // No worker answers here, so that what comes late to a page does not come at all.
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/], serviceWorkers: 'block' })

  test('a warning sign among the questions shows its card at once', async ({ page, context }) => {
    await agree(page)
    await sendSafeIntake(page)
    await fiveWeeksOn(page)
    const LATE = /\/start-[\w-]{8}\.js$/
    await page.route(LATE, (route) => route.abort('internetdisconnected'))
    const late = page.waitForEvent('requestfailed', (request) => LATE.test(request.url()))
    await page.goto('/check-in')
    await expect(heading(page)).toHaveText('Do you have any of these now?')
    await Promise.all([late, context.setOffline(true)])
    await page.getByRole('checkbox', { name: /legs become weak/ }).check()
    await page.getByRole('button', { name: 'Next', exact: true }).click()
    await expect(heading(page)).toHaveText('Stop. Get help now.')
  })
})
