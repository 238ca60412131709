/** Two therapists and a patient, each in a browser of their own: what one does is on the others' pages without loading them again. */
import type { Prescription } from '@dorsal/care'
import type { Locator, Page } from '@playwright/test'
import { expect, test, unexpected } from './product.ts'
import { meOf } from './session-helpers.ts'
import { agreeAtOnce } from './steps/intake.ts'
import { firstAdmin, invited } from './steps/joined-desk.ts'
import { goodReport, sendSafeIntake } from './steps/reports.ts'

test.use({
  reducedMotion: 'reduce',
  settings: { DEMO: '0', FIRST_PLAN: 'after-clinician', CLINIC_NAME: 'Hill Street Clinic' },
})

/** The page listens: from here on it asks by itself only every few minutes, longer than anything here waits. */
async function opened(page: Page, path: string, stream: string): Promise<void> {
  const listening = page.waitForResponse((response) => new URL(response.url()).pathname === stream)
  await page.goto(path)
  expect((await listening).status()).toBe(200)
}

/** Waits until it is seen, and says how long that took. */
async function appears(what: string, since: number, ...seen: readonly Locator[]): Promise<void> {
  await Promise.all(seen.map((one) => expect(one).toBeVisible()))
  process.stdout.write(`live: ${what} after ${Date.now() - since} ms\n`)
}

test('a plan, a reply, a message and a session appear by themselves, and of two answers the later is told so', async ({
  page,
  browser,
  product,
  problems,
}) => {
  const desk = { browser, product, problems }
  const ada = await firstAdmin(desk)
  const bo = await invited(desk, ada, { name: 'Bo Second', email: 'bo@clinic.example', role: 'therapist' })
  await agreeAtOnce(page)
  await sendSafeIntake(page)
  const { patientId } = await meOf(page)
  await opened(page, '/plan', '/api/me/live')
  await expect(page.getByText('A clinician looks at this plan before your first session.')).toBeVisible()
  for (const one of [ada, bo]) {
    await opened(one, `/clinician/patients/${patientId}`, '/api/live')
    await expect(one.getByRole('heading', { name: 'Needs you' })).toBeVisible()
  }

  await bo.getByRole('textbox', { name: 'Note to the patient' }).fill('Wait for me.')
  await ada.getByRole('textbox', { name: 'Note to the patient' }).fill('Start gently.')
  await ada.getByRole('button', { name: 'Accept', exact: true }).click()
  const decided = Date.now()
  await appears(
    'a decision on the plan',
    decided,
    page.getByText(/Decided by Ada First of Hill Street Clinic/),
    bo.getByText('This was decided in the meantime, by Ada First. Your answer was not sent.'),
    bo.getByRole('blockquote').filter({ hasText: 'Wait for me.' }),
  )

  await page.goto('/messages')
  await page.getByLabel('Your message').fill('Can I do this at work?')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('Sent. Not read yet.')).toBeVisible()
  const asked = Date.now()
  for (const one of [ada, bo]) await one.locator('#messages > details > summary').click()
  await appears(
    'a message, at both desks',
    asked,
    ...[ada, bo].map((one) => one.locator('#messages').getByText('Can I do this at work?')),
  )
  await bo.getByLabel('Write to this person').fill('Yes, on a chair.')
  await bo.keyboard.press('Control+Enter')
  const answered = Date.now()
  await appears(
    'a reply',
    answered,
    page.locator('article').getByText('Yes, on a chair.'),
    ada.locator('#messages article').getByText('Yes, on a chair.'),
  )

  const me = await meOf(page)
  const report = goodReport(me.prescription as Prescription, me.plan?.version ?? 0)
  const sent = await page.request.put(`/api/sessions/${report.id}/report`, { data: report })
  expect(sent.ok(), await sent.text()).toBe(true)
  const reported = Date.now()
  await appears(
    'a session',
    reported,
    ...[ada, bo].map((one) => one.getByRole('heading', { name: 'Sessions', exact: true })),
  )
  expect(unexpected(problems)).toEqual([])
  for (const one of [ada, bo]) await one.context().close()
})
