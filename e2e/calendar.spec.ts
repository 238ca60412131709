/** The patient's calendar: the week of their goal, a session that waits until tomorrow, visits, and a list for a calendar program. */
import { randomUUID } from 'node:crypto'
import type { OwnCalendar, Visit } from '@dorsal/care'
import { type Page, request } from '@playwright/test'
import { Temporal } from 'temporal-polyfill'
import { BOTH, expectAccessible, expectLargeTargets, expectNothingBeside } from './axe.ts'
import { expect, test } from './product.ts'
import { DESKTOP, PHONE } from './steps/album.ts'
import { signIn } from './steps/clinician.ts'
import { agree } from './steps/intake.ts'
import { sendSafeIntake } from './steps/reports.ts'

test.use({ viewport: PHONE, reducedMotion: 'reduce', timezoneId: 'Europe/Lisbon' })

const SMALL = { width: 320, height: 640 }

async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name, BOTH)
  await page.setViewportSize(SMALL)
  await expectNothingBeside(page, name)
  await expectLargeTargets(page, name)
  for (const size of [PHONE, DESKTOP])
    for (const colorScheme of BOTH) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      await page.screenshot({
        path: `e2e/output/screens/calendar-${name}-${size.width}-${colorScheme}.png`,
        fullPage: true,
      })
    }
  await page.setViewportSize(PHONE)
  await page.emulateMedia({ colorScheme: 'light' })
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).press('Enter')

test('today’s session waits until tomorrow, by keyboard, and nothing adds up', async ({ page, baseURL }) => {
  await agree(page)
  await sendSafeIntake(page)
  await page.goto('/today')
  await page.getByRole('link', { name: 'My calendar' }).click()
  await expect(heading(page, 'Today: your session at home')).toBeVisible()
  await expect(page.getByText(/^0 of \d this week$/)).toBeAttached()
  const planned = page.getByText('Session at home planned')
  const before = await planned.count()
  await press(page, 'Move it to tomorrow')
  await expect(heading(page, 'Today’s session waits until tomorrow')).toBeVisible()
  await expect(page.getByText('put off to tomorrow')).toBeVisible()
  expect(await planned.count()).toBeLessThanOrEqual(before)
  await look(page, 'put-off')
  await page.getByRole('link', { name: 'Back to today' }).click()
  await expect(page.getByText('You put today’s session off to tomorrow.')).toBeVisible()
  await page.getByRole('link', { name: 'My calendar' }).first().click()
  await press(page, 'Do it today after all')
  await expect(heading(page, 'Today: your session at home')).toBeVisible()
  await press(page, 'Later')
  await expect(page.getByRole('list', { name: 'Days of the week' }).getByRole('heading')).toHaveCount(7)
  await press(page, 'What is next')
  await expect(page.getByRole('list', { name: 'Days ahead' })).toBeVisible()

  await page.getByRole('checkbox', { name: /My sessions at home/ }).check()
  await press(page, 'Make a secret address')
  const address = await page.getByLabel('Secret address').inputValue()
  await expect(page.getByText('with sessions at home')).toBeVisible()
  await look(page, 'feed')
  const program = await request.newContext({ ...(baseURL !== undefined && { baseURL }) })
  const read = await program.get(address)
  expect(read.headers()['content-type']).toContain('text/calendar')
  expect(await read.text()).toContain('SUMMARY:Time for myself')
  await page.getByRole('button', { name: /^Take it back/ }).press('Enter')
  await expect(page.getByText('with sessions at home')).toBeHidden()
  expect((await program.get(address)).status()).toBe(404)
  await program.dispose()
})

/** Visits as the server tells them: one by video that can be joined, one at a place with a long name in another zone. */
function someVisits(): OwnCalendar {
  const now = new Date()
  const iso = (ms: number): string => new Date(now.getTime() + ms).toISOString()
  const HOUR = 3_600_000
  const visit = (kind: Visit['type']['kind'], starts: string, ends: string, zone: string): Visit => ({
    id: randomUUID(),
    type: { id: randomUUID(), kind, name: 'Treatment' },
    staff: { id: randomUUID(), name: 'Maria Antónia de Vasconcelos e Sousa-Holstein' },
    place: {
      id: randomUUID(),
      name: 'North',
      address: '1234 Verylongstreetnamewithoutanyspaceinit\n1000 Lisboa',
      phone: '',
    },
    room: null,
    classId: null,
    seriesId: null,
    starts,
    ends,
    wall: Temporal.Instant.from(starts).toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16),
    zone,
    state: 'booked',
    heldUntil: null,
    version: 0,
  })
  return {
    visits: [
      visit('video', iso(5 * 60_000), iso(HOUR), 'Europe/Lisbon'),
      visit('treatment', iso(26 * HOUR), iso(27 * HOUR), 'America/New_York'),
    ],
    move: null,
    answered: [],
    feeds: [],
  }
}

test('visits stand among the days, with the way in and the way to change them', async ({ page }) => {
  await agree(page)
  await sendSafeIntake(page)
  const body = JSON.stringify(someVisits())
  await page.route('**/api/me/calendar', (route) => route.fulfill({ contentType: 'application/json', body }))
  await page.goto('/calendar')
  await press(page, 'What is next')
  const join = page.getByRole('link', { name: 'Join video visit' })
  await expect(join).toHaveAttribute('href', /^\/visit\/[\w-]{36}\/video$/)
  const change = page.getByRole('link', { name: /^Move or cancel/ })
  for (const link of await change.all()) await expect(link).toHaveAttribute('href', /^\/visits\/[\w-]{36}$/)
  await expect(page.getByText(/(?:EST|EDT|GMT-[45]): visit/)).toBeVisible()
  await look(page, 'visits')
})

test('whoever gives visits reads them in their own calendar, without names', async ({ page, baseURL }) => {
  await page.goto('/clinician')
  await signIn(page)
  await page.goto('/clinician/account')
  const mine = page.getByRole('region', { name: 'My visits in a calendar' })
  await expect(mine.getByRole('checkbox')).toHaveCount(0)
  await mine.getByRole('button', { name: 'Make a secret address' }).press('Enter')
  const address = await mine.getByLabel('Secret address').inputValue()
  const program = await request.newContext({ ...(baseURL !== undefined && { baseURL }) })
  expect(await (await program.get(address)).text()).toContain('X-WR-CALNAME:Appointments')
  await expectAccessible(page, 'account', BOTH)
  await page.setViewportSize(SMALL)
  await expectNothingBeside(page, 'account')
  await page.screenshot({ path: 'e2e/output/screens/calendar-staff-320.png', fullPage: true })
  await page.setViewportSize(PHONE)
  await mine.getByRole('button', { name: /^Take it back/ }).press('Enter')
  await expect(mine.getByRole('listitem')).toHaveCount(0)
  expect((await program.get(address)).status()).toBe(404)
  await program.dispose()
})
