/** Somebody with a plan on a phone of their own: agreed on the page, the intake through the API with the same cookie. */
import type { BrowserContext } from '@playwright/test'
import { agreeAtOnce } from '../../e2e/steps/intake.ts'
import { sendSafeIntake } from '../../e2e/steps/reports.ts'

/** Leaves a device that has the record and, unless `alone`, everything that works without a connection. */
export async function becomePatient(context: BrowserContext): Promise<void> {
  const page = await context.newPage()
  await agreeAtOnce(page)
  await sendSafeIntake(page)
  await page.goto('/today')
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
