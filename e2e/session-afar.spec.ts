/** The session on a television with the cross of a remote control alone, and read from the right. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expectNothingBeside } from './axe.ts'
import { LONG_FORM, ONLY_LONG } from './long-form.ts'
import { expect, test } from './product.ts'
import { answerBefore, answerEnd, openSession, player, runUntil } from './session-helpers.ts'

const FOLDER = fileURLToPath(new URL('./output/afar/', import.meta.url))

/** For somebody to look at. */
async function picture(page: Page, name: string): Promise<void> {
  if (!LONG_FORM) return
  mkdirSync(FOLDER, { recursive: true })
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`) })
}

test.beforeEach(async ({ page }) => {
  await page.clock.install()
})

/** What can be pressed in the open dialog or in the page's own part; of radio buttons of one question one. */
const controls = (page: Page) =>
  page.evaluate(() => {
    const scope = document.querySelector('dialog[open]') ?? document.querySelector('main')
    const all = [
      ...(scope?.querySelectorAll<HTMLInputElement>('a[href], button, input, textarea, summary') ?? []),
    ]
    const shown = all.filter((each) => each.checkVisibility() && !each.disabled)
    shown.forEach((each, i) => {
      each.dataset['at'] = each.type === 'radio' ? `radio ${each.name}` : String(i)
    })
    return [...new Set(shown.map((each) => each.dataset['at'] ?? ''))]
  })

const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document
    if (!(activeElement instanceof HTMLElement)) return { at: null, ring: 0, seen: false }
    const { top, bottom } = activeElement.getBoundingClientRect()
    const label = activeElement.closest('label')
    const ring = [activeElement, label, label?.querySelector('span')].map((each) =>
      !each || getComputedStyle(each).outlineStyle === 'none'
        ? 0
        : Number.parseFloat(getComputedStyle(each).outlineWidth),
    )
    return {
      at: activeElement.dataset['at'] ?? null,
      ring: Math.max(...ring),
      seen: bottom > 0 && top < innerHeight,
    }
  })

/** Every control of the page is come by with the arrows, in the picture and with a ring about it that is seen from the sofa. */
async function reachAll(page: Page, name: string): Promise<void> {
  const all = await controls(page)
  const reached = new Set<string>()
  const press = async (key: string): Promise<string | null> => {
    await page.keyboard.press(key)
    const { at, ring, seen } = await focused(page)
    if (at === null) return null
    expect(ring, `${name}: the focus is seen`).toBeGreaterThanOrEqual(3)
    expect(seen, `${name}: what has the focus is on the screen`).toBe(true)
    reached.add(at)
    return at
  }
  for (const way of ['ArrowDown', 'ArrowUp'])
    for (let step = 0; step < 2 * all.length + 4 && reached.size < all.length; step += 1) {
      const row = await press(way)
      if (row?.startsWith('radio') === true) continue
      for (const level of ['ArrowRight', 'ArrowLeft'])
        for (let i = 0; i < 7; i += 1) {
          const before = (await focused(page)).at
          const now = await press(level)
          if (now === before || now?.startsWith('radio') === true) break
        }
    }
  expect([...reached].sort(), name).toEqual([...all].sort())
}

/** What has the focus: its words, and of the numbers of a scale that they are numbers. */
const words = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: at } = document
    if (at?.getAttribute('type') === 'radio') return 'a number'
    return at?.matches('a, button, summary') === true ? (at.textContent ?? '') : ''
  })

/** Goes with the arrows to a control, by its words: along the rows, down and else up. */
async function goTo(page: Page, name: RegExp): Promise<void> {
  for (const way of ['ArrowDown', 'ArrowUp'])
    for (let step = 0; step < 12; step += 1) {
      for (const level of ['ArrowRight', 'ArrowLeft'])
        for (let i = 0; i < 4; i += 1) {
          const here = await words(page)
          if (name.test(here)) return
          if (here === 'a number' || step === 0) break
          await page.keyboard.press(level)
          if ((await words(page)) === here) break
        }
      await page.keyboard.press(way)
    }
  throw new Error(`${String(name)} was not reached`)
}

async function choose(page: Page, name: RegExp): Promise<void> {
  await goTo(page, name)
  await page.keyboard.press('Enter')
}

/** The size of the smallest words on show. */
const smallest = (page: Page) =>
  page.locator('main').evaluate((root) =>
    [...root.querySelectorAll<HTMLElement>('h1, h2, p, li, button, label, td, th, span, summary, legend')]
      .filter((each) => each.checkVisibility() && each.getBoundingClientRect().width > 2)
      .filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
      .reduce((least, each) => Math.min(least, Number.parseFloat(getComputedStyle(each).fontSize)), 99),
  )

test('on a television, with arrows and the middle key alone', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  await openSession(page)
  await reachAll(page, 'a danger question')
  await picture(page, 'question')
  expect(await smallest(page)).toBeGreaterThanOrEqual(32)
  const heading = page.getByRole('heading', { level: 1 })
  for (let question = 0; question < 4; question += 1) {
    const asked = (await heading.textContent()) ?? ''
    await choose(page, /^No$/)
    await expect(heading).not.toHaveText(asked)
  }
  if (LONG_FORM) await reachAll(page, 'the scale')
  await choose(page, /^a number$/)
  await expect(page.getByRole('radio', { name: '0, no pain' })).toBeChecked()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: '2' })).toBeChecked()
  await picture(page, 'scale')
  await choose(page, /Continue/)
  await choose(page, /^Good$/)
  await reachAll(page, 'the set-up')
  await picture(page, 'set-up')
  await choose(page, /Start with the timer/)
  await expect(player(page, 'ready')).toBeVisible()
  if (LONG_FORM) await reachAll(page, 'the player')
  await picture(page, 'ready')
  await choose(page, /That hurts/)
  if (LONG_FORM) await reachAll(page, 'that hurts')
  await picture(page, 'hurts')
  await choose(page, /It is fine/)
  await choose(page, /^Stop/)
  await expect(page.getByRole('heading', { name: /How strong is your pain now/ })).toBeVisible()
  for (let step = 0; step < 3; step += 1) await choose(page, /Continue/)
  if (LONG_FORM) await reachAll(page, 'the note')
  await picture(page, 'note')
  await choose(page, /Finish/)
  await expect(page.locator('[data-report="sent"]')).toBeVisible()
  await picture(page, 'summary')
  expect(await smallest(page)).toBeGreaterThanOrEqual(32)
  await choose(page, /^Done$/)
  await expect(page).toHaveURL(/\/(today|plan)/)
})

const SIZES = { phone: [360, 740], desktop: [1440, 900] } as const

async function lookBoth(page: Page, name: string): Promise<void> {
  const { phone } = SIZES
  for (const [size, [width, height]] of Object.entries(LONG_FORM ? SIZES : { phone })) {
    await page.setViewportSize({ width, height })
    await expectNothingBeside(page, `${name}, from the right`)
    await picture(page, `rtl-${name}-${size}`)
    if (!LONG_FORM) continue
    await page.emulateMedia({ colorScheme: 'dark' })
    await picture(page, `rtl-${name}-${size}-dark`)
    await page.emulateMedia({ colorScheme: 'light' })
  }
}

test('read from the right, and a body is not turned by it', async ({ page }) => {
  test.skip(!LONG_FORM, ONLY_LONG)
  // Colours that change slowly would be looked at half-way.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.addInitScript(() => {
    document.addEventListener('readystatechange', () => {
      document.documentElement.dir = 'rtl'
    })
  })
  await page.goto('/start')
  await lookBoth(page, 'start')
  await openSession(page)
  const starts = await page.locator('main h1').evaluate((h1) => {
    const range = document.createRange()
    range.selectNodeContents(h1)
    return { words: range.getBoundingClientRect().right, box: h1.getBoundingClientRect().right }
  })
  expect(Math.abs(starts.words - starts.box), 'lines begin at the right').toBeLessThan(2)
  await lookBoth(page, 'question')
  await answerBefore(page)
  await page.locator('[data-way="timer"]').click()
  await expect(player(page, 'ready')).toBeVisible()
  await lookBoth(page, 'ready')
  expect(
    await page
      .locator('[data-figure] svg')
      .first()
      .evaluate((svg) => getComputedStyle(svg).direction),
  ).toBe('ltr')
  // On is where reading goes: to the left.
  await page.keyboard.press('ArrowLeft')
  await expect(player(page, 'work')).toBeVisible()
  await lookBoth(page, 'work')
  await page.keyboard.press('ArrowRight')
  await expect(player(page, 'ready')).toBeVisible()
  await expect(page.locator('[data-control="next"]')).toHaveAttribute('aria-keyshortcuts', 'ArrowLeft')
  await runUntil(page, 'after')
  await lookBoth(page, 'after')
  await page.locator('[data-control="stop"]').click()
  await answerEnd(page)
  await expect(page.locator('[data-report="sent"]')).toBeVisible()
  await lookBoth(page, 'summary')
  await page.goto('/today')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await lookBoth(page, 'today')
  await page.goto('/plan')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await lookBoth(page, 'plan')
})
