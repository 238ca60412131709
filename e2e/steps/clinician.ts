/** The clinician in a browser of their own. */
import type { PanelRow, PatientRecord } from '@dorsal/care'
import { type APIRequestContext, type Browser, expect, type Page, request } from '@playwright/test'
import { codeAt, stepAt } from '../../server/src/account/totp.ts'
import { fromBase32 } from '../../server/src/staff/sign-in-steps.ts'
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
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  // The made-up clinician of a demo has no second step; everybody else sets theirs up the first time.
  if (account !== DEMO) await setUpAuthenticator(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Your patients' })).toBeVisible()
}

/** Sets up a code generator by the secret that can be typed in, and keeps the backup codes. */
export async function setUpAuthenticator(page: Page, look: (name: string) => Promise<void> = async () => {}) {
  await page.getByText('Type it in instead').click()
  const secret = (await page.locator('[data-secret]').textContent()) ?? ''
  await look('enrol')
  const code = codeAt(fromBase32(secret.replaceAll(' ', '')), stepAt(new Date()))
  await page.getByRole('textbox', { name: 'Six-digit code' }).fill(code)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.locator('[data-backup-codes] li')).toHaveCount(10)
  await look('backup-codes')
  await page.getByRole('button', { name: 'I have kept them' }).click()
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

/** What the server tells a signed-in clinician, for journeys in which only the answer matters. One sign-in for all of a file. */
const desks = new Map<string, Promise<APIRequestContext>>()

export function clinicianApi(product: Product, account: Account = DEMO): Promise<APIRequestContext> {
  const known = desks.get(product.url)
  if (known) return known
  const opened = (async () => {
    const api = await request.newContext({ baseURL: product.url })
    const { email, password } = account
    const reply = await api.post('/api/staff/sign-in', { data: { email, password } })
    expect(reply.ok(), await reply.text()).toBe(true)
    return api
  })()
  desks.set(product.url, opened)
  return opened
}

/** One person's record as the clinician's page gets it. */
export async function recordOf(product: Product, patientId: string): Promise<PatientRecord> {
  const reply = await (await clinicianApi(product)).get(`/api/patients/${patientId}`)
  expect(reply.ok(), await reply.text()).toBe(true)
  return (await reply.json()) as PatientRecord
}

/** One person's line in the panel; undefined where there is none. */
export async function lineOf(product: Product, patientId: string): Promise<PanelRow | undefined> {
  const reply = await (await clinicianApi(product)).get('/api/panel')
  const { rows } = (await reply.json()) as { rows: PanelRow[] }
  return rows.find((row) => row.patientId === patientId)
}
