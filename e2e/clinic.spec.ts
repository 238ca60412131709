/** The clinic's administrator: places, teams, a record opened with a reason, and who looked, also as its person reads it. */
import { randomUUID } from 'node:crypto'
import type { Glass, NewGenerator } from '@dorsal/care'
import { type Page, request } from '@playwright/test'
import { codeAt, stepAt } from '../server/src/account/totp.ts'
import { fromBase32 } from '../server/src/staff/sign-in-steps.ts'
import { expectAccessible, expectNothingBeside } from './axe.ts'
import { LONG_FORM } from './long-form.ts'
import { expect, test, watch } from './product.ts'
import { DESKTOP, PHONE } from './steps/album.ts'
import { meOf } from './session-helpers.ts'
import { agreeAtOnce } from './steps/intake.ts'

const TABLET = { width: 1024, height: 768 }

test.use({
  settings: { DEMO: '0' },
  viewport: DESKTOP,
  reducedMotion: 'reduce',
  // What a browser says of a record that asks for a reason.
  expectedErrors: [/the server responded with a status of 403/],
})

async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name)
  const before = page.viewportSize() ?? DESKTOP
  for (const size of LONG_FORM ? [DESKTOP, TABLET, PHONE] : [DESKTOP, PHONE]) {
    await page.setViewportSize(size)
    await expectNothingBeside(page, name)
    await page.screenshot({ path: `e2e/output/screens/clinic-${name}-${size.width}.png`, fullPage: true })
  }
  await page.setViewportSize(before)
}

/** The administrator of a new clinic, signed in by the address in the log, with one colleague. */
async function becomeAdmin(page: Page, baseURL: string, log: string): Promise<void> {
  const token = /clinician\/join#(\S+)/.exec(log)?.[1] ?? ''
  const send = async <T>(path: string, data: object = {}): Promise<T> => {
    const reply = await page.request.post(`/api/staff/${path}`, { data })
    expect(reply.ok(), await reply.text()).toBe(true)
    return (await reply.json()) as T
  }
  const password = 'seven green bicycles'
  const who = { name: 'Ada First', email: 'ada@clinic.example', password }
  await send('links/take', { token, ...who })
  const { secret } = await send<NewGenerator>('sign-in/generator')
  await send('sign-in/generator/code', { code: codeAt(fromBase32(secret), stepAt(new Date())) })
  const bo = { name: 'Bo Second', email: 'bo@clinic.example', role: 'therapist' }
  const invited = await send<{ token: string }>('invitations', bo)
  const other = await request.newContext({ baseURL })
  const joined = await other.post('/api/staff/links/take', { data: { token: invited.token, password } })
  expect(joined.ok(), await joined.text()).toBe(true)
  await other.dispose()
  await page.addInitScript(() => localStorage.setItem('dorsal-staff-signed-in', '1'))
}

test('an administrator sets up a place and a team; a record that is opened with a reason is told to its person', async ({
  page,
  product,
  browser,
  problems,
}) => {
  const context = await browser.newContext({ baseURL: product.url, viewport: PHONE, reducedMotion: 'reduce' })
  await watch(context, problems)
  const person = await context.newPage()
  await agreeAtOnce(person)
  const { patientId } = await meOf(person)
  const name = 'Rosa Maria Peña Lopes de Vasconcelos'
  await person.request.put('/api/me/contact', { data: { name, email: null, phone: null } })

  await becomeAdmin(page, product.url, product.log())
  await page.goto('/clinician/places')
  await page.getByRole('button', { name: 'Add a place' }).click()
  await page.getByRole('textbox', { name: 'Name of the place' }).fill('North')
  await page.getByRole('textbox', { name: 'Address' }).fill('1 Main Street\n1200 Lisboa')
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Lisbon')
  await page.getByRole('button', { name: 'Keep this place' }).click()
  await expect(page.getByRole('article', { name: 'North' })).toContainText('Europe/Lisbon')
  await look(page, 'places')

  await page.getByRole('link', { name: 'Teams' }).click()
  await page.getByRole('searchbox', { name: 'Look for a patient' }).fill('rosa maria')
  const row = page.getByRole('article', { name })
  await row.getByRole('combobox', { name: /Where/ }).selectOption('North')
  await row.getByRole('combobox', { name: /Take somebody on/ }).selectOption('Bo Second')
  await expect(row.getByText('leads')).toBeVisible()
  await look(page, 'teams')
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('heading', { name: 'Answers to messages' })).toBeVisible()
  await look(page, 'settings')

  await page.goto('/clinician/find')
  await page.getByRole('textbox', { name: 'Whole name' }).fill(name)
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Another team’s record' })).toBeVisible()
  await expect(page.getByText('60 minutes').first()).toBeVisible()
  await look(page, 'reason')
  await page.getByRole('textbox', { name: 'Why you need it now' }).fill('She fainted at the reception.')
  await page.getByRole('button', { name: /Open the record/ }).click()
  const banner = page.getByRole('region', { name: 'Opened with a reason' })
  await expect(banner).toContainText('60 more minutes')
  await look(page, 'opened')
  await banner.getByRole('button', { name: 'End now' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your patients' })).toBeVisible()
  expect((await page.request.get(`/api/patients/${patientId}`)).status()).toBe(403)

  // Open once more, and over while the page stands there: nothing of it is shown any more.
  const again = { id: randomUUID(), reason: 'She is still not well.' }
  const opened = await page.request.post(`/api/patients/${patientId}/break-glass`, { data: again })
  expect(((await opened.json()) as { glass: Glass }).glass.reason).toBe(again.reason)
  await page.goto(`/clinician/patients/${patientId}`)
  await expect(banner).toBeVisible()
  await page.request.delete(`/api/patients/${patientId}/break-glass`)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Another team’s record' })).toBeVisible()

  await page.goto('/clinician/trail')
  await expect(page.getByText('She fainted at the reception.')).toBeVisible()
  await page.getByRole('button', { name: 'Check now' }).click()
  await expect(page.getByText(/checked: (?:all fit|it fits)/)).toBeVisible()
  await page.getByRole('button', { name: 'I have looked into it' }).first().click()
  await expect(page.getByText(/looked into by Ada First/)).toBeVisible()
  await look(page, 'trail')

  await person.goto('/privacy')
  await expect(person.getByText(/Ada First is not on your team/).first()).toBeVisible()
  await person.getByRole('button', { name: 'Show who looked' }).click()
  await expect(person.getByText('opened or closed it with a reason').first()).toBeVisible()
  await look(person, 'who-looked')
  await context.close()
})
