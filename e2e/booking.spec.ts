/** Booking from a phone: the first visit without an account, moving, cancelling, the whole cadence at once, the wait list. */
import { dayAfter, dayOf, type OwnVisits, type Slots, USUAL_BOOKING, wallOf } from '@dorsal/care'
import type { Browser, Page } from '@playwright/test'
import { BOTH, expectAccessible, expectNothingBeside } from './axe.ts'
import { expect, test, watch } from './product.ts'
import type { Product } from './product-process.ts'
import { DESKTOP, PHONE } from './steps/album.ts'
import { firstAdmin, invited, ok } from './steps/joined-desk.ts'

test.use({
  settings: { DEMO: '0' },
  viewport: PHONE,
  // What a browser says of a time that somebody else was faster to take.
  expectedErrors: [/the server responded with a status of 409|net::ERR_CONNECTION_RESET/],
})

const ZONE = 'Europe/Lisbon'
const TREATMENT = crypto.randomUUID()

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
        path: `e2e/output/screens/booking-${name}-${size.width}-${colorScheme}.png`,
        fullPage: true,
      })
    }
  await page.setViewportSize(PHONE)
  await page.emulateMedia({ colorScheme: 'light' })
}

let isSetUp = false
/** Bea, with whom the first visits are. */
let bea: Page | undefined

/** Once for both tests, which share the product: one place, two therapists on every day of the week, an evaluation for anybody and a treatment for whoever has a record. */
async function clinic(
  browser: Browser,
  product: Product,
  problems: Parameters<typeof watch>[1],
): Promise<void> {
  if (isSetUp) return
  isSetUp = true
  const desk = { browser, product, problems }
  const admin = await firstAdmin(desk)
  const placeId = crypto.randomUUID()
  const put = (path: string, body: object) => ok(admin.request, 'PUT', path, body)
  await put(`/api/locations/${placeId}`, {
    name: 'North',
    address: '1 Main Street',
    phone: '+351 210 000 000',
    zone: ZONE,
    open: true,
  })
  const type = (kind: string, name: string, bookedBy: string) => ({
    kind,
    name,
    minutes: 45,
    beforeMinutes: 0,
    afterMinutes: 15,
    seats: 1,
    needsRoom: false,
    bookedBy,
    open: true,
  })
  await put(`/api/schedule/types/${crypto.randomUUID()}`, type('evaluation', 'First evaluation', 'anyone'))
  await put(`/api/schedule/types/${TREATMENT}`, type('treatment', 'Treatment', 'patients'))
  await put('/api/schedule/rule', { ...USUAL_BOOKING, stepMinutes: '60' })
  for (const [name, email] of [
    ['Bea Back', 'bea@clinic.example'],
    ['Carl Care', 'carl@clinic.example'],
  ] as const) {
    const page = await invited(desk, admin, { name, email, role: 'therapist' })
    const { staffId } = await ok<{ staffId: string }>(page.request, 'GET', '/api/staff/me')
    for (const weekday of [1, 2, 3, 4, 5, 6, 7])
      await put(`/api/schedule/hours/${crypto.randomUUID()}`, {
        staffId,
        placeId,
        weekday,
        from: '09:00',
        to: '19:00',
        kinds: ['evaluation', 'treatment'],
        fromDay: null,
        untilDay: null,
      })
    if (name === 'Bea Back') bea = page
    else await page.close()
  }
}

test('a first visit on a phone, then moved, cancelled, and the whole cadence in one go', async ({
  page,
  browser,
  product,
  problems,
}) => {
  await clinic(browser, product, problems)

  // Taps are counted as a person makes them: on what is pressed and on each field that is filled.
  let taps = 0
  const tap = async (target: ReturnType<Page['getByRole']>) => {
    taps += 1
    await target.click()
  }
  await page.goto('/book')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Book a visit')
  await expect(page.getByText('All times are by the clock in Lisbon.')).toBeVisible()
  await look(page, 'starts')
  const soonest = page.getByRole('region', { name: 'Soonest' }).getByRole('button').first()
  const chosen = (await soonest.getAttribute('data-start')) ?? ''
  await tap(soonest)
  await expect(page.locator(`[data-held="${chosen}"]`)).toBeVisible()
  const untilHeld = taps
  // No account, no record: nothing but the start is known.
  expect((await page.request.get('/api/me')).status()).toBe(401)
  await page.reload()
  await expect(page.locator(`[data-held="${chosen}"]`)).toBeVisible()

  // Somebody else with the same wish is told kindly, and sees what is free.
  const other = await browser.newContext({ baseURL: product.url, locale: 'en-US', viewport: PHONE })
  await watch(other, problems)
  const stranger = await other.newPage()
  await stranger.goto('/book')
  await expect(stranger.getByRole('region', { name: 'Soonest' })).toBeVisible()

  await page.getByRole('button', { name: 'Agree and book' }).click()
  await expect(page.getByText('Please say who comes.')).toBeVisible()
  await look(page, 'held')
  taps += 2
  await page.getByLabel('Your name').fill('Maria Alexandrina Vasconcelos-Montenegro de Albuquerque')
  await page.getByLabel('Telephone').fill('+351 900 000 000')
  await tap(page.getByRole('button', { name: 'Agree and book' }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your visit is booked')
  await look(page, 'booked')
  console.log(`booking: ${untilHeld} tap to the kept time, ${taps} to the booked visit`)
  expect(untilHeld).toBeLessThanOrEqual(6)
  expect(taps).toBeLessThanOrEqual(6)

  // Moved: the old time is free for the other one again.
  await page.getByRole('link', { name: 'Move or cancel' }).click()
  await expect(page.getByText('You can move or cancel it here until')).toBeVisible()
  await look(page, 'visit')
  await page.getByRole('button', { name: 'Move it' }).click()
  const later = page.getByRole('region', { name: 'Soonest' }).getByRole('button').nth(1)
  const moved = (await later.getAttribute('data-start')) ?? ''
  await later.click()
  await expect(page.getByText('Your visit was moved.')).toBeVisible()
  const own = async (): Promise<OwnVisits> => ok(page.request, 'GET', '/api/me/visits')
  expect((await own()).upcoming.map(({ visit }) => visit.starts)).toEqual([moved])

  // The whole cadence: two a week for six weeks, with one that somebody else takes between the offer and the tap.
  await page.goto('/visits/cadence')
  await page.getByLabel('Visits a week').fill('2')
  await page.getByLabel('For how many weeks').fill('6')
  await page.getByLabel('About what time').fill('10:00')
  await page.getByRole('button', { name: 'Show me the times' }).click()
  await expect(page.getByRole('button', { name: 'Book these 12 visits' })).toBeVisible()
  await look(page, 'cadence')
  await stranger.request.post('/api/consents', {
    data: { id: crypto.randomUUID(), version: '2026-11', lang: 'en', agreedAt: new Date().toISOString() },
  })
  const { usual } = await own()
  const day = dayAfter(dayOf(wallOf(Date.now(), ZONE)), 1)
  const { slots } = await ok<Slots>(stranger.request, 'POST', '/api/booking/slots', {
    typeId: TREATMENT,
    staffId: usual?.staffId,
    placeId: usual?.placeId,
    from: day,
    days: 42,
    afterWork: false,
    most: 500,
  })
  // Every ten o'clock of this therapist in the third week: whichever was offered is gone.
  const week = slots.filter(
    ({ wall }) =>
      wall.endsWith('T10:00') && dayOf(wall) >= dayAfter(day, 14) && dayOf(wall) < dayAfter(day, 21),
  )
  await ok(stranger.request, 'POST', '/api/me/visits', {
    id: crypto.randomUUID(),
    typeId: TREATMENT,
    placeId: usual?.placeId,
    visits: week.map(({ staffId, starts }) => ({ id: crypto.randomUUID(), staffId, starts })),
  })
  await page.getByRole('button', { name: 'Book these 12 visits' }).click()
  await expect(page.getByText('Nothing was booked yet')).toBeVisible()
  expect((await own()).upcoming).toHaveLength(1)
  await look(page, 'conflicts')
  const taken = page.locator('[data-taken="true"]')
  for (let left = await taken.count(); left > 0; left = await taken.count())
    await taken.first().getByRole('button').first().click()
  await page.getByRole('button', { name: 'Book these 12 visits' }).click()
  await expect(page.locator('[data-booked="12"]')).toBeVisible()
  expect((await own()).upcoming).toHaveLength(13)

  // The list, by keyboard: the first visit is opened and cancelled.
  await page.getByRole('link', { name: 'My visits' }).click()
  await expect(page.getByRole('region', { name: 'To come' }).getByRole('listitem')).toHaveCount(13)
  await look(page, 'visits')
  await page.getByRole('region', { name: 'To come' }).getByRole('link', { name: 'Open' }).first().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Cancel it' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Yes, cancel it' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-state="cancelled"]')).toBeVisible()
  expect((await own()).upcoming).toHaveLength(12)
  await other.close()

  // What the therapist has of it: one screen with the visit, what comes next and the record.
  const [next] = (await own()).upcoming
  expect(next?.visit.staff.name).toBe('Bea Back')
  if (bea === undefined) throw new Error('nobody set the clinic up')
  await bea.setViewportSize(DESKTOP)
  await bea.goto(`/clinician/visits/${next?.visit.id}`)
  await expect(bea.getByRole('heading', { level: 1, name: /^Maria Alexandrina/ }).first()).toBeVisible()
  await bea.getByRole('button', { name: 'Arrived' }).click()
  await expect(bea.locator('[data-state="arrived"]')).toBeVisible()
  const ahead = bea.getByRole('region', { name: 'Next visits' }).getByRole('listitem')
  await expect(ahead).toHaveCount(11)
  await bea.getByRole('button', { name: 'Book the same time a week later' }).click()
  await expect(ahead).toHaveCount(12)
  await look(bea, 'visit-page')
})

test('whoever is slower is told so and loses nothing; a gap goes to who waits', async ({
  page,
  browser,
  product,
  problems,
}) => {
  await clinic(browser, product, problems)
  await page.goto('/book')
  const first = page.getByRole('region', { name: 'Soonest' }).getByRole('button').first()
  const start = (await first.getAttribute('data-start')) ?? ''
  // Both therapists have this time; two others are faster.
  const faster = async (): Promise<Page> => {
    const context = await browser.newContext({ baseURL: product.url, locale: 'en-US', viewport: PHONE })
    await watch(context, problems)
    const theirs = await context.newPage()
    await theirs.goto('/book')
    await theirs.locator(`[data-start="${start}"]`).first().click()
    await expect(theirs.locator(`[data-held="${start}"]`)).toBeVisible()
    return theirs
  }
  const [one, two] = [await faster(), await faster()]
  await first.click()
  await expect(page.getByText('Somebody else was faster')).toBeVisible()
  await expect(page.locator(`[data-start="${start}"]`)).toHaveCount(0)
  await look(page, 'faster')

  // One of them lets the time go; it is free again for whoever looks.
  await one.getByRole('button', { name: 'Another time' }).click()
  await expect(one.locator(`[data-start="${start}"]`).first()).toBeVisible()

  // The other books it; somebody with a later visit waits for an earlier one and is kept the gap when it is cancelled.
  await two.getByLabel('Your name').fill('Bo')
  await two.getByLabel('E-mail').fill('bo@example.org')
  // The connection breaks between the agreement and the booking: nothing is lost, and pressing once more books.
  await two.route('**/api/me/visits/held', (route) => route.abort('connectionreset'), { times: 1 })
  await two.getByRole('button', { name: 'Agree and book' }).click()
  await expect(two.getByRole('alert')).toBeVisible()
  await expect(two.getByLabel('Your name')).toHaveValue('Bo')
  await two.getByRole('button', { name: 'Agree and book' }).click()
  await expect(two.getByRole('heading', { level: 1 })).toHaveText('Your visit is booked')
  await page.goto('/book')
  await page.getByRole('button', { name: 'Later days' }).click()
  await page.getByRole('region', { name: 'Soonest' }).getByRole('button').first().click()
  await page.getByLabel('Your name').fill('Ana')
  await page.getByLabel('Telephone').fill('900 000 000')
  await page.getByRole('button', { name: 'Agree and book' }).click()
  await page.getByRole('link', { name: 'Move or cancel' }).click()
  await page.getByRole('button', { name: 'Tell me if an earlier time becomes free' }).click()
  await expect(page.getByText('This visit stays yours.')).toBeVisible()
  await two.getByRole('link', { name: 'Move or cancel' }).click()
  await two.getByRole('button', { name: 'Cancel it' }).click()
  await two.getByRole('button', { name: 'Yes, cancel it' }).click()
  await expect(two.locator('[data-state="cancelled"]')).toBeVisible()
  await page.goto('/visits')
  await expect(page.getByRole('heading', { name: 'A time became free for you' })).toBeVisible()
  await look(page, 'offer')
  await page.getByRole('button', { name: 'Take it' }).click()
  await expect(page.getByRole('region', { name: 'To come' }).getByRole('listitem')).toHaveCount(2)
  for (const each of [one, two]) await each.context().close()
})
