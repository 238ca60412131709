/** Paper and helpers: a code that is read off the page opens today's exercises for somebody who has nothing but it, until it is taken back. */
import type { Browser, Page } from '@playwright/test'
import jsQR from 'jsqr'
import { expectAccessible, expectLargeTargets, expectNothingBeside } from './axe.ts'
import { LONG_FORM, ONLY_LONG } from './long-form.ts'
import { expect, type Problems, test, watch } from './product.ts'
import { meOf } from './session-helpers.ts'
import { agreeAtOnce } from './steps/intake.ts'
import { sendSafeIntake } from './steps/reports.ts'

const NARROW = { width: 360, height: 740 }

test.use({
  viewport: NARROW,
  reducedMotion: 'reduce',
  settings: { EMERGENCY_NUMBER: '112', CLINIC_NAME: 'Hill Street Clinic' },
  // What a browser says of a link that opens nothing.
  expectedErrors: [/the server responded with a status of 404/],
})

const SIDE = 225

/** What a camera in front of the screen would read. */
async function readCode(page: Page): Promise<string> {
  const dots = await page.locator('svg[data-qr]').evaluate(async (svg, side) => {
    const picture = new Image()
    picture.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`
    await picture.decode()
    const pen = new OffscreenCanvas(side, side).getContext('2d')
    pen?.drawImage(picture, 0, 0, side, side)
    const { data = [] } = pen?.getImageData(0, 0, side, side) ?? {}
    return Array.from({ length: side * side }, (_, dot) => ((data[dot * 4] ?? 0) < 128 ? 'x' : '.')).join('')
  }, SIDE)
  const pixels = new Uint8ClampedArray(SIDE * SIDE * 4).map((_, at) => (dots[at >> 2] === 'x' ? 0 : 255))
  return jsQR(pixels, SIDE, SIDE)?.data ?? ''
}

/** How many pages it has on paper, and whether it says what is a heading and what a list. */
async function printed(page: Page, format: 'A4' | 'Letter'): Promise<{ pages: number; tagged: boolean }> {
  const file = (await page.pdf({ format, tagged: true, preferCSSPageSize: false })).toString('latin1')
  return {
    pages: [...file.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length,
    tagged: /\/StructTreeRoot/.test(file) && /\/S\s*\/H1\b/.test(file) && /\/S\s*\/L\b/.test(file),
  }
}

/** Somebody with a device of their own, who opens an address. All that leaves it is noted. */
async function helper(browser: Browser, problems: Problems, address: string) {
  const context = await browser.newContext({ locale: 'es-ES', viewport: NARROW, reducedMotion: 'reduce' })
  await watch(context, problems)
  const page = await context.newPage()
  const left: string[] = []
  page.on('request', (request) => left.push(`${request.url()} ${request.headers()['referer'] ?? ''}`))
  const opened = await page.goto(address)
  return { page, left, robots: opened?.headers()['x-robots-tag'] }
}

test('a code on paper opens the exercises of today for whoever has it, and nothing once it is taken back', async ({
  page,
  browser,
  problems,
  product,
}) => {
  await agreeAtOnce(page)
  await sendSafeIntake(page)
  const { prescription } = await meOf(page)
  await page.goto('/plan')
  await page.getByRole('link', { name: 'One page on paper' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'My exercises' })).toBeVisible()
  await page.getByRole('button', { name: 'Put a QR code on the page' }).click()
  await expect(page.locator('svg[data-qr]')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Stop and call 112' })).toBeVisible()
  await expectNothingBeside(page, 'paper')
  await expectLargeTargets(page, 'paper')
  await expectAccessible(page, 'paper')
  // The lower of the two; A4 is a little narrower.
  expect(await printed(page, 'Letter')).toEqual({ pages: 1, tagged: true })
  if (LONG_FORM) expect(await printed(page, 'A4')).toEqual({ pages: 1, tagged: true })

  const address = await readCode(page)
  const [origin, token = ''] = address.split('/shared#')
  expect([origin, token]).toEqual([product.url, expect.stringMatching(/^[\w-]{43}$/)])

  const { page: other, left, robots } = await helper(browser, problems, address)
  await expect(other.getByRole('heading', { level: 1, name: 'Ejercicios de hoy' })).toBeVisible()
  await expect(other.locator('ol > li h3')).toHaveCount(prescription?.items.length ?? 0)
  await expect(other.getByRole('link', { name: '112' })).toBeVisible()
  expect(robots).toContain('noindex')
  expect(left.filter((line) => line.includes(token))).toEqual([])
  expect(product.log()).not.toContain(token)
  await expectNothingBeside(other, 'helper')
  await expectLargeTargets(other, 'helper')
  await expectAccessible(other, 'helper')
  if (LONG_FORM) expect(await printed(other, 'A4')).toEqual({ pages: 1, tagged: true })

  await page.getByRole('button', { name: 'Take it off and stop it' }).click()
  await expect(page.locator('svg[data-qr]')).toHaveCount(0)
  await other.reload()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Este enlace ya no abre nada.')
  await other.context().close()
})

test('a link is handed on with the share sheet of the device, is listed, and shows the name that was chosen', async ({
  page,
  browser,
  problems,
}) => {
  test.skip(!LONG_FORM, ONLY_LONG)
  await page.addInitScript(() => {
    Object.assign(navigator, {
      canShare: () => true,
      share: async (data: ShareData) => void Object.assign(globalThis, { handed: data.url }),
    })
  })
  await agreeAtOnce(page)
  await sendSafeIntake(page)
  await page.goto('/share')
  await expectAccessible(page, 'share')
  await page.getByRole('textbox', { name: 'A name that your helper sees' }).fill('Ana')
  await page.getByText('Until tonight').click()
  await page.getByRole('button', { name: 'Make the link' }).click()
  await expect(page.locator('[data-share]')).toHaveCount(1)
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const handed = await page.evaluate(() => (globalThis as unknown as { handed: string }).handed)
  expect(handed).toBe(await page.locator('[data-link]').inputValue())
  await expectNothingBeside(page, 'share with a link')
  await expectLargeTargets(page, 'share with a link')
  await expectAccessible(page, 'share with a link')
  const { page: other } = await helper(browser, problems, handed)
  await expect(other.getByRole('heading', { level: 1, name: 'Ejercicios de hoy: Ana' })).toBeVisible()
  await page.reload()
  await expect(page.locator('[data-share]')).toContainText('Opened once')
  await page.getByRole('button', { name: /^Show it again/ }).click()
  await expect(page.locator('[data-link]')).toHaveValue(handed)
  await other.context().close()
})
