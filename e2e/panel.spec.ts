import { expect, test, unexpected } from './product.ts'
import { meOf } from './session-helpers.ts'
import { DESKTOP, PHONE } from './steps/album.ts'
import { clinicianAtDesk } from './steps/clinician.ts'
import { agree } from './steps/intake.ts'
import { sendSafeIntake, untilProposal } from './steps/reports.ts'

test.use({ viewport: PHONE, reducedMotion: 'reduce' })

test('by keyboard alone: a patient is found, what waits is shown, accepted, taken back and accepted for good', async ({
  page,
  browser,
  product,
  problems,
}) => {
  await agree(page)
  await sendSafeIntake(page)
  const contact = { name: 'Zoë Keyboard', email: 'zoe@example.org', phone: null }
  expect((await page.request.put('/api/me/contact', { data: contact })).ok()).toBe(true)
  await untilProposal(page)
  const statusNow = async () => (await meOf(page)).proposals[0]?.status
  const desk = await clinicianAtDesk({ browser, product, problems })
  await desk.setViewportSize(DESKTOP)
  const keys = desk.keyboard
  const link = desk.getByRole('row').getByRole('link', { name: 'Zoë Keyboard' })
  const strip = desk.getByRole('region', { name: 'What waits of Zoë Keyboard' })
  const status = desk.getByRole('status').filter({ hasText: 'Zoë Keyboard' })
  await expect(link).toBeVisible()

  await keys.press('?')
  await expect(desk.getByText('searches by name')).toBeVisible()
  await keys.press('?')
  await expect(desk.getByText('searches by name')).toHaveCount(0)

  await keys.press('/')
  // As quickly as somebody types: no letter may go anywhere but into the field.
  await keys.type('zoe key')
  await expect(desk.getByRole('searchbox', { name: 'Name' })).toHaveValue('zoe key')
  await expect(desk.locator('tbody tr[data-index]')).toHaveCount(1)
  await keys.press('Escape')
  await keys.press('j')
  await expect(link).toBeFocused()

  await keys.press('r')
  await expect(desk.getByRole('textbox', { name: /Why not/ })).toBeFocused()
  await keys.type('a')
  await keys.press('Escape')
  await expect(link).toBeFocused()

  await keys.press('a')
  await expect(strip).toContainText('For your weekly co-sign')
  await keys.press('a')
  await expect(status).toContainText('about to be accepted')
  await keys.press('u')
  await expect(status).toHaveCount(0)
  expect(await statusNow()).toBe('pending')

  await keys.press('a')
  await expect(strip).toBeVisible()
  await keys.press('a')
  await expect(status).toContainText('about to be accepted')
  // Leaving the page sends at once what was still held.
  await keys.press('m')
  await expect(desk).toHaveURL(/\/patients\/[-\w]+#messages$/)
  await expect.poll(statusNow).toBe('accepted')

  await desk.goBack()
  // A name that was typed is there again, and in no address; filters are in the address, and one can go back to what was before.
  await expect(desk.getByRole('searchbox', { name: 'Name' })).toHaveValue('zoe key')
  const whose = desk.getByRole('combobox', { name: 'Whose' })
  await whose.selectOption('nobody')
  await expect(desk).toHaveURL(/\/clinician\/?\?whose=nobody$/)
  await whose.selectOption('covered')
  await expect(desk.getByText('Nobody fits this.')).toBeVisible()
  await desk.goBack()
  await expect(whose).toHaveValue('nobody')
  await desk.reload()
  await expect(whose).toHaveValue('nobody')
  await expect(link).toBeVisible()
  await link.focus()
  await keys.press('e')
  await expect(desk).toHaveURL(/\/patients\/[-\w]+\/plan$/)
  await expect(desk.getByRole('link', { name: '← Back to the record' })).toBeVisible()
  expect(unexpected(problems)).toEqual([])
  await desk.context().close()
})
