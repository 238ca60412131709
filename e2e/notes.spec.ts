import { expectAccessible, expectNothingBeside } from './axe.ts'
import { expect, test, unexpected } from './product.ts'
import { meOf } from './session-helpers.ts'
import { DESKTOP, PHONE } from './steps/album.ts'
import { deskAlbum } from './steps/desk-album.ts'
import { clinicianAtDesk } from './steps/clinician.ts'
import { agree } from './steps/intake.ts'
import { sendSafeIntake } from './steps/reports.ts'

test.use({ viewport: PHONE, reducedMotion: 'reduce' })

test('a note is drafted from the record, written by keyboard, kept from being overwritten, signed and added to', async ({
  page,
  browser,
  product,
  problems,
}) => {
  await agree(page)
  await sendSafeIntake(page)
  const { patientId } = await meOf(page)
  const desk = await clinicianAtDesk({ browser, product, problems })
  await desk.setViewportSize(DESKTOP)
  const picture = deskAlbum(desk)
  await desk.goto(`/clinician/patients/${patientId}/notes`)
  await expect(desk.getByText('There is no signed plan of care yet.')).toBeVisible()
  await desk.getByLabel('New note').selectOption('daily')
  await picture('list')
  await desk.getByRole('button', { name: 'Draft it from the record' }).click()
  await expect(desk.getByRole('heading', { level: 1, name: 'Daily note' })).toBeVisible()

  await test.step('its sentences stand beside their sources, and the keyboard goes from one to the next', async () => {
    const first = desk.locator('[data-sentence] textarea').first()
    await first.focus()
    await expect(desk.getByRole('complementary')).toContainText('Session at home')
    await desk.keyboard.press('Alt+ArrowDown')
    await expect(desk.locator('[data-sentence] textarea').nth(1)).toBeFocused()
  })

  const judgement = desk.locator('[data-open="true"] textarea')
  const signing = desk.getByRole('button', { name: /^Sign as/ })
  await test.step('what only a person can say keeps it from being signed, and so does an incomplete treatment', async () => {
    await expect(signing).toBeDisabled()
    await desk.getByRole('button', { name: 'Add a treatment' }).click()
    await expect(desk.getByText('Say which grade.').first()).toBeVisible()
    await desk.getByLabel('Levels, ribs or areas', { exact: true }).fill('T4-T6')
    await desk.getByLabel('Grade', { exact: true }).selectOption('III')
    await desk.getByLabel('Side', { exact: true }).selectOption('central')
    await desk.getByLabel('Minutes', { exact: true }).fill('6')
    await desk.getByLabel('Right after it', { exact: true }).selectOption('better')
    await expectAccessible(desk, 'a draft')
    await expectNothingBeside(desk, 'a draft')
    await picture('draft')
    await picture('whole-draft')
    await judgement.fill('Turns further and with less guarding than last week.')
  })
  await expect(desk.getByText(/^✓ Saved/)).toBeVisible()
  await expect(signing).toBeEnabled()

  await test.step('a second page on the same note does not overwrite the first: both texts are told', async () => {
    const other = await desk.context().newPage()
    await other.setViewportSize(DESKTOP)
    await other.goto(desk.url())
    await other.locator('[data-sentence] textarea').first().fill('Text of the second page.')
    await expect(other.getByText(/^✓ Saved/)).toBeVisible()
    await expect(other.getByText('Not saved yet')).toHaveCount(0)
    await expect
      .poll(async () => {
        const notes = await desk.request.get(`/api${new URL(desk.url()).pathname.replace('/clinician', '')}`)
        return await notes.text()
      })
      .toContain('Text of the second page.')
    await other.close()
    await desk.locator('[data-sentence] textarea').first().fill('Text of the first page.')
    await expect(desk.getByRole('alert')).toContainText('Nothing was overwritten')
    await expect(desk.getByRole('alert')).toContainText('Text of the second page.')
    await picture('conflict')
    await desk.getByRole('button', { name: 'Go on with my text' }).click()
    await expect(desk.getByText(/^✓ Saved/)).toBeVisible()
  })

  await test.step('signed, it is text; words can be added, and it prints without what stands round it', async () => {
    await signing.click()
    await expect(desk.getByText(/^Signed by Demo Clinician/)).toBeVisible()
    await expect(desk.getByRole('article')).toContainText('Text of the first page.')
    await expect(desk.getByText('Texts kept beside this note (2)')).toBeVisible()
    await expect(desk.locator('[data-sentence] textarea')).toHaveCount(0)
    await desk.getByLabel('Add to this note').fill('Called the next day: better.')
    await desk.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(desk.getByText(/^Added by Demo Clinician/)).toBeVisible()
    await expectAccessible(desk, 'a signed note')
    await picture('signed')
    await desk.emulateMedia({ media: 'print' })
    await expect(desk.getByRole('banner')).toBeHidden()
    await expect(desk.getByText('Add to this note')).toBeHidden()
    await picture('whole-print')
    await desk.emulateMedia({ media: null })
  })
  expect(unexpected(problems)).toEqual([])
  await desk.context().close()
})
