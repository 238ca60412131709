/** What the clinic accepts: kept by its administrator, looked up by anybody, without an account. */
import type { NewGenerator } from '@dorsal/care'
import type { Page } from '@playwright/test'
import { codeAt, stepAt } from '../server/src/account/totp.ts'
import { fromBase32 } from '../server/src/staff/sign-in-steps.ts'
import { BOTH, expectAccessible, expectLargeTargets, expectNothingBeside } from './axe.ts'
import { expect, test, watch } from './product.ts'
import { DESKTOP, PHONE } from './steps/album.ts'

test.use({ settings: { DEMO: '0' }, viewport: DESKTOP, reducedMotion: 'reduce' })

const SMALL = { width: 320, height: 640 }

async function look(page: Page, name: string, large: boolean): Promise<void> {
  const before = page.viewportSize() ?? DESKTOP
  await expectAccessible(page, name, BOTH)
  await page.setViewportSize(SMALL)
  await expectNothingBeside(page, name)
  if (large) await expectLargeTargets(page, name)
  for (const size of [PHONE, DESKTOP])
    for (const colorScheme of BOTH) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      await page.screenshot({
        path: `e2e/output/screens/coverage-${name}-${size.width}-${colorScheme}.png`,
        fullPage: true,
      })
    }
  await page.setViewportSize(before)
  await page.emulateMedia({ colorScheme: 'light' })
}

async function becomeAdmin(page: Page, log: string): Promise<void> {
  const token = /clinician\/join#(\S+)/.exec(log)?.[1] ?? ''
  const send = async <T>(path: string, data: object = {}): Promise<T> => {
    const reply = await page.request.post(`/api/staff/${path}`, { data })
    expect(reply.ok(), await reply.text()).toBe(true)
    return (await reply.json()) as T
  }
  await send('links/take', {
    token,
    name: 'Ada First',
    email: 'ada@clinic.example',
    password: 'seven green bicycles',
  })
  const { secret } = await send<NewGenerator>('sign-in/generator')
  await send('sign-in/generator/code', { code: codeAt(fromBase32(secret), stepAt(new Date())) })
  await page.addInitScript(() => localStorage.setItem('dorsal-staff-signed-in', '1'))
}

test('a list is pasted, mended and kept; a person who mistypes is asked what they meant', async ({
  page,
  product,
  browser,
  problems,
}) => {
  await becomeAdmin(page, product.log())
  await page.goto('/clinician/coverage')
  await page
    .getByLabel('What a visit costs whoever pays it themselves')
    .fill('60 euros a visit, 80 the first.')
  await page.getByLabel('What is free').fill('The programme at home costs nothing.')
  await page.getByRole('button', { name: 'Keep these words' }).click()
  await expect(page.getByText('Kept. People see it now.')).toBeVisible()
  await page.getByText('Paste a list').click()
  const pasted = page.getByLabel('Pasted list')
  await pasted.fill(
    'Northwind Health;plan;NWH;Ask for a referral first.;20 euros a visit\nContoso Schools;club',
  )
  await page.getByRole('button', { name: 'See what it would do' }).click()
  await expect(page.getByText('Line 2: its kind is neither employer nor health plan')).toBeVisible()
  await pasted.fill(
    'Northwind Health;plan;NWH;Ask for a referral first.;20 euros a visit\nContoso Schools;employer\nSaúde Atlântica',
  )
  await page.getByRole('button', { name: 'See what it would do' }).click()
  await expect(page.getByText('3 entries are added,')).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(0)
  await page.getByRole('button', { name: 'Keep the pasted list' }).click()
  await expect(page.getByRole('article')).toHaveCount(3)
  await page.getByRole('button', { name: 'Change Contoso Schools' }).click()
  await page.getByRole('radio', { name: 'Not any more' }).check()
  await page.getByRole('button', { name: 'Keep this entry' }).click()
  await expect(page.getByText('Not accepted any more')).toBeVisible()
  await look(page, 'desk', false)

  const context = await browser.newContext({ baseURL: product.url, viewport: PHONE, reducedMotion: 'reduce' })
  await watch(context, problems)
  const person = await context.newPage()
  await person.goto('/')
  await person.getByRole('link', { name: 'Who pays for my visits?' }).click()
  const field = person.getByLabel('Your employer or health plan')
  const ask = async (typed: string) => {
    await field.fill(typed)
    await field.press('Enter')
  }
  await ask('nortwhind')
  await expect(person.getByText('Did you mean one of these?')).toBeVisible()
  await expect(person.getByText(/is accepted here/)).toHaveCount(0)
  await look(person, 'perhaps', true)
  await person.getByRole('button', { name: /Northwind Health/ }).press('Enter')
  await expect(person.getByText('Northwind Health is accepted here.')).toBeVisible()
  await expect(person.getByText('What you pay: 20 euros a visit')).toBeVisible()
  await look(person, 'accepted', true)
  await ask('contoso schools')
  await expect(person.getByText('Contoso Schools is not accepted any more.')).toBeVisible()
  await ask('saude atlantica')
  await expect(person.getByText('Saúde Atlântica is accepted here.')).toBeVisible()
  await ask('Woodgrove')
  await expect(person.getByText('“Woodgrove” is not on our list.')).toBeVisible()
  await expect(person.getByText('60 euros a visit, 80 the first.')).toBeVisible()
  expect(person.url()).toBe(`${product.url}/coverage`)
  await look(person, 'not-listed', true)
  await context.close()
})
