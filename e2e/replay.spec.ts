import { expectAccessible, expectNothingBeside } from './axe.ts'
import { expect, test } from './product.ts'
import { meOf } from './session-helpers.ts'
import { DESKTOP, PHONE } from './steps/album.ts'
import { deskAlbum } from './steps/desk-album.ts'
import { clinicianAtDesk } from './steps/clinician.ts'
import { agree } from './steps/intake.ts'
import { sendReplay } from './steps/replays.ts'
import { sendSafeIntake } from './steps/reports.ts'

test.use({ viewport: PHONE, reducedMotion: 'reduce' })

test('a set is played again at the desk: stepped, by repetition, held against another date; and is gone when the yes is taken back', async ({
  page,
  browser,
  product,
  problems,
}) => {
  await agree(page)
  await sendSafeIntake(page)
  await sendReplay(page, 'squat', 7, 0.6)
  await sendReplay(page, 'squat', 1)
  const { patientId, history } = await meOf(page)
  const session = history.at(-1)?.report.id
  const desk = await clinicianAtDesk({ browser, product, problems })
  await desk.setViewportSize(DESKTOP)
  const picture = deskAlbum(desk)
  const time = async () => Number(await desk.locator('[data-time]').getAttribute('data-time'))

  await desk.goto(`/clinician/patients/${patientId}/sessions/${session}`)
  const rows = desk.getByRole('table', { name: 'The repetitions of this set' }).locator('tbody tr')
  await expect(rows).toHaveCount(4)
  await expect(desk.getByText('Approximate, from one camera')).toBeVisible()

  await test.step('by keyboard: to a repetition, frame by frame, faster, playing', async () => {
    await desk.getByRole('heading', { level: 1 }).click()
    await desk.keyboard.press('2')
    await expect(rows.nth(1)).toHaveAttribute('data-now', 'true')
    const second = await time()
    await desk.keyboard.press('ArrowRight')
    expect(await time()).toBeCloseTo(second + 1 / 15, 2)
    await desk.keyboard.press('ArrowLeft')
    expect(await time()).toBeCloseTo(second, 2)
    await desk.keyboard.press(']')
    await expect(desk.getByLabel('Speed')).toHaveValue('1.5')
    await desk.keyboard.press('Space')
    await expect.poll(time).toBeGreaterThan(second)
    await desk.getByRole('button', { name: 'Pause' }).click()
  })

  await test.step('the other date stands beside it, with the difference and its error', async () => {
    const other = desk.getByLabel('Compare with another date')
    await other.selectOption({ index: 1 })
    await expect(desk.locator('canvas')).toHaveCount(2)
    await expect(desk.getByRole('columnheader', { name: 'Against the other date' })).toBeVisible()
    await expect(rows.first().locator('td').last()).toHaveText(/±|cannot be compared/)
    await desk.getByRole('button', { name: 'Furthest point' }).click()
    await desk.keyboard.press('1')
    await picture('replay-compare')
    await expectAccessible(desk, 'replay')
    await desk.setViewportSize({ width: 320, height: 640 })
    await expectNothingBeside(desk, 'replay at 400 %')
  })

  await test.step('the person takes the yes back on the privacy page, and the desk has nothing to show', async () => {
    await page.goto('/privacy')
    await expectNothingBeside(page, 'privacy')
    await expect(page.locator('[data-kept-replays="2"]')).toBeVisible()
    await page.getByRole('radio', { name: 'No', exact: true }).click()
    await expect(page.getByText('What was kept is erased.')).toBeVisible()
    await expect(page.locator('[data-kept-replays="0"]')).toBeVisible()
    await desk.reload()
    await expect(desk.getByText('No movement is kept of this person.')).toBeVisible()
  })
})
