import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test, unexpected } from './product.ts'
import type { Product } from './product-process.ts'
import { meOf } from './session-helpers.ts'
import { album, PHONE } from './steps/album.ts'
import { type Account, clinicianAtDesk, openRecord, rowOf } from './steps/clinician.ts'
import { agree } from './steps/intake.ts'
import { sendSafeIntake } from './steps/reports.ts'

test.use({
  viewport: PHONE,
  reducedMotion: 'reduce',
  settings: { DEMO: '0', FIRST_PLAN: 'after-clinician', CLINIC_NAME: 'Hill Street Clinic' },
})

const CLI = fileURLToPath(new URL('../server/src/cli/main.ts', import.meta.url))

/** An account as the clinic's own administrator makes it: on the command line, the password said once. */
async function addStaff(product: Product, email: string, name: string): Promise<Account> {
  const args = [
    '--disable-warning=ExperimentalWarning',
    CLI,
    'staff',
    'add',
    '--email',
    email,
    '--name',
    name,
  ]
  const env = { ...process.env, DATA_DIR: product.dataDir, DEMO: '0' }
  const { stdout } = await promisify(execFile)(process.execPath, args, { env })
  return JSON.parse(stdout) as Account
}

test('outside a demo the first session waits until a clinician of the clinic accepts the plan', async ({
  page,
  browser,
  product,
  problems,
}) => {
  const account = await addStaff(product, 'dana@clinic.example', 'Dana Test')
  const look = album(page, { journey: 'd', for: 'patient' })
  await agree(page)
  const reply = await sendSafeIntake(page)
  expect(reply.prescription).toBeNull()
  expect(reply.plan?.status).toBe('waiting-for-clinician')
  await page.goto('/plan')
  await expect(page.getByText('A clinician looks at this plan before your first session.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Go to my next session' })).toHaveCount(0)
  await look('plan-waits')
  await page.goto('/today')
  await expect(page.getByRole('heading', { level: 1, name: 'Your plan waits for a clinician' })).toBeVisible()
  await look('today-waits')
  await page.goto('/session')
  await expect(page).toHaveURL(/\/today$/)

  const { patientId } = await meOf(page)
  const desk = await clinicianAtDesk({ browser, product, problems, account })
  await expect(rowOf(desk, patientId)).toContainText('First plan waits')
  await openRecord(desk, patientId)
  await album(desk, { journey: 'd-clinic', for: 'clinician' })('first-plan')
  await desk.getByRole('textbox', { name: 'Note to the patient' }).fill('Start gently.')
  await desk.getByRole('button', { name: 'Accept' }).click()
  await expect(desk.getByText('Nothing waits for you here.')).toBeVisible()

  await page.goto('/plan')
  await expect(page.getByText(/Decided by Dana Test of Hill Street Clinic/)).toBeVisible()
  await page.getByRole('link', { name: 'Go to my next session' }).click()
  await page.getByRole('link', { name: 'Start the session' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('chest pain')
  expect(unexpected(problems)).toEqual([])
  await desk.context().close()
})
