/** A camera that gives its pictures mirrored takes left for right; the guided movement finds that out, and from then on sides are right. */
import type { Page } from '@playwright/test'
import { countOf, expect, finalCount, openCamera, test } from './fake-camera.ts'
import { play } from './paced-film.ts'

test.use({ viewport: { width: 1280, height: 800 }, settings: { DEMO: '0' } })

/** In seconds of the film: the person stands, or turns to their own left and comes back. */
const STILL = [0, 2] as [number, number]
const LEFT = [2, 5] as [number, number]

const says = (page: Page, sentence: string) =>
  expect(page.locator('[data-guide]')).toHaveAttribute('data-say', sentence, { timeout: 60_000 })

/** One turn to the person's own left, after a start from 0: what the page calls it. */
async function sideOfOneTurn(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Start again from 0' }).click()
  await play(page, STILL, LEFT, STILL)
  expect(await finalCount(page)).toBe(1)
  return (
    (await page
      .locator('main')
      .getByText(/^left \d+, right \d+$/)
      .textContent()) ?? ''
  )
}

async function open(page: Page): Promise<void> {
  await openCamera(page, 'test-seated-rotation')
  await expect(page.locator('[data-help="in-view"]')).toBeVisible({ timeout: 60_000 })
}

async function teach(page: Page, turns: number): Promise<void> {
  await page.getByRole('button', { name: 'Teach the camera' }).click()
  await says(page, 'turn-left')
  for (let turn = 1; turn <= turns; turn += 1) {
    await play(page, LEFT, STILL)
    await says(page, turn < turns ? 'once-more' : 'done')
  }
  expect(await countOf(page), 'nothing counts while the camera learns').toBe(0)
}

test.describe('a camera that mirrors', () => {
  test.use({ camera: { paced: 'rotation', mirrored: true } })

  test('takes left for right until the guided movement was shown twice', async ({ page }) => {
    await open(page)
    expect(await sideOfOneTurn(page), 'or this test proves nothing').toBe('left 0, right 1')
    await page.getByRole('button', { name: 'Start again from 0' }).click()
    await teach(page, 2)
    expect(await sideOfOneTurn(page)).toBe('left 1, right 0')
  })
})

test.describe('a camera that does not', () => {
  test.use({ camera: { paced: 'rotation' } })

  test('gives the same side, after one movement', async ({ page }) => {
    await open(page)
    await teach(page, 1)
    expect(await sideOfOneTurn(page)).toBe('left 1, right 0')
  })
})
