import type { Me } from '@dorsal/care'
import { LONG_FORM, ONLY_LONG } from './long-form.ts'
import { expectAccessible, expectLargeTargets, expectNothingBeside } from './axe.ts'
import { expect, test } from './product.ts'
import { meOf } from './session-helpers.ts'
import { album, DESKTOP, PHONE } from './steps/album.ts'
import { agree } from './steps/intake.ts'
import { sendSafeIntake } from './steps/reports.ts'

test.use({ viewport: PHONE, reducedMotion: 'reduce' })

test('the open pages are read without a script, in three languages, at any size, and on paper', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE })
  const page = await context.newPage()
  await page.goto(`${baseURL}/learn`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Learn about mid-back pain')
  await page.getByRole('link', { name: 'Warning signs: when to get help' }).click()
  await expect(page.getByRole('heading', { name: 'Get emergency help now' })).toBeVisible()
  await page.getByRole('link', { name: 'Español' }).click()
  await expect(page).toHaveURL(/\/es\/aprender\/senales-de-alarma$/)
  await expect(page.getByRole('heading', { name: 'Pida ayuda de emergencia ya' })).toBeVisible()
  await page.getByRole('link', { name: 'Português' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'pt')
  await context.close()
})

const OPEN = [
  '/learn/what-it-is',
  '/es/aprender/senales-de-alarma',
  '/learn/sources',
  '/learn/lessons/osteoporosis',
]

test('the open pages hold at every size and in both colours', async ({ page }) => {
  for (const address of OPEN) {
    await page.goto(address)
    const name = address.replaceAll('/', '-').slice(1)
    for (const size of [{ width: 320, height: 256 }, { width: 360, height: 640 }, DESKTOP]) {
      await page.setViewportSize(size)
      await expectNothingBeside(page, address)
      await page.screenshot({ path: `e2e/output/screens/learn/${size.width}-${name}.png` })
    }
    await page.setViewportSize(PHONE)
    await expectAccessible(page, address)
    await expectLargeTargets(page, address)
  }
})

test.describe('without a connection', () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED .*\/content\//] })

  test('a lesson is read, also without a connection, and the library says what is not for this person', async ({
    page,
    context,
  }) => {
    const look = album(page, { journey: 'learn', for: 'patient' })
    await agree(page)
    await sendSafeIntake(page, { RF60: 'yes' })
    await page.goto('/today')
    await page.getByRole('link', { name: /^Read it/ }).click()
    await expect(page.getByRole('heading', { name: 'Try this today' })).toBeVisible()
    await look('lesson')
    await page.getByText('Sources').first().click()
    await expect(page.locator('details[open] li').first()).toBeVisible()
    await page.getByRole('radio').last().click()
    await expect(page.locator('[data-check]')).toBeVisible()
    await look('lesson-answered')
    await context.setOffline(true)
    await page.getByRole('button', { name: 'I have read it' }).click()
    await expect(page.locator('[data-lesson="kept"]')).toBeVisible()
    await context.setOffline(false)
    await expect.poll(async () => (await meOf(page)).lessons.length).toBe(1)

    await page.getByRole('link', { name: 'All lessons and exercises' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible()
    await look('library')
    await page.getByRole('searchbox', { name: 'Search' }).fill('streching chest')
    await expect(page.getByRole('link', { name: /chest stretch/i }).first()).toBeVisible()
    await page.getByRole('searchbox', { name: 'Search' }).fill('zzzz')
    await expect(page.getByText('No exercise fits this.')).toBeVisible()
    await page.getByRole('button', { name: 'Show everything again' }).click()
    const forbidden = page.getByRole('listitem').filter({ hasText: 'Not for you now' }).first()
    await forbidden.getByRole('link').click()
    await expect(page.getByText('So its steps are not shown.')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'How it goes' })).toHaveCount(0)
    await look('exercise-forbidden')
    const me: Me = await meOf(page)
    const planned = me.plan?.items.find(({ exerciseId }) => exerciseId !== null)?.exerciseId ?? ''
    await page.goto(`/library?q=${planned}`)
    await expect(page.getByText('This is in your plan.')).toBeVisible()
    await look('exercise')
  })
})

test('an appointment can be asked for without the questions', async ({ page }) => {
  test.skip(!LONG_FORM, ONLY_LONG)
  await page.goto('/learn/book')
  await page.getByRole('link', { name: 'Ask for an appointment' }).click()
  // Where times can be booked they come first; whoever finds none that fits asks to be called.
  await page.getByRole('button', { name: 'None of these fits: ask to be called' }).click()
  await page.getByRole('button', { name: 'I have read this and agree' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'See somebody at the clinic' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Telephone' }).fill('+1 555 0100')
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByText('You asked for an appointment on')).toBeVisible()
})
