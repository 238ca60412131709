/** What the camera page says where it cannot judge: in the dark, and with a second person in the picture. */
import type { Page } from '@playwright/test'
import { darkened, twice } from '../bench/mannequin/remade.ts'
import { film } from '../bench/mannequin/render.ts'
import { countOf, expect, FILM_RATE, openCamera, test, watchPage } from './fake-camera.ts'
import { filmOfVideo, recordedVideo } from './video-film.ts'
import { LONG_FORM, ONLY_LONG } from './long-form.ts'

test.use({ viewport: { width: 1280, height: 800 }, settings: { DEMO: '0' } })

const says = (page: Page, help: string | RegExp) =>
  expect(page.locator('[data-help]')).toHaveAttribute('data-help', help)

test.describe('in the dark', () => {
  test.use({ camera: { make: async () => darkened(await film('squat-oblique'), 0.06) } })

  test('the page says that it is too dark, and counts nothing', async ({ page }) => {
    await openCamera(page, 'squat')
    await says(page, 'too-dark')
    await expect(page.locator('[data-help]')).toContainText('too dark')
    const seen = await watchPage(page, { pictures: 2 * FILM_RATE })
    expect([...new Set(seen.map(({ help }) => help))], 'it does not flicker').toEqual(['too-dark'])
    expect(await countOf(page)).toBe(0)
  })
})

test.describe('two people in the picture', () => {
  test.use({ camera: { make: async () => twice(await film('squat-oblique')) } })

  test('the page says so and keeps saying it', async ({ page }) => {
    await openCamera(page, 'squat')
    await says(page, 'two-people')
    await expect(page.locator('[data-help]')).toContainText('two people')
    const seen = await watchPage(page, { pictures: 2 * FILM_RATE })
    expect([...new Set(seen.map(({ help }) => help))]).toEqual(['two-people'])
  })
})

test.describe('one person', () => {
  test('is never taken for two', async ({ page }) => {
    test.skip(!LONG_FORM, ONLY_LONG)
    await openCamera(page, 'squat')
    await says(page, 'in-view')
    // A look a second: ten of them, in the long form of the tests thirty.
    const seen = await watchPage(page, { pictures: (LONG_FORM ? 30 : 10) * FILM_RATE })
    expect(seen.map(({ help }) => help)).not.toContain('two-people')
    expect(seen.map(({ help }) => help)).not.toContain('too-dark')
  })
})

// In the long form of the tests alone: it takes the better part of a minute.
const video = LONG_FORM ? recordedVideo('two-people.mp4') : null

// The list of the run shows no reason for a skipped test but its name.
test.describe(video ? 'two people who were recorded' : 'skipped: no recordings, or not the long form', () => {
  test.skip(video === null)
  test.use({ camera: { make: async () => (video && (await filmOfVideo(video))) ?? film('empty-room') } })

  // One balances on a roof while the other walks past below; both are small and against the sun.
  test('are noticed while the second walks through the picture', async ({ page }) => {
    test.skip(video !== null && (await filmOfVideo(video)) === null, 'this browser cannot take an mp4 apart')
    await openCamera(page, 'squat', 'full')
    await says(page, /./)
    await watchPage(page, { help: 'two-people', pictures: 1 })
  })
})
