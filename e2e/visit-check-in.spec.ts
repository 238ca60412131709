/** The questions before a visit, on a phone: answered, changed, and a danger among them; read by whoever treats. */
import type { OwnVisits, PanelPage } from '@dorsal/care'
import type { Page } from '@playwright/test'
import { BOTH, expectAccessible, expectNothingBeside } from './axe.ts'
import { expect, test } from './product.ts'
import { DESKTOP, PHONE } from './steps/album.ts'
import { firstAdmin, invited, ok } from './steps/joined-desk.ts'

test.use({ settings: { DEMO: '0' }, viewport: PHONE, expectedErrors: [/net::ERR_CONNECTION_RESET/] })

async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name, BOTH)
  for (const width of [320, PHONE.width]) {
    await page.setViewportSize({ width, height: 640 })
    await expectNothingBeside(page, name)
  }
  for (const size of [DESKTOP, PHONE])
    for (const colorScheme of BOTH) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      await page.screenshot({
        path: `e2e/output/screens/check-in-${name}-${size.width}-${colorScheme}.png`,
        fullPage: true,
      })
    }
  await page.setViewportSize(PHONE)
  await page.emulateMedia({ colorScheme: 'light' })
}

test('what somebody says before a visit is there when it begins, and a danger is not kept for it', async ({
  page,
  browser,
  product,
  problems,
}) => {
  const desk = { browser, product, problems }
  const admin = await firstAdmin(desk)
  const put = (path: string, body: object) => ok(admin.request, 'PUT', path, body)
  const placeId = crypto.randomUUID()
  await put(`/api/locations/${placeId}`, {
    name: 'North',
    address: '1 Main Street',
    phone: '+351 210 000 000',
    zone: 'Europe/Lisbon',
    open: true,
  })
  await put(`/api/schedule/types/${crypto.randomUUID()}`, {
    kind: 'evaluation',
    name: 'First evaluation',
    minutes: 45,
    beforeMinutes: 0,
    afterMinutes: 0,
    seats: 1,
    needsRoom: false,
    bookedBy: 'anyone',
    open: true,
  })
  const bea = await invited(desk, admin, { name: 'Bea Back', email: 'bea@clinic.example', role: 'therapist' })
  const { staffId } = await ok<{ staffId: string }>(bea.request, 'GET', '/api/staff/me')
  for (const weekday of [1, 2, 3, 4, 5, 6, 7])
    await put(`/api/schedule/hours/${crypto.randomUUID()}`, {
      staffId,
      placeId,
      weekday,
      from: '00:00',
      to: '23:45',
      kinds: ['evaluation'],
      fromDay: null,
      untilDay: null,
    })

  await page.goto('/book')
  await page.getByRole('region', { name: 'Soonest' }).getByRole('button').first().click()
  await page.getByLabel('Your name').fill('Ana Alegria')
  await page.getByLabel('Telephone').fill('+351 900 000 000')
  await page.getByRole('button', { name: 'Agree and book' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your visit is booked')
  await page.goto('/visits')
  await expect(page.getByRole('link', { name: 'Answer now' })).toBeVisible()
  await look(page, 'asked')
  await page.getByRole('link', { name: 'Answer now' }).click()
  const title = page.getByRole('heading', { level: 1 })
  const no = page.getByRole('button', { name: 'No', exact: true })
  await expect(title).toContainText('chest pain')
  await look(page, 'danger')
  // By keyboard alone: each answer goes on, the focus stands at the new question.
  for (const words of ['chest pain', 'leg weakness', 'fall', 'Fever']) {
    await expect(title).toContainText(words)
    await no.focus()
    await page.keyboard.press('Enter')
  }
  await expect(title).toContainText('How strong')
  await look(page, 'pain')
  await page.getByRole('radio', { name: '4' }).check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Something changed' }).click()
  await page.getByLabel('What changed?').fill('A new tablet for sleep')
  await look(page, 'medicines')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('In your own words').fill('To sit through a film again')
  await page.route('**/check-in', (route) => route.abort('connectionreset'), { times: 1 })
  await page.getByRole('button', { name: 'Send my answers' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByLabel('In your own words')).toHaveValue('To sit through a film again')
  await look(page, 'wish')
  await page.getByRole('button', { name: 'Send my answers' }).click()
  await expect(title).toHaveText('Thank you')
  await look(page, 'thanks')

  const own = await ok<OwnVisits>(page.request, 'GET', '/api/me/visits')
  const id = own.upcoming[0]?.visit.id ?? ''
  await bea.goto(`/clinician/visits/${id}`)
  const said = bea.locator(`[data-check-in="${id}"]`).locator('..')
  await expect(said).toContainText('4 / 10')
  await expect(said).toContainText('To sit through a film again')
  await expect(said).toContainText('A new tablet for sleep')
  await look(bea, 'visit')

  // Answered anew: a danger is answered with help at once, and the clinic has it as work.
  await page.getByRole('link', { name: 'Back to the visit' }).click()
  await page.getByRole('link', { name: 'Change my answers' }).click()
  await no.click()
  await page.getByRole('button', { name: 'Yes', exact: true }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.locator('[data-danger="emergency"]')).toBeVisible()
  await expect(title).toContainText('Do not wait for the visit')
  await look(page, 'help')
  await expect
    .poll(async () => (await ok<PanelPage>(bea.request, 'GET', '/api/panel')).rows[0]?.reasons)
    .toContain('red-flag')
  await bea.reload()
  await expect(said).toContainText('1 danger question was answered with yes')
})
