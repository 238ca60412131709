import type { Page } from '@playwright/test'
import { LONG_FORM, ONLY_LONG } from './long-form.ts'
import { expect, test } from './product.ts'
import { meOf } from './session-helpers.ts'
import { album, PHONE } from './steps/album.ts'
import { clinicianApi } from './steps/clinician.ts'
import { agree, answerScreen, checkBySelf, next, SAFE, screenOf, walkIntake } from './steps/intake.ts'
import { sendSafeIntake } from './steps/reports.ts'

test.use({ viewport: PHONE, reducedMotion: 'reduce' })

const back = (page: Page) => page.getByRole('button', { name: 'Back', exact: true })

test('a reload, a closed tab and Back lose no answer', async ({ page, context }) => {
  await agree(page)
  await walkIntake(page, { until: 'H04' })
  await page.getByRole('checkbox', { name: 'An ache' }).check()
  await page.reload()
  await expect(page.getByRole('checkbox', { name: 'An ache' })).toBeChecked()
  await back(page).click()
  await expect(
    page.locator('fieldset').getByRole('checkbox', { name: 'Between the shoulder blades' }),
  ).toBeChecked()
  await page.close()

  const again = await context.newPage()
  await again.goto('/')
  await album(again, { journey: 'e', for: 'patient' })('home-resume')
  await again.getByRole('link', { name: 'Go on where I stopped' }).click()
  await expect(again).toHaveURL(/q=H05/)
  await back(again).click()
  await expect(again.getByRole('checkbox', { name: 'An ache' })).toBeChecked()
})

test.describe('without a connection', () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] })

  test('the answers stay on the device when sending fails, and arrive once', async ({ page, context }) => {
    await agree(page)
    await walkIntake(page)
    await checkBySelf(page)
    await context.setOffline(true)
    await page.getByRole('button', { name: /^Send and/ }).click()
    await expect(page.getByText(/kept on this device/).first()).toBeVisible()
    await album(page, { journey: 'e', for: 'patient' })('send-failed')
    await context.setOffline(false)
    // Two presses in a row.
    await page.getByRole('button', { name: 'Try again' }).dblclick()
    await expect(page.getByRole('heading', { level: 1, name: 'Your plan' })).toBeVisible()
    const { decisions, plan } = await meOf(page)
    expect(decisions.filter(({ kind }) => kind === 'triage')).toHaveLength(1)
    expect(decisions.filter(({ kind }) => kind === 'plan')).toHaveLength(1)
    expect(plan?.version).toBe(1)
  })
})

test('erased from this device, the record is gone on the server too', async ({ page, product, problems }) => {
  // The days ahead may have been on their way to this device when the record went.
  Object.assign(problems, { expected: [/401 \(Unauthorized\) \(.*\/api\/me\/ahead\)/] })
  await agree(page)
  await sendSafeIntake(page)
  const { patientId } = await meOf(page)
  await page.goto('/privacy')
  const look = album(page, { journey: 'e', for: 'patient' })
  await look('privacy')
  await page.getByRole('button', { name: 'Erase my record' }).click()
  await look('erase-asked')
  await page.getByRole('button', { name: 'Yes, erase everything' }).click()
  await expect(page.getByText(/^Erased:/)).toBeVisible()
  expect((await page.request.get('/api/me')).status()).toBe(401)
  const desk = await clinicianApi(product)
  expect((await desk.get(`/api/patients/${patientId}`)).status()).toBe(404)
  await page.goto('/')
  await expect(page.getByRole('link', { name: 'Start now', exact: true })).toBeVisible()
  const kept = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    cookies: document.cookie,
  }))
  expect(kept.cookies).toBe('')
})

test('what cannot be is told plainly, and nothing typed is lost', async ({ page }) => {
  await agree(page)
  const look = album(page, { journey: 'f', for: 'patient' })
  const year = page.getByRole('textbox', { name: 'Year of birth' })
  for (const nonsense of ['', 'abcd', '1850', '68', '2199']) {
    await year.fill(nonsense)
    await next(page).click()
    await expect(page.getByRole('alert')).toHaveText('Give the year with four digits, such as 1968.')
    await expect(year).toHaveValue(nonsense)
    expect(screenOf(page)).toBe('born')
  }
  await look('year')
  await answerScreen(page, 'born', SAFE)
  await walkIntake(page, { until: 'H01' })
  await next(page).click()
  await expect(page.getByRole('alert')).toHaveText('Choose what fits best.')
  await look('empty-choice')
  await walkIntake(page, { until: 'scales' })
  await page.getByRole('group').first().getByRole('radio', { name: '4', exact: true }).check({ force: true })
  await next(page).click()
  await expect(page.getByText('Choose a number in each row.')).toBeVisible()
  await expect(page.getByRole('group').first().getByRole('radio', { name: '4', exact: true })).toBeChecked()
  await walkIntake(page, { until: 'B01' })
  const hours = page.getByRole('textbox', { name: 'How many hours a day do you sit' })
  for (const [typed, said] of [
    ['99', 'Give a number from 0 to 18.'],
    ['-1', 'Give a number from 0 to 18.'],
    ['many', 'Give a number in digits.'],
    ['', 'Give a number. A guess is fine.'],
  ] as const) {
    await hours.fill(typed)
    await next(page).click()
    await expect(page.getByText(said).first()).toBeVisible()
    await expect(hours).toHaveValue(typed)
  }
  await look('numbers')
  await walkIntake(page, { until: 'G1' })
  await next(page).click()
  await expect(page.getByRole('alert')).toContainText('Choose at least one line.')
})

test('without numbers in the settings the cards say it in neutral words; a wrong press is mended', async ({
  page,
}) => {
  test.skip(!LONG_FORM, ONLY_LONG)
  await page.clock.install()
  await agree(page)
  await walkIntake(page, { given: { RF02: 'Yes' } })
  await expect(page.getByText('Call your local emergency number now')).toBeVisible()
  await expect(page.locator('a[href^="tel:"]')).toHaveCount(0)
  await page.getByRole('button', { name: 'I pressed the wrong answer' }).click()
  await expect(page).toHaveURL(/q=RF02/)
  await walkIntake(page, { given: { RF12: 'Yes' } })
  await expect(page.getByText('Call a crisis line or a helpline where you live')).toBeVisible()
  await expect(page.locator('a[href^="tel:"]')).toHaveCount(0)
  await album(page, { journey: 'e', for: 'patient' })('neutral')
})
