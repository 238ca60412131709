import { expectAccessible, expectNothingBeside } from './axe.ts'
import { expect, test, unexpected } from './product.ts'
import { meOf } from './session-helpers.ts'
import { DESKTOP, PHONE } from './steps/album.ts'
import { deskAlbum } from './steps/desk-album.ts'
import { clinicianAtDesk } from './steps/clinician.ts'
import { agree } from './steps/intake.ts'
import { sendSafeIntake } from './steps/reports.ts'

test.use({ viewport: PHONE, reducedMotion: 'reduce' })

test('a programme of six exercises is set by keyboard alone, outlives a reload, and its person reads who decided', async ({
  page,
  browser,
  product,
  problems,
}) => {
  await agree(page)
  const reply = await sendSafeIntake(page)
  const { patientId } = await meOf(page)
  const desk = await clinicianAtDesk({ browser, product, problems })
  await desk.setViewportSize(DESKTOP)
  let keys = 0
  const press = async (key: string) => {
    keys += 1
    await desk.keyboard.press(key)
  }
  const type = async (words: string) => {
    keys += words.length
    await desk.keyboard.type(words)
  }
  const picture = deskAlbum(desk)
  await desk.goto(`/clinician/patients/${patientId}/plan`)
  const lines = desk
    .getByRole('list')
    .filter({ has: desk.locator('[data-line]') })
    .first()
    .locator('[data-line]')
  await expect(desk.getByRole('heading', { name: 'What the rules would do next' })).toBeVisible()
  const before = await lines.count()
  const began = Date.now()

  await test.step('what is there goes, line by line, and comes back', async () => {
    const handle = desk.locator('[data-line] button').first()
    await handle.focus()
    // As a person does: the next key after what the last one did is seen.
    for (let left = before; left > 0; left -= 1) {
      await press('Delete')
      await expect(lines).toHaveCount(left - 1)
    }
    await expect(desk.getByText('A plan needs at least one exercise.')).toBeVisible()
  })

  await test.step('six exercises come from the search, and one goes to the front', async () => {
    await press('/')
    for (const words of ['seated rot', 'wall angel', 'sit to st', 'bird dog', 'cat', 'chin tuck']) {
      await type(words)
      await press('Enter')
    }
    await expect(lines).toHaveCount(6)
    const cat = desk.locator('[data-line="ex-cat-cow"]')
    await cat.getByRole('button').first().focus()
    for (let step = 0; step < 4; step += 1) await press('Alt+ArrowUp')
    await expect(lines.first()).toHaveAttribute('data-line', 'ex-cat-cow')
    await expect(cat.getByRole('button').first()).toBeFocused()
  })

  await test.step('a dose that cannot be is said at its field; undo takes it back', async () => {
    const sets = desk.getByRole('spinbutton', { name: /: Sets$/ }).first()
    await sets.focus()
    await type('9')
    await expect(sets).toHaveAttribute('aria-invalid', 'true')
    await expect(lines.getByText('This must be between 1 and 6.')).toBeVisible()
    await desk.locator('[data-line] button').first().focus()
    await press('Control+z')
    await expect(sets).toHaveAttribute('aria-invalid', 'false')
  })
  await expect(desk.getByText(/If (two sessions are|the next session is) easy/).first()).toBeVisible()
  await expectAccessible(desk, 'a plan being set')
  await expectNothingBeside(desk, 'a plan being set')
  await picture('editor')
  await desk.emulateMedia({ colorScheme: 'dark' })
  await picture('editor-dark')
  await desk.emulateMedia({ colorScheme: null })

  await test.step('a reload loses nothing of it', async () => {
    await desk.reload()
    await expect(desk.getByText(/^Your draft of/)).toBeVisible()
    await expect(lines).toHaveCount(6)
  })

  await test.step('it is saved with words why', async () => {
    await press('Control+s')
    await type('New exercises for your week.')
    await expect(desk.getByRole('button', { name: 'Save this plan' })).toBeEnabled()
    await press('Tab')
    await press('Enter')
    await expect(desk.getByText(/is saved. The patient has it now/)).toBeVisible()
  })
  test.info().annotations.push({ type: 'keys', description: `${keys} keys, ${Date.now() - began} ms` })
  const me = await meOf(page)
  expect(me.plan?.version).toBe((reply.plan?.version ?? 0) + 1)
  expect(me.plan?.items.filter(({ kind }) => kind === 'exercise')).toHaveLength(6)

  await test.step('its person reads what changed, why and who decided', async () => {
    await page.goto('/plan')
    await expect(page.getByText('Set anew by Demo Clinician')).toBeVisible()
    await expect(page.getByText('New exercises for your week.')).toBeVisible()
    await expect(page.getByText(/^.*: new$/).first()).toBeVisible()
  })
  expect(unexpected(problems)).toEqual([])
  await desk.context().close()
})
