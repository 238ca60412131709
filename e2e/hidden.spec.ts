/** A timer on a page that nobody looks at: its sounds are on time, nothing comes in a burst, and the time stays right. */
import type { Page } from '@playwright/test'
import { expect, test } from './product.ts'
import { agree } from './steps/intake.ts'
import { sendSafeIntake } from './steps/reports.ts'

/** Notes what is sounded and said, with a voice of the device that there is; and lets a test hide the page. */
async function overhear(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard = { sounds: [] as number[], said: [] as string[] }
    const { prototype } = AudioScheduledSourceNode
    const start: unknown = Object.getOwnPropertyDescriptor(prototype, 'start')?.value
    if (typeof start !== 'function') throw new Error('this browser makes no sound')
    prototype.start = function (when = 0) {
      heard.sounds.push(when - this.context.currentTime)
      start.call(this, when)
    }
    class Utterance {
      text: string
      constructor(text: string) {
        this.text = text
      }
    }
    const voice = { lang: 'en-GB', localService: true, default: true }
    const speech = {
      getVoices: () => [voice],
      cancel: () => {},
      speak: ({ text }: Utterance) => heard.said.push(text),
    }
    Object.defineProperties(globalThis, {
      heard: { value: heard },
      SpeechSynthesisUtterance: { value: Utterance },
      speechSynthesis: { value: speech },
    })
  })
}

type Heard = { sounds: number[]; said: string[] }
const heard = (page: Page) =>
  page.evaluate(() => {
    const { sounds, said } = (globalThis as unknown as { heard: Heard }).heard
    return { sounds: sounds.splice(0), said: said.splice(0) }
  })

async function hide(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((now) => {
    Object.defineProperty(document, 'hidden', { value: now, configurable: true })
    Object.defineProperty(document, 'visibilityState', {
      value: now ? 'hidden' : 'visible',
      configurable: true,
    })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)
}

test('a hidden timer sounds on time, and says one sentence when it is looked at again', async ({ page }) => {
  await page.clock.install()
  await overhear(page)
  await agree(page)
  await sendSafeIntake(page)
  await page.goto('/daily?q=walk')
  await page.getByRole('button', { name: '5 minutes', exact: true }).click()
  await page.getByRole('button', { name: /^Start/ }).click()
  await page.clock.runFor(3000)
  expect((await heard(page)).said).toHaveLength(1)

  await hide(page, true)
  // Over the whole walk, to its end: three tones close together.
  const { sounds } = await heard(page)
  expect(sounds.length).toBeGreaterThanOrEqual(6)
  for (const late of sounds.slice(-3)) expect(Math.abs(late - 297)).toBeLessThan(1.5)

  // Woken once a minute: nothing sounds late, and nothing late is said.
  for (let minute = 0; minute < 3; minute += 1) await page.clock.fastForward(60_000)
  const hiddenly = await heard(page)
  expect(hiddenly.said).toEqual([])
  await hide(page, false)
  await page.clock.runFor(1000)
  expect((await heard(page)).said.length).toBeLessThanOrEqual(1)
  await expect(page.locator('[data-kind]')).toHaveAttribute('data-part', 'main')
  await expect(page.getByText(/^11[5-7] seconds left of 300/)).toBeAttached()
})
