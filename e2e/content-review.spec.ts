/** The clinic's lead reads content, signs it by keyboard, and whoever reads the library sees by whom it was reviewed. */
import { expectAccessible, expectNothingBeside } from './axe.ts'
import { expect, test } from './product.ts'
import { DESKTOP } from './steps/album.ts'
import { deskAlbum } from './steps/desk-album.ts'
import { setUpAuthenticator } from './steps/clinician.ts'

test.use({ settings: { DEMO: '0' }, viewport: DESKTOP, reducedMotion: 'reduce' })

const LICENCE = {
  kind: 'Physical therapist',
  number: '12345',
  country: 'PT',
  region: null,
  expiresOn: '2099-12-31',
}

test('content is read, signed and returned, and shows as reviewed to everybody', async ({
  page,
  product,
}) => {
  const picture = deskAlbum(page)
  await page.goto(/http\S+\/clinician\/join#\S+/.exec(product.log())?.[0] ?? '')
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ada First')
  await page.getByRole('textbox', { name: 'E-mail' }).fill('ada@clinic.example')
  await page.getByLabel('New password').fill('seven green bicycles')
  await page.getByRole('button', { name: 'Go on' }).click()
  await setUpAuthenticator(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Your patients' })).toBeVisible()
  await page.evaluate(async (licence) => {
    const headers = { 'content-type': 'application/json' }
    const { staff } = (await (await fetch('/api/staff')).json()) as { staff: { staffId: string }[] }
    const path = `/api/staff/${staff[0]?.staffId}/licence`
    await fetch(path, { method: 'PUT', headers, body: JSON.stringify(licence) })
  }, LICENCE)

  await page.getByRole('link', { name: 'Content', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Review of the content' })).toBeVisible()
  const exercises = page.locator('[data-kind="exercises"]')
  await exercises.locator('summary').click()
  await expect(exercises.locator('[data-item="exercises/cat-cow"] input')).toBeDisabled()
  await expectAccessible(page, 'content review')
  await expectNothingBeside(page, 'content review')
  await picture('overview')
  await exercises.getByRole('link', { name: 'Cat and cow' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Cat and cow' })).toBeVisible()
  await expectAccessible(page, 'exercise to review')
  await expectNothingBeside(page, 'exercise to review')
  await picture('exercise')
  await page.keyboard.press('s')
  await expect(page.locator('output [data-state="signed"]')).toContainText('Ada First')

  await page.goto('/clinician/content/red-flags/RF02')
  await expect(page.locator('[data-lang]')).toHaveCount(3)
  await picture('red-flag')
  await page.keyboard.press('r')
  await page.keyboard.type('The question is not plain enough.')
  await page.getByRole('button', { name: 'Return it' }).click()
  await expect(page.locator('output [data-state="returned"]')).toBeVisible()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('j')
  await expect(page.locator('[data-review-item="red-flags/RF02"]')).toHaveCount(0)
  await page.goto('/clinician/content/programme/trafficLight')
  await expect(page.getByRole('heading', { name: 'Numbers that decide' })).toBeVisible()
  await picture('thresholds')

  await page.goto('/library?q=cat-cow')
  await expect(page.locator('[data-review="signed"]')).toContainText('Reviewed by Ada First')
  await picture('library')
})
