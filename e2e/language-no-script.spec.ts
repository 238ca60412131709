/** The first words are in the language that is chosen, also while no script runs or where none may. */
import { expect, test } from './product.ts'

test('a language is chosen without script, and stays chosen with it', async ({ browser, product }) => {
  const context = await browser.newContext({
    baseURL: product.url,
    locale: 'en-GB',
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('button', { name: 'Español' }).click()
  await expect(page).toHaveURL(`${product.url}/`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  await expect(page.getByRole('button', { name: 'Español' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('espalda')
  const cookies = await context.cookies()
  expect(cookies).toMatchObject([{ name: 'dorsal-language', value: 'es', sameSite: 'Lax' }])
  await context.close()

  const later = await browser.newContext({ baseURL: product.url, locale: 'en-GB' })
  await later.addCookies(cookies)
  const again = await later.newPage()
  await again.goto('/library')
  await expect(again.getByRole('button', { name: 'Español' })).toHaveAttribute('aria-pressed', 'true')
  await again.goto('/privacy?lang=pt')
  await expect(again.getByRole('button', { name: 'Português' })).toHaveAttribute('aria-pressed', 'true')
  await expect(again).toHaveURL(`${product.url}/privacy`)
  await later.close()
})
