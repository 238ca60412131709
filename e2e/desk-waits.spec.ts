/** What the desk does beside the calendar: a class is planned, who waits gets a time, and what a payer approved is entered. */
import { dayAfter, dayOf, wallOf } from '@dorsal/care'
import type { Page } from '@playwright/test'
import { BOTH, expectAccessible, expectNothingBeside } from './axe.ts'
import { expect, test, watch } from './product.ts'
import { DESKTOP, PHONE } from './steps/album.ts'
import { firstAdmin, invited, ok } from './steps/joined-desk.ts'

test.use({
  settings: { DEMO: '0' },
  viewport: DESKTOP,
  expectedErrors: [/the server responded with a status of 409/],
})

const ZONE = 'Europe/Lisbon'
const SIZES = [DESKTOP, { width: 1024, height: 768 }, PHONE]

async function look(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? DESKTOP
  await expectAccessible(page, name, BOTH)
  for (const width of [320, PHONE.width]) {
    await page.setViewportSize({ width, height: 640 })
    await expectNothingBeside(page, name)
  }
  for (const size of SIZES)
    for (const colorScheme of BOTH) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      await page.screenshot({
        path: `e2e/output/screens/waits-${name}-${size.width}-${colorScheme}.png`,
        fullPage: true,
      })
    }
  await page.setViewportSize(before)
  await page.emulateMedia({ colorScheme: 'light' })
}

test('a class is planned and filled, who waits is booked in turn, and approved visits are counted', async ({
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
    phone: '',
    zone: ZONE,
    open: true,
  })
  const types = { treatment: crypto.randomUUID(), class: crypto.randomUUID() }
  for (const [kind, name, seats] of [
    ['treatment', 'Treatment', 1],
    ['class', 'Back class', 2],
  ] as const)
    await put(`/api/schedule/types/${types[kind]}`, {
      kind,
      name,
      minutes: 45,
      beforeMinutes: 0,
      afterMinutes: 15,
      seats,
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
      from: '09:00',
      to: '19:00',
      kinds: ['treatment', 'class'],
      fromDay: null,
      untilDay: null,
    })
  await bea.close()
  const page = await invited(desk, admin, {
    name: 'Dora Desk',
    email: 'dora@clinic.example',
    role: 'front-desk',
  })
  await page.setViewportSize(DESKTOP)

  // Two wait: the one who waits longer comes first.
  const someone = async (name: string) => {
    const context = await browser.newContext({ baseURL: product.url, locale: 'en-US', viewport: PHONE })
    await watch(context, problems)
    const phone = await context.newPage()
    await phone.goto('/book')
    await phone.getByRole('radio', { name: 'Treatment' }).check()
    await phone.getByRole('region', { name: 'Soonest' }).getByRole('button').first().click()
    await phone.getByLabel('Your name').fill(name)
    await phone.getByLabel('Telephone').fill('+351 900 000 000')
    await phone.getByRole('button', { name: 'Agree and book' }).click()
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Your visit is booked')
    return phone
  }
  const today = dayOf(wallOf(Date.now(), ZONE))
  const day = dayAfter(today, 5)
  const [ana, bo] = [await someone('Ana Almeida'), await someone('Bo Berg')]
  for (const phone of [ana, bo])
    await ok(phone.request, 'PUT', `/api/me/wait-list/${crypto.randomUUID()}`, {
      typeId: types.treatment,
      staffId: null,
      placeId: null,
      wish: { from: day, until: dayAfter(day, 7), weekdays: [], earliest: '14:00', latest: '16:00' },
    })

  // A class in three weeks' rhythm; seats are booked by the desk and by a person.
  await page.goto('/clinician/schedule')
  await page.getByLabel('Day', { exact: true }).fill(day)
  await page.getByRole('button', { name: 'Plan a class' }).click()
  const plan = page.getByRole('region', { name: 'Plan a class' })
  await plan.getByLabel('Start').fill('10:00')
  await plan.getByLabel('For how many weeks').fill('3')
  await look(page, 'plan-class')
  await plan.getByRole('button', { name: 'Plan it 3 times' }).click()
  await expect(page.getByText('Planned: Back class')).toBeVisible()
  await ana.goto('/book')
  await ana.getByRole('radio', { name: 'Back class' }).check()
  await expect(ana.getByRole('region', { name: 'Soonest' })).toContainText('2 seats left')
  await look(ana, 'seats')
  await ana.getByRole('region', { name: 'Soonest' }).getByRole('button').first().click()
  await ana.getByRole('button', { name: /book/i }).first().click()
  await expect(ana.getByRole('heading', { level: 1 })).toHaveText('Your visit is booked')
  await page.reload()
  await page.getByRole('button', { name: /^Back class/ }).click()
  const group = page.getByRole('region', { name: 'Group class' })
  await expect(group).toContainText('1 of 2 seats')
  await expect(group).toContainText('Ana Almeida')
  await group.getByRole('button', { name: 'Cancel the class' }).click()
  await expect(group).toContainText('1 person is booked in it')
  await look(page, 'class')
  await group.getByRole('button', { name: 'Keep it' }).click()

  // From the list: the first in turn is shown first; one press to a time that suits, one to book.
  const waits = page.getByRole('region', { name: 'Wait list' })
  await expect(waits.getByRole('listitem').first()).toContainText('Ana Almeida')
  await waits.getByRole('button', { name: 'Find a time for Ana Almeida' }).click()
  const fit = waits.getByRole('listitem').first().getByRole('listitem').first().getByRole('button')
  await expect(fit).toContainText('14:')
  await look(page, 'fits')
  await fit.focus()
  await page.keyboard.press('Enter')
  const form = page.getByRole('region', { name: 'Book a visit' })
  await expect(form.getByLabel('Who', { exact: true })).toHaveValue('Ana Almeida')
  await form.getByRole('button', { name: 'Book it' }).click()
  await expect(page.getByText('Booked for Ana Almeida')).toBeVisible()
  await expect(waits).not.toContainText('Ana Almeida')

  // From a gap in the calendar: whoever waits for such a time stands there in turn.
  await page.getByRole('button', { name: 'Book a visit' }).click()
  await form.getByLabel('Start').fill('15:30')
  await form
    .getByRole('list', { name: 'Who waits for such a time' })
    .getByRole('button', { name: /Bo Berg/ })
    .click()
  await form.getByRole('button', { name: 'Book it' }).click()
  await expect(page.getByText('Booked for Bo Berg')).toBeVisible()
  await expect(waits).toContainText('Nobody waits for a gap.')

  // What a payer approved: entered at a visit, counted, warned of where the next one is booked.
  await page.getByRole('button', { name: /^Bo Berg/ }).click()
  const panel = page.getByRole('region', { name: 'Visit', exact: true })
  await panel.getByRole('button', { name: 'Enter approved visits' }).click()
  const approved = panel.getByRole('form', { name: 'Approved visits' })
  await approved.getByLabel('How many visits').fill('1')
  await approved.getByLabel('Until').fill(dayAfter(today, 60))
  await look(page, 'approved')
  await approved.getByRole('button', { name: 'Keep it' }).click()
  await expect(panel).toContainText('0 approved visits left')
  await expect(panel).toContainText('More visits are booked than were approved.')
  await panel.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Book a visit' }).click()
  await form.getByLabel('Who', { exact: true }).fill('Bo Be')
  await form.getByRole('button', { name: /Bo Berg/ }).click()
  await expect(form).toContainText('More visits are booked than were approved.')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Bo Berg/ }).click()
  await panel.getByRole('button', { name: 'Change what was approved' }).click()
  await approved.getByRole('button', { name: 'Take it away' }).click()
  await approved.getByRole('button', { name: 'Yes, take it away' }).click()
  await expect(panel.getByRole('button', { name: 'Enter approved visits' })).toBeVisible()
  for (const phone of [ana, bo]) await phone.context().close()
})
