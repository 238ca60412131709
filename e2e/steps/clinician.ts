/** The clinician in a browser of their own. */
import { type Browser, expect, type Page } from '@playwright/test'
import { type Problems, watch } from '../product.ts'
import type { Product } from '../product-process.ts'

export type Account = { email: string; password: string; name: string }

/** The account that a demo clinic comes with. */
export const DEMO: Account = {
  email: 'demo@dorsal.example',
  password: 'demo clinic only',
  name: 'Demo Clinician',
}

type Desk = { browser: Browser; product: Product; problems: Problems; account?: Account }

/** Opens the clinic's door in a second browser; nothing may go wrong on these pages either. */
export async function openClinic({ browser, product, problems }: Desk): Promise<Page> {
  const context = await browser.newContext({
    baseURL: product.url,
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  })
  await watch(context, problems)
  const page = await context.newPage()
  await page.goto('/clinician')
  return page
}

export async function signIn(page: Page, account: Account = DEMO): Promise<void> {
  await page.getByRole('textbox', { name: 'E-mail' }).fill(account.email)
  await page.getByLabel('Password').fill(account.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your patients' })).toBeVisible()
}

/** The row of one person in the panel. */
export const rowOf = (page: Page, patientId: string) =>
  page.getByRole('row').filter({ has: page.locator(`a[href$="${patientId}"]`) })

/** Opens one person's record from the panel. */
export async function openRecord(page: Page, patientId: string): Promise<void> {
  await page.goto('/clinician')
  await rowOf(page, patientId).getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'Needs you' })).toBeVisible()
}

/** Both in one: a signed-in clinician in front of the panel. */
export async function clinicianAtDesk(desk: Desk): Promise<Page> {
  const page = await openClinic(desk)
  await signIn(page, desk.account)
  return page
}
