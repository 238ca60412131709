/** The first administrator of a new clinic, from the line in the log to a colleague who has joined. */
import type { Page } from '@playwright/test'
import { expectAccessible, expectNothingBeside } from './axe.ts'
import { expect, test } from './product.ts'
import { DESKTOP, PHONE } from './steps/album.ts'
import { setUpAuthenticator } from './steps/clinician.ts'

test.use({ settings: { DEMO: '0' }, viewport: PHONE, reducedMotion: 'reduce' })

const PASSWORD = 'seven green bicycles'

async function look(page: Page, name: string, colour: 'light' | 'dark' = 'light'): Promise<void> {
  await expectAccessible(page, name, [colour])
  await expectNothingBeside(page, name)
  await page.emulateMedia({ colorScheme: colour })
  await page.screenshot({ path: `e2e/output/screens/staff-${name}.png`, fullPage: true })
}

async function enrol(page: Page, shot = false): Promise<void> {
  await setUpAuthenticator(page, shot ? (name) => look(page, name) : undefined)
  await expect(page.getByRole('heading', { level: 1, name: 'Your patients' })).toBeVisible()
}

test('the first administrator sets up the clinic and invites a therapist, who joins', async ({
  page,
  product,
  browser,
}) => {
  const address = /http\S+\/clinician\/join#\S+/.exec(product.log())?.[0] ?? ''
  await page.goto(address)
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ada First')
  await page.getByRole('textbox', { name: 'E-mail' }).fill('ada@clinic.example')
  await page.getByLabel('New password').fill(PASSWORD)
  await look(page, 'join')
  await page.getByRole('button', { name: 'Go on' }).click()
  await enrol(page, true)

  await page.getByRole('link', { name: 'Ada First' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible()
  await look(page, 'account')
  await page.setViewportSize(DESKTOP)
  await look(page, 'account-dark', 'dark')
  await page.getByRole('link', { name: 'Clinic', exact: true }).click()
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Bo Second')
  await page.getByRole('textbox', { name: 'E-mail' }).fill('bo@clinic.example')
  await page.getByRole('button', { name: 'Make the link' }).click()
  const link = (await page.locator('[data-staff-link]').textContent()) ?? ''
  await look(page, 'people-dark', 'dark')
  await page.setViewportSize(PHONE)
  await look(page, 'people')

  const other = await (await browser.newContext({ baseURL: product.url, viewport: PHONE })).newPage()
  await other.goto(link)
  await expect(other.getByText('Bo Second, bo@clinic.example')).toBeVisible()
  await other.getByLabel('New password').fill(PASSWORD)
  await other.getByRole('button', { name: 'Go on' }).click()
  await enrol(other)
  await other.context().close()
})
