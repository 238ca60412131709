/**
 * What only a camera brings into the session, looked at: the ring of the range that is asked for, both hands raised, and how far it went
 * against the last time. In the long form alone: what counts and measures is told by the other camera tests.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Me, SessionReport } from '@dorsal/care'
import type { Page } from '@playwright/test'
import { withPage } from '../bench/mannequin/render.ts'
import { expectAccessible, expectNothingBeside } from './axe.ts'
import { expect, test } from './fake-camera.ts'
import { LONG_FORM, ONLY_LONG } from './long-form.ts'
import { play, stay } from './paced-film.ts'
import { answerBefore, answerEnd, openSession, player } from './session-helpers.ts'
import { prescribeSquats, squat } from './steps/prescribe.ts'

const FOLDER = fileURLToPath(new URL('./output/ring/', import.meta.url))
const SIZES = { phone: [390, 844], desktop: [1440, 900] } as const

test.use({
  settings: { DEMO: '1' },
  viewport: { width: 1440, height: 900 },
  camera: { paced: 'squat-side' },
})
test.skip(!LONG_FORM, ONLY_LONG)

/** In seconds of the film: the first squat begins, and each takes so long; the last pictures are of somebody with both hands up. */
const BEGINS = 2.4
const SQUAT = 3.6
const HANDS_FROM = 17
const RATE = 10

/** Somebody who stands as in the film and holds both hands up. */
const handsUp = (): Promise<Buffer> =>
  withPage('/page.html', async (page) => {
    await page.evaluate(`openScene('squat-side', 1, 640, 480)`)
    const up = { flex: 172, abd: 12, elbow: 8 }
    await page.evaluate((arm) => {
      Object.assign(window, { frames: [{ yaw: 20, pose: { left: arm, right: arm } }] })
    }, up)
    return Buffer.from(await page.evaluate<string>('picture(0)'), 'base64')
  })

const EARLIER = '2026-01-05T09:00:00.000Z'

/** A made-up session of January in which the knees bent less. */
function earlier(me: Me): SessionReport {
  const range = { signal: 'knee_flexion', unit: 'deg', left: 52, right: null, best: 52, error: 6 }
  return {
    id: '0190d3a4-7c21-7a52-9e3f-5d1f3c2b1a09',
    sessionNumber: 1,
    planVersion: me.plan?.version ?? 1,
    mode: 'camera',
    startedAt: EARLIER,
    endedAt: EARLIER,
    before: { answers: {}, pain: 3, sinceLast: 'first' },
    sets: [
      {
        planItemId: 'earlier',
        exerciseId: 'squat',
        set: 1,
        prescribedReps: 3,
        doneReps: 3,
        counted: 'camera',
        seconds: 20,
        summary: {
          reps: { total: 3, left: 0, right: 0, partial: 0 },
          repetitions: [],
          holdSeconds: 0,
          range,
          tempoSeconds: 4,
          faults: [],
          seenShare: 0.9,
        },
        pain: 2,
        effort: 3,
      },
    ],
    changes: [],
    painAfter: 2,
    effort: 3,
    hardest: null,
    note: null,
    stop: null,
    engine: null,
  }
}

/** Pictures of both sizes, light and dark, without anything off the side. */
async function lookAt(page: Page, name: string, whole = false): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  for (const [size, [width, height]] of Object.entries(SIZES))
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme })
      await page.waitForTimeout(300)
      await page.screenshot({
        path: path.join(FOLDER, `${name}-${size}-${colorScheme}.png`),
        fullPage: whole,
      })
      await expectNothingBeside(page, `${name}, ${size}`)
    }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1440, height: 900 })
}

/** How many points of the drawing over the picture have the colour of the ring. */
const ringed = (page: Page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('canvas')].map((canvas) => {
      const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      let points = 0
      for (let i = 0; i < data.length; i += 4)
        if ((data[i] ?? 0) > 240 && Math.abs((data[i + 1] ?? 0) - 209) < 14 && (data[i + 2] ?? 0) < 140)
          points += 1
      return points
    })
    return Math.max(0, ...all)
  })

test('the ring of the range, both hands raised, and against the last time', async ({ page, context }) => {
  const up = await handsUp()
  await context.route('**/film-of-the-test/*', (route) => {
    const at = Number(route.request().url().split('/').at(-1))
    return at >= HANDS_FROM * RATE ? route.fulfill({ contentType: 'image/jpeg', body: up }) : route.fallback()
  })
  await prescribeSquats(page, 3, { sets: 2, restSeconds: 30 }, (me) => {
    if (me.history.length === 0) me.history.push({ receivedAt: EARLIER, report: earlier(me) })
  })
  await openSession(page)
  await answerBefore(page)
  await page.locator('[data-way="camera"]').click()
  // How the camera is to see somebody, before they are seen.
  await expect(page.getByRole('button', { name: 'Start the session' })).toBeEnabled()
  await expect(page.locator('[data-figure] svg')).toBeVisible()
  await lookAt(page, 'set-up', true)
  await page.getByRole('button', { name: 'Start the session' }).click()
  await expect(player(page, 'ready')).toBeVisible()
  await stay(page, 2)
  const start = page.getByRole('button', { name: 'Start now' })
  if ((await player(page, 'ready').count()) > 0) await start.click({ timeout: 5000 }).catch(() => undefined)
  await expect(page.locator('[data-counts="camera"][data-phase="work"]')).toBeVisible()

  // Down in the second squat, when the own range is known.
  await play(page, [BEGINS, BEGINS + 1.4 * SQUAT])
  await expect.poll(() => ringed(page)).toBeGreaterThan(150)
  await lookAt(page, 'ring')

  // Both hands up: everything waits; and again: on it goes.
  await play(page, [BEGINS + 1.4 * SQUAT, BEGINS + 2 * SQUAT], [0, 1])
  await play(page, [HANDS_FROM, HANDS_FROM + 0.9])
  await stay(page, 2)
  await expect(page.locator('[data-paused="person"]')).toBeVisible()
  await lookAt(page, 'hands-up')
  await play(page, [0, 1])
  await play(page, [HANDS_FROM, HANDS_FROM + 0.9])
  await stay(page, 2)
  await expect(page.locator('[data-paused="no"]')).toBeVisible()
  await play(page, [0, 1])

  await play(page, [BEGINS + 2 * SQUAT, BEGINS + 3 * SQUAT], [0, 1])
  await expect(player(page, 'after')).toBeVisible()
  await page.locator('[data-control="stop"]').click()
  await answerEnd(page)
  const card = page.locator('[data-since-last="1"]')
  await expect(card).toBeVisible()
  await expect(card).toContainText(squat.name)
  await expect(card).toContainText(/further than last time/)
  // By its name, also where today's plan did not have it.
  await expect(page.getByText(/The next session starts with/)).not.toContainText(/[a-z]-[a-z]+-[a-z]/)
  await lookAt(page, 'since-last', true)
  await expectAccessible(page, 'against last time', ['light', 'dark'])
})
