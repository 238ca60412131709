/** One person on two devices: a code opens the record on the second, and the first closes it there. */
import { BOTH, expectAccessible, expectLargeTargets, expectNothingBeside } from './axe.ts'
import { expect, test } from './product.ts'
import { PHONE } from './steps/album.ts'
import { agree } from './steps/intake.ts'
import { sendSafeIntake } from './steps/reports.ts'

test.use({ viewport: PHONE, reducedMotion: 'reduce' })

test('a second device opens the record by a code, and is closed by the first', async ({
  page,
  browser,
  product,
}) => {
  await agree(page)
  await sendSafeIntake(page)
  await page.goto('/devices')
  await page.getByRole('button', { name: 'Show the code' }).click()
  await page.getByText('Or type this address there').click()
  const address = (await page.locator('[data-entry]').textContent()) ?? ''
  await expectAccessible(page, 'devices', BOTH)
  await expectLargeTargets(page, 'devices')
  await page.screenshot({ path: 'e2e/output/screens/devices.png', fullPage: true })

  const other = await (
    await browser.newContext({ baseURL: product.url, viewport: { width: 360, height: 740 } })
  ).newPage()
  await other.goto(address)
  await expect(other.getByRole('heading', { level: 1, name: 'Open your record here?' })).toBeVisible()
  await expectAccessible(other, 'enter', ['light'])
  await expectNothingBeside(other, 'enter')
  await other.screenshot({ path: 'e2e/output/screens/enter.png', fullPage: true })
  await other.getByRole('button', { name: 'Yes, open it here' }).click()
  await expect(other).toHaveURL(/\/$/)
  await other.goto('/plan')
  await expect(other.getByRole('link', { name: 'Use another device' })).toBeVisible()

  await expect(page.locator('[data-devices="2"]')).toBeVisible()
  await page.screenshot({ path: 'e2e/output/screens/devices-two.png', fullPage: true })
  await page.getByRole('button', { name: 'Close it there' }).click()
  await expect(page.locator('[data-devices="1"]')).toBeVisible()
  await other.goto('/plan')
  await expect(other.getByRole('link', { name: 'Use another device' })).toHaveCount(0)
  await other.context().close()
})
