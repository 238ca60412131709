import type { Page } from '@playwright/test'
import { expect, test } from './fake-camera.ts'
import { LONG_FORM, ONLY_LONG } from './long-form.ts'
import { expectNoPicture } from './offline/no-picture.ts'
import { play, stay } from './paced-film.ts'
import { answerBefore, answerEnd, look, meOf, openSession, player } from './session-helpers.ts'
import { prescribeSquats } from './steps/prescribe.ts'

test.use({ settings: { DEMO: '1' }, viewport: { width: 1280, height: 800 } })

const count = (page: Page) => page.locator('[data-line="count"]')

/** In seconds of the film: the first squat begins, and each takes so long. */
const BEGINS = 2.4
const SQUAT = 3.6

/** One after the other. Where the machine stood still so long that the page takes it for sleep and pauses, that one is done again. */
async function squats(page: Page, from: number, to: number): Promise<void> {
  for (let nth = from; nth < to; nth += 1) {
    const once = () => play(page, [BEGINS + nth * SQUAT, BEGINS + (nth + 1) * SQUAT], [0, 1])
    await once()
    const goOn = page.getByRole('button', { name: 'Go on' })
    if (!(await goOn.isVisible())) continue
    await goOn.click()
    await once()
  }
}

/** The sets whose movement the clinic has. */
async function replaysOf(page: Page): Promise<unknown[]> {
  const reply = await page.request.get('/api/me/replays')
  return ((await reply.json()) as { replays: unknown[] }).replays
}

/** Past the set-up and into the work, as somebody does who need not walk back to their place. */
async function startByCamera(page: Page, keepsMovement = false): Promise<void> {
  await openSession(page)
  await answerBefore(page)
  await page.locator('[data-way="camera"]').click()
  await expect(page.locator('[data-keeps-movement="no"]'), 'nothing is kept without a yes').toBeVisible()
  if (keepsMovement) await page.getByRole('radio', { name: 'Yes, keep the points' }).check()
  await page.getByRole('button', { name: 'Start the session' }).click()
  // Each get-ready looks anew for the person: seen before they start.
  await expect(player(page, 'ready')).toBeVisible()
  await stay(page, 2)
  // On a slow machine the get-ready may be over by itself meanwhile.
  const start = page.getByRole('button', { name: 'Start now' })
  if ((await player(page, 'ready').count()) > 0) await start.click({ timeout: 5000 }).catch(() => undefined)
  await expect(page.locator('[data-counts="camera"][data-phase="work"]')).toBeVisible()
}

test.describe('a person who squats', () => {
  test.use({ camera: { paced: 'squat-oblique' } })

  test('is counted by the camera to the end of the set, and the report says so, and holds no picture', async ({
    page,
    traffic,
  }) => {
    await prescribeSquats(page, 2)
    await startByCamera(page)
    await squats(page, 0, 1)
    await expect(count(page)).toHaveText('1')
    await look(page, 'camera')
    await squats(page, 1, 2)
    await expect(player(page, 'after')).toBeVisible()
    await page.locator('[data-control="next"]').click()
    await answerEnd(page)
    await expect(page.locator('[data-report="sent"]')).toBeVisible()
    const report = (await meOf(page)).history[0]?.report
    expect(report).toMatchObject({ mode: 'camera', sets: [{ counted: 'camera', doneReps: 2 }] })
    expect(report?.sets[0]?.summary?.reps.total).toBeGreaterThanOrEqual(1)
    expect(report?.engine?.delegate).toBe('CPU')
    await expectNoPicture(page, traffic, 2)
    expect(await replaysOf(page), 'nobody agreed to keeping the movement').toEqual([])
  })

  test('loses no repetition when the camera goes in the middle, and goes on by the timer', async ({
    page,
  }) => {
    await prescribeSquats(page, 4)
    await page.addInitScript(() => {
      const devices = navigator.mediaDevices
      const open = devices.getUserMedia.bind(devices)
      devices.getUserMedia = async (wish) => {
        const stream = await open(wish)
        Object.assign(window, {
          unplug: () => stream.getTracks().forEach((track) => track.dispatchEvent(new Event('ended'))),
        })
        return stream
      }
    })
    await startByCamera(page, true)
    await squats(page, 0, 2)
    await expect(count(page)).toHaveText('2')
    await page.evaluate(() => (window as unknown as { unplug: () => void }).unplug())
    await expect(page.locator('[data-camera="failed"][data-counts="timer"]')).toBeVisible()
    await look(page, 'camera-lost')
    await expect(player(page, 'after')).toBeVisible()
    await page.locator('[data-control="next"]').click()
    await answerEnd(page)
    await expect(page.locator('[data-report="sent"]')).toBeVisible()
    expect((await meOf(page)).history[0]?.report.sets).toMatchObject([{ doneReps: 4, counted: 'timer' }])
    await test.step('with a yes, what the camera saw of the movement follows the report', async () => {
      await expect.poll(() => replaysOf(page)).toMatchObject([{ set: 0, exerciseId: 'squat', reps: 2 }])
    })
  })
})

test.describe('a person who faces the camera', () => {
  test.use({ camera: { paced: 'rotation' } })

  test('in the set-up the guide begins by itself, can be skipped, and nothing waits for it', async ({
    page,
  }) => {
    test.skip(!LONG_FORM, ONLY_LONG)
    // Long enough to hold the turn, which is taught from the front.
    await openSession(page, 15)
    await answerBefore(page)
    await page.locator('[data-way="camera"]').click()
    const guide = page.locator('[data-guide="guiding"]')
    await expect(guide).toBeVisible()
    await look(page, 'guide')
    await page.getByRole('button', { name: 'Skip this' }).click()
    await expect(guide).toHaveCount(0)
    await page.waitForTimeout(1500)
    await expect(guide, 'skipped is skipped').toHaveCount(0)
    await page.getByRole('button', { name: 'Start the session' }).click()
    await expect(player(page, 'ready')).toBeVisible()
  })
})

test.describe('a camera that is refused', () => {
  test.use({ camera: 'refused' })

  test('is one plain sentence, and the session is there without it', async ({ page }) => {
    await openSession(page)
    await answerBefore(page)
    await page.locator('[data-way="camera"]').click()
    await expect(page.locator('[data-failure="camera-refused"]')).toBeVisible()
    await look(page, 'camera-refused')
    await page.getByRole('button', { name: 'Go on with the timer' }).click()
    await expect(player(page, 'ready')).toBeVisible()
    await expect(page.locator('video')).toHaveCount(0)
  })
})
