/** Messages: written on a bad connection, answered at the desk by keyboard, seen by the person; and the one that is a danger. */
import type { Page } from '@playwright/test'
import { expectAccessible, expectLargeTargets, expectNothingBeside } from './axe.ts'
import { LONG_FORM } from './long-form.ts'
import { expect, test } from './product.ts'
import { meOf } from './session-helpers.ts'
import { clinicianAtDesk, recordOf, rowOf } from './steps/clinician.ts'
import { agreeAtOnce } from './steps/intake.ts'
import { sendSafeIntake } from './steps/reports.ts'

const NARROW = { width: 360, height: 740 }

test.use({
  viewport: NARROW,
  reducedMotion: 'reduce',
  settings: { EMERGENCY_NUMBER: '112', CLINIC_NAME: 'Hill Street Clinic' },
  expectedErrors: [/net::ERR_INTERNET_DISCONNECTED/],
  serviceWorkers: 'block',
})

const PLACE = 'Exif\0\0 48.2082 N 16.3738 E'

/** A photograph as a telephone makes it, with the place in it. */
async function withPlace(page: Page): Promise<Buffer> {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: 320, height: 240 })
    const context = canvas.getContext('2d')
    if (context) Object.assign(context, { fillStyle: 'teal' }).fillRect(40, 40, 200, 120)
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? ''
  })
  const jpeg = Buffer.from(drawn, 'base64')
  const place = Buffer.from(PLACE, 'latin1')
  const header = Buffer.from([0xff, 0xe1, 0, place.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), header, place, jpeg.subarray(2)])
}

test('a question is answered, and words that are a danger are the card at once and a call at the desk', async ({
  page,
  context,
  browser,
  problems,
  product,
}) => {
  await agreeAtOnce(page)
  await sendSafeIntake(page)
  const { patientId } = await meOf(page)

  await page.goto('/messages')
  await expect(page.getByText('You get an answer within one working day.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Call 112' })).toBeVisible()
  const field = page.getByLabel('Your message')
  await context.setOffline(true)
  await field.fill('Can I do this at work?')
  await page.locator('[data-photos]').setInputFiles([
    { name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture at all') },
    { name: 'chair.jpg', mimeType: 'image/jpeg', buffer: await withPlace(page) },
  ])
  await expect(page.getByRole('img', { name: 'Photo 1, not sent yet' })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('Nothing was added')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.locator('[data-unsent-photos="1"]')).toBeVisible()
  await expect(page.locator('[data-unsent]')).toContainText('Kept on this device')
  await expect(field).toHaveValue('')
  await context.setOffline(false)
  await expect(page.getByText('Sent. Not read yet.')).toBeVisible()
  await expectAccessible(page, 'messages')
  await expectLargeTargets(page, 'messages')
  await expectNothingBeside(page, 'messages')

  // Not on the page of the messages, where an answer that comes by itself is read already.
  await page.goto('/today')

  const desk = await clinicianAtDesk({ browser, product, problems })
  const row = rowOf(desk, patientId)
  await expect(row).toContainText('Message waiting')
  await row.getByRole('link').focus()
  await desk.keyboard.press('m')
  const answer = desk.getByLabel('Write to this person')
  await expect(answer).toBeFocused()
  const photo = desk.getByRole('img', { name: 'Photo 1, press to enlarge' })
  await expect(photo).toBeVisible()
  const data = (await photo.getAttribute('src'))?.split(',')[1] ?? ''
  expect(Buffer.from(data, 'base64').includes(PLACE), 'where it was taken').toBe(false)
  await desk.keyboard.type('Yes, on a chair.')
  if (LONG_FORM) await expectAccessible(desk, 'messages at the desk')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.locator('article').first()).toContainText('Yes, on a chair.')
  await expect(answer).toHaveValue('')

  await page.reload()
  await page.getByRole('link', { name: 'Messages: 1 new' }).click()
  await expect(page.locator('article').first()).toContainText('Yes, on a chair.')
  await expect(page.locator('article').nth(1)).toContainText('Read by Demo Clinician')

  await page.getByLabel('Your message').fill('I feel hopeless lately')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.locator('[data-check]')).toBeFocused()
  await page.getByRole('button', { name: 'Yes' }).click()
  const card = page.locator('[data-danger]')
  await expect(card.getByRole('heading')).toBeFocused()
  await expect(card.getByRole('link', { name: 'Call 112' })).toBeVisible()
  if (LONG_FORM) await expectAccessible(page, 'a danger in words')
  await expect.poll(async () => (await meOf(page)).next).toBe('escalate')
  const { tasks } = await recordOf(product, patientId)
  expect(tasks).toMatchObject([{ kind: 'red-flag', level: 'emergency_now', acknowledgedAt: null }])
  await desk.goto('/clinician')
  await expect(desk.getByRole('alert')).toContainText('nobody has seen it')
})
