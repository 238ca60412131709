import { loadContent } from '@dorsal/content'
import type { Page } from '@playwright/test'
import { expectAccessible, expectNothingBeside } from './axe.ts'
import { LONG_FORM, ONLY_LONG } from './long-form.ts'
import { expect, test } from './product.ts'
import { screenOf } from './steps/intake.ts'
import { sendSafeIntake } from './steps/reports.ts'
import { expectAllIn, said, type Translated } from './steps/words.ts'

test.use({
  viewport: { width: 360, height: 740 },
  reducedMotion: 'reduce',
  settings: { EMERGENCY_NUMBER: '112', CLINIC_NAME: 'Hill Street Clinic' },
})

/** Looks at a screen that is narrow: all in the language, nothing beside, a picture for somebody to look at. */
async function look(page: Page, lang: Translated, name: string): Promise<void> {
  await expectAllIn(page, lang, name)
  await expectNothingBeside(page, name)
  await page.screenshot({ path: `e2e/output/screens/languages/${lang}-${name}.png`, fullPage: true })
}

async function agreeIn(page: Page, lang: Translated): Promise<void> {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    said(lang, 'Help for pain in your upper and middle back'),
  )
  await look(page, lang, 'home')
  await page.getByRole('link', { name: said(lang, 'Start now'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(said(lang, 'Before you begin'))
  await look(page, lang, 'consent')
  await page.getByRole('button', { name: said(lang, 'I have read this and agree') }).click()
  await expect(page).toHaveURL(/\/intake\?q=born/)
}

/** The first questions, "no" to each warning sign but one. */
async function answerUntilStopped(page: Page, lang: Translated, sign: string): Promise<void> {
  for (let guard = 0; guard < 60; guard += 1) {
    await page.waitForURL((url) => url.pathname !== '/intake' || url.searchParams.has('q'))
    const name = screenOf(page)
    if (new URL(page.url()).pathname !== '/intake') return
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    if (/^(born|sex|RF01|RF02)$/.test(name)) await look(page, lang, name)
    if (/^RF\d/.test(name)) {
      const answer = said(lang, name === sign ? 'Yes' : 'No')
      await page.getByRole('button', { name: answer, exact: true }).click()
    } else {
      if (name === 'born') await page.getByRole('textbox').fill('1961')
      if (name === 'sex') await page.getByRole('radio').first().check()
      await page.getByRole('button', { name: said(lang, 'Next'), exact: true }).click()
    }
    await page.waitForURL((url) => url.searchParams.get('q') !== name)
  }
  throw new Error('The warning sign stopped nothing')
}

for (const [lang, locale] of [
  ['es', 'es-MX'],
  ['pt', 'pt-BR'],
] as const)
  test.describe(lang, () => {
    test.use({ locale })

    test('a warning sign stops in the person’s language, and the card says what to do in it', async ({
      page,
    }) => {
      test.skip(!LONG_FORM && lang !== 'es', ONLY_LONG)
      await agreeIn(page, lang)
      await answerUntilStopped(page, lang, 'RF02')
      const card = loadContent(lang).redFlags.cards.find(({ id }) => id === 'emergency')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(card?.title ?? '?')
      for (const step of card?.steps ?? []) await expect(page.getByText(step)).toBeVisible()
      const call = said(lang, 'Call {emergencyNumber}').replace('{emergencyNumber}', '112')
      await expect(page.getByRole('link', { name: call }).first()).toHaveAttribute('href', 'tel:112')
      await look(page, lang, 'card')
      await expectAccessible(page, `card in ${lang}`)
    })

    test('plan, day and library are in it; another language changes all of them and stays chosen', async ({
      page,
    }) => {
      test.skip(!LONG_FORM && lang !== 'es', ONLY_LONG)
      test.skip(!LONG_FORM && lang !== 'pt', ONLY_LONG)
      await agreeIn(page, lang)
      expect((await sendSafeIntake(page)).plan).not.toBeNull()
      const title = page.getByRole('heading', { level: 1 })
      for (const [address, name] of [
        ['/today', 'today'],
        ['/privacy', 'privacy'],
        ['/camera', 'camera'],
        ['/library', 'library'],
        ['/plan', 'plan'],
      ] as const) {
        await page.goto(address)
        await expect(title).toBeVisible()
        await page.evaluate(() => {
          for (const more of document.querySelectorAll('details')) more.open = true
        })
        await look(page, lang, name)
      }
      await expect(title).toHaveText(said(lang, 'Your plan'))
      await expectAccessible(page, `plan in ${lang}`)
      await page.getByRole('button', { name: 'English' }).click()
      await expect(title).toHaveText('Your plan')
      await expect(page.locator('html')).toHaveAttribute('lang', 'en')
      await page.reload()
      await expect(title).toHaveText('Your plan')
      await expect(page.getByRole('button', { name: 'English' })).toHaveAttribute('aria-pressed', 'true')
    })
  })
