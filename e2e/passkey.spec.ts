/** Passkeys by the browser's own ceremony, with a device that the browser plays: at an address by name, as passkeys know no other. */
import type { Page } from '@playwright/test'
import { expect, test, unexpected, watch } from './product.ts'
import { meOf } from './session-helpers.ts'
import { PHONE } from './steps/album.ts'
import { DEMO } from './steps/clinician.ts'
import { agreeAtOnce } from './steps/intake.ts'

test.use({
  viewport: PHONE,
  reducedMotion: 'reduce',
  // Whose cookies are gone asks in vain, as long as the page does not know it.
  expectedErrors: [/401 \(Unauthorized\)/],
  baseURL: async ({ product }, use) => use(product.url.replace('127.0.0.1', 'localhost')),
})

/** A device that keeps keys for this page; `knows(false)`: the finger is not the right one. */
async function device(page: Page): Promise<{ knows: (person: boolean) => Promise<void> }> {
  const browser = await page.context().newCDPSession(page)
  await browser.send('WebAuthn.enable')
  const { authenticatorId } = await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    knows: async (isUserVerified) => {
      await browser.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
    },
  }
}

test('a person who lost everything else opens their record by the key of their device', async ({
  page,
  context,
}) => {
  const { knows } = await device(page)
  await agreeAtOnce(page)
  const { patientId } = await meOf(page)
  await page.goto('/devices')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  const own = page.getByRole('region', { name: 'A way back in' })
  await expect(own.getByRole('listitem')).toHaveCount(1)

  await context.clearCookies()
  await page.goto('/enter')
  await knows(false)
  await page.getByRole('button', { name: 'Open it with a passkey' }).click()
  await expect(page.getByRole('button', { name: 'Open it with a passkey' })).toBeEnabled()
  expect((await context.cookies()).filter(({ name }) => /patient/.test(name))).toEqual([])
  await knows(true)
  await page.getByRole('button', { name: 'Open it with a passkey' }).click()
  await expect(page).toHaveURL(/\/$/)
  expect((await meOf(page)).patientId).toBe(patientId)
})

test('a clinician adds one with their password, and comes in by it alone', async ({
  browser,
  baseURL,
  problems,
}) => {
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    locale: 'en-US',
    reducedMotion: 'reduce',
  })
  await watch(context, problems)
  const desk = await context.newPage()
  await device(desk)
  const panel = desk.getByRole('heading', { level: 1, name: 'Your patients' })
  await desk.goto('/clinician')
  await desk.getByRole('textbox', { name: 'E-mail' }).fill(DEMO.email)
  await desk.getByLabel('Password').fill(DEMO.password)
  await desk.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(panel).toBeVisible()
  await desk.goto('/clinician/account')
  await desk.getByRole('button', { name: 'Add a passkey' }).click()
  await desk.getByLabel('A name for this device').fill('Laptop at the window')
  await desk.getByLabel('Your password now').fill(DEMO.password)
  await desk.getByRole('button', { name: 'Add it' }).click()
  await expect(desk.getByRole('listitem').filter({ hasText: 'Laptop at the window' })).toBeVisible()

  await context.clearCookies()
  await desk.goto('/clinician')
  await desk.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(panel).toBeVisible()
  expect(unexpected(problems)).toEqual([])
  await context.close()
})
