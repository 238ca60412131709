import { randomUUID } from 'node:crypto'
import { expectAccessible, expectNothingBeside } from './axe.ts'
import { expect, test, unexpected } from './product.ts'
import { meOf } from './session-helpers.ts'
import { DESKTOP } from './steps/album.ts'
import { deskAlbum } from './steps/desk-album.ts'
import { agreeAtOnce } from './steps/intake.ts'
import { firstAdmin, invited, ok } from './steps/joined-desk.ts'
import { sendSafeIntake } from './steps/reports.ts'

test.use({
  reducedMotion: 'reduce',
  settings: { DEMO: '0', FIRST_PLAN: 'after-clinician', CLINIC_NAME: 'Hill Street Clinic' },
})

test("an assistant's notes wait in a list, and by keyboard alone a therapist signs one after the other", async ({
  page,
  browser,
  product,
  problems,
}) => {
  const ada = await firstAdmin({ browser, product, problems })
  const whom = { name: 'Ash Assistant', email: 'ash@clinic.example', role: 'assistant' }
  const ash = await invited({ browser, product, problems }, ada, whom)
  const staffId = async (of: typeof ada) =>
    (await ok<{ staffId: string }>(of.request, 'GET', '/api/staff/me')).staffId
  await agreeAtOnce(page)
  await sendSafeIntake(page)
  const { patientId } = await meOf(page)
  for (const one of [ash, ada])
    await ok(ada.request, 'PUT', `/api/patients/${patientId}/team/${await staffId(one)}`, {
      part: 'member',
      until: null,
    })
  for (const text of ['Easier than last week.', 'Turned further, and slept.']) {
    const path = `/api/patients/${patientId}/notes/${randomUUID()}`
    const sources = [{ kind: 'author', id: null, at: null, part: [] }]
    const line = { id: 'l1', section: 'assessment', text, drafted: null, sources, ask: false }
    const body = { lines: [line], treatments: [] }
    await ok(ash.request, 'PUT', path, { kind: 'daily', lang: 'en', lock: 0, body })
    await ok(ash.request, 'POST', `${path}/sign`, { lock: 1 })
  }
  const picture = deskAlbum(ada)

  await ada.setViewportSize(DESKTOP)
  await ada.goto('/clinician')
  const way = ada.getByRole('link', { name: /^To co-sign 2 notes wait$/ })
  await way.focus()
  await ada.keyboard.press('Enter')
  await expect(ada.getByRole('heading', { level: 1, name: 'Notes to co-sign' })).toBeVisible()
  const rows = ada.locator('tbody').getByRole('link')
  await expect(rows).toHaveCount(2)
  await expectAccessible(ada, 'notes to co-sign')
  await expectNothingBeside(ada, 'notes to co-sign')
  await picture('co-sign')
  await ada.keyboard.press('j')
  await expect(rows.first()).toBeFocused()
  await ada.keyboard.press('j')
  await expect(rows.nth(1)).toBeFocused()
  await ada.keyboard.press('k')
  await ada.keyboard.press('Enter')

  await expect(ada.getByText('Easier than last week.')).toBeVisible()
  await ada.getByRole('button', { name: 'Sign it too, as Ada First' }).press('Enter')
  const next = ada.getByRole('link', { name: /^Next to co-sign: Daily note/ })
  await expect(ada.getByText('Signed and co-signed')).toBeVisible()
  await expect(next).toBeFocused()
  await picture('co-signed')
  await ada.keyboard.press('Enter')
  await expect(ada.getByText('Turned further, and slept.')).toBeVisible()
  await ada.getByRole('button', { name: 'Sign it too, as Ada First' }).press('Enter')
  await expect(ada.getByText('No other note waits for you')).toBeVisible()
  await expect(ada.getByRole('link', { name: /^To co-sign/ })).toHaveCount(0)
  expect(unexpected(problems)).toEqual([])
  for (const one of [ada, ash]) await one.context().close()
})
