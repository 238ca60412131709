/** One's own set, watched again from the page of one's progress: stills where motion is not wanted, and no word about faults. */
import { expect, test, unexpected } from './product.ts'
import { album, PHONE } from './steps/album.ts'
import { agree } from './steps/intake.ts'
import { sendReplay } from './steps/replays.ts'
import { sendSafeIntake } from './steps/reports.ts'

test.use({ viewport: PHONE, reducedMotion: 'reduce' })

test('a person watches a set of theirs again', async ({ page, problems }) => {
  await agree(page)
  await sendSafeIntake(page)
  await page.goto('/replays')
  await expect(page.getByText('There is nothing to watch yet.')).toBeVisible()
  await sendReplay(page, 'squat', 7, 0.6)
  await sendReplay(page, 'squat', 1)
  const look = album(page, { journey: 'own-replay', for: 'patient' })
  await page.goto('/progress')
  await page.getByRole('link', { name: 'Watch a set of yours again' }).click()
  const rows = page.getByRole('region', { name: 'Repetitions' }).getByRole('listitem')
  await expect(rows).toHaveCount(4)
  await expect(page.getByLabel('Which set').locator('option')).toHaveCount(2)
  await page.getByRole('button', { name: 'Go to repetition 2' }).click()
  await expect(rows.nth(1)).toHaveAttribute('aria-current', 'true')
  await expect(rows.nth(1)).toContainText(/give or take|could not be measured/)
  await page.getByRole('button', { name: 'Show the key poses' }).click()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByText(/Correct|fault/i)).toHaveCount(0)
  await look('watched')
  expect(unexpected(problems)).toEqual([])
})
