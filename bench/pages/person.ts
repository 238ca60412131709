/** Somebody with a plan on a phone of their own: agreed on the page, the intake through the API with the same cookie. */
import type { BrowserContext } from '@playwright/test'
import { sendSafeIntake } from '../../e2e/steps/reports.ts'

/** Leaves a device that has the record and, unless `alone`, everything that works without a connection. */
export async function becomePatient(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(`${url}/start`)
  await page.getByRole('button', { name: /agree/i }).first().click()
  await page.waitForURL((address) => address.pathname !== '/start')
  await sendSafeIntake(page)
  await page.goto(`${url}/today`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForFunction(
    async () => {
      const shells = await caches.keys()
      const content = await caches.open('dorsal-content')
      const ready =
        navigator.serviceWorker.controller !== null && shells.some((name) => name.includes('shell'))
      return ready && (await content.keys()).length >= 4
    },
    undefined,
    { timeout: 60_000, polling: 500 },
  )
  await page.close()
}
