import type { Page } from '@playwright/test'
import { expect, test } from './product.ts'
import { answerBefore, answerEnd, look, meOf, openSession, player, runUntil } from './session-helpers.ts'

test.beforeEach(async ({ page }) => {
  await page.clock.install()
})

/** A browser whose recognition of speech is bound to the device, or is not; `window.say` speaks to it. */
async function putRecognition(page: Page, local: boolean): Promise<void> {
  await page.addInitScript((bound) => {
    type Listener = (event: unknown) => void
    const heard = { started: 0, locally: [] as boolean[] }
    let listener: Listener | undefined
    class Recognition {
      static available = async () => 'available'
      addEventListener(type: string, given: Listener) {
        if (type === 'result') listener = given
      }
      start() {
        heard.started += 1
        heard.locally.push((this as { processLocally?: boolean }).processLocally === true)
      }
      abort() {
        listener = undefined
      }
    }
    if (bound) Object.assign(Recognition.prototype, { processLocally: false })
    const say = (transcript: string) =>
      listener?.({ resultIndex: 0, results: [Object.assign([{ transcript }], { isFinal: true })] })
    const names = bound
      ? { SpeechRecognition: Recognition }
      : { SpeechRecognition: Recognition, webkitSpeechRecognition: Recognition }
    Object.assign(globalThis, names, { say, heard })
  }, local)
}

const say = (page: Page, phrase: string) =>
  page.evaluate((words) => (globalThis as unknown as { say: (words: string) => void }).say(words), phrase)
const heard = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { heard: { started: number; locally: boolean[] } }).heard)

/** The size in pixels of the smallest words on show in the player. */
const smallest = (page: Page) =>
  page.locator('[data-counts]').evaluate((root) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    let least = Number.POSITIVE_INFINITY
    while (texts.nextNode()) {
      const parent = texts.currentNode.parentElement
      const box = parent?.getBoundingClientRect()
      const shown = parent?.checkVisibility() === true && (box?.width ?? 0) > 1 && (box?.height ?? 0) > 1
      if (!shown || parent === null || texts.currentNode.textContent?.trim() === '') continue
      // Words of a drawing grow with it.
      const drawing = parent.closest('svg')
      const grown =
        drawing === null ? 1 : drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width
      least = Math.min(least, Number.parseFloat(getComputedStyle(parent).fontSize) * grown)
    }
    return least
  })

test('without touching the device: one big key, a remote, a wish for next time, spoken words', async ({
  page,
}) => {
  await putRecognition(page, true)
  await page.addInitScript(() => {
    const asked: string[] = []
    const request = async (type: string) => {
      asked.push(type)
      return { release: async () => undefined }
    }
    Object.defineProperty(navigator, 'wakeLock', { value: { request } })
    Object.assign(globalThis, { asked })
  })
  await openSession(page)
  await answerBefore(page)
  await page.locator('[data-way="timer"]').click()
  await expect(player(page, 'ready')).toBeVisible()
  expect(await page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)).toContain('screen')

  // One big key pauses and goes on; a remote goes on to the work and back to its steps.
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-paused="person"]')).toBeVisible()
  await page.keyboard.press('Space')
  await expect(page.locator('[data-paused="no"]')).toBeVisible()
  await page.keyboard.press('PageDown')
  await expect(player(page, 'work')).toBeVisible()
  await page.keyboard.press('PageUp')
  await expect(player(page, 'ready')).toBeVisible()
  await page.keyboard.press('PageDown')
  await page.keyboard.press('t')
  await expect(page.locator('[data-line="time-left"]')).toContainText(/left/)
  await page.keyboard.press('m')
  await expect(page.locator('[data-line="harder"]')).toBeVisible()

  // From three metres: at least twice as large as at arm's length, and all of it on the screen.
  await page.setViewportSize({ width: 1920, height: 1080 })
  expect(await smallest(page)).toBeGreaterThanOrEqual(36)
  await expect(page.locator('[data-control="stop"]')).toBeInViewport({ ratio: 1 })
  await page.setViewportSize({ width: 1280, height: 800 })

  await runUntil(page, 'after')
  await expect(page.locator('[data-control="harder"]')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Enter')
  await expect(player(page, 'rest')).toBeVisible()

  // Nothing listens until it is switched on; then it is bound to the device, and whole phrases alone count.
  expect((await heard(page)).started).toBe(0)
  await page.locator('summary', { hasText: 'Sound and keys' }).click()
  await page.getByRole('checkbox', { name: 'Listen to spoken words' }).check()
  await look(page, 'ways')
  await page.locator('summary', { hasText: 'Sound and keys' }).click()
  expect((await heard(page)).locally).toEqual([true])
  await say(page, 'do not stop')
  await expect(player(page, 'rest')).toBeVisible()
  await say(page, 'That hurts.')
  await expect(page.getByRole('dialog', { name: 'What is it like?' })).toBeVisible()
  await page.keyboard.press('Escape')
  await say(page, 'stop')
  await answerEnd(page)
  await expect(page.locator('[data-report="sent"]')).toBeVisible()
  await expect(page.getByText('You would like this harder next time')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Tomorrow morning' })).toBeVisible()
  const report = (await meOf(page)).history[0]?.report
  expect(report?.harderNextTime).toEqual([report?.sets[0]?.planItemId])
  expect(report?.changes).toEqual([])
})

test('recognition that may send the sound of the room away is not offered, even where it was switched on once', async ({
  page,
}) => {
  await putRecognition(page, false)
  await page.addInitScript(() => localStorage.setItem('dorsal-sound', '{"listen":true}'))
  await openSession(page)
  await answerBefore(page)
  await page.locator('[data-way="timer"]').click()
  await expect(player(page, 'ready')).toBeVisible()
  await page.locator('summary', { hasText: 'Sound and keys' }).click()
  await expect(page.getByRole('checkbox', { name: 'Single keys work in the session' })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Listen to spoken words' })).toHaveCount(0)
  expect((await heard(page)).started).toBe(0)
})
