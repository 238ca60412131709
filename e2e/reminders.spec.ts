/** How somebody is reminded: what, by which way and when is theirs to say; one press ends it all; what comes looks right on a phone. */
import { reminderLetter } from '../server/src/reminder/letter.ts'
import { BOTH, expectAccessible, expectLargeTargets, expectNothingBeside } from './axe.ts'
import { expect, test } from './product.ts'
import { agree } from './steps/intake.ts'
import { sendSafeIntake } from './steps/reports.ts'

const SCREENS = 'e2e/output/screens'

test.use({
  viewport: { width: 390, height: 844 },
  reducedMotion: 'reduce',
  settings: { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'a@clinic.example', PUBLIC_URL: 'http://127.0.0.1' },
})

test('a person says how they want to be reminded, and that they do not want to be', async ({ page }) => {
  await agree(page)
  await sendSafeIntake(page)
  await page.goto('/privacy')
  await page.getByRole('link', { name: 'My reminders' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your reminders' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Add an e-mail address' })).toBeVisible()
  // This browser allows nothing: it was asked only now.
  await page.getByRole('button', { name: 'Show them on this device' }).click()
  await expect(page.getByText('This browser does not allow it.')).toBeVisible()
  await page.getByRole('group', { name: 'Your exercises' }).getByLabel('Devices').check()
  await page.getByLabel('After my morning coffee').check()
  await page.getByLabel('That is at about').fill('08:15')
  await page.getByLabel('Nothing comes from').fill('20:30')
  await expect(page.getByText('Not kept yet.')).toBeVisible()
  await expectAccessible(page, 'reminders', BOTH)
  await expectLargeTargets(page, 'reminders')
  await page.screenshot({ path: `${SCREENS}/reminders.png`, fullPage: true })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.screenshot({ path: `${SCREENS}/reminders-dark.png`, fullPage: true })
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.screenshot({ path: `${SCREENS}/reminders-wide.png`, fullPage: true })
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNothingBeside(page, 'reminders')
  await page.setViewportSize({ width: 390, height: 844 })

  await page.getByRole('button', { name: 'Keep this' }).click()
  await expect(page.getByText('This is how it is kept.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('After my morning coffee')).toBeChecked()
  await expect(page.getByLabel('That is at about')).toHaveValue('08:15')
  await page.getByRole('button', { name: 'No reminders at all' }).click()
  await expect(page.getByText('Nothing comes, until you turn them on again.')).toBeVisible()
  await page.screenshot({ path: `${SCREENS}/reminders-off.png`, fullPage: true })
  await page.getByRole('button', { name: 'Turn them on again' }).click()
  await expect(page.getByLabel('After my morning coffee')).toBeChecked()
})

test('the letter and the page below its link fit a phone, in the light and in the dark', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  const items = (['visit', 'message', 'check-in', 'session'] as const).map((kind) => ({
    kind,
    wall: kind === 'visit' ? '2026-12-03T10:00' : null,
  }))
  for (const lang of ['en', 'es', 'pt'] as const) {
    const clinic = 'Physiotherapiezentrum Hill Street & Partners'
    const given = { to: 'x', lang, clinic, items, link: 'https://pt.example.org/today' }
    const letter = reminderLetter({ ...given, off: `https://pt.example.org/off/v1.${'x'.repeat(84)}` })
    await page.goto('about:blank')
    await page.setContent(letter.html ?? '')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: `${SCREENS}/reminder-letter-${lang}-${colorScheme}.png`, fullPage: true })
    }
    await expectAccessible(page, `reminder-letter-${lang}`, BOTH)
    await expectNothingBeside(page, `reminder-letter-${lang}`)
  }
  await page.goto('/off/v1.made.up.here')
  await expect(page.getByRole('button')).toHaveCount(1)
  await expectAccessible(page, 'reminder-off', BOTH)
  await page.screenshot({ path: `${SCREENS}/reminder-off.png`, fullPage: true })
  await page.getByRole('button', { name: 'Turn these off' }).press('Enter')
  await expect(page.getByText('They are off.')).toBeVisible()
  await expectAccessible(page, 'reminder-off-done', BOTH)
  await page.screenshot({ path: `${SCREENS}/reminder-off-done.png`, fullPage: true })
})

test('what comes to a browser is shown as it is, and opens a page of this house alone', async ({
  page,
  context,
}) => {
  await agree(page)
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })
    await navigator.serviceWorker.ready
  })
  const [worker] = context.serviceWorkers()
  // As text: within the worker other names are known than here.
  const shown = await worker?.evaluate(`(async () => {
    const got = []
    self.registration.showNotification = async (...given) => void got.push(given)
    const said = { title: 'Hill Street Clinic', body: 'Something waits for you', path: '/calendar' }
    const sent = [JSON.stringify(said), JSON.stringify({ ...said, path: 'https://evil.example' }), 'no words']
    for (const data of sent) self.dispatchEvent(new PushEvent('push', { data }))
    while (got.length < sent.length) await new Promise((done) => setTimeout(done, 20))
    return got
  })()`)
  const looks = { tag: 'reminder', icon: '/icons/192.png' }
  const said = { body: 'Something waits for you', ...looks }
  expect(shown).toEqual([
    ['Hill Street Clinic', { ...said, data: { path: '/calendar' } }],
    ['Hill Street Clinic', { ...said, data: { path: '/today' } }],
    ['Dorsal', { body: '', ...looks, data: { path: '/today' } }],
  ])
})
