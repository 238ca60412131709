import type { Me } from '@dorsal/care'
import { expect, test, unexpected } from './product.ts'
import { meOf } from './session-helpers.ts'
import { DESKTOP, PHONE } from './steps/album.ts'
import { clinicianAtDesk, openRecord, rowOf, signIn } from './steps/clinician.ts'
import { agree } from './steps/intake.ts'
import { sendSafeIntake, untilProposal } from './steps/reports.ts'

test.use({ viewport: PHONE, reducedMotion: 'reduce' })

const repsOf = ({ plan }: Me, id: string | undefined) =>
  plan?.items.find((item) => item.id === id)?.dosage?.reps

test('a proposed change is edited, then the next one rejected; the plan page says who decided what', async ({
  page,
  browser,
  product,
  problems,
}) => {
  await agree(page)
  await sendSafeIntake(page)
  await untilProposal(page)
  const { patientId, proposals } = await meOf(page)
  const change = proposals
    .find(({ status }) => status === 'pending')
    ?.changes.find(({ variable }) => variable === 'reps')
  const desk = await clinicianAtDesk({ browser, product, problems })
  await desk.setViewportSize(DESKTOP)
  await expect(rowOf(desk, patientId)).toContainText(/To co-sign|Change waits/)

  await test.step('edited', async () => {
    await openRecord(desk, patientId)
    await desk.getByRole('button', { name: 'Edit…' }).click()
    const title = (await meOf(page)).plan?.items.find(({ id }) => id === change?.planItemId)?.title ?? ''
    await desk.getByRole('spinbutton', { name: `${title}: repetitions` }).fill('5')
    await desk.getByRole('textbox', { name: 'Note to the patient' }).fill('Five are enough for now.')
    await desk.getByRole('button', { name: 'Save as I set it' }).click()
    await expect(desk.getByRole('button', { name: 'Save as I set it' })).toHaveCount(0)
    await expect.poll(async () => repsOf(await meOf(page), change?.planItemId)).toBe(5)
    await page.goto('/plan')
    const line = page.locator('main').getByRole('listitem').filter({ hasText: 'Five are enough for now.' })
    await expect(line).toContainText('Changed by your therapist')
    await expect(page.getByText(/Decided by Demo Clinician of/)).toBeVisible()
  })

  await test.step('rejected', async () => {
    await untilProposal(page)
    await openRecord(desk, patientId)
    await desk.getByRole('textbox', { name: 'Note to the patient' }).first().fill('Let us wait a week.')
    await desk.getByRole('button', { name: 'Reject' }).first().click()
    await page.reload()
    const line = page.locator('main').getByRole('listitem').filter({ hasText: 'Let us wait a week.' })
    await expect(async () => {
      await page.reload()
      await expect(line).toContainText('Not now, your therapist says', { timeout: 10_000 })
    }).toPass()
  })
  expect(unexpected(problems)).toEqual([])
  await desk.context().close()
})

test('a wrong password is told plainly, and what was typed stays', async ({ page, problems }) => {
  Object.assign(problems, { expected: [/401 \(Unauthorized\)/] })
  await page.goto('/clinician')
  await page.getByRole('textbox', { name: 'E-mail' }).fill('demo@dorsal.example')
  await page.getByLabel('Password').fill('something else')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue('demo@dorsal.example')
})

test('the panel is walked by j and k, and Enter opens the record', async ({ page }) => {
  await page.goto('/clinician')
  await signIn(page)
  const links = page.locator('tbody a')
  await expect(links.first()).toBeVisible()
  for (const [key, at] of [
    ['j', 0],
    ['j', 1],
    ['k', 0],
  ] as const) {
    await page.keyboard.press(key)
    await expect(links.nth(at)).toBeFocused()
  }
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Needs you' })).toBeVisible()
})
