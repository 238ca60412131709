import type { Page } from '@playwright/test'
import { LONG_FORM, ONLY_LONG } from './long-form.ts'
import { BOTH, expectAccessible, expectNothingBeside } from './axe.ts'
import { expect, test } from './product.ts'
import { answerBefore, meOf, runUntil } from './session-helpers.ts'
import { DESKTOP, PHONE } from './steps/album.ts'
import { clinicianAtDesk, openClinic, openRecord } from './steps/clinician.ts'
import { agree, screenOf, walkIntake } from './steps/intake.ts'
import { sendSafeIntake } from './steps/reports.ts'

test.use({ viewport: PHONE, reducedMotion: 'reduce' })

/** A phone's page at 400 % is as narrow as this. */
const ZOOMED = { width: 320, height: 256 }

/** Presses Tab until this has the focus; fails when it never does. */
async function tabTo(page: Page, name: string | RegExp, role: 'link' | 'button' | 'textbox' = 'button') {
  const wanted = page.getByRole(role, { name, exact: typeof name === 'string' }).first()
  for (let press = 0; press < 40; press += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${String(name)}`)
}

test('by the keyboard alone: from the first page through the first questions and the body map', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await tabTo(page, 'Start now', 'link')
  await page.keyboard.press('Enter')
  await tabTo(page, 'I have read this and agree')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=born/)
  await tabTo(page, 'Year of birth', 'textbox')
  await page.keyboard.type('1968')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=sex/)
  await tabTo(page, 'Next')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=RF01/)
  await tabTo(page, 'No')
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/q=RF02/)

  await walkIntake(page, { until: 'H03' })
  const figure = page.getByRole('group', { name: 'Your back' })
  const neck = figure.getByRole('checkbox', { name: 'Neck' })
  for (let press = 0; press < 20; press += 1) {
    if (await neck.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(neck).toBeFocused()
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowDown')
  const between = figure.getByRole('checkbox', { name: 'Between the shoulder blades' })
  await expect(between).toBeFocused()
  await page.keyboard.press('Space')
  await expect(between).toHaveAttribute('aria-checked', 'true')
  await expect(
    page.locator('fieldset').getByRole('checkbox', { name: 'Between the shoulder blades' }),
  ).toBeChecked()
  await tabTo(page, 'Next')
  await page.keyboard.press('Enter')
  await expect.poll(() => screenOf(page)).toBe('H04')
})

test('the keyboard stays where it is when the program takes the words of the first page over', async ({
  page,
}) => {
  let comes = (): void => {}
  const waits = new Promise<void>((resolve) => (comes = resolve))
  await page.route(/\/assets\/main-[^/]*\.js$/, async (route) => {
    await waits
    await route.continue()
  })
  await page.goto('/', { waitUntil: 'commit' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await tabTo(page, 'Start now', 'link')
  const early = await page.getByRole('link', { name: 'Start now' }).elementHandle()
  comes()
  await expect.poll(() => early?.evaluate((element) => element.isConnected)).toBe(false)
  await expect(page.getByRole('link', { name: 'Start now' })).toBeFocused()
})

test('enlarged four times nothing runs off the side, and both colours hold', async ({ page }) => {
  await page.clock.install()
  const hold = async (name: string) => {
    await page.setViewportSize(ZOOMED)
    await expectNothingBeside(page, name)
    await page.screenshot({ path: `e2e/output/screens/320x256-${name}.png` })
    await page.setViewportSize(PHONE)
    await expectAccessible(page, name, BOTH)
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.screenshot({ path: `e2e/output/screens/dark-${name}.png` })
    await page.emulateMedia({ colorScheme: 'light' })
  }
  await page.goto('/')
  await hold('home')
  await agree(page)
  await walkIntake(page, { until: 'RF02' })
  await hold('question')
  await walkIntake(page, { until: 'H03' })
  await hold('body-map')
  await sendSafeIntake(page)
  await page.goto('/plan')
  await expect(page.getByRole('heading', { level: 1, name: 'Your plan' })).toBeVisible()
  await hold('plan')
  await page.goto('/today')
  await hold('today')
  await page.goto('/session')
  await answerBefore(page)
  await page.getByRole('button', { name: 'Start with the timer' }).click()
  await runUntil(page, 'work')
  await hold('player')
})

test('the other pages: camera and privacy', async ({ page }) => {
  for (const [path, name] of [
    ['/camera', 'camera'],
    ['/privacy', 'privacy'],
  ] as const) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.setViewportSize(ZOOMED)
    await expectNothingBeside(page, name)
    await page.setViewportSize(PHONE)
    await expectAccessible(page, name, BOTH)
  }
})

test('the clinician: both colours, narrow and wide', async ({ page, browser, product, problems }) => {
  test.skip(!LONG_FORM, ONLY_LONG)
  await agree(page)
  await sendSafeIntake(page, { RF21: 'yes' })
  const { patientId } = await meOf(page)
  const door = await openClinic({ browser, product, problems })
  await expectAccessible(door, 'sign-in', BOTH)
  await door.context().close()
  const desk = await clinicianAtDesk({ browser, product, problems })
  await expectAccessible(desk, 'panel', BOTH)
  await openRecord(desk, patientId)
  await expectAccessible(desk, 'record', BOTH)
  for (const width of [360, 768]) {
    await desk.setViewportSize({ width, height: 800 })
    await expectNothingBeside(desk, 'record')
    await desk.goto('/clinician')
    await expect(desk.getByRole('heading', { level: 1, name: 'Your patients' })).toBeVisible()
    await expectNothingBeside(desk, 'panel')
    await openRecord(desk, patientId)
  }
  await desk.setViewportSize(DESKTOP)
  await desk.context().close()
})
